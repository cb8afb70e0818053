"""From the cells of a sheet to paragraphs and grids.

Neighbouring rows with two or more filled cells are a grid. A row with one filled cell is a
paragraph, unless a cell of the grid above reaches down to it: then it is a row whose other cells
are empty. The name of a sheet is no part of the text: it stands on a tab that is not printed, and
is as often 表三 or Sheet1 as a heading. Places name it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.reading.blocks import Block, Cell, Grid, Mark, Paragraph
from lint_disclosure.reading.spreadsheet.sheet import Sheet, too_many_cells
from lint_disclosure.reading.unreadable import MAX_CELLS, too_much

MAX_IN_GRIDS = 500_000
"""Cells of the grids of a sheet, empty ones included."""

_new = tuple.__new__
"""Makes a named tuple in half the time; for cells, of which there are hundreds."""


def blocks_of(sheet: Sheet) -> Iterator[Block]:
    """The paragraphs and grids of a sheet, in order. Raises UnreadableFile when it is too large."""
    laid = _Layout(sheet)
    grid: list[int] = []
    reach = 0
    last = -1
    for row in laid.order:
        in_grid = bool(grid) and row < reach
        if grid and (row > last + 1 or (len(laid.rows[row]) < 2 and not in_grid)):
            yield laid.grid(grid)
            grid, reach = [], 0
        if len(laid.rows[row]) > 1 or in_grid:
            grid.append(row)
            reach = max([reach, *laid.reaches(row)])
        else:
            yield from laid.paragraphs(row)
        last = row
    if grid:
        yield laid.grid(grid)
    if laid.under:
        yield Mark("covered_cell", laid.under, (sheet.name, 0, 0))
    if sheet.drawings:
        yield Mark("picture", sheet.drawings, (sheet.name, 0, 0))


class _Layout:
    """A sheet by rows, without what lies under merged cells.

    ``under`` counts filled cells that a merged one covers: the program does not show them.
    """

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.left = MAX_IN_GRIDS
        merged = [one for one in sheet.merged if one.rows > 1 or one.columns > 1]
        self.merged = {(one.row, one.column): one for one in merged}
        lines: dict[int, list[int]] = {}
        for row, column in sheet.cells:
            lines.setdefault(row, []).append(column)
        self.last_row = max(lines, default=-1)
        self.last_column = max((column for _, column in sheet.cells), default=-1)
        self.covered = self._covered()
        self.rows: dict[int, list[int]] = {}
        self.under = 0
        for row, columns in lines.items():
            shown = [at for at in columns if (row, at) not in self.covered]
            self.under += len(columns) - len(shown)
            if shown:
                self.rows[row] = sorted(shown)
        for one in merged:
            if one.rows > 1 and (one.row, one.column) in sheet.cells:
                for row in range(one.row, min(one.row + one.rows, self.last_row + 1)):
                    self.rows.setdefault(row, [])
        self.order = sorted(self.rows)

    def _covered(self) -> set[tuple[int, int]]:
        """The cells that others reach over, within what is filled."""
        found: set[tuple[int, int]] = set()
        for one in self.merged.values():
            bottom = min(one.row + one.rows, self.last_row + 1)
            right = min(one.column + one.columns, self.last_column + 1)
            if (bottom - one.row) * (right - one.column) + len(found) > MAX_IN_GRIDS:
                raise too_many_cells()
            found.update(
                (row, column)
                for row in range(one.row, bottom)
                for column in range(one.column, right)
            )
            found.discard((one.row, one.column))
        return found

    def reaches(self, row: int) -> list[int]:
        """The rows down to which the filled cells of a row reach."""
        found = (self.merged.get((row, column)) for column in self.rows[row])
        return [one.row + one.rows for one in found if one is not None and one.rows > 1]

    def paragraphs(self, row: int) -> Iterator[Paragraph]:
        """The paragraphs of a row with one filled cell: one for each line in it."""
        for column in self.rows[row]:
            anchor = (self.sheet.name, row, column)
            for line in self.sheet.cells[row, column].splitlines():
                yield Paragraph([(line, anchor)])

    def grid(self, rows: Sequence[int]) -> Grid:
        """The grid of some rows, from the first column with something in it to the last."""
        filled = [column for row in rows for column in self.rows[row]]
        first, last = min(filled), max(filled)
        width = last - first + 1
        if width > MAX_CELLS:
            raise too_much(f"一行有 {width} 个单元格", f"a row has {width} cells")
        self.left -= width * len(rows)
        if self.left < 0:
            raise too_many_cells()
        top, bottom = rows[0], rows[-1]
        cells: list[Cell] = []
        covered, merged = self.covered, self.merged
        name, texts, unread = self.sheet.name, self.sheet.cells, self.sheet.unread
        for row in rows:
            for column in range(first, last + 1):
                at = (row, column)
                if at in covered:
                    continue
                text = texts.get(at, "")
                if not text.isprintable():
                    text = " ".join(text.splitlines())
                down = right = 1
                if at in merged:
                    _, _, down, right = merged[at]
                    down, right = min(down, bottom - row + 1), min(right, last - column + 1)
                pieces = ((text, (name, row, column)),)
                cells.append(
                    _new(Cell, (row - top, column - first, down, right, pieces, at in unread))
                )
        return Grid(cells)
