"""Check kind ``stated_year``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import stated_year
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

RECEIVED = r"(20\d\d)年[^,。]{0,6}收到申请\d{1,4}件"
WORK = rule("stated_year", statements=[{"plus": 0, "patterns": [RECEIVED]}])
CARRIED = rule(
    "stated_year",
    statements=[
        {"plus": 1, "usual": [0], "patterns": [r"结转(20\d\d)年继续办理"]},
        {"plus": 1, "usual": [0], "case": "unclear", "patterns": [r"结转(20\d\d)年"]},
        {"plus": -1, "patterns": [r"上年\((20\d\d)年\)"]},
    ],
)
PLACE = "均依法办理，结转下年度2件。"
TITLE = "云川县水利局2024年政府信息公开工作年度报告"
PERIOD = "报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"


def saying(words, **others):
    return specimen(words={PLACE: f"均依法办理。{words}", **others})


def excepting(*exceptions):
    return rule("stated_year", **{**WORK.options, "except": exceptions})


def test_another_year_than_the_reports():
    report = saying("2023年我局收到申请9件。")
    found = only(stated_year.check(WORK, report))
    assert found.slots == {
        "match": "2023年我局收到申请9件",
        "stated": 2023,
        "wanted": 2024,
        "year": 2024,
    }
    assert found.at.locator == "一、总体情况 （二）依申请公开"
    assert pointed_at(report, found) == "2023年我局收到申请9件"
    assert found.cases == ()


def test_the_year_that_is_wanted():
    assert stated_year.check(WORK, saying("2024年我局收到申请9件。")) == PASS
    assert stated_year.check(CARRIED, saying("上年（2023年）1件，结转2025年继续办理。")) == PASS


def test_a_text_that_says_nothing_of_the_kind():
    assert stated_year.check(WORK, specimen()) == PASS


@pytest.mark.parametrize(
    ("words", "cases"),
    [
        ("结转2024年继续办理。", ()),
        ("结转2023年继续办理。", ("unusual",)),
        ("结转2024年。", ("unclear",)),
        ("结转2026年。", ("unusual",)),
        ("上年（2022年）。", ()),
    ],
)
def test_cases(words, cases):
    assert only(stated_year.check(CARRIED, saying(words))).cases == cases


def test_of_two_statements_that_overlap_the_first_counts():
    found = only(stated_year.check(CARRIED, saying("结转2024年继续办理。")))
    assert found.slots["match"] == "结转2024年继续办理"


def test_each_statement_of_a_sentence():
    verdict = stated_year.check(WORK, saying("2023年收到申请9件，2022年收到申请8件。"))
    assert [one.slots["stated"] for one in verdict.violations] == [2023, 2022]


def test_twenty_at_most():
    verdict = stated_year.check(WORK, saying("2023年收到申请9件。" * 30))
    assert len(verdict.violations) == 20


@pytest.mark.parametrize(
    ("within", "silent"),
    [
        ("match", ["2023年我局共收到申请9件。"]),
        (
            "clause",
            ["2023年我局共收到申请9件。", "截至2023年收到申请9件。", "2023年收到申请9件累计。"],
        ),
        ("sentence", ["截至年底，2023年收到申请9件。", "2023年收到申请9件；累计90件。"]),
    ],
)
def test_exceptions_hold_where_they_reach(within, silent):
    of_clause = excepting({"within": within, "patterns": ["截至", "共收", "累计"]})
    for words in silent:
        assert stated_year.check(of_clause, saying(words)) == PASS
    beyond = {"match": "截至2023年收到申请9件。", "clause": "2023年收到申请9件；累计90件。"}
    if within in beyond:
        assert stated_year.check(of_clause, saying(beyond[within])).outcome == "fail"


def test_a_clause_is_the_default():
    default = excepting({"patterns": ["截至"]})
    assert stated_year.check(default, saying("截至2023年收到申请9件。")) == PASS
    assert stated_year.check(default, saying("截至年底，2023年收到申请9件。")).outcome == "fail"


def test_an_exception_that_reaches_into_the_clause_counts():
    before = excepting({"patterns": ["多年来,20"]})
    assert stated_year.check(before, saying("多年来，2023年收到申请9件。")) == PASS


def test_an_exception_with_a_year_of_its_own():
    named = excepting({"within": "sentence", "plus": 0, "patterns": [r"(20\d\d)年"]})
    assert stated_year.check(named, saying("2023年收到申请9件，比2024年少。")) == PASS
    assert stated_year.check(named, saying("2023年收到申请9件，比2022年少。")).outcome == "fail"


def test_only_in_the_sections_named():
    first = rule("stated_year", **{**WORK.options, "in": [1]})
    other = rule("stated_year", **{**WORK.options, "in": [5]})
    report = saying("2023年收到申请9件。")
    assert stated_year.check(first, report).outcome == "fail"
    assert stated_year.check(other, report) == PASS
    headless = read(f"{TITLE}\n一、总体情况\n2023年收到申请9件。\n六、其他需要报告的事项\n无。")
    assert stated_year.check(other, headless).outcome == "not_applicable"


def test_a_year_that_is_only_inferred():
    nameless = {TITLE: "云川县水利局政府信息公开工作年度报告", PERIOD: ""}
    report = saying("2023年收到申请9件。", **nameless)
    assert stated_year.check(WORK, report).outcome == "cannot_evaluate"
    received = saying("收到申请9件，2023年公开信息。", **nameless)
    assert stated_year.check(WORK, received).outcome == "not_applicable"


def test_title_and_period_that_differ():
    report = saying("2023年收到申请9件。", **{TITLE: TITLE.replace("2024", "2023")})
    assert stated_year.check(WORK, report).outcome == "not_applicable"
