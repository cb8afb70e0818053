"""Which element of a Word file each stretch of a paragraph's text stands in."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx import read_lines
from lint_disclosure.reading.docx.line import Line
from lint_disclosure.reading.docx.place import Container
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
    """The paragraphs of a Word file by their places. Raises UnreadableFile.

    It is the reader itself that tells, so that places are what it means by them.
    """
    lines: list[_TracedLine] = []

    class Tracing(_TracedLine):
        found = lines

    root = read_lines(package, Tracing)
    numbers = {id(element): number for number, element in enumerate(root.iter())}
    traced: dict[Key, Traced] = {}
    for line in lines:
        at = line.container
        if at.fixed is None and line.paragraph is not None:
            key = at.table, at.row, at.cell, line.number
            stretches = [
                Stretch(start, length, numbers[id(element)])
                for start, length, element in line.stretches
            ]
            traced[key] = Traced(numbers[id(line.paragraph)], tuple(stretches))
    return traced


class _TracedLine(Line):
    """A line that keeps the elements it is told of."""

    __slots__ = ("number", "paragraph", "stretches")
    found: list[_TracedLine]

    def __init__(self, container: Container, paragraph: Element | None = None) -> None:
        super().__init__(container, paragraph)
        self.number = container.paragraphs
        self.paragraph = paragraph
        self.stretches: list[tuple[int, int, Element]] = []
        if paragraph is not None:
            self.found.append(self)

    def text(self, text: str, element: Element) -> None:
        self.stretches.append((self.length, len(text), element))
        super().text(text, element)
