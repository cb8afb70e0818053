"""Check kind ``announced_sections``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import announced_sections
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

NAMES = ("总体", "主动公开", "依申请", "复议", "问题", "其他")
RULE = rule(
    "announced_sections",
    names=[{"section": number, "patterns": [word]} for number, word in enumerate(NAMES, start=1)],
)
ALL = "总体情况、主动公开、依申请公开、行政复议、存在的问题、其他事项"
FIVE = "总体情况、主动公开、依申请公开、存在的问题、其他事项"
BODY = "一、总体情况\n2024年公开118条。\n二、主动公开政府信息情况\n"


def opening(words):
    """The report with a sentence in front of its first section."""
    return specimen(words={"要求编制。": f"要求编制。{words}"})


def test_nothing_is_announced():
    assert announced_sections.check(RULE, specimen()).outcome == "not_applicable"


@pytest.mark.parametrize(
    "words",
    [
        f"本报告包括{ALL}。",
        f"本报告由{ALL}六部分组成。",
        f"全文分为{ALL}等 6 个部分。",
        "本报告由总体情况、主动公开、依申请公开、行政复议等部分组成。",
    ],
)
def test_what_agrees(words):
    assert announced_sections.check(RULE, opening(words)) == PASS


@pytest.mark.parametrize(
    "words",
    [
        # No list of the report's parts, but of something else.
        f"我局的工作包括{FIVE}。",
        "本报告由办公室编制，包括总体情况、主动公开、依申请公开。",
        f"本报告根据要求编制，{FIVE}。",
    ],
)
def test_what_is_no_announcement(words):
    assert announced_sections.check(RULE, opening(words)).outcome == "not_applicable"


def test_a_list_that_lacks_a_section():
    report = opening(f"本报告由{FIVE}等六部分组成。")
    found = only(announced_sections.check(RULE, report))
    assert found.cases == ("list",)
    assert found.slots == {
        "said": 6,
        "full": 6,
        "named": 5,
        "missing": "「四、政府信息公开行政复议、行政诉讼情况」",
    }
    assert pointed_at(report, found) == f"本报告由{FIVE}等六部分组成。"


@pytest.mark.parametrize(("printed", "said"), [("五", 5), ("7个", 7), ("八大", 8)])
def test_another_number_than_the_forms(printed, said):
    found = only(announced_sections.check(RULE, opening(f"本报告由{ALL}{printed}部分组成。")))
    assert (found.cases, found.slots["said"]) == (("number",), said)


def test_an_announcement_within_section_one():
    report = specimen(words={"2024年，县水利局认真": f"本报告包括{FIVE}。2024年，县水利局认真"})
    assert only(announced_sections.check(RULE, report)).at.locator == "一、总体情况"


def test_a_list_that_breaks_off():
    head = "云川县水利局2024年政府信息公开工作年度报告\n根据《政府信息公开条例》编制。"
    shown = f"{head}本报告包括总体情况、主动公开、依申请公开、行政复议"
    report = read(shown, partial=True)
    assert announced_sections.check(RULE, report).outcome == "cannot_evaluate"
    whole = read(f"{shown}。\n{BODY}", partial=True)
    assert only(announced_sections.check(RULE, whole)).slots["named"] == 4
