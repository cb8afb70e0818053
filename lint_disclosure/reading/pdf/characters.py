"""The characters of a PDF page and their boxes, in points from the upper left of the page shown."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_double
from math import pi
from typing import Any

from lint_disclosure.reading.pages.forms import plain
from lint_disclosure.reading.pdf.library import pdfium
from lint_disclosure.reading.pdf.shown import Shown

MAX_CHARS = 30_000
"""Characters on a page; a full one has some two thousand."""

RawChar = tuple[str, float, float, float, float, int]
"""Text, left, top, right, bottom, quarter turns to the left."""

_BEARING = 0.05
_LOW = 0.7
"""Of the height of the character before it: a box lower than that may be that of the ink alone."""

_LARGEST = 200.0
_NOT_MAPPED = "\ufffd"


def characters(textpage: Any, count: int, shown: Shown) -> tuple[list[RawChar], int]:
    """The characters of a page in the order of the file, and how many have no known text."""
    unicode_of = pdfium.FPDFText_GetUnicode
    box_of = pdfium.FPDFText_GetLooseCharBox
    rectangle = pdfium.FS_RECTF()
    reference = byref(rectangle)
    origin_of = pdfium.FPDFText_GetCharOrigin
    x, y = c_double(), c_double()
    at_x, at_y = byref(x), byref(y)
    turn_of = shown.turn
    corner = shown.corner
    found: list[RawChar] = []
    unknown = 0
    high = turn = 0
    last_top = last_bottom = last_y = last_height = -1.0
    for index in range(count):
        code = unicode_of(textpage, index)
        if code in (13, 10):
            last_top = -1.0
            continue
        if code == 32 and pdfium.FPDFText_IsGenerated(textpage, index) == 1:
            continue
        if not box_of(textpage, index, reference):
            continue
        origin_of(textpage, index, at_x, at_y)
        low = y.value == last_y and rectangle.top - rectangle.bottom < _LOW * last_height
        if low or abs(rectangle.left - x.value) > _BEARING:
            _make_whole(textpage, index, code, rectangle, x.value, y.value)
        last_y, last_height = y.value, rectangle.top - rectangle.bottom
        if corner:
            # As nearly all pages are: written out, since this is done for each character.
            left, right = rectangle.left - corner[0], rectangle.right - corner[0]
            top, bottom = corner[1] - rectangle.top, corner[1] - rectangle.bottom
        else:
            left, top, right, bottom = shown.box(
                rectangle.left, rectangle.bottom, rectangle.right, rectangle.top
            )
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((high - 0xD800) << 10) + code - 0xDC00 if high else 0
        if not (top < last_bottom and bottom > last_top and abs(top - last_top) < 2):
            angle = pdfium.FPDFText_GetCharAngle(textpage, index)
            turn = (turn_of - round(angle * 2 / pi)) % 4
        last_top, last_bottom = top, bottom
        if right <= 0 or bottom <= 0 or left >= shown.width or top >= shown.height:
            continue
        if code < 32 or 0xFFF0 <= code <= 0xFFFF:
            text = "-" if code in (2, 0xFFFE) else _NOT_MAPPED
            unknown += text == _NOT_MAPPED
        else:
            text = chr(code)
            if code >= 0x2E80 and not 0x3000 <= code < 0xE000:
                text = plain(text)
        if len(text) == 1:
            found.append((text, left, top, right, bottom, turn))
        else:
            found += _spread(text, left, top, right, bottom, turn)
    return found, unknown


def _make_whole(textpage: Any, index: int, code: int, box: Any, x: float, y: float) -> None:
    """Make the box of the ink alone, which some fonts give, that of the whole character.

    ``x`` and ``y`` are where it begins on its base line.
    """
    matrix = pdfium.FS_MATRIX()
    if not pdfium.FPDFText_GetMatrix(textpage, index, matrix) or matrix.b or matrix.c:
        return
    size = abs(matrix.d) * pdfium.FPDFText_GetFontSize(textpage, index)
    if size > _LARGEST or not (x - size < box.left and box.right < x + 2 * size):
        return
    if abs(box.left - x) > _BEARING:
        box.left = min(box.left, x)
        box.right = max(box.right, x + size) if code >= 0x2E80 else box.right
    box.bottom = min(box.bottom, y - 0.12 * size)
    box.top = max(box.top, y + 0.88 * size)


def _spread(
    text: str, left: float, top: float, right: float, bottom: float, turn: int
) -> Iterator[RawChar]:
    """The characters of a ligature side by side in its box."""
    step = (right - left) / len(text)
    for at, char in enumerate(text):
        yield char, left + at * step, top, left + (at + 1) * step, bottom, turn
