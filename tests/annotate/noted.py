"""Small files with a note at some of their words, without a report and without rules."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.annotate import docx, html, xlsx
from lint_disclosure.annotate.annotating import Writer
from lint_disclosure.annotate.note import Note
from lint_disclosure.reading import read_document

WRITERS: dict[str, Writer] = {".docx": docx, ".xlsx": xlsx, ".html": html}


def noted(data: bytes, suffix: str, *words: str, lines: Sequence[str] = ("错误",)) -> bytes:
    """The file with a note at the first place of each of these words."""
    source = read_document(f"a{suffix}", data).source
    notes = []
    for one in words:
        at = source.text.index(one)
        notes.append(Note("error", ((at, at + len(one)),), tuple(lines)))
    return WRITERS[suffix].with_notes(data, tuple(notes), source)


def bare(data: bytes, suffix: str) -> bytes:
    """The file without the tool's notes."""
    return WRITERS[suffix].without_own(data)
