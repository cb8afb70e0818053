"""Puts sheets together into the zip that an .xlsx is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from tempfile import SpooledTemporaryFile
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lint_disclosure.workbook.cells import attribute
from lint_disclosure.workbook.limits import MAX_NAME
from lint_disclosure.workbook.sheet import Sheet
from lint_disclosure.workbook.styles import Style, styles

_IN_MEMORY = 1024 * 1024
_PIECE = 1 << 16
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_FAST = 2
"""Level of deflate: a third of the time of the usual one, for a file a tenth larger."""


def pack(sheets: Sequence[Sheet], units: Mapping[Style, str] | None = None) -> Iterator[bytes]:
    """The .xlsx of some sheets in pieces; the same sheets give the same bytes.

    ``units`` are words that are shown before the numbers in cells of a style.
    """
    with SpooledTemporaryFile(_IN_MEMORY) as out:
        _write(out, sheets, units or {})
        out.seek(0)
        while piece := out.read(_PIECE):
            yield piece


def _write(out: IO[bytes], sheets: Sequence[Sheet], units: Mapping[Style, str]) -> None:
    names = _names(sheets)
    with ZipFile(out, "w", ZIP_DEFLATED, compresslevel=_FAST) as package:

        def add(path: str, text: str) -> None:
            package.writestr(_info(path), _XML + text)

        add("[Content_Types].xml", _content_types(len(sheets)))
        add("_rels/.rels", _relations([("officeDocument", "xl/workbook.xml", False)]))
        add("xl/workbook.xml", _workbook(sheets, names))
        targets = [
            ("worksheet", f"worksheets/sheet{at}.xml", False) for at in range(1, len(sheets) + 1)
        ]
        add("xl/_rels/workbook.xml.rels", _relations([*targets, ("styles", "styles.xml", False)]))
        add("xl/styles.xml", styles(units))
        for at, sheet in enumerate(sheets, 1):
            info = _info(f"xl/worksheets/sheet{at}.xml")
            with package.open(info, "w", force_zip64=True) as part:
                for piece in sheet.pieces():
                    part.write(piece)
            if sheet.addresses:
                links = [("hyperlink", address, True) for address in sheet.addresses]
                add(f"xl/worksheets/_rels/sheet{at}.xml.rels", _relations(links))


def _names(sheets: Sequence[Sheet]) -> list[str]:
    """The names of the sheets; of two alike, as programs compare them, the second is numbered."""
    names: list[str] = []
    for sheet in sheets:
        name, count = sheet.name, 1
        while name.casefold() in (other.casefold() for other in names):
            count += 1
            name = f"{sheet.name[: MAX_NAME - 4]} {count}"
        names.append(name)
    return names


def _content_types(count: int) -> str:
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{at}.xml" ContentType="{_TYPE}.worksheet+xml"/>'
        for at in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>{parts}</Types>'
    )


def _workbook(sheets: Sequence[Sheet], names: Sequence[str]) -> str:
    listed = "".join(
        f'<sheet name="{attribute(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, 1)
    )
    defined = "".join(
        _defined_names(at, sheet, attribute(name.replace("'", "''")))
        for at, (sheet, name) in enumerate(zip(sheets, names, strict=True))
    )
    return (
        f'<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{listed}</sheets><definedNames>{defined}</definedNames></workbook>"
    )


def _defined_names(at: int, sheet: Sheet, name: str) -> str:
    """What stays in view is printed on every page; Excel looks for the filter by a name."""
    again = ",".join(f"'{name}'!{area}" for area in sheet.printed_again.split(","))
    found = f'<definedName name="_xlnm.Print_Titles" localSheetId="{at}">{again}</definedName>'
    if sheet.filtered:
        first, last = sheet.area.split(":")
        area = f"{_fixed(first)}:{_fixed(last)}"
        found = (
            f'<definedName name="_xlnm._FilterDatabase" localSheetId="{at}" hidden="1">'
            f"'{name}'!{area}</definedName>{found}"
        )
    return found


def _fixed(name: str) -> str:
    column = name.rstrip("0123456789")
    return f"${column}${name[len(column) :]}"


def _info(path: str) -> ZipInfo:
    info = ZipInfo(path)
    info.compress_type = ZIP_DEFLATED
    return info


def _relations(targets: Sequence[tuple[str, str, bool]]) -> str:
    """The targets in their order, rId1 first: kind, address, and whether it lies outside."""
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{kind}" Target="{attribute(target)}"'
        + (' TargetMode="External"/>' if outside else "/>")
        for at, (kind, target, outside) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'
