"""The clothes that a report can wear, and what each of them cannot show."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tests.clothes import text
from tests.clothes.model import Cell, Report


class Clothing(NamedTuple):
    """A way to show a report as a file.

    ``reader`` is the module of ``lint_disclosure.reading`` that reads it, ``cannot_show`` the
    states of cells that leave no trace in it.
    """

    name: str
    suffix: str
    reader: str
    dress: Callable[[Report], bytes]
    cannot_show: frozenset[str] = frozenset()

    def fitting(self, report: Report) -> Report:
        """The report with zeros in place of what this clothing cannot show."""
        tables = {
            key: {
                at: Cell("0", "number", 0) if cell.state in self.cannot_show else cell
                for at, cell in cells.items()
            }
            for key, cells in report.tables.items()
        }
        return report._replace(tables=tables)


_NO_BLANKS = frozenset(("blank",))
"""Where nothing stands between cells but blanks or line breaks, an empty cell is not there."""

TEXT = (
    Clothing("bars", ".txt", "text", text.bars),
    Clothing("ruled-bars", ".txt", "text", text.ruled_bars),
    Clothing("tabs", ".txt", "text", text.tabs),
    Clothing("a-cell-a-line", ".txt", "text", text.a_cell_a_line, _NO_BLANKS),
    Clothing("wide-gaps", ".txt", "text", text.wide_gaps, _NO_BLANKS),
)
QUICK = TEXT
