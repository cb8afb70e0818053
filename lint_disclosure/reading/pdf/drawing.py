"""The ruling lines and pictures of a PDF page, from its objects and those of its forms."""

from __future__ import annotations

from ctypes import byref, c_float, c_int
from typing import Any

from lint_disclosure.reading.pages.matrix import SAME, Matrix, apply, times
from lint_disclosure.reading.pages.page import Box
from lint_disclosure.reading.pages.strokes import Strokes
from lint_disclosure.reading.pdf.library import pdfium
from lint_disclosure.reading.pdf.shown import Shown

MAX_OBJECTS = 60_000
MAX_SEGMENTS = 200_000
"""On a page; what a large table draws is some thousand. More is a drawing, left unread."""

_DEEPEST = 12
_ASKED = 60


class Drawing:
    """What is drawn on a page. ``curves`` counts bent shapes; text as outlines has many.

    ``hidden`` says that some text is not painted, as text laid over a scan; ``too_much`` that
    objects were left out.
    """

    def __init__(self, page: Any, shown: Shown) -> None:
        self.strokes = Strokes()
        self.pictures: list[Box] = []
        self.curves = 0
        self.hidden = False
        self.too_much = False
        self._shown = shown
        self._objects = MAX_OBJECTS
        self._to_ask = _ASKED
        self._segments = MAX_SEGMENTS
        self._floats = [c_float() for _ in range(4)]
        self._references = [byref(one) for one in self._floats]
        count = pdfium.FPDFPage_CountObjects(page)
        for index in range(self._allowed(count)):
            self._object(pdfium.FPDFPage_GetObject(page, index), None, 0)

    def _allowed(self, count: int) -> int:
        allowed = max(0, min(count, self._objects))
        self.too_much = self.too_much or allowed < count
        self._objects -= allowed
        return allowed

    def _object(self, one: Any, outer: Matrix | None, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(one)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            # Text over a scan is hidden throughout: the first ones tell.
            if self._to_ask:
                self._to_ask -= 1
                self.hidden = self.hidden or pdfium.FPDFTextObj_GetTextRenderMode(one) == 3
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(one, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = self._bounds(one, outer)
            if box is not None:
                self.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = times(_matrix(one), outer)
            count = pdfium.FPDFFormObj_CountObjects(one)
            for index in range(self._allowed(count)):
                self._object(pdfium.FPDFFormObj_GetObject(one, index), inner, depth + 1)

    def _bounds(self, one: Any, outer: Matrix | None) -> Box | None:
        """The box round an object on the page as shown."""
        if not pdfium.FPDFPageObj_GetBounds(one, *self._references):
            return None
        left, bottom, right, top = (number.value for number in self._floats)
        if outer is not None:
            corners = [apply(outer, x, y) for x in (left, right) for y in (bottom, top)]
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            bottom, top = min(y for _, y in corners), max(y for _, y in corners)
        return self._shown.box(left, bottom, right, top)

    def _path(self, path: Any, outer: Matrix | None) -> None:
        fill, stroke = c_int(), c_int()
        pdfium.FPDFPath_GetDrawMode(path, byref(fill), byref(stroke))
        if not fill.value and not stroke.value:
            return
        count = pdfium.FPDFPath_CountSegments(path)
        self._segments -= max(count, 0)
        if self._segments < 0:
            self.too_much = True
            return
        if not stroke.value and count <= 5:
            box = self._bounds(path, outer)
            if box is not None:
                self.strokes.thin(box)
            return
        self._outline(path, count, bool(stroke.value), times(_matrix(path), outer))

    def _outline(self, path: Any, count: int, stroke: bool, matrix: Matrix) -> None:
        """The straight edges of a path that is stroked; the thin shapes of one that is filled."""
        x, y = c_float(), c_float()
        at_x, at_y = byref(x), byref(y)
        shapes: list[list[tuple[float, float]]] = []
        bent = False
        for index in range(count):
            segment = pdfium.FPDFPath_GetPathSegment(path, index)
            kind = pdfium.FPDFPathSegment_GetType(segment)
            pdfium.FPDFPathSegment_GetPoint(segment, at_x, at_y)
            px, py = apply(matrix, x.value, y.value)
            left, top, _, _ = self._shown.box(px, py, px, py)
            if kind == pdfium.FPDF_SEGMENT_MOVETO or not shapes:
                shapes.append([])
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                bent = True
                if stroke:
                    shapes.append([])
            shapes[-1].append((left, top))
            if pdfium.FPDFPathSegment_GetClose(segment):
                shapes[-1].append(shapes[-1][0])
        if bent:
            self.curves += 1
        if stroke:
            self.strokes.stroked(shapes)
        elif not bent:
            self.strokes.filled(shapes)


def _matrix(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return SAME
    return found.a, found.b, found.c, found.d, found.e, found.f
