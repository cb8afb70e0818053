"""Workbooks: a sheet for each section with a table, or all on one sheet. Written with openpyxl."""

from __future__ import annotations

from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from tests.clothes.layout import Laid, Sheet
from tests.clothes.model import Report
from tests.clothes.story import Block, Facts, Heading, Paragraph, Title, story

_PROSE_COLUMNS = 10


def one_sheet(report: Report) -> bytes:
    """Everything below each other; a paragraph is one merged cell over the whole width."""
    book = Workbook()
    writer = _Writer(book.worksheets[0])
    for block in story(report):
        writer.block(block)
    return _saved(book)


def a_sheet_a_table(report: Report) -> bytes:
    """A new sheet from each section with a table on, and from the first section behind the last."""
    book = Workbook()
    writer = _Writer(book.worksheets[0])
    book.worksheets[0].title = "总体情况"
    holding = False
    with_tables = {one.title for one in report.sections if one.table}
    for block in story(report):
        if isinstance(block, Heading) and block.level == 1:
            has_table = block.title in with_tables
            if has_table or holding:
                writer = _Writer(book.create_sheet(block.mark + block.title[:20]))
            holding = has_table
        writer.block(block)
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


class _Writer:
    """Fills a sheet from the top."""

    def __init__(self, sheet: Worksheet) -> None:
        self.sheet = sheet
        self.row = 1

    def block(self, block: Block) -> None:
        if isinstance(block, Title):
            for line in block.lines:
                self._prose(line)
        elif isinstance(block, Facts):
            for fact in block.facts:
                self.sheet.cell(self.row, 1, f"{fact.label}：")
                self.sheet.cell(self.row, 2, fact.value)
                self.row += 1
        elif isinstance(block, Heading):
            self._prose(block.mark + block.title + block.tail)
        elif isinstance(block, Paragraph):
            self._prose(block.text)
        else:
            self._table(block)

    def _prose(self, text: str) -> None:
        self.sheet.cell(self.row, 1, text).alignment = Alignment(wrap_text=True)
        self._merge(self.row, 1, 1, _PROSE_COLUMNS)
        self.row += 1

    def _table(self, table: Sheet) -> None:
        for cell in table.cells:
            at = self.row + cell.row, cell.column + 1
            if cell.text:
                self.sheet.cell(*at, _value(cell))
            self._merge(*at, cell.rows, cell.columns)
        self.row += table.height

    def _merge(self, row: int, column: int, rows: int, columns: int) -> None:
        if rows > 1 or columns > 1:
            self.sheet.merge_cells(
                start_row=row,
                start_column=column,
                end_row=row + rows - 1,
                end_column=column + columns - 1,
            )


def _value(cell: Laid) -> str | int | float:
    """A number where a workbook shows it as the text does, else the text: 12.80, 1,286 and +1."""
    if cell.label:
        return cell.text
    if cell.text.isdigit():
        return int(cell.text)
    try:
        value = float(cell.text)
    except ValueError:
        return cell.text
    return value if str(value) == cell.text and not value.is_integer() else cell.text
