"""Workbooks of Excel 5 to 2003 and of WPS (.xls, .et), record by record ([MS-XLS]).

The record of a formula does not tell whether it was never calculated or gave an empty text: both
count as not calculated.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from lint_disclosure.reading.compound import stream
from lint_disclosure.reading.spreadsheet.refused import damaged, locked
from lint_disclosure.reading.spreadsheet.sheet import (
    At,
    Merged,
    Room,
    Sheet,
    Workbook,
)
from lint_disclosure.reading.spreadsheet.values import Look, look_of, number_text, time_text
from lint_disclosure.reading.spreadsheet.xls_strings import Strings, narrow, segments

UNCALCULATED = "=…"
"""Stands for a formula without a result; how it reads is kept in a form that is not decoded."""

_ERRORS = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_BOF, _EOF = 0x0809, 0x0A
_FILE_PASS, _CODE_PAGE, _DATE_MODE = 0x2F, 0x42, 0x22
_FORMAT, _STYLE, _SHARED, _SHEET = 0x041E, 0xE0, 0xFC, 0x85
_NUMBER, _SHORT, _SHORTS, _SHARED_TEXT = 0x0203, 0x027E, 0xBD, 0xFD
_TEXT, _RICH_TEXT, _BOOL, _FORMULA, _RESULT = 0x0204, 0xD6, 0x0205, 0x06, 0x0207
_ROW, _COLUMNS, _MERGED, _OBJECT = 0x0208, 0x7D, 0xE5, 0x5D
_EXCEL_97 = 0x0600
_NO_DRAWING = (0x14, 0x19)
"""Objects that are a list of choices and a comment."""


class _Named(NamedTuple):
    """A sheet as the workbook names it: where it begins, how it is shown, what it is."""

    start: int
    state: int
    kind: int
    name: str


def read_workbook(data: bytes) -> Workbook:
    """The workbook in an OLE compound file. Raises UnreadableFile."""
    records = stream(data, ("Workbook", "Book"))
    if records is None:
        raise damaged()
    try:
        book = _Book(records)
        shown = [one for one in book.sheets if not one.state]
        return Workbook(
            tuple(_Sheet(book, one).read() for one in shown if one.kind == 0),
            tuple(one.name for one in book.sheets if one.state),
            tuple(one.name for one in shown if one.kind == 2),
        )
    except (struct.error, IndexError):
        raise damaged() from None


def _records(data: bytes, at: int) -> Iterator[tuple[int, int, int]]:
    """Kind, place and length of each record from ``at`` to the end of the part it begins."""
    depth = 0
    while True:
        kind, length = struct.unpack_from("<HH", data, at)
        at += 4
        if at + length > len(data):
            raise damaged()
        if kind == _BOF:
            depth += 1
        elif kind == _EOF:
            depth -= 1
        if depth <= 0:
            return
        if depth == 1:
            yield kind, at, length
        at += length


class _Book:
    """What all sheets share."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.modern = False
        self.codepage = 936
        self.from_1904 = False
        self.strings: list[str] = []
        self.styles: list[int] = []
        self.codes: dict[int, str] = {}
        self.sheets: list[_Named] = []
        for kind, at, length in _records(data, 0):
            if kind == _BOF:
                self.modern = struct.unpack_from("<H", data, at)[0] >= _EXCEL_97
            elif kind == _FILE_PASS:
                raise locked()
            elif kind == _CODE_PAGE:
                self.codepage = struct.unpack_from("<H", data, at)[0]
            elif kind == _DATE_MODE:
                self.from_1904 = data[at] == 1
            elif kind == _SHARED:
                self.strings = Strings(segments(data, at, length)).shared()
            elif kind == _STYLE:
                self.styles.append(struct.unpack_from("<H", data, at + 2)[0])
            elif kind == _FORMAT:
                width = 2 if self.modern else 1
                code = self.text(at, length, 2, width)
                self.codes[struct.unpack_from("<H", data, at)[0]] = code
            elif kind == _SHEET:
                start, state, what = struct.unpack_from("<IBB", data, at)
                name = self.text(at, length, 6, 1)
                self.sheets.append(_Named(start, state & 3, what, name))
        if len({one.start for one in self.sheets}) < len(self.sheets):
            raise damaged()
        self.room = Room()
        self._looks: dict[int, Look | None] = {}

    def text(self, at: int, length: int, begin: int, width: int) -> str:
        """The string that stands ``begin`` bytes into a record."""
        if self.modern:
            strings = Strings(segments(self.data, at, length))
            strings.skip(begin)
            return strings.string(width)
        first = at + begin + width
        count = int.from_bytes(self.data[at + begin : first], "little")
        return narrow(self.data[first : min(first + count, at + length)], self.codepage)

    def number(self, value: float, style: int) -> str:
        """A number as its style shows it."""
        if style not in self._looks:
            form = self.styles[style] if style < len(self.styles) else 0
            self._looks[style] = look_of(form, self.codes.get(form))
        look = self._looks[style]
        if look is not None:
            return time_text(repr(value), look, self.from_1904)
        return number_text(repr(value).removesuffix(".0"))


