"""A PDF opened with PDFium, and all that is taken of it, as plain data."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from lint_disclosure.reading.apart import Failed, apart
from lint_disclosure.reading.pages.page import Box
from lint_disclosure.reading.pages.strokes import RawRuling
from lint_disclosure.reading.pdf.characters import MAX_CHARS, RawChar, characters
from lint_disclosure.reading.pdf.drawing import Drawing
from lint_disclosure.reading.pdf.fields import has_text_in_fields
from lint_disclosure.reading.pdf.library import pdfium
from lint_disclosure.reading.pdf.shown import Shown

MAX_PAGES = 200
"""Pages that are read; a report has some ten."""

MAX_ALL_CHARS = 700_000
"""Characters on all pages; as text they are the most that is read of any file."""

_one_at_a_time = threading.Lock()
"""PDFium is not made for several threads."""


class RawPage(NamedTuple):
    """A page as plain data; ``unknown`` counts characters whose text the file does not tell.

    ``hidden`` and ``fields`` say that it has text that is not painted, or not part of the page.
    """

    width: float
    height: float
    chars: list[RawChar]
    across: list[RawRuling]
    down: list[RawRuling]
    pictures: list[Box]
    unknown: int
    curves: int
    hidden: bool
    too_much: bool
    fields: bool


class Taken(NamedTuple):
    """All pages of a file, None for one that cannot be opened; or why there are none.

    ``problem`` is empty, or one of password, security, format, empty, characters, broken.
    """

    problem: str
    pages: list[RawPage | None]
    total: int
    repaired: bool
    attachments: int


_ERRORS = {4: "password", 5: "security"}


def take(data: bytes) -> Taken:
    """What is in a PDF; PDFium runs in another process. Any failure is told as ``problem``."""
    try:
        problem, pages, *rest = apart(taken, data)
    except Failed:
        return Taken("broken", [], 0, False, 0)
    return Taken(problem, [RawPage(*page) if page else None for page in pages], *rest)


def taken(data: bytes) -> tuple[Any, ...]:
    """The fields of a Taken as plain data, taken in this process."""
    found = _take(data)
    return found.problem, [page and tuple(page) for page in found.pages], *found[2:]


def _take(data: bytes) -> Taken:
    with _one_at_a_time:
        pdfium.FPDF_InitLibrary()
        document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
        if not document:
            problem = _ERRORS.get(pdfium.FPDF_GetLastError(), "format")
            return Taken(problem, [], 0, False, 0)
        try:
            return _pages(document)
        finally:
            pdfium.FPDF_CloseDocument(document)


def _pages(document: Any) -> Taken:
    count = pdfium.FPDF_GetPageCount(document)
    repaired = not pdfium.FPDF_DocumentHasValidCrossReferenceTable(document)
    attachments = max(0, pdfium.FPDFDoc_GetAttachmentCount(document))
    pages: list[RawPage | None] = []
    left = MAX_ALL_CHARS
    for index in range(min(count, MAX_PAGES)):
        with _page(document, index) as page:
            one = _taken(page) if page else None
        left -= len(one.chars) if one else 0
        if left < 0:
            return Taken("characters", [], count, repaired, attachments)
        pages.append(one)
    return Taken("" if count > 0 else "empty", pages, count, repaired, attachments)


def _taken(page: Any) -> RawPage:
    shown = Shown(page)
    textpage = pdfium.FPDFText_LoadPage(page)
    chars: list[RawChar] = []
    unknown = 0
    too_many = False
    if textpage:
        try:
            count = pdfium.FPDFText_CountChars(textpage)
            too_many = count > MAX_CHARS
            chars, unknown = characters(textpage, min(count, MAX_CHARS), shown)
        finally:
            pdfium.FPDFText_ClosePage(textpage)
    drawing = Drawing(page, shown)
    return RawPage(
        shown.width,
        shown.height,
        chars,
        drawing.strokes.across,
        drawing.strokes.down,
        drawing.pictures,
        unknown,
        drawing.curves,
        drawing.hidden,
        too_many or drawing.too_much,
        has_text_in_fields(page),
    )


@contextmanager
def _page(document: Any, index: int) -> Iterator[Any]:
    page = pdfium.FPDF_LoadPage(document, index)
    try:
        yield page
    finally:
        if page:
            pdfium.FPDF_ClosePage(page)
