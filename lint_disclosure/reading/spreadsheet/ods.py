"""OpenDocument spreadsheets (.ods)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from lint_disclosure.reading.package import Package
from lint_disclosure.reading.spreadsheet.refused import damaged, locked
from lint_disclosure.reading.spreadsheet.sheet import (
    At,
    Merged,
    Room,
    Sheet,
    Workbook,
    local,
)
from lint_disclosure.reading.spreadsheet.values import clock, number_text

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMULA = f"{_TABLE}formula"
_DURATION = re.compile(r"PT(\d{1,6})H(\d{1,2})M(\d{1,2})(?:[.,]\d+)?S", re.A)
_MIDNIGHT = re.compile(r"[T ]00:00:00(?:\.0+)?$")
_AROUND_ROWS = ("table-header-rows", "table-rows", "table-row-group")
_AROUND_COLUMNS = ("table-header-columns", "table-columns", "table-column-group")


def read_workbook(package: Package) -> Workbook:
    """The workbook in a zip. Raises UnreadableFile."""
    if "META-INF/manifest.xml" in package and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise locked()
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if body is None:
        raise damaged()
    unseen = {
        style.get(f"{_STYLE}name")
        for style in root.iterfind(f"{_OFFICE}automatic-styles/{_STYLE}style")
        if any(one.get(f"{_TABLE}display") == "false" for one in style)
    }
    room = Room()
    sheets: list[Sheet] = []
    hidden: list[str] = []
    for table in body.iterfind(f"{_TABLE}table"):
        name = table.get(f"{_TABLE}name", "")
        if table.get(f"{_TABLE}style-name") in unseen:
            hidden.append(name)
        else:
            sheets.append(_Table(name, table, room).sheet())
    return Workbook(tuple(sheets), tuple(hidden))


class _Table:
    """One table on its way to a sheet."""

    def __init__(self, name: str, table: Element, room: Room) -> None:
        self.name = name
        self.room = room
        self.table = table
        self.texts: dict[At, str] = {}
        self.unread: set[At] = set()
        self.merged: list[Merged] = []
        self.hidden: list[int] = []

    def sheet(self) -> Sheet:
        row = 0
        for one in _inner(self.table, "table-row", _AROUND_ROWS):
            times = _times(one, "number-rows-repeated")
            if not self._row(row, one):
                row += times
                continue
            unseen = one.get(f"{_TABLE}visibility") in ("collapse", "filter")
            for at in range(row, row + times):
                if at > row:
                    self._row(at, one)
                if unseen:
                    self.hidden.append(at)
            row += times
        return Sheet(
            self.name,
            self.texts,
            tuple(self.merged),
            frozenset(self.unread),
            tuple(self.hidden),
            self._hidden_columns(),
            len(self.table.findall(f"{_TABLE}shapes/*"))
            + sum(1 for one in self.table.iter() if local(one) == "frame"),
        )

    def _row(self, row: int, cells: Element) -> bool:
        """Take the cells of a row; whether it holds anything."""
        column = 0
        before = len(self.texts) + len(self.merged)
        for cell in cells:
            times = _times(cell, "number-columns-repeated")
            if len(cell) or len(cell.attrib) > 1 or _FORMULA in cell.attrib:
                self._cell(row, column, times, cell)
            column += times
        return len(self.texts) + len(self.merged) > before

    def _cell(self, row: int, column: int, times: int, cell: Element) -> None:
        rows, columns = _times(cell, "number-rows-spanned"), _times(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.room.take("")
            self.merged.append(Merged(row, column, rows, columns))
        text = _value(cell)
        formula = cell.get(_FORMULA)
        unread = not text and formula is not None and f"{_OFFICE}value-type" not in cell.attrib
        if unread:
            text = "=" + (formula or "").partition("=")[2]
        if not text or text.isspace():
            return
        self.room.take(text, times)
        for at in range(column, column + times):
            self.texts[row, at] = text
            if unread:
                self.unread.add((row, at))

    def _hidden_columns(self) -> tuple[int, ...]:
        used = sorted({column for _, column in self.texts})
        found: list[int] = []
        column = 0
        for one in _inner(self.table, "table-column", _AROUND_COLUMNS):
            after = column + _times(one, "number-columns-repeated")
            if one.get(f"{_TABLE}visibility") in ("collapse", "filter"):
                found += [at for at in used if column <= at < after]
            column = after
        return tuple(found)


def _inner(parent: Element, name: str, around: tuple[str, ...]) -> Iterator[Element]:
    """The rows or columns of a table, also those that stand in a group."""
    for one in parent:
        kind = local(one)
        if kind == name:
            yield one
        elif kind in around:
            yield from _inner(one, name, around)


def _times(element: Element, name: str) -> int:
    text = element.get(f"{_TABLE}{name}", "1")
    return min(int(text), 2_000_000) if text.isdecimal() and len(text) < 12 else 1


def _value(cell: Element) -> str:
    """What a cell holds: numbers and dates as values, everything else as it is shown."""
    kind = cell.get(f"{_OFFICE}value-type")
    if kind in ("float", "percentage", "currency"):
        return number_text(cell.get(f"{_OFFICE}value", ""))
    if kind == "date":
        return _MIDNIGHT.sub("", cell.get(f"{_OFFICE}date-value", "")).replace("T", " ")
    if kind == "time":
        found = _DURATION.fullmatch(cell.get(f"{_OFFICE}time-value", ""))
        return clock(*map(int, found.groups())) if found else _shown(cell)
    if kind == "boolean":
        return cell.get(f"{_OFFICE}boolean-value", "").upper()
    return _shown(cell)


def _shown(cell: Element) -> str:
    return "\n".join(_text(one) for one in cell if one.tag in (f"{_TEXT}p", f"{_TEXT}h"))


def _text(element: Element) -> str:
    """The text of a paragraph; notes and comments within are none of it."""
    pieces = [element.text or ""]
    for one in element:
        kind = local(one)
        if kind == "s":
            count = one.get(f"{_TEXT}c", "1")
            pieces.append(" " * (min(int(count), 1000) if count.isdecimal() else 1))
        elif kind in ("tab", "line-break"):
            pieces.append("\t" if kind == "tab" else "\n")
        elif kind not in ("annotation", "note", "ruby-text"):
            pieces.append(_text(one))
        pieces.append(one.tail or "")
    return "".join(pieces)
