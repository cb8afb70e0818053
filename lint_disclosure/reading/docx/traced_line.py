"""Lines that keep the elements of a Word file that their text stands in."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx import read_lines
from lint_disclosure.reading.docx.line import Line
from lint_disclosure.reading.docx.place import Container
from lint_disclosure.reading.package import Package


class TracedLine(Line):
    """A line with the element of its paragraph, the number of that in its container, and the
    texts: where each begins, as it is shown, and its element."""

    __slots__ = ("number", "paragraph", "stretches")
    found: list[TracedLine]

    def __init__(self, container: Container, paragraph: Element | None = None) -> None:
        super().__init__(container, paragraph)
        self.number = container.paragraphs
        self.paragraph = paragraph
        self.stretches: list[tuple[int, str, Element]] = []
        if paragraph is not None:
            self.found.append(self)

    def text(self, text: str, element: Element) -> None:
        self.stretches.append((self.length, text, element))
        super().text(text, element)


def traced_lines(package: Package) -> tuple[Element, list[TracedLine]]:
    """The root of a Word file, and all lines that are read from it. Raises UnreadableFile.

    It is the reader itself that tells, so that places are what it means by them.
    """
    lines: list[TracedLine] = []

    class Tracing(TracedLine):
        found = lines

    return read_lines(package, Tracing), lines
