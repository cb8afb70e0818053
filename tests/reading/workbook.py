"""A whole report as a workbook, laid out as a clerk would, and small workbooks of a few cells."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import xlwt

SPECIMEN = Path(__file__).parents[2] / "rules" / "forms" / "2021.specimen.txt"
WIDTH = 10
"""Columns of 表三: three of labels, seven of numbers."""

GROUPS = {
    "三、本年度办理结果": (0, 22),
    "（三）不予公开": (1, 8),
    "（四）无法提供": (1, 3),
    "（五）不予处理": (1, 5),
    "（六）其他处理": (1, 3),
}
"""Labels of 表三 that reach over several rows: the column of each, and how many rows."""


class Placed(NamedTuple):
    """A cell from 0, how far it reaches, and its value."""

    row: int
    column: int
    rows: int
    columns: int
    value: str | int | float


def report_cells() -> list[Placed]:
    """The specimen of the form as cells: text over the whole width, numbers as numbers."""
    found: list[Placed] = []
    for row, line in enumerate(SPECIMEN.read_text(encoding="utf-8").splitlines()):
        words = [word.strip() for word in line.rstrip("| ").split("|")]
        values = [_value(word) for word in words]
        if len(words) == 1:
            found.append(Placed(row, 0, 1, WIDTH, words[0]))
        elif len(words) < 15 and all(isinstance(value, int) for value in values[-7:]):
            found += _row_of_requests(row, words[:-7], values[-7:])
        else:
            found += [Placed(row, at, 1, 1, value) for at, value in enumerate(values)]
    return found


def _row_of_requests(
    row: int, labels: list[str], values: list[str | int | float]
) -> Iterator[Placed]:
    for label in labels:
        column, rows = GROUPS.get(label, (2, 1))
        yield Placed(row, column, rows, 1, label)
    for at, value in enumerate(values, 3):
        yield Placed(row, at, 1, 1, value)


def _value(word: str) -> str | int | float:
    if word.isdigit():
        return int(word)
    return float(word) if word.replace(".", "", 1).isdigit() else word


def xlsx(cells: list[Placed], sheet: str = "年报") -> bytes:
    """The cells in an .xlsx by openpyxl."""
    book = openpyxl.Workbook()
    page = book.active
    page.title = sheet
    fill(page, cells)
    return saved(book)


def fill(page: Any, cells: list[Placed]) -> None:
    """Write cells into a sheet of openpyxl."""
    for row, column, rows, columns, value in cells:
        page.cell(row + 1, column + 1).value = value
        if rows > 1 or columns > 1:
            page.merge_cells(
                start_row=row + 1,
                start_column=column + 1,
                end_row=row + rows,
                end_column=column + columns,
            )


def saved(book: Any) -> bytes:
    """The bytes of a workbook of openpyxl or xlwt."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def xls(cells: list[Placed], sheet: str = "年报") -> bytes:
    """The cells in an .xls by xlwt."""
    book = xlwt.Workbook()
    page = book.add_sheet(sheet)
    for row, column, rows, columns, value in cells:
        page.write_merge(row, row + rows - 1, column, column + columns - 1, value)
    return saved(book)
