"""From the coordinates of a PDF page to those of the page as it is shown."""

from __future__ import annotations

from typing import Any

from lint_disclosure.reading.pages.page import Box
from lint_disclosure.reading.pdf.library import pdfium


class Shown:
    """The visible part of a page and its turn; points, from the upper left corner as shown.

    ``turn`` counts the quarter turns to the left by which text on the page comes out turned.
    ``corner`` is the upper left one in the page's own coordinates, None on a page that is turned.
    """

    __slots__ = (
        "_bottom",
        "_left",
        "_right",
        "_rotation",
        "_top",
        "corner",
        "height",
        "turn",
        "width",
    )

    def __init__(self, page: Any) -> None:
        rectangle = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, rectangle)
        self._left, self._bottom = rectangle.left, rectangle.bottom
        self._right, self._top = rectangle.right, rectangle.top
        self._rotation = pdfium.FPDFPage_GetRotation(page) % 4
        width, height = self._right - self._left, self._top - self._bottom
        self.width, self.height = (height, width) if self._rotation % 2 else (width, height)
        self.turn = -self._rotation % 4
        self.corner = None if self._rotation else (self._left, self._top)

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The box of a rectangle of the page's own coordinates."""
        if self._rotation == 0:
            return left - self._left, self._top - top, right - self._left, self._top - bottom
        if self._rotation == 1:
            return (
                bottom - self._bottom,
                left - self._left,
                top - self._bottom,
                right - self._left,
            )
        if self._rotation == 2:
            return (
                self._right - right,
                bottom - self._bottom,
                self._right - left,
                top - self._bottom,
            )
        return self._top - top, self._right - right, self._top - bottom, self._right - left

    def rectangle(self, box: Box) -> tuple[float, float, float, float]:
        """Left, bottom, right and top in the page's own coordinates of a box as shown."""
        left, top, right, bottom = box
        if self._rotation == 0:
            return self._left + left, self._top - bottom, self._left + right, self._top - top
        if self._rotation == 1:
            return self._left + top, self._bottom + left, self._left + bottom, self._bottom + right
        if self._rotation == 2:
            return (
                self._right - right,
                self._bottom + top,
                self._right - left,
                self._bottom + bottom,
            )
        return self._right - bottom, self._top - right, self._right - top, self._top - left
