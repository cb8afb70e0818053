"""Web pages with marks at the words, and a list of the findings at the end."""

from __future__ import annotations

from lint_disclosure.annotate.html.marks import MOST_RANGES, marks
from lint_disclosure.annotate.html.own import own_parts
from lint_disclosure.annotate.html.raw import RawPage
from lint_disclosure.annotate.note import Note
from lint_disclosure.place import Source
from lint_disclosure.reading.html.origins import HtmlOrigins

__all__ = ["with_notes", "without_own"]


def without_own(data: bytes) -> bytes:
    """The page without the tool's marks and list. Raises UnreadableFile."""
    page = RawPage(data)
    return page.edited((start, end, "") for start, end in own_parts(page.text))


def with_notes(data: bytes, notes: tuple[Note, ...], source: Source) -> bytes:
    """The page with a mark for each note. Raises UnreadableFile."""
    page = RawPage(data)
    origins = source.origins
    assert isinstance(origins, HtmlOrigins)
    found = [
        [
            (page.raw_offset(start), page.raw_offset(end))
            for span in note.spans
            for start, end in origins.stretches(*span)
        ][:MOST_RANGES]
        for note in notes
    ]
    return page.edited((at, at, new) for at, new in marks(page.text, notes, found))
