"""Check kind ``amount_step``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import amount_step
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

FEES = rule(
    "amount_step",
    about=["信息处理费"],
    step=10,
    ways=[{"words": ["按件"], "step": 100}, {"words": ["按量"], "step": 10}],
    **{"except": ["退还"]},
)
SAID = "2024年，县水利局未收取政府信息公开信息处理费。"


def saying(words):
    return specimen(words={SAID: words})


def test_a_sum_that_is_no_multiple():
    report = saying("收取信息处理费55元。")
    found = only(amount_step.check(FEES, report))
    assert found.slots == {"amount": "55元", "step": 10}
    assert found.values == ("55元",)
    assert found.at.locator == "六、其他需要报告的事项"
    assert pointed_at(report, found) == "55元"


@pytest.mark.parametrize(
    "words",
    [
        "收取信息处理费2,950元。",
        "收取信息处理费0.295万元。",
        "收取信息处理费0元。",
        "按件收取信息处理费400元。",
        "按件或者按量收取信息处理费410元。",
    ],
)
def test_sums_that_are_multiples(words):
    assert amount_step.check(FEES, saying(words)) == PASS


@pytest.mark.parametrize(
    ("words", "amounts"),
    [
        ("收取信息处理费2,955元。", ["2,955元"]),
        ("收取信息处理费0.2955万元。", ["0.2955万元"]),
        ("收取信息处理费20.5元。", ["20.5元"]),
        ("按件收取信息处理费410元。", ["410元"]),
        ("收取信息处理费20元。其中，甲所5元；乙所15元。", ["5元", "15元"]),
    ],
)
def test_sums_that_are_not(words, amounts):
    found = amount_step.check(FEES, saying(words)).violations
    assert [one.slots["amount"] for one in found] == amounts


@pytest.mark.parametrize(
    "words",
    [
        "办公费55元，未收取信息处理费。",
        "收取信息处理费55元，已退还。",
        "收取信息处理费约55元。",
        "信息处理费5元/页，每件5元以上。",
        "收取罚款55元。",
    ],
)
def test_sums_that_are_not_judged(words):
    assert amount_step.check(FEES, saying(words)).outcome == "not_applicable"


def test_whoever_writes_many_wrong_sums_is_told_of_twenty():
    report = saying("收取信息处理费" + "5元，" * 30)
    assert len(amount_step.check(FEES, report).violations) == 20
