"""Writes an .xlsx: sheets of numbers and texts below a head, and nothing that could be a formula.

Texts stand in their cells (no table of shared ones), and each sheet is kept packed in a file of its
own once it is large, so that the memory does not grow with the number of rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from io import BytesIO
from tempfile import SpooledTemporaryFile
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lint_disclosure.export import Full

Value = str | int | Decimal | None

MAX_ROWS = 1_048_576
_MAX_TEXT = 32_767
_IN_MEMORY = 8 * 1024 * 1024
_HEAD, _GUARDED = 1, 2
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_FORMULA = frozenset("=+-@＝＋－＠\t\r\n'")
_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font/><font><b/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/>'
    '<xf xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1">'
    '<cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)


class Sheet:
    """One sheet as it grows; the first row is its head, which stays in view."""

    def __init__(self, name: str, head: Sequence[str], widths: Sequence[int]) -> None:
        self.name = name
        self._rows = 0
        self._file = SpooledTemporaryFile(_IN_MEMORY)  # noqa: SIM115 - closed in copy_to()
        columns = "".join(
            f'<col min="{at}" max="{at}" width="{width}" customWidth="1"/>'
            for at, width in enumerate(widths, 1)
        )
        self._write(
            f'{_XML}<worksheet xmlns="{_MAIN}"><sheetViews><sheetView workbookViewId="0">'
            '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
            f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>"
        )
        self.add(head, _HEAD)

    def add(self, values: Sequence[Value], style: int = 0) -> None:
        """Add a row; None leaves a cell empty. Raises Full."""
        self._rows += 1
        if self._rows > MAX_ROWS:
            raise Full
        row = self._rows
        cells = "".join(
            _cell(f"{_letters(column)}{row}", value, style)
            for column, value in enumerate(values)
            if value is not None
        )
        self._write(f'<row r="{row}">{cells}</row>')

    def copy_to(self, package: ZipFile, path: str) -> None:
        """Put the sheet into the zip, and give up what it took."""
        self._write("</sheetData></worksheet>")
        self._file.seek(0)
        with package.open(_info(path), "w", force_zip64=True) as part:
            while block := self._file.read(1 << 16):
                part.write(block)
        self._file.close()

    def _write(self, text: str) -> None:
        self._file.write(text.encode())


def pack(sheets: Sequence[Sheet]) -> bytes:
    """The .xlsx of some sheets; the same sheets give the same bytes."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        numbers = range(1, len(sheets) + 1)
        parts = "".join(
            f'<Override PartName="/xl/worksheets/sheet{at}.xml"'
            f' ContentType="{_TYPE}.worksheet+xml"/>'
            for at in numbers
        )
        package.writestr(
            _info("[Content_Types].xml"),
            f'{_XML}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
            ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
            f'<Override PartName="/xl/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
            f"{parts}</Types>",
        )
        package.writestr(_info("_rels/.rels"), _relations([("officeDocument", "xl/workbook.xml")]))
        listed = "".join(
            f'<sheet name="{_attribute(sheet.name)}" sheetId="{at}" r:id="rId{at}"/>'
            for at, sheet in zip(numbers, sheets, strict=True)
        )
        package.writestr(
            _info("xl/workbook.xml"),
            f'{_XML}<workbook xmlns="{_MAIN}" xmlns:r="{_RELATIONS}">'
            f"<sheets>{listed}</sheets></workbook>",
        )
        targets = [("worksheet", f"worksheets/sheet{at}.xml") for at in numbers]
        package.writestr(
            _info("xl/_rels/workbook.xml.rels"), _relations([*targets, ("styles", "styles.xml")])
        )
        package.writestr(_info("xl/styles.xml"), _XML + _STYLES)
        for at, sheet in zip(numbers, sheets, strict=True):
            sheet.copy_to(package, f"xl/worksheets/sheet{at}.xml")
    return out.getvalue()


def _info(path: str) -> ZipInfo:
    info = ZipInfo(path)
    info.compress_type = ZIP_DEFLATED
    return info


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{at}" Type="{_RELATIONS}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(targets, 1)
    )
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _attribute(text: str) -> str:
    return escape(text, {'"': "&quot;"})


@lru_cache(maxsize=256)
def _letters(column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return letters


def _cell(name: str, value: str | int | Decimal, style: int) -> str:
    """A number, or a text that stays one when it is edited (quotePrefix)."""
    if isinstance(value, Decimal):
        return f'<c r="{name}"><v>{value:f}</v></c>'
    if isinstance(value, int):
        return f'<c r="{name}"><v>{value}</v></c>'
    if value[:1] in _STARTS_FORMULA:
        style = _GUARDED
    shown = f' s="{style}"' if style else ""
    text = f'<is><t xml:space="preserve">{_text(value)}</t></is>'
    return f'<c r="{name}"{shown} t="inlineStr">{text}</c>'


def _text(value: str) -> str:
    if len(value) > _MAX_TEXT:
        value = value[: _MAX_TEXT - 1] + "…"
    if "_x" in value:
        value = _LIKE_ESCAPE.sub("_x005F_", value)
    value = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", value)
    return escape(value.replace("\r", "_x000D_"))
