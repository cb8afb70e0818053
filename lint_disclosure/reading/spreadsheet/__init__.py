"""Workbooks: .xlsx, .xlsm, .ods, .xls and .et, each by a reader of its own.

python-calamine hands errors (#REF!) and formulas without a result on as empty cells, and a blank
cell is a finding; it knows nothing of hidden rows and of merged cells in .ods; and a file with a
filled cell in a far corner, or one damaged byte in an .xls, ends the process for want of memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint_disclosure.document import Document, Notice
from lint_disclosure.reading.blocks import Block, Mark, Pieces, assemble
from lint_disclosure.reading.package import Package
from lint_disclosure.reading.spreadsheet import ods, xls, xlsx
from lint_disclosure.reading.spreadsheet.layout import blocks_of
from lint_disclosure.reading.spreadsheet.notices import notices_of
from lint_disclosure.reading.spreadsheet.refused import damaged
from lint_disclosure.reading.spreadsheet.sheet import Workbook, cell_name
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.spot import SheetSpot


def read(name: str, data: bytes) -> Document:
    """The document of a workbook: what its sheets show, in order. Raises UnreadableFile."""
    try:
        workbook = _workbook(data)
    except RecursionError:  # elements within elements, without end
        raise damaged() from None
    document = assemble(name, _blocks(workbook), Origins, notices_of(workbook))
    if not document.lines:
        notices: tuple[Notice, ...] = document.notices
        zh = "；".join(one for one, _ in notices) or "没有内容"
        en = "; ".join(one for _, one in notices) or "there is nothing in it"
        raise UnreadableFile(f"表格文件里没有可读的内容：{zh}", f"nothing to read: {en}")
    return document


def _workbook(data: bytes) -> Workbook:
    if data.startswith(b"PK"):
        package = Package(data, damaged)
        if "content.xml" in package:
            return ods.read_workbook(package)
        return xlsx.read_workbook(package)
    return xls.read_workbook(data)


def _blocks(workbook: Workbook) -> Iterator[Block]:
    for sheet in workbook.sheets:
        yield from blocks_of(sheet)
    for kind, names in (("hidden_sheet", workbook.hidden), ("chart", workbook.charts)):
        if names:
            yield Mark(kind, len(names), (names[0], 0, 0))


class Origins:
    """Knows the cell that a stretch of the decoded text stood in."""

    __slots__ = ("pieces",)

    def __init__(self, pieces: Pieces) -> None:
        self.pieces = pieces

    def spot(self, start: int, end: int) -> SheetSpot:
        """The cell, or the range from the first cell to the last one: B4:E4."""
        anchors: list[Any] = [anchor for anchor, _, _ in self.pieces.between(start, end)]
        sheet, row, column = anchors[0]
        first = cell_name(row, column)
        sheets = [one for one in anchors if one[0] == sheet]
        last = cell_name(*sheets[-1][1:])
        return SheetSpot(sheet, first if first == last else f"{first}:{last}")
