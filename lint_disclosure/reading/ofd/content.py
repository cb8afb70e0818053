"""The content of an OFD page: text, paths and pictures, in points from the upper left."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lint_disclosure.reading.ofd.path import shapes
from lint_disclosure.reading.pages.forms import plain
from lint_disclosure.reading.pages.matrix import SAME, Matrix, apply, times
from lint_disclosure.reading.pages.page import Box, Char
from lint_disclosure.reading.pages.strokes import Strokes, around
from lint_disclosure.reading.unreadable import too_much

MILLIMETRE = 72 / 25.4

MAX_CHARS = 30_000
MAX_POINTS = 200_000
"""On a page."""

_DEEPEST = 12
_ASCENT, _DESCENT = 0.88, 0.12
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def local(element: Element) -> str:
    """The name of an element, whatever its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def children(element: Element | None, name: str) -> list[Element]:
    """The children of that name."""
    return [one for one in element if local(one) == name] if element is not None else []


def child(element: Element | None, name: str) -> Element | None:
    """The first child of that name."""
    return next(iter(children(element, name)), None)


def numbers(text: str | None) -> list[float]:
    """The finite numbers in a text; nothing if it has others."""
    found = [float(one) for one in _NUMBER.findall(text or "")]
    return found if all(math.isfinite(one) and abs(one) < 1e6 for one in found) else []


def deltas(text: str | None, most: int) -> list[float]:
    """Distances from character to character; ``g 3 5.5`` stands for three times 5.5."""
    found: list[float] = []
    words = iter((text or "").split())
    for word in words:
        if word == "g":
            times_, each = numbers(next(words, "")), numbers(next(words, ""))
            if not times_ or not each:
                break
            found += each[:1] * max(0, min(int(times_[0]), most))
        else:
            found += numbers(word)[:1]
        if len(found) >= most:
            break
    return found[:most]


class Content:
    """What is on a page; ``left`` and ``top`` are where the page begins, in millimetres."""

    def __init__(self, left: float, top: float) -> None:
        self.chars: list[Char] = []
        self.strokes = Strokes()
        self.pictures: list[Box] = []
        self._points = MAX_POINTS
        self._base: Matrix = (
            MILLIMETRE, 0.0, 0.0, MILLIMETRE, -left * MILLIMETRE, -top * MILLIMETRE,
        )  # fmt: skip

    def take(self, element: Element | None, depth: int = 0) -> None:
        """Take all objects of a content, its layers and blocks."""
        if element is None or depth > _DEEPEST:
            return
        for one in element:
            name = local(one)
            if name in ("Layer", "PageBlock"):
                self.take(one, depth + 1)
            elif one.get("Visible", "true").lower() == "false":
                continue
            elif name == "TextObject":
                self._text(one)
            elif name == "PathObject":
                self._path(one)
            elif name == "ImageObject":
                self._picture(one)

    def _matrix(self, one: Element) -> Matrix:
        """From the coordinates of an object to those of the page."""
        own = numbers(one.get("CTM"))
        box = numbers(one.get("Boundary"))
        x, y = (box[0], box[1]) if len(box) == 4 else (0.0, 0.0)
        inner: Matrix = (own[0], own[1], own[2], own[3], own[4], own[5]) if len(own) == 6 else SAME
        return times(times(inner, (1.0, 0.0, 0.0, 1.0, x, y)), self._base)

    def _text(self, one: Element) -> None:
        size = next(iter(numbers(one.get("Size"))), 0.0)
        if size <= 0:
            return
        matrix = self._matrix(one)
        turn = _turn(matrix)
        scale = next(iter(numbers(one.get("HScale"))), 1.0) or 1.0
        for code in children(one, "TextCode"):
            for text, x, y, width in _placed(code, size * scale):
                corners = [
                    apply(matrix, px, py)
                    for px in (x, x + width)
                    for py in (y - _ASCENT * size, y + _DESCENT * size)
                ]
                left, top, right, bottom = around(corners)
                for at, char in enumerate(text):
                    step = (right - left) / len(text)
                    begin = left + at * step
                    self.chars.append(Char(char, begin, top, begin + step, bottom, turn))
            if len(self.chars) > MAX_CHARS:
                raise too_much("一页里的字太多", "a page holds too many characters")

    def _path(self, one: Element) -> None:
        data = child(one, "AbbreviatedData")
        if data is None:
            return
        matrix = self._matrix(one)
        found, bent = shapes(data.text or "", self._points)
        self._points -= sum(map(len, found))
        placed = [[apply(matrix, x, y) for x, y in shape] for shape in found]
        if one.get("Stroke", "true").lower() != "false":
            self.strokes.stroked(placed)
        elif one.get("Fill", "false").lower() == "true" and not bent:
            self.strokes.filled(placed)

    def _picture(self, one: Element) -> None:
        box = numbers(one.get("Boundary"))
        if len(box) == 4:
            x, y, width, height = box
            self.pictures.append(
                around([apply(self._base, x, y), apply(self._base, x + width, y + height)])
            )


def _turn(matrix: Matrix) -> int:
    """Quarter turns to the left of text placed with a matrix; heights count downwards."""
    return round(-math.atan2(matrix[1], matrix[0]) * 2 / math.pi) % 4


def _placed(code: Element, size: float) -> Iterator[tuple[str, float, float, float]]:
    """The characters of a text with the places where they begin and their widths."""
    text = "".join((code.text or "").splitlines())
    x = next(iter(numbers(code.get("X"))), 0.0)
    y = next(iter(numbers(code.get("Y"))), 0.0)
    across = deltas(code.get("DeltaX"), len(text))
    down = deltas(code.get("DeltaY"), len(text))
    for at, char in enumerate(text):
        width = size * (0.5 if char.isascii() else 1.0)
        step = across[at] if at < len(across) else (0.0 if down else width)
        yield plain(char), x, y, min(width, step) if step > 0.2 * size else width
        x += step
        y += down[at] if at < len(down) else 0.0
