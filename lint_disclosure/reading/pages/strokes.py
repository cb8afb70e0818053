"""Drawn shapes to ruling lines: straight edges that are stroked, thin shapes that are filled."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from lint_disclosure.reading.pages.page import Box

_THIN = 4.0
"""Points: how thick a filled shape may be to be a line."""

_STRAIGHT = 0.6
_SHORT = 3.0

Point = tuple[float, float]
RawRuling = tuple[float, float, float]
"""At, start, end: see ``page.Ruling``."""


class Strokes:
    """The ruling lines of a page as they are found: ``across`` level ones, ``down`` upright ones.

    All points count from the upper left corner of the page as shown, in points.
    """

    def __init__(self) -> None:
        self.across: list[RawRuling] = []
        self.down: list[RawRuling] = []

    def stroked(self, shapes: Sequence[Sequence[Point]]) -> None:
        """Take the edges of shapes, each a list of corners."""
        for shape in shapes:
            for (x0, y0), (x1, y1) in itertools.pairwise(shape):
                self.edge(x0, y0, x1, y1)

    def filled(self, shapes: Sequence[Sequence[Point]]) -> None:
        """Take filled shapes; one within another that is a little larger makes a frame."""
        boxes = [around(shape) for shape in shapes if shape]
        for box in boxes:
            self.thin(box)
        if len(boxes) == 2:
            (left, top, right, bottom), inner = sorted(boxes)
            margins = (inner[0] - left, inner[1] - top, right - inner[2], bottom - inner[3])
            if all(0 <= margin <= _THIN for margin in margins):
                self.edge(left, top, right, top)
                self.edge(left, bottom, right, bottom)
                self.edge(left, top, left, bottom)
                self.edge(right, top, right, bottom)

    def thin(self, box: Box) -> None:
        """Take the box of a filled shape."""
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if height <= _THIN and width > height:
            self.across.append(((top + bottom) / 2, left, right))
        elif width <= _THIN and height > width:
            self.down.append(((left + right) / 2, top, bottom))

    def edge(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Take a stroke between two points."""
        if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) > _SHORT:
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) > _SHORT:
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def around(shape: Sequence[Point]) -> Box:
    """The box round some points."""
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs), min(ys), max(xs), max(ys)
