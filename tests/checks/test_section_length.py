"""Check kind ``section_length``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import section_length
from lint_disclosure.checks.section_length import counted
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, read, rule

HEAD = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"
TAIL = "\n五、存在的主要问题及改进情况\n一是不足。\n"
TEN = rule("section_length", sections=[1], max_length=10)
BOTH = rule("section_length", sections=[1, 5], max_length=4)


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("做好公开,回应关切。", 10),
        ("做好 公开 。\n\n回应　关切", 9),
        ("公开118条", 4),
        ("公开1,180条,占54.2%", 8),
        ("网址www.yunchuan.gov.cn", 3),
        ("2024年1月1日至12月31日", 11),
        ("| 甲 | 乙 |", 2),
        ("", 0),
    ],
)
def test_what_is_counted(text, length):
    assert counted(text) == length


def test_as_long_as_it_may_be():
    assert section_length.check(TEN, read(f"{HEAD}做好公开，回应关切。{TAIL}")) == PASS


def test_longer_by_one():
    found = only(section_length.check(TEN, read(f"{HEAD}做好公开，回应了关切。{TAIL}")))
    assert found.at.locator == "一、总体情况"
    assert found.slots == {"title": "一、总体情况", "length": 11, "most": 10, "over": 1}
    assert (found.actual, found.difference) == (11, 1)


def test_headings_inside_count():
    report = read(f"{HEAD}（一）主动公开\n公开了。{TAIL}")
    assert only(section_length.check(TEN, report)).slots["length"] == 11


def test_each_section_by_itself():
    report = read(f"{HEAD}做好公开。{TAIL}")
    assert locators(section_length.check(BOTH, report)) == [
        "一、总体情况",
        "五、存在的主要问题及改进情况",
    ]


@pytest.mark.parametrize(
    ("words", "outcome"), [("做好公开。", "cannot_evaluate"), ("做好公开，回应了关切。", "fail")]
)
def test_a_text_that_breaks_off(words, outcome):
    assert section_length.check(TEN, read(HEAD + words, partial=True)).outcome == outcome


def test_a_report_without_the_section():
    checked = rule("section_length", sections=[6], max_length=10)
    verdict = section_length.check(checked, read(f"{HEAD}做好公开。{TAIL}"))
    assert verdict.why == ("报告里没有「六、其他需要报告的事项」", "the report has no such section")
