"""Highlights in a PDF by PDFium, in the process that does this work alone."""

from __future__ import annotations

import ctypes
import marshal
from collections import defaultdict
from typing import Any

from lint_disclosure.annotate.note import AUTHOR
from lint_disclosure.reading.pages.page import Box
from lint_disclosure.reading.pdf.library import pdfium
from lint_disclosure.reading.pdf.shown import Shown

Wanted = tuple[int, list[Box], tuple[int, int, int], str]
"""Page from 1, boxes as shown on it, colour, text."""

_PRINTED = 4
_PADDING = 0.5
_LEAST = 6.0


def highlighted(packed: bytes) -> tuple[bytes]:
    """The PDF with highlights, saved behind the old one; nothing when it cannot be opened.

    ``packed`` is the PDF and the list of what is wanted, marshalled. Where nothing is wanted,
    highlights of the tool that are there already are taken out. The PDF stays as it is when there
    is nothing to do.
    """
    data, wanted = marshal.loads(packed)
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        return (b"",)
    by_page: defaultdict[int, list[Wanted]] = defaultdict(list)
    for one in wanted:
        by_page[one[0]].append(one)
    changed = False
    for index in range(pdfium.FPDF_GetPageCount(document)):
        if by_page and index + 1 not in by_page:
            continue
        page = pdfium.FPDF_LoadPage(document, index)
        if not page:
            continue
        changed |= not by_page and _without_own(page)
        shown = Shown(page)
        for one in by_page.get(index + 1, ()):
            _add(page, shown, one)
            changed = True
        pdfium.FPDF_ClosePage(page)
    return (_saved(document) if changed else data,)


def _without_own(page: Any) -> bool:
    """Take out the tool's highlights; whether there were any."""
    found = False
    for index in range(pdfium.FPDFPage_GetAnnotCount(page) - 1, -1, -1):
        annotation = pdfium.FPDFPage_GetAnnot(page, index)
        own = _string(annotation, b"T") == AUTHOR
        pdfium.FPDFPage_CloseAnnot(annotation)
        if own:
            pdfium.FPDFPage_RemoveAnnot(page, index)
            found = True
    return found


def _string(annotation: Any, key: bytes) -> str:
    length = pdfium.FPDFAnnot_GetStringValue(annotation, key, None, 0)
    if not 2 < length <= 200:
        return ""
    buffer = ctypes.create_string_buffer(length)
    pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
    pdfium.FPDFAnnot_GetStringValue(annotation, key, pointer, length)
    return buffer.raw[: length - 2].decode("utf-16-le", "replace")


def _add(page: Any, shown: Shown, wanted: Wanted) -> None:
    _, boxes, colour, text = wanted
    annotation = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_HIGHLIGHT)
    pdfium.FPDFAnnot_SetColor(annotation, pdfium.FPDFANNOT_COLORTYPE_Color, *colour, 255)
    rectangles = [shown.rectangle(_wide(box)) for box in boxes]
    for left, bottom, right, top in rectangles:
        corners = (left, top, right, top, left, bottom, right, bottom)
        pdfium.FPDFAnnot_AppendAttachmentPoints(annotation, pdfium.FS_QUADPOINTSF(*corners))
    around = pdfium.FS_RECTF(
        min(one[0] for one in rectangles),
        max(one[3] for one in rectangles),
        max(one[2] for one in rectangles),
        min(one[1] for one in rectangles),
    )
    pdfium.FPDFAnnot_SetRect(annotation, around)
    for key, value in ((b"Contents", text), (b"T", AUTHOR)):
        coded = (value + "\0").encode("utf-16-le", "replace")
        buffer = ctypes.create_string_buffer(coded, len(coded))
        pointer = ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR))
        pdfium.FPDFAnnot_SetStringValue(annotation, key, pointer)
    pdfium.FPDFAnnot_SetFlags(annotation, _PRINTED)
    pdfium.FPDFPage_CloseAnnot(annotation)


def _wide(box: Box) -> Box:
    """The box, wide enough to be seen and hit where nothing stands in it."""
    left, top, right, bottom = box
    across = max(_PADDING, (_LEAST - (right - left)) / 2)
    down = max(_PADDING, (_LEAST - (bottom - top)) / 2)
    return left - across, top - down, right + across, bottom + down


def _saved(document: Any) -> bytes:
    """The old bytes with what is new behind them."""
    pieces: list[bytes] = []

    def write(_: Any, data: Any, size: int) -> int:
        pieces.append(ctypes.string_at(data, size))
        return 1

    target = pdfium.FPDF_FILEWRITE()
    target.version = 1
    target.WriteBlock = type(target.WriteBlock)(write)
    if not pdfium.FPDF_SaveAsCopy(document, target, pdfium.FPDF_INCREMENTAL):
        return b""
    return b"".join(pieces)
