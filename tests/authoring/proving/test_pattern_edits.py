from __future__ import annotations

import re

import pytest

from lint_disclosure.authoring.proving.pattern_edits import pattern_edits
from lint_disclosure.rulepack.loading import load_pack


def changed(pattern: str) -> list[str]:
    return [edit.apply(pattern) for edit in pattern_edits(pattern)]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        # A character that must be there.
        ("特此", ["亍此"]),
        (r"\(空\)", [r"亍空\)"]),
        ("[特专]此报告", ["[特专]亍报告"]),
        ("(?:请|敬请)审[阅示]", ["(?:请|敬请)亍[阅示]"]),
        ("[甲乙]{2}", ["亍{2}"]),
        ("(?:甲|乙)(?:丙|丁)", ["亍(?:丙|丁)"]),
        # Alternatives of the whole.
        ("考核|考评|绩效", ["考评|绩效", "考核|绩效", "考核|考评"]),
        ("(?:考核|考评)", ["(?:考评)", "(?:考核)"]),
        (r"甲\||[|丙]", ["[|丙]", r"甲\|"]),
        # Repeats.
        ("报告?书", ["亍告?书", "报书"]),
        ("甲{2,5}乙", ["亍{2,5}乙", "甲{2}乙"]),
        ("甲{1,3}+", ["亍{1,3}+", "甲"]),
        ("甲+?乙", ["亍+?乙", "甲乙"]),
        ("(?:的|之)*+事", ["事", "(?:的|之)*+亍"]),
        ("甲[^,。]{0,8}乙", ["亍[^,。]{0,8}乙", "甲乙"]),
        ("甲{,3}乙", ["乙", "甲{,3}亍"]),
        ("甲{3}{乙", ["亍{3}{乙"]),
        ("甲(?:乙丙?)?", ["亍(?:乙丙?)?", "甲", "甲(?:乙)?"]),
        # Conditions.
        ("^甲$", ["甲$", "^亍$", "^甲"]),
        ("甲(?=乙|$)", ["亍(?=乙|$)", "甲"]),
        ("(?<!有)无(?!关)", ["无(?!关)", "(?<!有)亍(?!关)", "(?<!有)无"]),
        ("甲(?!乙{1,3})", ["亍(?!乙{1,3})", "甲", "甲(?!乙)"]),
    ],
)
def test_what_is_changed(pattern: str, wanted: list[str]) -> None:
    assert changed(pattern) == wanted


def test_the_patterns_of_the_shipped_rules_stay_patterns() -> None:
    patterns = {
        one
        for rule in load_pack().rules.values()
        for one in (*rule.options.get("needles", {}), *rule.options.get("patterns", ()))
    }
    assert len(patterns) > 50
    for pattern in patterns:
        for one in changed(pattern):
            assert one != pattern
            re.compile(one)
