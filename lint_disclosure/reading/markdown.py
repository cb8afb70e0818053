"""Markdown: read as text, whose tables it shares."""

from __future__ import annotations

from lint_disclosure.document import Document
from lint_disclosure.reading.text import read_plain


def read(name: str, data: bytes) -> Document:
    """The document of a Markdown file. Raises UnreadableFile."""
    return read_plain(name, data)
