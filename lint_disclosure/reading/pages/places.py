"""Where on the pages a stretch of the decoded text stands."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.reading.blocks import Pieces
from lint_disclosure.reading.pages.page import Char
from lint_disclosure.reading.pages.turned import Turn
from lint_disclosure.spot import PageSpot


class Stretch(NamedTuple):
    """The anchor of a piece: its page, and the character for each of its code points.

    An empty piece has one, whose box is the place of the empty cell. ``turn`` is how the page was
    turned for reading.
    """

    page: int
    chars: list[Char]
    turn: Turn


class PagePlaces:
    """Boxes on pages for ranges of the decoded text."""

    __slots__ = ("_pieces",)

    def __init__(self, pieces: Pieces) -> None:
        self._pieces = pieces

    def spot(self, start: int, end: int) -> PageSpot:
        """The box round the characters of a range; of its first page if it has several."""
        page: int | None = None
        turn: Turn | None = None
        chars: list[Char] = []
        for stretch, first, last in self._pieces.between(start, max(end, start + 1)):
            if page is None:
                page, turn = stretch.page, stretch.turn
            if stretch.page == page:
                chars += stretch.chars[first:last] or ([] if chars else stretch.chars[-1:])
        box = (
            min(char.left for char in chars),
            min(char.top for char in chars),
            max(char.right for char in chars),
            max(char.bottom for char in chars),
        )
        left, top, right, bottom = turn.back(box) if turn else box
        return PageSpot(
            page or 1, (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2))
        )
