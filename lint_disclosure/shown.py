"""A report as it is shown beside its findings: plain values for the formats that show it.

They are built (by ``showing``) only for formats that ask for them; see ``render.SHOWING``.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Literal, NamedTuple

from lint_disclosure.place import Location, Place

State = Literal["number", "blank", "dash", "text", "absent", "unread"]


class ShownText(NamedTuple):
    """A line of the report, or a part of one: its text and where it begins.

    ``line`` and ``column`` count from 1 in code points of the decoded text, as in ``Location``.
    """

    text: str
    line: int
    column: int


class ShownCell(NamedTuple):
    """A cell as printed; ``value`` only in state ``number``, ``location`` where it has a place."""

    text: str
    state: State
    value: int | Decimal | None
    place: Place
    location: Location | None


class ShownRow(NamedTuple):
    """A row: its label as printed (the form's own where it is not ``printed``) and its cells.

    ``label`` is one line; of a table whose labels are torn all count as printed. ``form_label`` is
    the short label of the form, the same in all reports; ``group`` the key of the group that the
    row belongs to. The cells follow the columns of the grid.
    """

    key: str
    label: str
    form_label: str
    printed: bool
    group: str | None
    location: Location | None
    cells: tuple[ShownCell, ...]


class ShownColumn(NamedTuple):
    """A column: its label as printed, or the form's own, and the form's."""

    key: str
    label: str
    form_label: str
    printed: bool
    location: Location | None


class ShownGrid(NamedTuple):
    """A table, or the part of one under a caption of its own (第二十条第（一）项)."""

    caption: str
    columns: tuple[ShownColumn, ...]
    rows: tuple[ShownRow, ...]


class ShownTable(NamedTuple):
    """A table of the form: ``title`` 表三 and ``label`` 收到和处理政府信息公开申请情况.

    ``flat`` when the form prints all rows side by side on one line. ``groups`` are labels over
    several rows, by key. ``others`` is what stands in the table and is no cell or label of the
    form. ``span`` are its first and last line.
    """

    key: str
    title: str
    label: str
    section: int
    flat: bool
    grids: tuple[ShownGrid, ...]
    groups: tuple[tuple[str, str], ...]
    others: tuple[ShownText, ...]
    span: tuple[int, int]

    @property
    def cells(self) -> Iterator[ShownCell]:
        """All cells, in the order of the form."""
        return (cell for grid in self.grids for row in grid.rows for cell in row.cells)


class ShownSection(NamedTuple):
    """A heading and what follows it up to the next one, in the order of the text.

    ``level`` is 0 for what stands before the first heading, 1 for a section (then ``number`` is its
    number in the form, if it is one of those), 2 and more for what lies below.
    """

    level: int
    number: int | None
    heading: ShownText | None
    content: tuple[ShownText | ShownTable, ...]


class Shown(NamedTuple):
    """All that a report shows, in its order; private numbers are blanked out."""

    title: ShownText | None
    sections: tuple[ShownSection, ...]

    @property
    def tables(self) -> Iterator[ShownTable]:
        """The tables of the form that were found."""
        return (
            one
            for section in self.sections
            for one in section.content
            if isinstance(one, ShownTable)
        )
