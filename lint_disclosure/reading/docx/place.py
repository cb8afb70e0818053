"""Where in a Word file a stretch of the decoded text stood."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.reading.blocks import Pieces
from lint_disclosure.spot import WordSpot


class Anchor(NamedTuple):
    """Where a piece of text stands: table, row, cell and paragraph from 1, as in WordSpot.

    It takes ``length`` code points of the text of the paragraph, from ``start`` on; none when the
    piece is not stored there: an automatic number, a blank between two paragraphs.
    """

    table: int | None
    row: int | None
    cell: int | None
    paragraph: int
    start: int
    length: int


class Note(NamedTuple):
    """A reference to a note: its kind and id, and where it stands."""

    kind: str
    id: str
    anchor: Anchor


_new = tuple.__new__
"""Makes a named tuple in half the time; a report has some hundred cells and paragraphs."""


class Container:
    """What paragraphs are counted in: the body, or a cell.

    ``fixed`` is set for text that stands elsewhere in the file: a note, a text box. Its place is
    where the flow of the text refers to it, as that is where a comment on it can stand.
    """

    __slots__ = ("cell", "fixed", "paragraphs", "row", "table")

    def __init__(
        self,
        table: int | None = None,
        row: int | None = None,
        cell: int | None = None,
        fixed: Anchor | None = None,
    ) -> None:
        self.table = table
        self.row = row
        self.cell = cell
        self.fixed = fixed
        self.paragraphs = 0

    def anchor(self, start: int, length: int) -> Anchor:
        """An anchor in the paragraph that is being read."""
        if self.fixed is not None:
            return self.fixed
        return _new(Anchor, (self.table, self.row, self.cell, self.paragraphs, start, length))

    def first(self) -> Anchor:
        """The anchor of what holds no text: its first paragraph."""
        return self.fixed or Anchor(self.table, self.row, self.cell, 1, 0, 0)


class WordOrigins:
    """The places of the pieces of a document."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def spot(self, start: int, end: int) -> WordSpot:
        """The place of a range; of one over several paragraphs the part in the first of them."""
        first: Anchor | None = None
        begin = stop = 0
        for anchor, left, right in self._pieces.between(start, end):
            if first is None:
                first = anchor
                begin = anchor.start + min(left, anchor.length)
            elif anchor[:4] != first[:4]:
                break
            stop = anchor.start + min(right, anchor.length)
        if first is None:
            return WordSpot(None, None, None, 1, 0, 0)
        return WordSpot(*first[:4], begin, max(begin, stop))
