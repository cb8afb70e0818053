"""Highlights in a PDF: added behind the file, and taken away again."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest

from lint_disclosure.annotate import pdf
from lint_disclosure.annotate.note import Note
from lint_disclosure.reading import read_document
from lint_disclosure.reading.pdf.library import pdfium
from lint_disclosure.reading.pdf.shown import Shown
from lint_disclosure.reading.unreadable import UnreadableFile
from tests.annotate.opened import in_pdf

CLEAN = (Path(__file__).parents[2] / "examples" / "clean.pdf").read_bytes()
WORDS = "政府信息公开工作年度报告"


@pytest.fixture(autouse=True)
def quiet() -> None:
    """pdfminer tells much of fonts."""
    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)


def noted(data: bytes) -> bytes:
    source = read_document("a.pdf", data).source
    at = source.text.index(WORDS)
    note = Note("error", ((at, at + len(WORDS)),), ("错误 <&>", "(依据)\\"))
    return pdf.with_notes(data, (note,), source)


def test_the_file_stays_in_front_and_comes_back() -> None:
    made = noted(CLEAN)
    (seen,) = in_pdf(made)
    assert seen.words == WORDS
    assert seen.lines == ("错误 <&>", "(依据)\\")
    assert made.startswith(CLEAN)
    assert pdf.without_own(made) == CLEAN


def test_highlights_go_when_another_program_has_added_to_the_file() -> None:
    made = noted(CLEAN) + b"% more\n"
    left = pdf.without_own(made)
    assert in_pdf(left) == []
    assert left.startswith(made)


def test_a_file_without_highlights_of_the_tool_stays_as_it_is() -> None:
    assert pdf.without_own(CLEAN) is CLEAN


def test_what_is_no_whole_pdf_is_refused() -> None:
    with pytest.raises(UnreadableFile):
        pdf.without_own(b"%PDF-1.7\n/ObjStm disclosure-lint")


@pytest.mark.parametrize("quarters", [0, 1, 2, 3])
def test_boxes_on_a_turned_page_go_back_to_where_they_came_from(quarters: int) -> None:
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_CreateNewDocument()
    page = pdfium.FPDFPage_New(document, 0, 300, 500)
    pdfium.FPDFPage_SetRotation(page, quarters)
    shown = Shown(page)
    assert shown.rectangle(shown.box(10, 20, 60, 45)) == (10, 20, 60, 45)
    pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
