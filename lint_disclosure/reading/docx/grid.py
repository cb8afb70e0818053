"""A table as it grows: where each cell begins, and how far it reaches."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.blocks import Cell, Grid, Mark, Piece
from lint_disclosure.reading.docx.names import DELETED, INSERTED, VAL, is_on, w, whole
from lint_disclosure.reading.docx.paragraph import Paragraphs
from lint_disclosure.reading.unreadable import MAX_CELLS

_ROW_PROPERTIES = w("trPr")
_CELL_PROPERTIES = w("tcPr")
_SKIPPED = w("gridBefore")
_HIDDEN = w("hidden")
_COLUMNS = w("gridSpan")
_MERGED_DOWN = w("vMerge")
_MERGED_ACROSS = w("hMerge")
_CELL_GONE = w("cellDel")
_CELL_CHANGES = frozenset((w("cellIns"), _CELL_GONE, w("cellMerge")))


class Merge(NamedTuple):
    """How a cell is merged: ``begins`` and ``continues`` one above, ``across`` the one before."""

    begins: bool = False
    continues: bool = False
    across: bool = False


_ALONE = Merge()


class GridInMaking:
    """The cells of a table, row after row."""

    def __init__(self) -> None:
        self._cells: list[Cell] = []
        self._row = -1
        self._column = 0
        self._above: dict[int, int] = {}
        self._here: dict[int, int] = {}

    def begin_row(self, skipped: int) -> None:
        """Begin the next row; so many columns stay free before its first cell."""
        self._row += 1
        self._column = skipped
        self._above, self._here = self._here, {}

    def continues(self, columns: int, merge: Merge) -> bool:
        """Whether the next cell is none of its own; the one that it continues then reaches on."""
        if merge.across and self._cells and self._cells[-1].row == self._row:
            last = self._cells[-1]
            if last.column + last.columns == self._column:
                self._cells[-1] = last._replace(columns=last.columns + columns)
                self._column += columns
                return True
        if merge.continues:
            at = self._above.get(self._column)
            if at is not None and self._cells[at].columns == columns:
                cell = self._cells[at]
                self._cells[at] = cell._replace(rows=self._row - cell.row + 1)
                self._here[self._column] = at
                self._column += columns
                return True
        return False

    def add(self, columns: int, merge: Merge, pieces: Sequence[Piece | Mark]) -> None:
        """Add the next cell of the row."""
        if merge.begins or merge.continues:
            self._here[self._column] = len(self._cells)
        self._cells.append(Cell(self._row, self._column, 1, columns, pieces))
        self._column += columns

    def finished(self) -> Grid:
        """The whole table."""
        return Grid(self._cells)


def row_properties(row: Element, paragraphs: Paragraphs) -> tuple[int, bool]:
    """How many columns stay free before a row, and whether it is deleted or hidden."""
    properties = row.find(_ROW_PROPERTIES)
    skipped, gone = 0, False
    if properties is not None:
        for child in properties:
            tag = child.tag
            if tag == _SKIPPED:
                skipped = min(whole(child.get(VAL), 0), MAX_CELLS)
            elif tag in (INSERTED, DELETED):
                paragraphs.change_ahead(child)
                gone = gone or tag == DELETED
            elif tag == _HIDDEN:
                gone = gone or is_on(child.get(VAL))
    return skipped, gone


def cell_properties(cell: Element, paragraphs: Paragraphs) -> tuple[int, Merge, bool]:
    """How many columns a cell takes, how it is merged, and whether it is deleted."""
    columns, merge, gone = 1, _ALONE, False
    properties = cell.find(_CELL_PROPERTIES)
    if properties is None:
        return columns, merge, gone
    for child in properties:
        tag = child.tag
        if tag == _COLUMNS:
            columns = max(1, min(whole(child.get(VAL), 1), MAX_CELLS))
        elif tag == _MERGED_DOWN:
            begins = child.get(VAL) == "restart"
            merge = merge._replace(begins=begins, continues=not begins)
        elif tag == _MERGED_ACROSS:
            merge = merge._replace(across=child.get(VAL) != "restart")
        elif tag in _CELL_CHANGES:
            paragraphs.change_ahead(child)
            gone = gone or tag == _CELL_GONE
    return columns, merge, gone
