"""Numbers as reports write them: 1,234件, 三十四件, 0.5万元, 12余件."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from lint_disclosure.finding import Number
from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.text_match import compiled

_DIGITS = r"(\d{1,3}(?:,\d{3})+(?!\d)|\d{1,12})(\.\d{1,8})?(?![\d.])"
_NUMERAL = r"[零〇一二两三四五六七八九十百千]{1,7}"
DIGIT_OF: Mapping[str, int] = {
    **{char: value for value, char in enumerate("零一二三四五六七八九")},
    "〇": 0,
    "○": 0,
    "两": 2,
}
_TENS: Mapping[str, int] = {"十": 10, "百": 100, "千": 1000}
_ENDS = frozenset("。!?;:,、()")
_ENDS_OR_NOTHING = (*_ENDS, "")
_RANGE = frozenset("-~至到+/")
_BEFORE_RANGE = frozenset("0123456789件宗份条次起个项")
_SHARES = ("%", "‰", "个百分点", "倍", "成")
_NO_COUNT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz./〔[")
_FEW = ("一", "十", "百", "千")
_OF_ONE = frozenset("件宗份例")
_WITH_NUMERALS = frozenset("件宗份例起条次个")
"""一次 and 一起, 两项 and 三期 are mostly no counts."""


class Figure(NamedTuple):
    """A number in the squeezed text; ``kind`` is count, money, share, or other for what counts
    something else. ``value`` is a whole number, or for money 万元. ``exact``: not 余, 以上 or a
    range. ``end`` is behind the unit.
    """

    kind: str
    value: Number
    unit: str
    exact: bool
    end: int


def figure_at(text: str, start: int, grammar: Grammar) -> Figure | None:
    """The number in figures that starts there."""
    match = compiled(_DIGITS).match(text, start)
    if match is None:
        return None
    before = text[start - 1 : start]
    end = match.end()
    digits = match[1].replace(",", "")
    value: Number = Decimal(digits + match[2]) if match[2] else int(digits)
    if text.startswith(_SHARES, end):
        return Figure("share", value, "%", True, end + 1)
    exact = not _ends_range(text, start)
    exact = exact and not _begins_range(text, end)
    unit, factor = _unit_at(text, end, grammar)
    while not unit and text[end : end + 1] in grammar.rough_inside and text[end : end + 1]:
        exact = False
        end += 1
        unit, factor = _unit_at(text, end, grammar)
    if before in _NO_COUNT and before:
        return Figure("other", value, "", False, end)
    if not unit:
        alone = end == len(text) or text[end] in _ENDS
        kind = "count" if alone and not match[2] else "other"
        return Figure(kind, int(value), "", exact, end)
    end += len(unit)
    exact = exact and not (text.startswith(grammar.rough_after, end) or _begins_range(text, end))
    if factor:
        return Figure("money", value * Decimal(factor), unit, exact, end)
    return Figure("other" if match[2] else "count", int(value), unit, exact, end)


def _ends_range(text: str, start: int) -> bool:
    """Does a number in front make a range: 3-5件, 3件至5件?"""
    return text[start - 1 : start] in _RANGE and text[start - 2 : start - 1] in _BEFORE_RANGE


def _begins_range(text: str, end: int) -> bool:
    """Does a number behind make a range?"""
    return text[end : end + 1] in _RANGE and text[end + 1 : end + 2].isdigit()


def numeral_at(text: str, start: int, grammar: Grammar) -> Figure | None:
    """The number in characters that starts there, with its unit: 三十四件."""
    if (
        text[start] in "零〇"
        and text[start - 1 : start] == "为"
        and text[start + 1 : start + 2] in _ENDS_OR_NOTHING
    ):
        return Figure("count", 0, "", True, start + 1)
    match = compiled(_NUMERAL).match(text, start)
    unit = _unit_at(text, match.end(), grammar)[0] if match else ""
    if match is None or not unit or unit in grammar.money:
        return None
    if unit not in (_OF_ONE if match.group() in _FEW else _WITH_NUMERALS):
        return None
    value = numeral(match.group())
    end = match.end() + len(unit)
    if value is None:
        return None
    before = text[start - 1 : start]
    exact = not (text.startswith(grammar.rough_after, end) or before in grammar.rough_inside)
    return Figure("count", value, unit, exact, end)


def numeral(text: str) -> int | None:
    """A number in characters: 三十四 is 34; None where they make none."""
    if not any(char in _TENS for char in text):
        digits = [DIGIT_OF[char] for char in text]
        return int("".join(map(str, digits)))
    total, last, ten = 0, 0, 10_000
    for char in text:
        if char in _TENS:
            if _TENS[char] >= ten:
                return None
            ten = _TENS[char]
            total += (last or 1) * ten
            last = 0
        elif last:
            return None
        else:
            last = DIGIT_OF[char]
    return total + last


def _unit_at(text: str, at: int, grammar: Grammar) -> tuple[str, str]:
    """The unit that starts there, and for money how many 万元 it is."""
    for length in (2, 1):
        word = text[at : at + length]
        if word in grammar.money:
            return word, grammar.money[word]
        if word in grammar.counted:
            return word, ""
    return "", ""
