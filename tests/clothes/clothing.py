"""The clothes that a report can wear, and what each of them cannot show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from tests.clothes import docx, html, markdown, pdf, text, xlsx
from tests.clothes.model import Cell, Report

Wardrobe = Callable[[Sequence[Report]], list[bytes]]


class Clothing(NamedTuple):
    """A way to show reports as files; ``dress`` takes several, as printing is quicker so.

    ``reader`` is the module of ``lint_disclosure.reading`` that reads it, ``program`` what it takes
    to write it (its path, empty where nothing is needed, None where it is not installed).
    ``cannot_show`` are the states of cells that leave no trace in it; with ``open_end`` a blank
    that ends a row leaves none; with ``wraps`` a remark does not fit into the narrow cells of
    tables three and four.
    """

    name: str
    suffix: str
    reader: str
    dress: Wardrobe
    cannot_show: frozenset[str] = frozenset()
    open_end: bool = False
    wraps: bool = False
    program: str | None = ""

    def fitting(self, report: Report) -> Report:
        """The report with zeros in place of what this clothing cannot show."""
        tables = {
            key: {at: self._shown(report, key, at, cell) for at, cell in cells.items()}
            for key, cells in report.tables.items()
        }
        return report._replace(tables=tables)

    def _shown(self, report: Report, table: str, at: tuple[str, str], cell: Cell) -> Cell:
        form = report.form.tables[table]
        row, column = at
        ends_row = form.layout == "grid" and column == form.rows[row].columns[-1]
        if cell.state in self.cannot_show or (self.open_end and ends_row and cell.state == "blank"):
            return Cell("0", "number", 0)
        if self.wraps and table in _NARROW and cell.note:
            return cell._replace(text=cell.text.removesuffix(cell.note), note=None)
        return cell


def _each(dress: Callable[[Report], bytes]) -> Wardrobe:
    return lambda reports: [dress(report) for report in reports]


_NO_BLANKS = frozenset(("blank",))
"""Where nothing stands between cells but blanks or line breaks, an empty cell is not there."""

_BLANK_BEHIND_THE_LABEL = True
"""Where a label that reaches over columns leaves empty cells behind it, and the last cell of the
row is empty as well, the text does not tell which of the empty cells are the label's."""

_REMARKS_WRAP = True
"""A page has narrow cells: a number with a remark is broken anywhere, also between two digits, and
nothing tells then whether one number stands there or two."""

_NARROW = frozenset(("requests", "disputes"))
"""Tables of so many columns that a remark has no room on the line of its number."""

QUICK = (
    Clothing("bars", ".txt", "text", _each(text.bars)),
    Clothing("ruled-bars", ".txt", "text", _each(text.ruled_bars)),
    Clothing("tabs", ".txt", "text", _each(text.tabs)),
    Clothing("a-cell-a-line", ".txt", "text", _each(text.a_cell_a_line), _NO_BLANKS),
    Clothing("wide-gaps", ".txt", "text", _each(text.wide_gaps), _NO_BLANKS),
    Clothing("markdown-pipes", ".md", "markdown", _each(markdown.pipes)),
    Clothing(
        "markdown-grids",
        ".md",
        "markdown",
        _each(markdown.grids),
        open_end=_BLANK_BEHIND_THE_LABEL,
    ),
    Clothing("markdown-html", ".md", "html", _each(markdown.html_inside)),
    Clothing("html-clean", ".html", "html", _each(html.clean)),
    Clothing("html-word", ".html", "html", _each(html.word)),
    Clothing("html-portal", ".html", "html", _each(html.portal)),
    Clothing("docx", ".docx", "docx", _each(docx.word)),
    Clothing("xlsx-one-sheet", ".xlsx", "spreadsheet", _each(xlsx.one_sheet)),
    Clothing("xlsx-sheets", ".xlsx", "spreadsheet", _each(xlsx.a_sheet_a_table)),
)
SLOW = tuple(
    Clothing(
        f"pdf-{maker}{'-broken' if broken else ''}",
        ".pdf",
        "pdf",
        partial(printer, broken=broken),
        wraps=_REMARKS_WRAP,
        program=program,
    )
    for maker, printer, program in (
        ("chromium", pdf.by_chromium, pdf.CHROMIUM),
        ("soffice", pdf.by_soffice, pdf.SOFFICE),
    )
    for broken in (False, True)
)
