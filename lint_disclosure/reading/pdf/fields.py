"""Text that lies over a PDF page and is no part of it: filled fields of a form, and notes."""

from __future__ import annotations

from typing import Any

from lint_disclosure.reading.pdf.library import pdfium

_MOST = 2000
"""Fields and notes of a page that are looked at."""


def has_text_in_fields(page: Any) -> bool:
    """Whether some field for text has a value, or a note of text stands on the page."""
    for index in range(min(pdfium.FPDFPage_GetAnnotCount(page), _MOST)):
        one = pdfium.FPDFPage_GetAnnot(page, index)
        if not one:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(one)
            if kind == pdfium.FPDF_ANNOT_FREETEXT and _length(one, b"Contents"):
                return True
            # The value of a signature is no text, that of a button a name.
            if kind == pdfium.FPDF_ANNOT_WIDGET and _length(one, b"V"):
                return True
        finally:
            pdfium.FPDFPage_CloseAnnot(one)
    return False


def _length(one: Any, key: bytes) -> int:
    """How many characters the text under a key has."""
    if pdfium.FPDFAnnot_GetValueType(one, key) != pdfium.FPDF_OBJECT_STRING:
        return 0
    # The answer counts bytes of UTF-16 with a zero at the end.
    size: int = pdfium.FPDFAnnot_GetStringValue(one, key, None, 0)
    return max(0, size // 2 - 1)
