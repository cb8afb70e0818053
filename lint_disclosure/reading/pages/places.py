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

    def boxes(self, start: int, end: int) -> list[PageSpot]:
        """The boxes round the characters of a range: one for each line that they stand on."""
        lines: list[tuple[Stretch, list[Char]]] = []
        for stretch, first, last in self._pieces.between(start, max(end, start + 1)):
            for char in stretch.chars[first:last] or ([] if lines else stretch.chars[-1:]):
                if lines and lines[-1][0].page == stretch.page and _beside(lines[-1][1][-1], char):
                    lines[-1][1].append(char)
                else:
                    lines.append((stretch, [char]))
        return [_spot(stretch.page, stretch.turn, chars) for stretch, chars in lines]

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
        return _spot(page or 1, turn, chars)


def _beside(one: Char, other: Char) -> bool:
    """Whether a character stands on the line of the one before it."""
    middle = (other.top + other.bottom) / 2
    return one.top <= middle <= one.bottom and other.left >= one.left


def _spot(page: int, turn: Turn | None, chars: list[Char]) -> PageSpot:
    box = (
        min(char.left for char in chars),
        min(char.top for char in chars),
        max(char.right for char in chars),
        max(char.bottom for char in chars),
    )
    left, top, right, bottom = turn.back(box) if turn else box
    return PageSpot(page, (round(left, 2), round(top, 2), round(right, 2), round(bottom, 2)))
