"""Check kind ``agreement``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import agreement
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

YEARS = rule(
    "agreement",
    compare=[
        {"left": "title_year", "right": "period_year"},
        {"left": "issued_year", "right": "report_year", "plus": 1, "case": "issued"},
    ],
)
NAMES = rule(
    "agreement",
    compare=[{"left": "title_issuer", "right": "publisher", "how": "name"}],
    short_names=[["发改委", "发展和改革局"]],
    body_endings=["局", "委", "办", "办公室", "街道", "办事处"],
    publishers_for_others=["政府", "数据"],
)
PUBLISHER = "发布机构: 云川县水利局"
TITLE = "云川县水利局2024年政府信息公开工作年度报告"


def test_years_that_agree():
    assert agreement.check(YEARS, specimen()) == PASS


def test_the_title_of_another_year():
    report = specimen(words={TITLE: TITLE.replace("2024", "2023")})
    found = only(agreement.check(YEARS, report))
    assert found.slots == {
        "left": 2023,
        "right": 2024,
        "wanted": 2024,
        "left_name": "标题年份",
        "right_name": "统计期限年份",
        "left_name_en": "the year in the title",
        "right_name_en": "the year of the data period",
    }
    assert found.cases == ()
    assert pointed_at(report, found) == TITLE.replace("2024", "2023")
    ((mark, text),) = found.related
    assert (report.source.cut(mark.parts), text) == ("2024年1月1日起至2024年12月31日", "2024")


@pytest.mark.parametrize("of", ["years", "names"])
def test_neither_of_two_statements_is_the_one_expected(of):
    if of == "years":
        found = only(agreement.check(YEARS, specimen(words={TITLE: TITLE.replace("2024", "2023")})))
    else:
        found = only(agreement.check(NAMES, specimen(words={PUBLISHER: "发布机构: 云川县林业局"})))
    assert (found.expected, found.actual, found.difference) == (None, None, None)


def test_a_date_of_issue_within_the_year():
    report = specimen(words={"成文日期: 2025-01-16": "成文日期: 2024-12-25"})
    found = only(agreement.check(YEARS, report))
    assert found.cases == ("issued",)
    assert (found.at.locator, pointed_at(report, found)) == ("成文日期", "2024-12-25")
    assert (found.slots["right"], found.slots["wanted"]) == (2024, 2025)


@pytest.mark.parametrize(("year", "outcome"), [(2024, "pass"), (2025, "pass"), (2026, "fail")])
def test_a_year_that_must_not_be_later(year, outcome):
    pair = {**YEARS.options["compare"][1], "how": "not_after"}
    report = specimen(words={"成文日期: 2025-01-16": f"成文日期: {year}-01-16"})
    assert agreement.check(rule("agreement", compare=[pair]), report).outcome == outcome


@pytest.mark.parametrize("date", ["1970-01-01", ""])
def test_a_date_that_says_nothing(date):
    report = specimen(words={"成文日期: 2025-01-16": f"成文日期: {date}"})
    assert agreement.check(YEARS, report) == PASS


def test_nothing_to_compare():
    only_issued = YEARS._replace(options={"compare": YEARS.options["compare"][1:]})
    report = specimen(words={"成文日期: 2025-01-16": ""})
    verdict = agreement.check(only_issued, report)
    assert verdict.outcome == "not_applicable"
    assert verdict.why == (
        "没有可以相互核对的成文日期年份、报告年度",
        "nothing to compare is stated",
    )


@pytest.mark.parametrize(
    ("issuer", "publisher"),
    [
        ("云川县水利局", "云川县水利局"),
        ("云川县水利局", "县水利局"),
        ("云川县政务服务管理办公室", "云川县政务办"),
        ("云川县公安局清溪分局", "清溪公安分局"),
        ("云川县发展和改革局", "云川县发改委"),
        ("云川县清溪街道", "云川县清溪街道办事处"),
        ("云川县水利局（河长制办公室）", "云川县水利局"),
        ("县政府国资局", "云川县国资局"),
    ],
)
def test_names_of_one_body(issuer, publisher):
    assert agreement.same_body(issuer, publisher, NAMES.options)


@pytest.mark.parametrize(
    ("issuer", "publisher"),
    [("云川县水利局", "云川县林业局"), ("云川县旅游局", "临江市旅游局"), ("发改委", "水利局")],
)
def test_names_of_two_bodies(issuer, publisher):
    assert not agreement.same_body(issuer, publisher, NAMES.options)


def test_another_publisher():
    report = specimen(words={"发布机构: 云川县水利局": "发布机构: 云川县林业局"})
    found = only(agreement.check(NAMES, report))
    assert (found.slots["left"], found.slots["right"]) == ("云川县水利局", "云川县林业局")
    assert (found.at.locator, found.related[0][0].locator) == ("标题", "发布机构")


@pytest.mark.parametrize("publisher", ["云川县人民政府办公室", "云川县数据局", "云川发布", "原创"])
def test_publishers_that_are_not_compared(publisher):
    report = specimen(words={"发布机构: 云川县水利局": f"发布机构: {publisher}"})
    assert agreement.check(NAMES, report).outcome == "not_applicable"


INDEX = rule(
    "agreement", compare=[{"left": "issued_year", "right": "index_year", "how": "not_after"}]
)


@pytest.mark.parametrize(
    ("index", "outcome"),
    [
        ("000014349/2025-00012", "pass"),
        ("za77-2026-000071", "pass"),
        ("000014349/2024-00012", "fail"),
        ("2024/00012", "fail"),
        ("000014349/2024/2025-00012", "not_applicable"),
        ("0000202414349", "not_applicable"),
    ],
)
def test_the_year_in_an_index_number(index, outcome):
    report = specimen(words={"000014349/2025-00012": index})
    assert agreement.check(INDEX, report).outcome == outcome
