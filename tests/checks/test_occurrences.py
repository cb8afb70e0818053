"""Check kind ``occurrences``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import occurrences
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, rule, specimen

PROBLEMS = rule(
    "occurrences",
    patterns=["[一二三四五]是"],
    at_least=2,
    after=["问题"],
    before=["改进情况"],
    **{"in": [5]},
)
SECOND = "，二是专栏内容更新还不够及时"


def test_enough_are_named():
    assert occurrences.check(PROBLEMS, specimen()) == PASS


def test_too_few_are_named():
    verdict = occurrences.check(PROBLEMS, specimen(words={SECOND: ""}))
    assert locators(verdict) == ["五、存在的主要问题及改进情况"]
    slots = {"count": 1, "at_least": 2, "at_most": 1, "found": "一是"}
    assert only(verdict).slots == slots
    assert only(verdict).cases == ("few",)


def test_only_what_stands_between_the_two_words_is_counted():
    from_there = PROBLEMS._replace(options={**PROBLEMS.options, "at_least": 3})
    assert occurrences.check(from_there, specimen()).outcome == "fail"
    to_the_end = {key: value for key, value in from_there.options.items() if key != "before"}
    assert occurrences.check(from_there._replace(options=to_the_end), specimen()) == PASS
    nowhere = {**from_there.options, "after": ["没有的词"]}
    verdict = occurrences.check(from_there._replace(options=nowhere), specimen())
    assert (verdict.outcome, verdict.why) == (
        "cannot_evaluate", ("没有找到从哪里数起", "the words to count from are not there")
    )  # fmt: skip


@pytest.mark.parametrize(("most", "outcome"), [(4, "pass"), (3, "fail")])
def test_too_many(most, outcome):
    once = rule("occurrences", patterns=["[一二三四五]是"], at_most=most, **{"in": [5]})
    verdict = occurrences.check(once, specimen())
    assert verdict.outcome == outcome
    assert [violation.cases for violation in verdict.violations] == [("many",)] * (most == 3)


def test_headings_inside_a_section_are_counted():
    numbered = rule("occurrences", patterns=[r"[1-9]\."], at_least=2, **{"in": [5]})
    report = specimen(
        words={
            "：一是政策解读形式还不够丰富": "：\n1.政策解读形式单一",
            "，二是专栏内容更新还不够及时。改进": "\n2.更新不够及时\n改进",
        }
    )
    assert occurrences.check(numbered, report) == PASS


def test_a_text_that_breaks_off_may_say_it_later():
    report = specimen(words={SECOND: ""})
    report = report._replace(partial=True, sections=report.sections[:-1])
    verdict = occurrences.check(PROBLEMS, report)
    assert verdict.outcome == "cannot_evaluate"
    too_many = rule("occurrences", patterns=["[一二三四五]是"], at_most=1, **{"in": [5]})
    assert occurrences.check(too_many, report).outcome == "fail"


def test_a_section_that_is_not_there():
    report = specimen()
    sections = tuple(one for one in report.sections if one.number != 5)
    verdict = occurrences.check(PROBLEMS, report._replace(sections=sections))
    assert verdict.outcome == "not_applicable"
