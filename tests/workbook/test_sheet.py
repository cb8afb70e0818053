"""The writer of .xlsx, read back by openpyxl."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from lint_disclosure.workbook import limits
from lint_disclosure.workbook.limits import Full
from lint_disclosure.workbook.package import pack
from lint_disclosure.workbook.sheet import Column, Sheet


def packed(*sheets: Sheet) -> bytes:
    """The file of some sheets."""
    return b"".join(pack(sheets))


def opened(*sheets: Sheet) -> openpyxl.Workbook:
    """The packed sheets in the eyes of openpyxl."""
    return openpyxl.load_workbook(BytesIO(packed(*sheets)))


def test_numbers_texts_and_empty_cells() -> None:
    sheet = Sheet("表三 2021", [Column(label, 8) for label in "一二三四五"])
    sheet.add([6, "06", None, Decimal("72701.25780"), -3])
    (page,) = opened(sheet).worksheets
    assert page.title == "表三 2021"
    assert page.freeze_panes == "A2"
    assert [cell.value for cell in page[1]] == ["一", "二", "三", "四", "五"]
    assert page["A1"].font.b
    assert [cell.value for cell in page[2]] == [6, "06", None, 72701.2578, -3]
    assert page["B2"].data_type == "s"


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@A1", "'x", "＝1", "=cmd|' /C calc'!A0", "\t=1"]
)
def test_a_text_is_never_a_formula_and_stays_a_text_when_edited(text: str) -> None:
    sheet = Sheet("a", [Column("a")])
    sheet.add([text])
    cell = opened(sheet).worksheets[0]["A2"]
    assert cell.value == text
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert b"<f" not in _part(sheet_of(text))


def sheet_of(text: str) -> bytes:
    """A workbook with one text."""
    sheet = Sheet("a", [Column("a")])
    sheet.add([text])
    return packed(sheet)


def _part(data: bytes) -> bytes:
    import zipfile

    with zipfile.ZipFile(BytesIO(data)) as parts:
        return parts.read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    "text", ["a & b < c > d", " 前后 ", "两\n行", "回\r车", "_x0041_", "\x01\x1f", "一" * 32767]
)
def test_every_text_comes_back_as_it_was(text: str) -> None:
    sheet = Sheet('名"<&>', [Column("a")])
    sheet.add([text])
    assert openpyxl.utils.escape.unescape(opened(sheet).worksheets[0]["A2"].value) == text


def test_a_text_that_is_too_long_for_a_cell_ends_in_a_mark() -> None:
    shown = opened_text("一" * 32768)
    assert len(shown) == 32767
    assert shown.endswith("一…")


def test_half_a_character_does_no_harm() -> None:
    assert opened_text("\ud800") == "_xD800_"


def opened_text(text: str) -> str:
    """A text as it is read back."""
    sheet = Sheet("a", [Column("a")])
    sheet.add([text])
    return str(opened(sheet).worksheets[0]["A2"].value)


def test_the_same_sheets_give_the_same_bytes() -> None:
    assert sheet_of("一") == sheet_of("一")


def test_more_rows_than_a_sheet_can_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_ROWS", 2)
    sheet = Sheet("a", [Column("a")])
    sheet.add([1])
    with pytest.raises(Full):
        sheet.add([2])
    assert packed(sheet)
