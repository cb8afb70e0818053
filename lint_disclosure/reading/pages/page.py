"""A page as it is shown: characters, ruling lines and pictures, in points from its upper left."""

from __future__ import annotations

from typing import NamedTuple

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


class Char(NamedTuple):
    """One code point and its box, as wide as the character advances.

    ``turn`` counts quarter turns to the left: text with 1 runs upwards, with 3 downwards.
    """

    text: str
    left: float
    top: float
    right: float
    bottom: float
    turn: int = 0


class Ruling(NamedTuple):
    """A straight line: at a height, from left to right; or at a distance, from top to bottom."""

    at: float
    start: float
    end: float


class Page(NamedTuple):
    """What stands on a page, ``number`` counted from 1, in any order.

    ``across`` are level ruling lines, ``down`` upright ones; ``pictures`` those that are large
    enough to hold a table.
    """

    number: int
    width: float
    height: float
    chars: list[Char]
    across: list[Ruling]
    down: list[Ruling]
    pictures: list[Box]
