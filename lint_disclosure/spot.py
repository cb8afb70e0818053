"""Places in files that have no lines, in the coordinates of their kind."""

from __future__ import annotations

from typing import NamedTuple


class WordSpot(NamedTuple):
    """A place in a Word file: table, row and cell from 1, None in running text.

    ``paragraph`` counts from 1 in the cell, or in the body; ``start`` and ``end`` are code points
    of the text that the paragraph shows.
    """

    table: int | None
    row: int | None
    cell: int | None
    paragraph: int
    start: int
    end: int

    @property
    def words(self) -> str:
        """The place for a person."""
        if self.table is None:
            return f"第{self.paragraph}段"
        return f"第{self.table}个表格第{self.row}行第{self.cell}格"


class PageSpot(NamedTuple):
    """A box on a page, from 1: left, top, right and bottom in points from the upper left corner."""

    page: int
    box: tuple[float, float, float, float]

    @property
    def words(self) -> str:
        """The place for a person."""
        return f"第{self.page}页"


class SheetSpot(NamedTuple):
    """A cell of a spreadsheet, as the program itself calls it: D5."""

    sheet: str
    cell: str

    @property
    def words(self) -> str:
        """The place for a person."""
        return f"工作表“{self.sheet}”{self.cell}"
