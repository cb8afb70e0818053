"""What the readers of the kinds of workbook hand on: sheets of texts by row and column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.place import Span
from lint_disclosure.reading.unreadable import MAX_TEXT, UnreadableFile, too_large, too_much

At = Span
"""Row and column of a cell, both from 0."""

MAX_FILLED = 200_000
"""Cells with something in them; a report has some five hundred."""


class Merged(NamedTuple):
    """A range of cells merged to one: where it begins, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


class Sheet(NamedTuple):
    """One sheet: the texts of its cells that hold something.

    ``unread`` are formulas whose result the file does not hold; their text is the formula.
    ``hidden_rows`` and ``hidden_columns`` are those that are not shown but read all the same.
    """

    name: str
    cells: Mapping[At, str]
    merged: tuple[Merged, ...] = ()
    unread: frozenset[At] = frozenset()
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    drawings: int = 0


class Workbook(NamedTuple):
    """The sheets that are shown, in order, and the names of those that are hidden.

    ``charts`` are sheets that hold a chart and no cells.
    """

    sheets: tuple[Sheet, ...]
    hidden: tuple[str, ...] = ()
    charts: tuple[str, ...] = ()


def cell_name(row: int, column: int) -> str:
    """What the program calls a cell: D5."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row + 1}"


def column_name(column: int) -> str:
    """What the program calls a column: D."""
    return cell_name(0, column)[:-1]


class Room:
    """How many more filled cells and characters a workbook may hold."""

    def __init__(self) -> None:
        self._cells = MAX_FILLED
        self._characters = MAX_TEXT

    def take(self, text: str, times: int = 1) -> None:
        """Take room for some cells. Raises UnreadableFile when there is none left."""
        self._cells -= times
        self._characters -= times * len(text)
        if self._cells < 0:
            raise too_many_cells()
        if self._characters < 0:
            raise too_large(MAX_TEXT)


def too_many_cells() -> UnreadableFile:
    """The error of a workbook with more filled cells than a report can have."""
    return too_much(
        f"有内容的单元格超过 {MAX_FILLED} 个", f"there are more than {MAX_FILLED} filled cells"
    )


def local(element: Element) -> str:
    """The name of an element without its namespace, which has a second, strict form."""
    return element.tag.rpartition("}")[2]
