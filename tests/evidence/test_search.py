"""Searching for the patterns of a rule, and doing without them where their words are not there."""

from __future__ import annotations

import pytest

from lint_disclosure.evidence.search import (
    any_found,
    as_lines,
    likely,
    lines_with,
    may_match,
    without_words,
)
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.needles import needles

LETTER = "(?:根据|按照)贵[办局][^。]{0,9}"
WORDS = "特此报告|专此报告"
NEEDLES = {pattern: needles(pattern) or [] for pattern in (LETTER, WORDS)}


@pytest.fixture
def tried(monkeypatch):
    """The patterns that were really searched with."""
    found: list[str] = []

    def noted(pattern):
        found.append(pattern)
        return compiled(pattern)

    monkeypatch.setattr("lint_disclosure.evidence.search.compiled", noted)
    return found


@pytest.mark.parametrize(
    ("text", "found", "searched"),
    [
        ("根据条例编制本报告。", False, []),
        ("根据贵州省的规定编制。", False, [LETTER]),
        ("根据贵办文件编制。", True, [LETTER]),
        ("特此报告。", True, []),
    ],
)
def test_a_pattern_is_tried_only_where_its_words_stand(tried, text, found, searched):
    needles_ = {LETTER: [False, [["贵", "", "根据贵", "按照贵"]]], WORDS: NEEDLES[WORDS]}
    assert any_found([LETTER, WORDS], needles_, text) is found
    assert tried == searched


def test_a_pattern_without_words_is_always_tried(tried):
    assert any_found([WORDS], {}, "特此报告。")
    assert may_match(None, "")
    assert tried == [WORDS]


def test_the_patterns_that_may_match():
    assert likely([LETTER, WORDS], NEEDLES, "特此报告") == [WORDS]
    assert likely([LETTER, "汇报如下"], {}, "") == [LETTER, "汇报如下"]


def test_taking_words_out():
    assert (
        without_words([LETTER, WORDS], NEEDLES, "按照贵办要求，特此报告。") == "按照贵办要求，\n。"
    )


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        (["未"], [0, 2]),
        (["处罚", "许可"], [0, 1, 3]),
        (["未作出", "不涉及"], [0]),
        (["没有"], []),
        (["罚未"], []),
    ],
)
def test_the_lines_that_hold_a_word(words, lines):
    texts = ["未作出行政处罚", "许可处罚许可", "尚未实施，尚未开展", "行政处罚"]
    assert lines_with(words, as_lines(texts)) == lines


def test_no_lines_at_all():
    assert lines_with(["未"], as_lines([])) == []
