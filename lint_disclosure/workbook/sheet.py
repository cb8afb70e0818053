"""One sheet as it grows.

Its rows go to a file of its own once they are many, so that the memory does not grow with them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

from lint_disclosure.workbook import limits
from lint_disclosure.workbook.cells import Cell, Value, attribute, cell, letters
from lint_disclosure.workbook.heights import LINE, height, lines
from lint_disclosure.workbook.limits import MAX_NAME, Full
from lint_disclosure.workbook.styles import WRAPPED, Style

_IN_MEMORY = 1024 * 1024
_PIECE = 1 << 16
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ADDRESS = re.compile(r"https?://[^\s\"<>]{1,2000}")
_NOT_IN_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'|'$")


class Column(NamedTuple):
    """A column: its label, its width in characters, and the look of its cells."""

    label: str
    width: float = 12
    style: Style = Style.PLAIN


class Group(NamedTuple):
    """A label over some columns; without one they stand alone."""

    label: str
    columns: int


class Sheet:
    """Rows below a head that stays in view.

    ``groups`` are a second head above the columns; they cover all of these. ``titled`` leaves room
    for a line above all, which may be set last. ``frozen`` columns stay in view as well.
    ``filtered`` gives the head buttons to choose by, ``fit`` prints the whole width on a page.
    """

    title = ""

    def __init__(
        self,
        name: str,
        columns: Sequence[Column],
        *,
        groups: Sequence[Group] = (),
        titled: bool = False,
        frozen: int = 0,
        filtered: bool = False,
        fit: bool = False,
    ) -> None:
        self.name = (_NOT_IN_NAME.sub("_", name) or "_")[:MAX_NAME]
        self.filtered = filtered
        self._columns = tuple(columns)
        self._styles = [column.style for column in columns]
        self._frozen = frozen
        self._fit = fit
        self._merged: list[str] = []
        self._spans: dict[int, int] = {}
        self._addresses: dict[str, int] = {}
        self._body = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by pieces()
        self._links = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed by pieces()
        self.rows = int(titled)
        self._titled = titled
        if groups:
            self._add_groups(groups)
        self.add([Cell(column.label, Style.HEAD) for column in columns])
        self.head = self.rows

    def add(self, values: Sequence[Value | Cell]) -> None:
        """Add a row; None leaves a cell empty. Raises Full."""
        if self.rows >= limits.MAX_ROWS:
            raise Full
        self.rows += 1
        row = self.rows
        cells = []
        high = 1
        for column, value in enumerate(values):
            if value is None:
                continue
            style = self._styles[column]
            if isinstance(value, Cell):
                style = value.style
                if value.link is not None:
                    self._link(f"{letters(column)}{row}", value.link)
                value = value.value
            if isinstance(value, str) and style in WRAPPED:
                high = max(high, lines(value, self._room(column, style)))
            cells.append(cell(f"{letters(column)}{row}", value, style))
        tall = f' ht="{height(high)}" customHeight="1"' if high > 1 else ""
        self._body.write(f'<row r="{row}"{tall}>{"".join(cells)}</row>'.encode())

    @property
    def printed_again(self) -> str:
        """Columns and rows that every page shows: $A:$C and $1:$2."""
        side = f"$A:${letters(self._frozen - 1)}" if self._frozen else ""
        return ",".join(filter(None, [side, f"$1:${self.head}"]))

    @property
    def area(self) -> str:
        """Head and rows, as the filter names them: A1:F20."""
        return f"A{self.head}:{letters(len(self._columns) - 1)}{self.rows}"

    @property
    def addresses(self) -> dict[str, int]:
        """The addresses that cells lead to, with the number of each."""
        return self._addresses

    def pieces(self) -> Iterator[bytes]:
        """The XML of the sheet, once."""
        yield self._start().encode()
        yield from _emptied(self._body)
        yield b"</sheetData>"
        if self.filtered:
            yield f'<autoFilter ref="{self.area}"/>'.encode()
        if self._merged:
            merged = "".join(f'<mergeCell ref="{area}"/>' for area in self._merged)
            yield f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>'.encode()
        if self._links.tell():
            yield b"<hyperlinks>"
            yield from _emptied(self._links)
            yield b"</hyperlinks>"
        self._links.close()
        scale = 'fitToWidth="1" fitToHeight="0"' if self._fit else 'scale="70"'
        yield b'<printOptions gridLines="1"/>'
        yield f'<pageSetup paperSize="9" orientation="landscape" {scale}/></worksheet>'.encode()

    def _room(self, column: int, style: Style) -> float:
        """The width that a text has; a group's goes over its columns."""
        end = column + (self._spans.get(column, 1) if style is Style.GROUP else 1)
        return sum(one.width for one in self._columns[column:end])

    def _start(self) -> str:
        fit = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' if self._fit else ""
        columns = "".join(
            f'<col min="{at}" max="{at}" width="{column.width}" customWidth="1"/>'
            for at, column in enumerate(self._columns, 1)
        )
        left = f' xSplit="{self._frozen}"' if self._frozen else ""
        pane = "bottomRight" if self._frozen else "bottomLeft"
        corner = f"{letters(self._frozen)}{self.head + 1}"
        title = (
            f'<row r="1" ht="24" customHeight="1">{cell("A1", self.title, Style.TITLE)}</row>'
            if self._titled
            else ""
        )
        return (
            f'{_XML}<worksheet xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">{fit}'
            f'<sheetViews><sheetView workbookViewId="0"><pane{left} ySplit="{self.head}"'
            f' topLeftCell="{corner}" activePane="{pane}" state="frozen"/>'
            f'<selection pane="{pane}" activeCell="{corner}" sqref="{corner}"/>'
            "</sheetView></sheetViews>"
            f'<sheetFormatPr defaultRowHeight="{LINE}" customHeight="1"/><cols>{columns}</cols>'
            f"<sheetData>{title}"
        )

    def _add_groups(self, groups: Sequence[Group]) -> None:
        row = self.rows + 1
        cells: list[Value | Cell] = []
        for group in groups:
            first = len(cells)
            self._spans[first] = group.columns
            cells += [
                Cell(group.label or None, Style.GROUP),
                *[Cell(None, Style.GROUP)] * (group.columns - 1),
            ]
            if group.columns > 1 and group.label:
                self._merged.append(f"{letters(first)}{row}:{letters(len(cells) - 1)}{row}")
        self.add(cells)

    def _link(self, name: str, link: str) -> None:
        """Lead a cell on; what is no address of the web is left out."""
        if link.startswith("#"):
            target = f'location="{attribute(link[1:])}"'
        elif _ADDRESS.fullmatch(link):
            number = self._addresses.setdefault(link, len(self._addresses) + 1)
            target = f'r:id="rId{number}"'
        else:
            return
        self._links.write(f'<hyperlink ref="{name}" {target}/>'.encode())


def _emptied(file: SpooledTemporaryFile[bytes]) -> Iterator[bytes]:
    with file:
        file.seek(0)
        while piece := file.read(_PIECE):
            yield piece
