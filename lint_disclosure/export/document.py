"""A Document as plain data: what ``extract --document`` prints (schemas/document.schema.json)."""

from __future__ import annotations

from typing import Any

from lint_disclosure.document import Document, Line
from lint_disclosure.place import Span
from lint_disclosure.reading.kind import Kind


def document_data(document: Document, kind: Kind) -> dict[str, Any]:
    """One object for one file: its lines with their cells, its grids, and what else it holds."""
    return {
        "version": 1,
        "path": document.source.name,
        "kind": kind,
        "truncated": document.truncated,
        "notices": [zh for zh, _ in document.notices],
        "lines": [_line(document, line) for line in document.lines],
        "grids": [
            [
                {
                    "row": cell.row,
                    "column": cell.column,
                    "rows": cell.rows,
                    "columns": cell.columns,
                    **_text(document, cell.span),
                }
                for cell in grid
            ]
            for grid in document.grids
        ],
        "features": [
            {"kind": one.kind, "amount": one.amount, "location": _location(document, one.span)}
            for one in document.features
        ],
    }


def _line(document: Document, line: Line) -> dict[str, Any]:
    cells = None
    if line.cells is not None:
        cells = [
            {
                **_text(document, span),
                "state": "covered"
                if at in line.covered
                else ("unread" if at in line.unread else None),
            }
            for at, span in enumerate(line.cells)
        ]
    return {**_text(document, (line.start, line.end)), "cells": cells}


def _text(document: Document, span: Span) -> dict[str, Any]:
    text = document.source.text[span[0] : span[1]]
    return {"text": text, "location": _location(document, span)}


def _location(document: Document, span: Span) -> dict[str, Any]:
    return document.source.locate((span,)).as_data()
