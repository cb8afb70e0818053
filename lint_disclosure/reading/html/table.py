"""A table of a page: its cells on a grid, or, where it only serves the layout, what they hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from lint_disclosure.reading.blocks import Block, Cell, Grid, Mark, Paragraph, Piece
from lint_disclosure.reading.unreadable import too_much

_WIDEST = 1000
"""Columns that a cell may reach over, as browsers have it."""

_MOST_STEPS = 5_000_000
"""Columns that are looked at for the places of the cells of a table; a report takes hundreds."""

_LONGEST_CELL = 400
"""Characters; a cell that holds more is part of the layout."""


class _Placed(NamedTuple):
    row: int
    column: int
    rows: int
    columns: int
    anchor: Any
    content: list[Block]


class Table:
    """A table as it is read; ``around`` are the blocks that it stands among."""

    def __init__(self, around: list[Block]) -> None:
        self.around = around
        self._cells: list[_Placed] = []
        self._row = -1
        self._column = 0
        self._steps = 0
        self._taken: dict[int, int] = {}  # column -> first row that is free again

    def new_group(self) -> None:
        """No cell reaches over the end of a group of rows."""
        self._taken = {}

    def new_row(self) -> None:
        """Cells that follow stand one row further down."""
        self._row += 1
        self._column = 0

    def new_cell(self, rows: int, columns: int, anchor: Any) -> list[Block]:
        """Place a cell at the next free column, and give the list for its content.

        ``rows`` 0 means to the end of the group. Raises UnreadableFile when cells that reach down
        lie beside each other without end.
        """
        row = max(self._row, 0)
        column = self._column
        while self._taken.get(column, 0) > row:
            column += 1
        columns = min(max(columns, 1), _WIDEST)
        self._steps += column - self._column + (columns if rows != 1 else 0)
        if self._steps > _MOST_STEPS:
            raise too_much("表格里的合并单元格太多", "too many merged cells in a table")
        if rows != 1:
            until = row + rows if rows else 1 << 30
            for at in range(column, column + columns):
                self._taken[at] = until
        self._column = column + columns
        content: list[Block] = []
        self._cells.append(_Placed(row, column, rows, columns, anchor, content))
        return content

    def blocks(self) -> Iterator[Block]:
        """A grid; of a table for layout the content of its cells, and grids of its other rows."""
        rows = [list(row) for _, row in groupby(self._cells, key=lambda cell: cell.row)]
        if any(len(row) > 1 for row in rows) and not any(map(_is_layout, self._cells)):
            yield from _grid(self._cells, len(rows))
            return
        for flows, group in groupby(
            rows, key=lambda row: len(row) == 1 or any(map(_is_layout, row))
        ):
            cells = [cell for row in group for cell in row]
            if flows:
                for cell in cells:
                    yield from cell.content
            else:
                yield from _grid(cells, len(rows))


def _is_layout(cell: _Placed) -> bool:
    length = 0
    for block in cell.content:
        if isinstance(block, Grid):
            return True
        if isinstance(block, Paragraph):
            length += sum(len(piece[0]) for piece in block.pieces)
    return length > _LONGEST_CELL


def _grid(cells: Sequence[_Placed], height: int) -> Iterator[Block]:
    """The grid, and before it the marks for what its cells hold beside text."""
    for cell in cells:
        for block in cell.content:
            if isinstance(block, Mark):
                yield block
    yield Grid([_cell(cell, height) for cell in cells])


def _cell(placed: _Placed, height: int) -> Cell:
    pieces: list[Piece | Mark] = []
    for block in placed.content:
        if isinstance(block, Paragraph):
            if pieces:
                pieces.append((" ", placed.anchor))
            pieces.extend(block.pieces)
    rows = min(placed.rows or height, height - placed.row)
    return Cell(
        placed.row,
        placed.column,
        max(rows, 1),
        placed.columns,
        pieces or (("", placed.anchor),),
    )
