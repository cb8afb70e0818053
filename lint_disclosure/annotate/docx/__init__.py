"""Word files with real comments at the words; everything else in them stays as it is."""

from __future__ import annotations

from lint_disclosure.annotate.docx.comments import add_comments
from lint_disclosure.annotate.docx.own import remove_own
from lint_disclosure.annotate.docx.ranges import Ranges
from lint_disclosure.annotate.note import Note
from lint_disclosure.annotate.parts import Parts
from lint_disclosure.place import Source
from lint_disclosure.reading.docx import main_part

__all__ = ["with_notes", "without_own"]


def without_own(data: bytes) -> bytes:
    """The file without the tool's comments. Raises UnreadableFile."""
    parts = Parts(data)
    remove_own(parts, main_part(parts.package))
    return parts.finished()


def with_notes(data: bytes, notes: tuple[Note, ...], source: Source) -> bytes:
    """The file with a comment for each note. Raises UnreadableFile."""
    parts = Parts(data)
    main = main_part(parts.package)
    first = add_comments(parts, main, notes)
    ranges = Ranges(parts, main)
    for number, note in enumerate(notes, first):
        ranges.add(number, note, source)
    parts.put(main, ranges.finished())
    return parts.finished()
