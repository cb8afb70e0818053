"""Words that a text must hold for a pattern to match."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.evidence.search import may_match
from lint_disclosure.rulepack.loading import load_pack
from lint_disclosure.rulepack.needles import MOST_WORDS, needles


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("汇报如下", [True, [["下", "", "汇报如下"]]]),
        ("[特专]此报告", [True, [["告", "此报告", "专此报告", "特此报告"]]]),
        ("(?:按|依)?贵[办局]", [True, [["局", "", "贵局"], ["办", "", "贵办"]]]),
        ("复议[^,。]{0,9}纠正", [False, [["纠", "", "纠正"]], [["复", "", "复议"]]]),
        ("(?<!有)无申请", [False, [["无", "", "无申请"]]]),
        ("^此致$", [False, [["致", "", "此致"]]]),
        (
            "(?:未|没有)(?:收到|接到){1,9}申请",
            [False, [["申", "", "申请"]], [["到", "", "接到", "收到"]]],
        ),
        (r"\d{4}年", [False, [["年", "", "年"]]]),
        ("(?:甲{2,9}|乙)丙", [False, [["丙", "", "丙"]], [["甲", "", "甲"], ["乙", "", "乙"]]]),
        (r"[^。]{3,9}", None),
        ("甲|[^。]{3}", None),
        ("(?i)qq", None),
    ],
)
def test_words_of_a_pattern(pattern: str, expected: Any) -> None:
    found = needles(pattern)
    if expected is None or found is None:
        assert found == expected
        return
    assert found[0] is expected[0]
    assert [_words(groups) for groups in found[1:]] == [_words(groups) for groups in expected[1:]]


def _words(groups: Any) -> set[str]:
    return {word for group in groups for word in group[2:]}


def test_words_are_looked_for_by_what_they_share_and_what_is_rare() -> None:
    common = {"请": 9, "速": 9, "指": 2, "批": 3, "示": 3, "正": 0}
    found = needles("[请速](?:批示|指示|指正)", common)
    assert found == [
        True,
        [
            ["正", "指正", "请指正", "速指正"],
            ["指", "指示", "请指示", "速指示"],
            ["批", "批示", "请批示", "速批示"],
        ],
    ]


def test_long_lists_of_words_are_cut_down() -> None:
    digits = "[0-9]" * 3
    found = needles(f"第{digits}号")
    assert found is not None
    assert found[0] is False
    assert all(len(_words(groups)) <= MOST_WORDS for groups in found[1:])


def _patterns(value: Any) -> Iterator[str]:
    """All texts in options that have needles beside them."""
    if isinstance(value, dict):
        yield from value.get("needles", ())
        for member in value.values():
            yield from _patterns(member)


SHIPPED = sorted({one for rule in load_pack().rules.values() for one in _patterns(rule.options)})


def test_nearly_all_shipped_patterns_have_words() -> None:
    assert len(SHIPPED) > 60


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_whatever_a_pattern_matches_holds_its_words(data: Any) -> None:
    pattern = data.draw(st.sampled_from(SHIPPED))
    text = data.draw(st.from_regex(pattern))
    assert may_match(needles(pattern), text)


@pytest.mark.parametrize("pattern", SHIPPED)
def test_a_pattern_that_is_mere_words_matches_each_of_them(pattern: str) -> None:
    found = needles(pattern)
    assert found is not None
    if found[0]:
        assert all(re.search(pattern, word) for word in _words(found[1]))
