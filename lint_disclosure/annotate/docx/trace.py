"""Which element of a Word file each stretch of a paragraph's text stands in."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.reading.docx.traced_line import traced_lines
from lint_disclosure.reading.package import Package

Key = tuple[int | None, int | None, int | None, int]
"""Table, row, cell and paragraph, as in a WordSpot."""


class Stretch(NamedTuple):
    """A text within a paragraph: where it begins, its length, and the number of its element."""

    start: int
    length: int
    element: int


class Traced(NamedTuple):
    """A paragraph by the number of its element, and its texts. Elements count from 0."""

    element: int
    stretches: tuple[Stretch, ...]


def trace(package: Package) -> dict[Key, Traced]:
    """The paragraphs of a Word file by their places. Raises UnreadableFile."""
    root, lines = traced_lines(package)
    numbers = {id(element): number for number, element in enumerate(root.iter())}
    traced: dict[Key, Traced] = {}
    for line in lines:
        at = line.container
        if at.fixed is None and line.paragraph is not None:
            key = at.table, at.row, at.cell, line.number
            stretches = [
                Stretch(start, len(text), numbers[id(element)])
                for start, text, element in line.stretches
            ]
            traced[key] = Traced(numbers[id(line.paragraph)], tuple(stretches))
    return traced
