"""Excel workbooks (.xlsx, .xlsm): the cells as the file has them, with their cached results."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.package import Package
from lint_disclosure.reading.spreadsheet.refused import damaged
from lint_disclosure.reading.spreadsheet.sheet import (
    At,
    Merged,
    Room,
    Sheet,
    Workbook,
    local,
)
from lint_disclosure.reading.spreadsheet.values import Look, look_of, number_text, time_text
from lint_disclosure.reading.unreadable import UnreadableFile

_LARGE = 1024 * 1024
_EMPTY_CELLS = re.compile(rb"<(?:\w+:)?c(?=\s)[^<>]*/>")
_EMPTY_ROWS = re.compile(rb"<((?:\w+:)?row)(?=\s)(?![^<>]*hidden)[^<>]*(?:/>|></\1>)")
_UNPLACED = re.compile(rb"<(?:\w+:)?(?:c|row)(?![^<>]*\sr=)[\s/>]")
_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
_NAME = re.compile(r"([A-Z]{1,3})(\d{1,7})", re.A)
_MAX_ROWS = 1_048_576
_MAX_COLUMNS = 16_384
_BINARY = UnreadableFile(
    "这是 Excel 二进制工作簿（.xlsb），请在 Excel 或 WPS 中另存为 .xlsx",
    "a binary Excel workbook (.xlsb); save it as .xlsx in Excel or WPS",
)


class _Shared(NamedTuple):
    """What the cells of all sheets refer to."""

    strings: Sequence[str]
    looks: Sequence[Look | None]
    from_1904: bool
    room: Room


def read_workbook(package: Package) -> Workbook:
    """The workbook in a zip. Raises UnreadableFile."""
    base = _targets(package, "").get("officeDocument", {})
    path = next(iter(base.values()), "xl/workbook.xml")
    if path not in package or path.endswith(".bin"):
        raise _BINARY if path.endswith(".bin") else damaged()
    root = package.xml(path)
    targets = _targets(package, path)
    places, charts = targets.get("worksheet", {}), targets.get("chartsheet", {})
    shared = _Shared(
        _strings(package, targets.get("sharedStrings", {})),
        _looks(package, targets.get("styles", {})),
        any(one.get("date1904") in ("1", "true") for one in _named(root, "workbookPr")),
        Room(),
    )
    sheets: list[Sheet] = []
    hidden: list[str] = []
    shown_charts: list[str] = []
    for one in _named(root, "sheet"):
        name = one.get("name", "")
        key = next((value for attr, value in one.items() if attr.endswith("}id")), "")
        if one.get("state", "visible") != "visible":
            hidden.append(name)
        elif key in places:
            sheets.append(_sheet(name, package, places[key], shared))
        elif key in charts:
            shown_charts.append(name)
    return Workbook(tuple(sheets), tuple(hidden), tuple(shown_charts))


def _named(root: Element, name: str) -> list[Element]:
    return [one for one in root.iter() if local(one) == name]


def _targets(package: Package, path: str) -> dict[str, dict[str, str]]:
    """The parts that a part refers to, by the kind and then the key of the reference."""
    found: dict[str, dict[str, str]] = {}
    for one in package.relations(path):
        found.setdefault(one.kind, {})[one.key] = one.target
    return found


def _strings(package: Package, targets: Mapping[str, str]) -> Sequence[str]:
    """The texts that cells share."""
    for target in targets.values():
        return [_text(item) for item in package.xml(target)]
    return ()


def _text(item: Element) -> str:
    """The text of an item: plain or of runs, without the phonetic reading that may stand by."""
    if len(item) == 1 and item[0].text is not None:
        return _unescaped(item[0].text)
    pieces: list[str] = []
    for child in item:
        kind = local(child)
        if kind == "t":
            pieces.append(child.text or "")
        elif kind == "r":
            pieces.extend(one.text or "" for one in child if local(one) == "t")
    return _unescaped("".join(pieces))


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return _ESCAPE.sub(_character, text)


def _character(found: re.Match[str]) -> str:
    code = int(found[1], 16)
    return found[0] if 0xD800 <= code <= 0xDFFF else chr(code)


def _looks(package: Package, targets: Mapping[str, str]) -> Sequence[Look | None]:
    """For each style of a cell, whether it shows a number as a date or a time."""
    for target in targets.values():
        root = package.xml(target)
        groups = {local(group): group for group in root}
        codes = {one.get("numFmtId"): one.get("formatCode") for one in groups.get("numFmts", ())}
        formats = groups.get("cellXfs", ())
        return [
            look_of(int(key) if key.isdecimal() else 0, codes.get(key))
            for key in (one.get("numFmtId", "0") for one in formats)
        ]
    return ()


def _sheet(name: str, package: Package, path: str, shared: _Shared) -> Sheet:
    data = package.read(path)
    if len(data) > _LARGE and not _UNPLACED.search(data):
        data = _EMPTY_ROWS.sub(b"", _EMPTY_CELLS.sub(b"", data))
    root = package.parsed(package.decoded(data))
    space = root.tag.rpartition("}")[0]
    tag = _tags(space + "}" if space else "")
    cells = _Cells(shared, tag)
    hidden: list[int] = []
    row = -1
    for one in root.iterfind(f"{tag('sheetData')}/{tag('row')}"):
        row = _number(one.get("r"), row + 1)
        if one.get("hidden") in ("1", "true"):
            hidden.append(row)
        cells.take(row, one)
    used = {row for row, _ in cells.texts} if hidden else ()
    return Sheet(
        name,
        cells.texts,
        _merged(root, tag),
        frozenset(cells.unread),
        tuple(row for row in hidden if row in used),
        _hidden_columns(root, tag, cells.texts),
        len(root.findall(tag("drawing"))) + len(root.findall(tag("legacyDrawingHF"))),
    )


def _tags(space: str) -> Callable[[str], str]:
    return lambda name: space + name


def _number(text: str | None, otherwise: int) -> int:
    """A row from its number in the file, which counts from 1."""
    if text is None:
        return otherwise
    if not (text.isdecimal() and 0 < int(text[:9]) <= _MAX_ROWS):
        raise damaged()
    return int(text) - 1


def at_of(name: str) -> At:
    """Row and column of a cell by its name."""
    found = _NAME.fullmatch(name)
    if found is None:
        raise damaged()
    row = int(found[2])
    if not 0 < row <= _MAX_ROWS:
        raise damaged()
    return row - 1, _column(found[1])


@lru_cache(maxsize=256)
def _column(letters: str) -> int:
    """A column by its name."""
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= _MAX_COLUMNS or not (letters.isascii() and letters.isupper()):
        raise damaged()
    return column - 1


class _Cells:
    """The texts of a sheet as its rows come."""

    def __init__(self, shared: _Shared, tag: Callable[[str], str]) -> None:
        self.shared = shared
        self.value = tag("v")
        self.formula = tag("f")
        self.inline = tag("is")
        self.texts: dict[At, str] = {}
        self.unread: set[At] = set()

    def take(self, row: int, cells: Element) -> None:
        """Take the cells of a row that hold something."""
        column = -1
        behind = str(row + 1)
        length = len(behind)
        texts, room = self.texts, self.shared.room
        for cell in cells:
            name = cell.get("r")
            if name is None:
                column += 1
            elif name.endswith(behind):
                column = _column(name[:-length])
            else:
                raise damaged()
            if len(cell):
                text = self._text(cell, (row, column))
                if text and not text.isspace():
                    room.take(text)
                    texts[row, column] = text

    def _text(self, cell: Element, at: At) -> str:
        kind = cell.get("t", "n")
        value = cell.findtext(self.value, "")
        if kind == "s":
            strings = self.shared.strings
            if not (value.isdecimal() and int(value[:9]) < len(strings)):
                raise damaged()
            return strings[int(value)]
        if kind == "inlineStr":
            inline = cell.find(self.inline)
            return "" if inline is None else _text(inline)
        if not value and kind != "str":
            formula = cell.find(self.formula)
            if formula is not None:
                self.unread.add(at)
                return f"={formula.text or ''}"
        if kind == "n":
            style = cell.get("s", "0")
            return number_text(value) if style == "0" else self._shown(value.strip(), style)
        if kind == "b":
            return "TRUE" if value in ("1", "true") else "FALSE"
        if kind == "d":
            return value.replace("T", " ")
        return _unescaped(value)

    def _shown(self, value: str, style: str) -> str:
        looks = self.shared.looks
        if style.isdecimal() and int(style[:9]) < len(looks):
            look = looks[int(style)]
            if look is not None:
                return time_text(value, look, self.shared.from_1904)
        return number_text(value)


def _merged(root: Element, tag: Callable[[str], str]) -> tuple[Merged, ...]:
    found: list[Merged] = []
    for one in root.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}"):
        first, _, last = one.get("ref", "").replace("$", "").partition(":")
        (top, left), (bottom, right) = at_of(first), at_of(last or first)
        if bottom < top or right < left:
            raise damaged()
        found.append(Merged(top, left, bottom - top + 1, right - left + 1))
    return tuple(found)


def _hidden_columns(
    root: Element, tag: Callable[[str], str], cells: Mapping[At, str]
) -> tuple[int, ...]:
    """The hidden columns that hold something."""
    ranges = [
        (_number(one.get("min"), 0), _number(one.get("max"), 0))
        for one in root.iterfind(f"{tag('cols')}/{tag('col')}")
        if one.get("hidden") in ("1", "true")
    ]
    if not ranges:
        return ()
    used = sorted({column for _, column in cells})
    return tuple(at for at in used if any(first <= at <= last for first, last in ranges))
