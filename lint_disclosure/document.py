"""A file as read: its text, and its lines with the cells that separators cut."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.place import Source, Span

Notice = tuple[str, str]
"""A remark on the reading itself, in Chinese and in English."""


class Line(NamedTuple):
    """One non-blank line. ``cells`` is set where bars or tabs cut the line into cells.

    Cell spans are without surrounding blanks; an empty cell is an empty span. ``opens`` and
    ``closes`` say whether a separator stands at the very start or end of the line, which is how a
    cell that continues on the next line is told from one that ends here.
    """

    start: int
    end: int
    cells: tuple[Span, ...] | None = None
    opens: bool = False
    closes: bool = False


class Document(NamedTuple):
    """What a reader hands on. ``notices`` are remarks on the reading itself, for the user."""

    source: Source
    lines: tuple[Line, ...]
    notices: tuple[Notice, ...] = ()
