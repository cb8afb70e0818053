"""Where on the pages a stretch of the decoded text stands."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.reading.blocks import Pieces
from lint_disclosure.reading.pages.page import Char
from lint_disclosure.spot import PageSpot


class Stretch(NamedTuple):
    """The anchor of a piece: its page, and the character for each of its code points.

    An empty piece has one, whose box is the place of the empty cell.
    """

    page: int
    chars: list[Char]


class PagePlaces:
    """Boxes on pages for ranges of the decoded text."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def spot(self, start: int, end: int) -> PageSpot:
        """The box round the characters of a range; of its first page if it has several."""
        page: int | None = None
        chars: list[Char] = []
        for stretch, first, last in self._pieces.between(start, max(end, start + 1)):
            if page is None:
                page = stretch.page
            if stretch.page == page:
                chars += stretch.chars[first:last] or ([] if chars else stretch.chars[-1:])
        return PageSpot(
            page or 1,
            (
                round(min(char.left for char in chars), 2),
                round(min(char.top for char in chars), 2),
                round(max(char.right for char in chars), 2),
                round(max(char.bottom for char in chars), 2),
            ),
        )
