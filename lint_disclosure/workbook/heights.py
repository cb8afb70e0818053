"""How high a row has to be: not every program finds that out by itself."""

from __future__ import annotations

from math import ceil

from lint_disclosure.workbook.limits import MAX_HEIGHT

LINE = 16.0
"""Points of a line; also the height of a row without any text that goes on."""

_ROOM = 0.85
"""The part of a column's width that holds text, since words are not broken."""


def lines(text: str, width: float) -> int:
    """The lines that a text takes in a column of a width in characters."""
    room = max(1.0, width * _ROOM)
    return sum(max(1, ceil(_cells(line) / room)) for line in text.split("\n"))


def height(count: int) -> float:
    """Points of a row with so many lines."""
    return min(count * LINE, MAX_HEIGHT)


def _cells(text: str) -> int:
    """Chinese characters count twice, as their bytes do in GBK."""
    return len(text) if text.isascii() else len(text.encode("gbk", "replace"))
