"""PDFium, by its own interface: the part of pypdfium2 that is quick to load."""

from __future__ import annotations

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]

__all__ = ["pdfium"]
