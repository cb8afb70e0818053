"""Put edits to a text, and hold its numbers against those of another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from unicodedata import digit

from lint_disclosure.finding import Edit

_NUMBER = re.compile(r"[-+]?\d+(?:[.,]\d+)*[%‰]?")
_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | dict.fromkeys(
    map(ord, "—–―‐‑‒−"), "-"
)
_LINE_BREAKS = "\n\r"


def applied(text: str, edits: Iterable[Edit]) -> str:
    """The text with edits that do not overlap."""
    pieces: list[str] = []
    done = 0
    for (start, end), _, replacement in sorted(edits, key=lambda edit: edit.span):
        pieces += [text[done:start], replacement]
        done = end
    return "".join([*pieces, text[done:]])


def overlaps(edits: Iterable[Edit], others: Iterable[Edit]) -> bool:
    """Whether any two of them touch the same characters, or the same place between two."""
    spans = [edit.span for edit in others]
    return any(
        (start < other_end and other_start < end) or (start, end) == (other_start, other_end)
        for start, end in (edit.span for edit in edits)
        for other_start, other_end in spans
    )


def same_numbers(before: str, after: str) -> bool:
    """Whether two texts hold the same numbers in the same order, however they are written.

    Width does not count; signs, points, commas and what parts two numbers do. So do Chinese
    numerals and numbers in one character (①).
    """
    return _numbers(before) == _numbers(after)


def keeps_numbers(text: str, edits: Iterable[Edit]) -> bool:
    """Whether a text keeps its numbers; only the lines that are edited are looked at."""
    by_line: dict[tuple[int, int], list[Edit]] = {}
    for edit in edits:
        by_line.setdefault(_line_around(text, *edit.span), []).append(edit)
    for (start, end), own in by_line.items():
        moved = [edit._replace(span=(edit.span[0] - start, edit.span[1] - start)) for edit in own]
        line = text[start:end]
        if not same_numbers(line, applied(line, moved)):
            return False
    return True


def _line_around(text: str, start: int, end: int) -> tuple[int, int]:
    first = max(text.rfind(char, 0, start) for char in _LINE_BREAKS) + 1
    stops = [at for char in _LINE_BREAKS if (at := text.find(char, end)) >= 0]
    return first, min(stops, default=len(text))


def _numbers(text: str) -> list[str]:
    plain = text.translate(_WIDTHS)
    found = [(match.start(), _value(match[0])) for match in _NUMBER.finditer(plain)]
    found += [
        (at, char)
        for at, char in enumerate(plain)
        if char == "两" or (char.isnumeric() and not char.isdecimal())
    ]
    return [value for _, value in sorted(found)]


def _value(number: str) -> str:
    return "".join(str(digit(char)) if char.isdecimal() else char for char in number)
