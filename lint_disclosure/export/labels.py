"""The form's tables as a reader sees them: keys and Chinese labels of every cell, in order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint_disclosure.report.lookup import cell_mark, table_form
from lint_disclosure.report.model import Cell, Report


class Labelled(NamedTuple):
    """A cell with the keys and the form's own labels of its table, row and column."""

    table: str
    table_label: str
    row: str
    row_label: str
    column: str
    column_label: str
    cell: Cell
    locator: str


def labelled_cells(report: Report, table: str) -> Iterator[Labelled]:
    """The cells of a table in the order of the form."""
    form = table_form(report, table)
    cells = report.tables[table].cells
    keys = [key for key in form.cells() if key in cells] if form else list(cells)
    for row, column in keys:
        yield Labelled(
            table,
            form.title if form else table,
            row,
            form.rows[row].label if form else row,
            column,
            form.columns[column].label if form else column,
            cells[row, column],
            cell_mark(report, table, row, column).locator,
        )


def raw(report: Report, cell: Cell) -> str:
    """The text of a cell as the report has it."""
    return report.source.cut(cell.parts) if cell.parts else ""
