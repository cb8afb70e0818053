"""What a cell holds: a number, a blank, a dash, or words."""

from __future__ import annotations

import re
from decimal import Decimal

from lint_disclosure.finding import Number
from lint_disclosure.report.model import CellState

REMARK = r"(?:\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕)"
"""A remark in brackets, behind a number."""

_NUMBER = re.compile(
    rf"([+-]?)(\d{{1,3}}(?:,\d{{3}}){{1,4}}|\d{{1,15}})(\.\d{{1,8}})?\s*({REMARK})?", re.A
)
_DASH = re.compile(rf"[-/\\_.]{{1,6}}\s*{REMARK}?")
_WORDS = re.compile(
    r"暂?无|不适用|不涉及|[nN]/?[aA]|见附[件表]"
    rf"|[+-]{{0,2}}\d[\d,.]{{0,15}}万?(?:亿?元|[件条项个宗份次人])\s*{REMARK}?"
    r"|[增减+-]{1,2}\d{1,9}|\d{16,40}",
    re.A,
)


_LONGEST_VALUE = 120


def classify(folded: str) -> CellState | None:
    """The state of a cell's folded text; None when it looks like no value at all."""
    if folded.isascii() and folded.isdigit() and len(folded) <= 15:
        return "number"
    if not folded or folded.isspace():
        return "blank"
    if len(folded) > _LONGEST_VALUE:
        return None
    if _DASH.fullmatch(folded):
        return "dash"
    if _NUMBER.fullmatch(folded):
        return "number"
    return "text" if _WORDS.fullmatch(folded) else None


def number(folded: str) -> tuple[Number, str | None]:
    """The number in a text of state ``number``, and the remark that stands with it."""
    if folded.isdigit():
        return int(folded), None
    match = _NUMBER.fullmatch(folded)
    if match is None:
        raise ValueError(folded)
    sign, whole, fraction, note = match.groups()
    digits = whole.replace(",", "")
    value: Number = Decimal(digits + fraction) if fraction else int(digits)
    return (-value if sign == "-" else value), note


def divide(digits: str, count: int) -> tuple[int, ...] | None:
    """The lengths of ``count`` numbers that stand glued together, if only one division is possible.

    Every number is printed and none has a leading zero; ``000`` divides into three zeros only.
    """
    found: list[tuple[int, ...]] = []

    def extend(at: int, lengths: tuple[int, ...]) -> None:
        if len(found) > 1:
            return
        left = count - len(lengths)
        if left == 0:
            if at == len(digits):
                found.append(lengths)
            return
        longest = 1 if digits[at : at + 1] == "0" else len(digits) - at - left + 1
        for length in range(1, longest + 1):
            extend(at + length, (*lengths, length))

    if count <= len(digits) <= 24:
        extend(0, ())
    return found[0] if len(found) == 1 else None
