"""Check kind ``section_heading``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import section_heading
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

TITLE = rule("section_heading", require="title", prefixes=["政府信息公开工作"])
NUMBERING = rule("section_heading", require="numbering")
KNOWN = rule("section_heading", require="known", **{"except": ["附件"]})
FIVE, SIX = "五、存在的主要问题及改进情况", "六、其他需要报告的事项"
LAST = "2024年，县水利局未收取政府信息公开信息处理费。"
HEAD = "云川县水利局2024年政府信息公开工作年度报告\n"


@pytest.mark.parametrize("checked", [TITLE, NUMBERING, KNOWN])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_headings_of_the_form(checked, form):
    assert section_heading.check(checked, specimen(form)) == PASS


@pytest.mark.parametrize("checked", [TITLE, NUMBERING, KNOWN])
def test_a_report_whose_headings_are_not_known(checked):
    report = read(
        f"{HEAD}根据《中华人民共和国政府信息公开条例》编制，自2024年1月1日起。\n一、工作\n做。"
    )
    assert section_heading.check(checked, report).outcome == "not_applicable"


@pytest.mark.parametrize(
    ("printed", "case"),
    [
        ("五、存在的问题和下一步打算", "other"),
        ("五、存在问题及改进情况", "variant"),
        ("五、存在的主要问题及改进情况。", "stop"),
        ("五、存在的主要问题及改进情况：", "stop"),
    ],
)
def test_words_of_a_heading(printed, case):
    report = specimen(words={FIVE: printed})
    found = only(section_heading.check(TITLE, report))
    assert found.cases == (case,)
    assert found.slots == {"heading": printed, "own": FIVE, "count": 1}
    assert pointed_at(report, found) == printed


def test_an_addition_that_the_rule_lets_pass():
    words = {FIVE: "五、政府信息公开工作存在的主要问题及改进情况"}
    assert section_heading.check(TITLE, specimen(words=words)) == PASS


def test_a_heading_that_is_both_worded_otherwise_and_stopped_is_told_once():
    report = specimen(words={FIVE: "五、存在问题及改进情况。"})
    assert only(section_heading.check(TITLE, report)).cases == ("variant",)


def test_a_number_that_comes_twice():
    report = specimen(words={FIVE: "四、存在的主要问题及改进情况"})
    found = only(section_heading.check(NUMBERING, report))
    assert (found.cases, found.slots["own"]) == (("ordinal",), FIVE)


def test_numbers_close_up_behind_a_missing_section():
    text = specimen().source.text
    at = text.index(FIVE)
    closed = text[:at] + text[text.index(SIX) :].replace("六、", "五、")
    assert section_heading.check(NUMBERING, read(closed)) == PASS


def test_another_style_is_told_once():
    report = specimen(words={FIVE: "5.存在的主要问题及改进情况", SIX: "6.其他需要报告的事项"})
    found = only(section_heading.check(NUMBERING, report))
    assert (found.cases, found.slots["count"]) == (("style",), 2)


@pytest.mark.parametrize(
    ("headings", "found"),
    [
        ("七、下一步打算", ["七、下一步打算"]),
        ("七、下一步打算\n做好公开。\n八、工作建议", ["七、下一步打算", "八、工作建议"]),
        ("七、附件", []),
        ("七、附件\n做好公开。\n八、工作建议", ["八、工作建议"]),
        ("（七）下一步打算", []),
        ("8、下一步打算", []),
        ("九、下一步打算", []),
    ],
)
def test_headings_behind_the_last_section(headings, found):
    report = specimen(words={LAST: f"{LAST}\n{headings}\n做好公开。"})
    verdict = section_heading.check(KNOWN, report)
    assert locators(verdict) == [f"{SIX} {one}" for one in found]


@pytest.mark.parametrize(
    ("before", "six", "found"),
    [
        ("六、下一步打算", "七、其他需要报告的事项", 1),
        # The number is not free: a list within the section, or a slip that STR004 tells.
        ("六、下一步打算", SIX, 0),
        ("五、下一步打算", SIX, 0),
    ],
)
def test_a_heading_between_two_sections(before, six, found):
    report = specimen(words={SIX: f"{before}\n做好公开。\n{six}"})
    assert len(section_heading.check(KNOWN, report).violations) == found


def test_a_heading_in_the_place_of_a_missing_section_is_another_rule():
    report = specimen(words={SIX: "六、下一步打算"})
    assert section_heading.check(KNOWN, report) == PASS
