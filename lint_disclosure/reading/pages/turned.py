"""Pages whose text runs up, down or upside down: turned for reading, and boxes turned back."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.reading.pages.page import Box, Char, Page, Ruling


class Turn(NamedTuple):
    """How a page is turned for reading: by so many quarter turns to the right.

    ``width`` and ``height`` are those of the page as it is shown.
    """

    quarters: int
    width: float
    height: float

    def box(self, box: Box) -> Box:
        """The box for reading of one on the page."""
        left, top, right, bottom = box
        if self.quarters == 1:
            return self.height - bottom, left, self.height - top, right
        if self.quarters == 2:
            return self.width - right, self.height - bottom, self.width - left, self.height - top
        if self.quarters == 3:
            return top, self.width - right, bottom, self.width - left
        return box

    def back(self, box: Box) -> Box:
        """The box on the page of one for reading."""
        other = self.quarters % 2 == 1
        size = (self.height, self.width) if other else (self.width, self.height)
        return Turn(-self.quarters % 4, *size).box(box)


def upright(page: Page) -> tuple[Page, Turn]:
    """The page turned so that most of its text stands upright."""
    counts = [0, 0, 0, 0]
    for char in page.chars:
        counts[char.turn] += 1
    quarters = counts.index(max(counts))
    turn = Turn(quarters, page.width, page.height)
    if quarters == 0:
        return page, turn
    chars = [
        Char(char.text, *turn.box(char[1:5]), (char.turn - quarters) % 4) for char in page.chars
    ]
    level = [turn.box((one.start, one.at, one.end, one.at)) for one in page.across]
    level += [turn.box((one.at, one.start, one.at, one.end)) for one in page.down]
    other = quarters % 2 == 1
    return page._replace(
        width=page.height if other else page.width,
        height=page.width if other else page.height,
        chars=chars,
        across=[Ruling(top, left, right) for left, top, right, bottom in level if top == bottom],
        down=[Ruling(left, top, bottom) for left, top, right, bottom in level if top != bottom],
        pictures=[turn.box(box) for box in page.pictures],
    ), turn
