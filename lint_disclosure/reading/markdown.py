"""Markdown: read as text, whose tables it shares; the marks of headings are no words of theirs."""

from __future__ import annotations

import re

from lint_disclosure.document import Document
from lint_disclosure.reading.text import read_plain

_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")


def read(name: str, data: bytes) -> Document:
    """The document of a Markdown file; headings begin behind their marks. Raises UnreadableFile."""
    document = read_plain(name, data)
    text = document.source.text
    return document._replace(
        lines=tuple(
            line._replace(start=mark.end())
            if line.cells is None and (mark := _HEADING.match(text, line.start, line.end))
            else line
            for line in document.lines
        )
    )
