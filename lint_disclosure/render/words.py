"""The words that frames, notes and summary are made of, in both languages.

Symbols stay within GBK, so that a console in code page 936 shows them.
"""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.finding import Confidence, Severity


class Words(NamedTuple):
    """One language."""

    severity: dict[Severity, str]
    confidence: dict[Confidence, str]
    colon: str
    comma: str
    listed: str
    required: str
    equation: str
    that_is: str
    difference: str
    more: str
    less: str
    is_should: str
    should_is: str
    compared: str
    same_cause: str
    see_also: str
    further: str
    repair: str
    change: str
    change_blank: str
    why: str
    either: str
    further_ways: str
    stop: str
    bracketed: str
    likely: str
    advice: str
    basis: str
    certainty: str
    more_help: str


ZH = Words(
    severity={"error": "错误", "warning": "警告", "info": "提示"},
    confidence={"high": "高", "medium": "中，请人工确认", "low": "低，仅供参考"},
    colon="：",
    comma="，",
    listed="、",
    required="应有",
    equation="算式",
    that_is="，即 ",
    difference="相差",
    more="多 {}",
    less="少 {}",
    is_should="实为 {actual}，应为 {expected}",
    should_is="应为",
    compared="对照",
    same_cause="同因",
    see_also="另见",
    further="还有 {} 处",
    repair="改法",
    change="{cell} 由 {before} 改为 {after}",
    change_blank="{cell} 填 {after}",
    why="理由",
    either="可能",
    further_ways="还有 {} 种",
    stop="；",
    bracketed="（{}）",
    likely="{letter} 最可能应为 {after}",
    advice="建议",
    basis="依据",
    certainty="把握",
    more_help="说明",
)

EN = Words(
    severity={"error": "error", "warning": "warning", "info": "info"},
    confidence={"high": "high", "medium": "medium, please check", "low": "low, a hint only"},
    colon=": ",
    comma=", ",
    listed=", ",
    required="required",
    equation="equation",
    that_is=", here ",
    difference="difference",
    more="{} too many",
    less="{} too few",
    is_should="is {actual}, should be {expected}",
    should_is="should be",
    compared="compared",
    same_cause="same cause",
    see_also="see also",
    further="{} more",
    repair="repair",
    change="change {cell} from {before} to {after}",
    change_blank="fill in {cell} with {after}",
    why="why",
    either="either",
    further_ways="{} more",
    stop="; ",
    bracketed=" ({})",
    likely="{letter} should most likely be {after}",
    advice="advice",
    basis="basis",
    certainty="confidence",
    more_help="help",
)


def words(lang: str) -> Words:
    """The words of a language; anything but ``en`` is Chinese."""
    return EN if lang == "en" else ZH
