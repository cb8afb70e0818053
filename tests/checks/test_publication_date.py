"""Check kind ``publication_date``."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.checks import publication_date
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.rulepack.model import Text
from tests.checks.sample import only, pointed_at, rule, specimen

POSSIBLE = rule("publication_date", require="possible", first_year=2008)
AFTER = rule("publication_date", require="after_period", first_year=2008)
IN_TIME = rule("publication_date", require="in_time", not_after="01-31", first_year=2008)
ISSUED = "成文日期: 2025-01-16"
OTHER = "公开方式: 主动公开"
TITLE = "云川县水利局2024年政府信息公开工作年度报告"
PERIOD = "报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"


def dated(issued, published=None, **others):
    words = {ISSUED: f"成文日期: {issued}" if issued else "分类: 综合政务", **others}
    if published:
        words[OTHER] = f"发布日期: {published}"
    return specimen(words=words)


@pytest.mark.parametrize("options", [POSSIBLE, AFTER, IN_TIME])
def test_a_report_dated_in_january(options):
    assert publication_date.check(options, specimen()) == PASS


def test_a_day_that_does_not_exist():
    report = dated("2025-02-30")
    found = only(publication_date.check(POSSIBLE, report))
    assert found.cases == ("impossible",)
    assert found.slots["date"] == "2025-02-30"
    assert found.at.locator == "成文日期"
    assert pointed_at(report, found) == "2025-02-30"
    assert publication_date.check(AFTER, report).outcome == "not_applicable"
    assert publication_date.check(IN_TIME, report).outcome == "not_applicable"


def test_published_before_it_was_written():
    found = only(publication_date.check(POSSIBLE, dated("2025-01-16", "2025-01-15")))
    assert found.cases == ("order",)
    assert found.slots == {
        "name": Text("成文日期", "date of issue"),
        "date": date(2025, 1, 16),
        "limit": date(2025, 1, 15),
    }
    assert [(mark.locator, text) for mark, text in found.related] == [("发布日期", "2025-01-15")]


@pytest.mark.parametrize("published", ["2025-01-16", "2025-03-01", "1970-01-01", "2025-02-30"])
def test_nothing_wrong_with_the_order(published):
    assert publication_date.check(POSSIBLE, dated("2025-01-16", published)) == PASS


@pytest.mark.parametrize("issued", ["1970-01-01", "2007-12-31", "另附"])
@pytest.mark.parametrize("options", [POSSIBLE, AFTER, IN_TIME])
def test_a_default_date_or_none(options, issued):
    assert publication_date.check(options, dated(issued)).outcome == "cannot_evaluate"


@pytest.mark.parametrize("options", [POSSIBLE, AFTER, IN_TIME])
def test_no_date_at_all(options):
    assert publication_date.check(options, dated(None)).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("day", "cases"),
    [("2024-12-30", ("issued_on",)), ("2024-12-31", ("last_day", "issued_on"))],
)
def test_dated_within_the_period(day, cases):
    found = only(publication_date.check(AFTER, dated(day)))
    assert found.cases == cases
    assert found.slots["limit"] == date(2024, 12, 31)
    assert found.values == (day,)


def test_the_day_after_the_period():
    assert publication_date.check(AFTER, dated("2025-01-01")) == PASS


def test_the_date_of_issue_decides():
    assert publication_date.check(AFTER, dated("2025-01-16", "2024-12-25")) == PASS
    assert publication_date.check(IN_TIME, dated("2025-01-16", "2025-06-01")) == PASS


def test_the_date_of_publication_where_there_is_no_other():
    for issued in (None, "1970-01-01", "另附"):
        found = only(publication_date.check(AFTER, dated(issued, "2024-12-25")))
        assert found.cases == ("published_on",)
        assert found.at.locator == "发布日期"


def test_a_date_of_publication_that_does_not_exist():
    assert publication_date.check(AFTER, dated(None, "2025-02-30")).outcome == "cannot_evaluate"


def test_the_end_of_the_year_where_no_period_can_be_read():
    for words in ("", PERIOD.replace("2024年1月", "20241月")):
        report = dated("2024-12-30", **{PERIOD: words})
        assert only(publication_date.check(AFTER, report)).slots["limit"] == date(2024, 12, 31)


def test_a_period_that_ends_earlier():
    early = PERIOD.replace("自2024年1月1日", "自2023年12月1日").replace("12月31日", "11月30日")
    assert publication_date.check(AFTER, dated("2024-12-10", **{PERIOD: early})) == PASS


def test_a_year_that_is_not_written_down():
    nameless = {TITLE: "云川县水利局政府信息公开工作年度报告", PERIOD: ""}
    report = dated("2024-12-30", **nameless)
    assert publication_date.check(AFTER, report).outcome == "cannot_evaluate"
    assert publication_date.check(IN_TIME, report).outcome == "cannot_evaluate"


def test_title_and_period_of_different_years():
    report = dated("2024-12-30", **{TITLE: TITLE.replace("2024", "2025")})
    assert publication_date.check(AFTER, report).outcome == "not_applicable"


def test_late():
    assert publication_date.check(IN_TIME, dated("2025-01-31")) == PASS
    found = only(publication_date.check(IN_TIME, dated("2025-02-01")))
    assert found.cases == ("issued_on",)
    assert found.slots["limit"] == date(2025, 1, 31)


def test_published_in_time_but_dated_late():
    report = dated("2025-02-05", "2025-01-20")
    assert publication_date.check(IN_TIME, report).outcome == "not_applicable"
    assert publication_date.check(IN_TIME, dated("2025-02-05", "2025-02-05")).outcome == "fail"


def test_published_again_years_later():
    assert publication_date.check(IN_TIME, dated("2025-12-31")).outcome == "fail"
    assert publication_date.check(IN_TIME, dated("2026-01-01")).outcome == "not_applicable"


def test_bodies_with_a_case_of_their_own():
    bodies = [
        {"case": "office", "patterns": ["办公室$"]},
        {"case": "centre", "patterns": ["中心$", "公室$"]},
    ]
    options = rule("publication_date", **{**IN_TIME.options, "bodies": bodies})
    for name, cases in (("办公室", ("office", "issued_on")), ("中心", ("centre", "issued_on"))):
        report = dated("2025-02-01", **{TITLE: TITLE.replace("水利局", name)})
        assert only(publication_date.check(options, report)).cases == cases
    assert only(publication_date.check(options, dated("2025-02-01"))).cases == ("issued_on",)


def test_levels_left_out():
    options = rule("publication_date", **{**IN_TIME.options, "not_levels": ["township"]})
    town = dated("2025-02-01", **{TITLE: TITLE.replace("水利局", "清溪镇人民政府")})
    assert publication_date.check(options, town).outcome == "not_applicable"
    assert publication_date.check(options, dated("2025-02-01")).outcome == "fail"


def test_a_title_that_names_no_body():
    report = dated("2025-02-01", **{TITLE: TITLE.removeprefix("云川县水利局")})
    assert report.issuer == "云川县水利局"
    assert publication_date.check(IN_TIME, report).outcome == "cannot_evaluate"
    in_time = dated("2025-01-31", **{TITLE: TITLE.removeprefix("云川县水利局")})
    assert publication_date.check(IN_TIME, in_time) == PASS
