"""The writer of .xlsx, read back by openpyxl."""

from __future__ import annotations

import tracemalloc
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from lint_disclosure.workbook import limits
from lint_disclosure.workbook.cells import Cell
from lint_disclosure.workbook.limits import Full
from lint_disclosure.workbook.package import pack
from lint_disclosure.workbook.sheet import Column, Group, Sheet
from lint_disclosure.workbook.styles import Style


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


def test_numbers_with_more_digits_than_a_program_keeps_stay_texts() -> None:
    sheet = Sheet("a", [Column("a")])
    for value in (10**15 - 1, 10**15, -(10**20), Decimal("1234567890123.456")):
        sheet.add([value])
    cells = [row[0] for row in opened(sheet).worksheets[0].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == [
        999999999999999,
        "1000000000000000",
        "-100000000000000000000",
        "1234567890123.456",
    ]


def test_a_head_in_two_rows_with_columns_that_stay() -> None:
    columns = [Column("机关"), Column("a", 5), Column("b", 5), Column("c", 5)]
    groups = [Group("", 1), Group("甲", 2), Group("乙", 1)]
    sheet = Sheet("a", columns, groups=groups, frozen=1, filtered=True)
    sheet.add(["x", 1, 2, 3])
    (page,) = opened(sheet).worksheets
    assert [cell.value for cell in page[1]] == [None, "甲", None, "乙"]
    assert [cell.value for cell in page[2]] == ["机关", "a", "b", "c"]
    assert [str(area) for area in page.merged_cells.ranges] == ["B1:C1"]
    assert (page.freeze_panes, page.auto_filter.ref) == ("B3", "A2:D3")
    assert (page.print_title_rows, page.print_title_cols) == ("$1:$2", "$A:$A")


def test_a_title_that_is_set_last() -> None:
    sheet = Sheet("a", [Column("a")], titled=True)
    sheet.add([1])
    sheet.title = "=共 1 行"
    (page,) = opened(sheet).worksheets
    assert [row[0] for row in page.iter_rows(values_only=True)] == ["=共 1 行", "a", 1]
    assert page["A1"].data_type == "s"


def test_rows_are_as_high_as_their_text() -> None:
    sheet = Sheet("a", [Column("a", 20, Style.WRAP), Column("b", 20)])
    sheet.add(["短", "不折行" * 30])
    sheet.add(["一" * 25, None])
    sheet.add(["一\n二\n三", None])
    sheet.add(["一" * 9999, None])
    (page,) = opened(sheet).worksheets
    assert [page.row_dimensions[row].height for row in (2, 3, 4, 5)] == [None, 48, 48, 409]
    assert page["A3"].alignment.wrap_text


def test_links_within_and_to_the_web_and_no_others() -> None:
    sheet = Sheet("a'b", [Column("a")])
    links = ["https://x.example/?a=1&b=2", "#'c'!A1", "javascript:1", "https://x.example/?a=1&b=2"]
    for link in links:
        sheet.add([Cell("x", Style.LINK, link)])
    (page,) = opened(sheet).worksheets
    assert page.title == "a'b"
    assert [page[f"A{row}"].hyperlink and page[f"A{row}"].hyperlink.target for row in (2, 5)] == [
        "https://x.example/?a=1&b=2"
    ] * 2
    assert page["A3"].hyperlink.location == "'c'!A1"
    assert page["A4"].hyperlink is None


def test_names_of_sheets_as_programs_allow_them() -> None:
    names = ["a/b[c]", "x" * 40, "A", "a", "", "'q'"]
    sheets = [Sheet(name, [Column("a")]) for name in names]
    assert [page.title for page in opened(*sheets).worksheets] == [
        "a_b_c_",
        "x" * 31,
        "A",
        "a 2",
        "_",
        "_q_",
    ]


def test_the_memory_does_not_grow_with_the_rows() -> None:
    tracemalloc.start()
    sheet = Sheet("a", [Column("a")] * 20)
    for number in range(4000):
        sheet.add([f"第{number}行", *range(19)])
    size = sum(len(piece) for piece in pack([sheet]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert size > 200_000
    assert peak < 6_000_000
