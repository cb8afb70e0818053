"""What one paragraph shows, as it grows: stretches of text, breaks, and marks between them."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.blocks import Mark, Piece
from lint_disclosure.reading.docx.place import Anchor, Container


class Break(NamedTuple):
    """The end of a line within a paragraph."""

    anchor: Anchor


Item = Piece | Mark | Break


class Paragraph(NamedTuple):
    """What a paragraph shows. ``joined`` when its end is deleted, so that the next continues it.

    ``number`` is what automatic numbering puts in front, ``blank`` when there is no text.
    """

    items: list[Item]
    number: str
    joined: bool
    blank: bool


class Line:
    """Collects what a paragraph shows; lengths count code points, a break counts as one.

    It is told the elements that things stand in, and makes nothing of them.
    """

    __slots__ = ("_parts", "_start", "container", "items", "length")

    def __init__(self, container: Container, paragraph: Element | None = None) -> None:
        self.container = container
        self.items: list[Item] = []
        self.length = 0
        self._parts: list[str] = []
        self._start = 0

    def text(self, text: str, element: Element) -> None:
        """Add shown text without line breaks."""
        self._parts.append(text)
        self.length += len(text)

    def end_line(self, length: int) -> None:
        """Begin a new line; the break takes ``length`` characters of the text: 1, or 0."""
        self._close()
        self.items.append(Break(self.container.anchor(self.length, length)))
        self.length += length
        self._start = self.length

    def mark(self, kind: str, amount: int = 1) -> None:
        """Note something that is no text."""
        self._close()
        last = self.items[-1] if self.items else None
        if isinstance(last, Mark) and last.kind == kind:
            self.items[-1] = Mark(kind, last.amount + amount)
        else:
            self.items.append(Mark(kind, amount))

    def here(self) -> Anchor:
        """The place of what stands next, which takes no text."""
        return self.container.anchor(self.length, 0)

    def finished(self) -> list[Item]:
        """All that was shown, in order."""
        self._close()
        return self.items

    def _close(self) -> None:
        if self._parts:
            length = self.length - self._start
            text = self._parts[0] if len(self._parts) == 1 else "".join(self._parts)
            self.items.append((text, self.container.anchor(self._start, length)))
            self._parts = []
        self._start = self.length
