"""A file as read: its text, its lines with the cells that cut them, and its tables as grids."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.place import Source, Span

Notice = tuple[str, str]
"""A remark on the reading itself, in Chinese and in English."""


class Line(NamedTuple):
    """One non-blank line. ``cells`` is set where something cuts the line into cells.

    Cell spans are without surrounding blanks; an empty cell is an empty span. ``opens`` and
    ``closes`` say whether a separator stands at the very start or end of the line, which is how a
    cell that continues on the next line is told from one that ends here. ``covered`` are the
    positions of cells that are not there, because one above reaches over them; ``unread`` those of
    cells whose value the file does not hold.
    """

    start: int
    end: int
    cells: tuple[Span, ...] | None = None
    opens: bool = False
    closes: bool = False
    covered: tuple[int, ...] = ()
    unread: tuple[int, ...] = ()


class GridCell(NamedTuple):
    """A cell of a grid: where it begins, counted from 0, how far it reaches, and its text."""

    row: int
    column: int
    rows: int
    columns: int
    span: Span


class Feature(NamedTuple):
    """Something in the file that is no text: ``kind`` says what, ``span`` where it would stand.

    ``amount`` of them lie there.
    """

    kind: str
    span: Span
    amount: int = 1


class Document(NamedTuple):
    """What a reader hands on. ``notices`` are remarks on the reading itself, for the user.

    ``grids`` are the tables whose cells the file itself tells apart, in order; their rows are among
    the lines as well. Plain text has none. ``features`` are what else the file holds.
    ``truncated`` when the file breaks off.
    """

    source: Source
    lines: tuple[Line, ...]
    notices: tuple[Notice, ...] = ()
    grids: tuple[tuple[GridCell, ...], ...] = ()
    features: tuple[Feature, ...] = ()
    truncated: bool = False
