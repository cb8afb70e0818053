"""Check kind ``item_numbers``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import item_numbers
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, read, rule

RULE = rule("item_numbers", sections=[1, 5])
HEAD = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"
TAIL = "\n五、存在的主要问题及改进情况\n一是不足。\n六、其他需要报告的事项\n没有。\n"


def judged(*items, text="做好。"):
    """The verdict on sub-headings with a text below each."""
    return item_numbers.check(
        RULE, read(HEAD + "".join(f"{one}\n{text}\n" for one in items) + TAIL)
    )


@pytest.mark.parametrize(
    "items",
    [
        (),
        ("（一）公开", "（二）管理", "（三）监督"),
        ("1.公开", "3.管理"),
        # Two lists, and a list within a list.
        ("（一）公开", "（二）管理", "（一）监督", "（二）保障", "（二）培训"),
        ("（一）公开。", "（二）管理。"),
    ],
)
def test_nothing_to_say(items):
    assert judged(*items) == PASS


@pytest.mark.parametrize(
    ("items", "case", "heading", "missing"),
    [
        (("（一）公开", "（三）管理"), "gap", "（三）管理", "（二）"),
        (("（二）公开", "（三）管理"), "gap", "（二）公开", "（一）"),
        (("（一）公开", "（四）管理"), "gap", "（四）管理", "（二）（三）"),
        (("（一）公开", "（二）管理", "（二）监督", "（五）保障"), "repeated", "（二）监督", ""),
        (("（一）公开", "（三）管理", "（二）监督"), "order", "（二）监督", ""),
        (("（一）公开", "（二）管理。"), "stop", "（二）管理。", ""),
    ],
)
def test_what_is_told(items, case, heading, missing):
    found = only(judged(*items))
    assert found.cases == (case,)
    assert (found.slots["heading"], found.slots["missing"]) == (heading, missing)
    assert found.slots["section"] == "一、总体情况"


def test_numbers_beyond_ten():
    numerals = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十二")
    found = only(judged(*(f"（{one}）公开" for one in numerals)))
    assert (found.slots["number"], found.slots["missing"]) == ("（十二）", "（十一）")


def test_a_number_within_the_text_is_not_missing():
    assert judged("（一）公开", "（三）管理", text="见（二）。") == PASS


def test_a_full_stop_before_the_text_that_runs_on_is_one_as_well():
    assert judged("（一）公开。做好公开。", "（二）管理。") == PASS


def test_a_full_stop_behind_a_sentence():
    assert judged("（一）公开", "（二）做好了公开工作，内容较多。") == PASS


def test_sections_that_are_not_asked_for():
    report = read(HEAD + "公开。\n六、其他需要报告的事项\n（一）甲\n没有。\n（三）乙\n没有。\n")
    assert item_numbers.check(RULE, report) == PASS
