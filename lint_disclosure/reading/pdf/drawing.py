"""The ruling lines and pictures of a PDF page, from its objects and those of its forms."""

from __future__ import annotations

from ctypes import byref, c_float, c_int
from typing import Any

import pypdfium2_raw as pdfium

from lint_disclosure.reading.pages.page import Box
from lint_disclosure.reading.pdf.shown import Shown

MAX_OBJECTS = 60_000
MAX_SEGMENTS = 200_000
"""On a page; what a large table draws is some thousand. More is a drawing, left unread."""

_THIN = 4.0
"""Points: how thick a filled rectangle may be to be a line."""

_STRAIGHT = 0.6
_SHORT = 3.0
_DEEPEST = 12

RawRuling = tuple[float, float, float]
Matrix = tuple[float, float, float, float, float, float]


class Drawing:
    """What is drawn on a page. ``curves`` counts bent shapes; text as outlines has many.

    ``hidden`` says that some text is not painted, as text laid over a scan; ``too_much`` that
    objects were left out.
    """

    def __init__(self, page: Any, shown: Shown) -> None:
        self.across: list[RawRuling] = []
        self.down: list[RawRuling] = []
        self.pictures: list[Box] = []
        self.curves = 0
        self.hidden = False
        self.too_much = False
        self._shown = shown
        self._objects = MAX_OBJECTS
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
            if not self.hidden and pdfium.FPDFTextObj_GetTextRenderMode(one) == 3:
                self.hidden = True
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._path(one, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            box = self._bounds(one, outer)
            if box is not None:
                self.pictures.append(box)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM and depth < _DEEPEST:
            inner = _times(_matrix(one), outer)
            count = pdfium.FPDFFormObj_CountObjects(one)
            for index in range(self._allowed(count)):
                self._object(pdfium.FPDFFormObj_GetObject(one, index), inner, depth + 1)

    def _bounds(self, one: Any, outer: Matrix | None) -> Box | None:
        """The box round an object on the page as shown."""
        if not pdfium.FPDFPageObj_GetBounds(one, *self._references):
            return None
        left, bottom, right, top = (number.value for number in self._floats)
        if outer is not None:
            corners = [_apply(outer, x, y) for x in (left, right) for y in (bottom, top)]
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
                self._thin(box)
            return
        self._outline(path, count, bool(stroke.value), _times(_matrix(path), outer))

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
            px, py = _apply(matrix, x.value, y.value)
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
            for shape in shapes:
                for (x0, y0), (x1, y1) in zip(shape, shape[1:], strict=False):
                    self._edge(x0, y0, x1, y1)
        elif not bent:
            self._filled([_around(shape) for shape in shapes if shape])

    def _filled(self, boxes: list[Box]) -> None:
        """Thin shapes are lines; a shape within another, a little smaller, makes it a frame."""
        for box in boxes:
            self._thin(box)
        if len(boxes) == 2:
            (left, top, right, bottom), inner = sorted(boxes)
            margins = (inner[0] - left, inner[1] - top, right - inner[2], bottom - inner[3])
            if all(0 <= margin <= _THIN for margin in margins):
                self._edge(left, top, right, top)
                self._edge(left, bottom, right, bottom)
                self._edge(left, top, left, bottom)
                self._edge(right, top, right, bottom)

    def _thin(self, box: Box) -> None:
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        if height <= _THIN and width > height:
            self.across.append(((top + bottom) / 2, left, right))
        elif width <= _THIN and height > width:
            self.down.append(((left + right) / 2, top, bottom))

    def _edge(self, x0: float, y0: float, x1: float, y1: float) -> None:
        if abs(y1 - y0) <= _STRAIGHT and abs(x1 - x0) > _SHORT:
            self.across.append(((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
        elif abs(x1 - x0) <= _STRAIGHT and abs(y1 - y0) > _SHORT:
            self.down.append(((x0 + x1) / 2, min(y0, y1), max(y0, y1)))


def _around(shape: list[tuple[float, float]]) -> Box:
    xs, ys = [x for x, _ in shape], [y for _, y in shape]
    return min(xs), min(ys), max(xs), max(ys)


def _matrix(one: Any) -> Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(one, found):
        return 1.0, 0.0, 0.0, 1.0, 0.0, 0.0
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    """The matrix that does ``inner`` and then ``outer``."""
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    oa, ob, oc, od, oe, of = outer
    return (
        a * oa + b * oc,
        a * ob + b * od,
        c * oa + d * oc,
        c * ob + d * od,
        e * oa + f * oc + oe,
        e * ob + f * od + of,
    )


def _apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f