class _Sheet:
    """One sheet as its records come."""

    def __init__(self, book: _Book, named: _Named) -> None:
        self.book = book
        self.named = named
        self.texts: dict[At, str] = {}
        self.unread: set[At] = set()
        self.merged: list[Merged] = []
        self.rows: list[int] = []
        self.columns: list[tuple[int, int]] = []
        self.drawings = 0
        self.waiting: At | None = None

    def read(self) -> Sheet:
        for kind, at, length in _records(self.book.data, self.named.start):
            self._record(kind, at, length)
        texts = {at: text for at, text in self.texts.items() if text and not text.isspace()}
        for text in texts.values():
            self.book.room.take(text)
        rows = {row for row, _ in texts}
        used = sorted({column for _, column in texts})
        return Sheet(
            self.named.name,
            texts,
            tuple(self.merged),
            frozenset(self.unread),
            tuple(row for row in self.rows if row in rows),
            tuple(at for at in used if any(first <= at <= last for first, last in self.columns)),
            self.drawings,
        )

    def _record(self, kind: int, at: int, length: int) -> None:
        data = self.book.data
        if kind == _SHARED_TEXT:
            row, column, _, number = struct.unpack_from("<HHHI", data, at)
            self.texts[row, column] = self.book.strings[number]
        elif kind == _SHORT:
            row, column, style, short = struct.unpack_from("<HHHI", data, at)
            self.texts[row, column] = self.book.number(_long(short), style)
        elif kind == _SHORTS:
            row, first = struct.unpack_from("<HH", data, at)
            for position in range((length - 6) // 6):
                style, short = struct.unpack_from("<HI", data, at + 4 + 6 * position)
                self.texts[row, first + position] = self.book.number(_long(short), style)
        elif kind == _NUMBER:
            row, column, style, value = struct.unpack_from("<HHHd", data, at)
            self.texts[row, column] = self.book.number(value, style)
        elif kind == _FORMULA:
            self._formula(at)
        elif kind in (_TEXT, _RICH_TEXT):
            self.texts[struct.unpack_from("<HH", data, at)] = self.book.text(at, length, 6, 2)
        elif kind == _RESULT and self.waiting is not None:
            self.texts[self.waiting] = self.book.text(at, length, 0, 2)
            self.waiting = None
        elif kind == _BOOL:
            row, column, _, value, is_error = struct.unpack_from("<HHHBB", data, at)
            self.texts[row, column] = _special(value, bool(is_error))
        else:
            self._shape(kind, at, length)

    def _formula(self, at: int) -> None:
        """The result of a formula: a number, or what the two last bytes mark as something else."""
        data = self.book.data
        row, column, style = struct.unpack_from("<HHH", data, at)
        self.waiting = None
        if data[at + 12 : at + 14] != b"\xff\xff":
            value = struct.unpack_from("<d", data, at + 6)[0]
            self.texts[row, column] = self.book.number(value, style)
        elif data[at + 6] == 0:
            self.waiting = row, column
        elif data[at + 6] == 3:
            self.texts[row, column] = UNCALCULATED
            self.unread.add((row, column))
        else:
            self.texts[row, column] = _special(data[at + 8], data[at + 6] == 2)

    def _shape(self, kind: int, at: int, length: int) -> None:
        """What is no cell: merged ranges, hidden rows and columns, drawings."""
        data = self.book.data
        if kind == _MERGED:
            for position in range(struct.unpack_from("<H", data, at)[0]):
                top, bottom, left, right = struct.unpack_from("<4H", data, at + 2 + 8 * position)
                if bottom < top or right < left:
                    raise damaged()
                self.merged.append(Merged(top, left, bottom - top + 1, right - left + 1))
        elif kind == _ROW and data[at + 12] & 0x20:
            self.rows.append(struct.unpack_from("<H", data, at)[0])
        elif kind == _COLUMNS and data[at + 8] & 1:
            self.columns.append(struct.unpack_from("<HH", data, at))
        elif kind == _OBJECT and length >= 6:
            self.drawings += struct.unpack_from("<H", data, at + 4)[0] not in _NO_DRAWING


def _long(short: int) -> float:
    """The number in the four bytes of a short one: whole, or the front of a double."""
    value: float
    if short & 2:
        value = (short >> 2) - ((short & 0x80000000) >> 1)
    else:
        value = struct.unpack("<d", struct.pack("<II", 0, short & 0xFFFFFFFC))[0]
    return value / 100 if short & 1 else value


def _special(value: int, is_error: bool) -> str:
    if is_error:
        return _ERRORS.get(value, "#N/A")
    return "TRUE" if value else "FALSE"
