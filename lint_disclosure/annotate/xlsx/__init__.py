"""Workbooks with a comment at the cell; everything else in them stays as it is."""

from __future__ import annotations

from lint_disclosure.annotate.note import Note
from lint_disclosure.annotate.parts import Parts
from lint_disclosure.annotate.xlsx.sheet import Sheet, sheet_parts
from lint_disclosure.place import Source
from lint_disclosure.reading.spreadsheet import Origins

__all__ = ["with_notes", "without_own"]


def without_own(data: bytes) -> bytes:
    """The file without the tool's comments. Raises UnreadableFile."""
    parts = Parts(data)
    for part in sheet_parts(parts).values():
        Sheet(parts, part).remove_own()
    return parts.finished()


def with_notes(data: bytes, notes: tuple[Note, ...], source: Source) -> bytes:
    """The file with all notes on a cell in its comment. Raises UnreadableFile."""
    parts = Parts(data)
    known = sheet_parts(parts)
    wanted: dict[str, dict[str, list[Note]]] = {}
    for note in notes:
        assert isinstance(source.origins, Origins)
        spot = source.origins.spot(*note.spans[0])
        cell = spot.cell.partition(":")[0]
        # A sheet that is a chart has no cells: its notes go to the first one that has.
        part = known.get(spot.sheet) or next(iter(known.values()))
        wanted.setdefault(part, {}).setdefault(cell, []).append(note)
    for part, by_cell in wanted.items():
        Sheet(parts, part).add(by_cell)
    return parts.finished()
