"""What stands in round brackets and book titles, and what in the brackets within."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.report.text_match import compiled

DEEPEST = 3
"""Brackets in brackets in brackets; what is deeper is no report."""

_BEHIND_ALL = 1 << 60


class Bracket(NamedTuple):
    """What stands between two brackets; ``depth`` counts the brackets around it."""

    start: int
    end: int
    depth: int


def brackets_in(text: str) -> list[Bracket]:
    """The round brackets and book titles in the order of the text, those far inside left out."""
    found: list[Bracket] = []
    if "(" not in text and "《" not in text:
        return found
    opened: list[int] = []
    for match in compiled(r"[()《》]").finditer(text):
        if match.group() in "(《":
            opened.append(match.end())
        elif opened:
            start = opened.pop()
            if len(opened) <= DEEPEST:
                found.append(Bracket(start, match.start(), len(opened)))
    return sorted(found)


def directly_within(brackets: Sequence[Bracket], at: int) -> list[Bracket]:
    """The brackets in one bracket that are in no other one in it."""
    found: list[Bracket] = []
    end, at = brackets[at].end, at + 1
    while at < len(brackets) and brackets[at].start < end:
        found.append(brackets[at])
        at = bisect_left(brackets, (brackets[at].end,), at)
    return found


def inside(ranges: Sequence[Bracket], at: int) -> bool:
    """Is a place in any of the ranges, which are in order and apart?"""
    index = bisect_right(ranges, (at, _BEHIND_ALL)) - 1
    return index >= 0 and at < ranges[index].end
