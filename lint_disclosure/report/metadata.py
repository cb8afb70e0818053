"""The metadata head that a portal puts above a report: 索引号, 成文日期, 发布机构 and so on."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

from lint_disclosure.document import Line
from lint_disclosure.place import Span
from lint_disclosure.report.model import Field

_LINES_SEARCHED = 25
_DATE = re.compile(r"((?:19|20)\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})")


@cache
def _labels(
    words: tuple[tuple[str, tuple[str, ...]], ...],
) -> tuple[re.Pattern[str], dict[str, str]]:
    kinds = {word: kind for kind, alternatives in words for word in alternatives}
    spaced = (
        r"\s*".join(re.escape(char) for char in word)
        for word in sorted(kinds, key=len, reverse=True)
    )
    return re.compile(rf"({'|'.join(spaced)})\s*([:|])?\s*"), kinds


def find_metadata(
    lines: Sequence[Line], folded: str, stop: int, vocabulary: Mapping[str, Any]
) -> dict[str, Field]:
    """The fields found in the lines above offset ``stop``; a label without a value gives none."""
    words = tuple((kind, tuple(names)) for kind, names in vocabulary["metadata"].items())
    pattern, kinds = _labels(words)
    found: dict[str, Field] = {}
    above: list[tuple[str, int]] = []
    for line in lines[:_LINES_SEARCHED]:
        if line.start >= stop:
            break
        if line.cells is None and line.end - line.start > 120:
            continue
        values = _columns_below(line, above, folded)
        for kind, span in values or _on_line(line, folded, pattern, kinds):
            found.setdefault(kind, Field(folded[span[0] : span[1]].strip(), (span,)))
        above = _only_labels(line, folded, pattern, kinds)
    return found


def _on_line(
    line: Line, folded: str, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> list[tuple[str, Span]]:
    """Values behind their labels on one line."""
    found: list[tuple[str, Span]] = []
    marks = [
        mark
        for mark in pattern.finditer(folded, line.start, line.end)
        if mark.group(2) and (mark.start() == line.start or not folded[mark.start() - 1].isalnum())
    ]
    for position, mark in enumerate(marks):
        stop = marks[position + 1].start() if position + 1 < len(marks) else line.end
        text = folded[mark.end() : stop]
        value = re.split(r"\||\s{2,}|\s(?=\S{1,6}:)", text.strip(" |*"))[0].strip()
        kind = kinds["".join(mark.group(1).split())]
        if value and not value.endswith(":") and len(value) <= 60:
            start = mark.end() + text.index(value)
            found.append((kind, (start, start + len(value))))
    return found


def _only_labels(
    line: Line, folded: str, pattern: re.Pattern[str], kinds: Mapping[str, str]
) -> list[tuple[str, int]]:
    """The kinds of the columns when a line holds nothing but labels, with their cell numbers."""
    if line.cells is None:
        return []
    columns: list[tuple[str, int]] = []
    for number, (start, end) in enumerate(line.cells):
        if start == end:
            continue
        mark = pattern.fullmatch(folded[start:end])
        if mark is None:
            return []
        columns.append((kinds["".join(mark.group(1).split())], number))
    return columns if len(columns) > 1 else []


def _columns_below(
    line: Line, above: Sequence[tuple[str, int]], folded: str
) -> list[tuple[str, Span]]:
    if not above or line.cells is None:
        return []
    return [
        (kind, line.cells[number])
        for kind, number in above
        if number < len(line.cells) and line.cells[number][0] < line.cells[number][1]
    ]


def stated_day(field: Field | None) -> tuple[int, int, int] | None:
    """Year, month and day as a metadata field states them, whether there is such a day or not."""
    match = _DATE.search(field.value) if field else None
    return (int(match[1]), int(match[2]), int(match[3])) if match else None


def field_date(field: Field | None) -> date | None:
    """The date that a metadata field holds."""
    stated = stated_day(field)
    try:
        return date(*stated) if stated else None
    except ValueError:
        return None
