"""Workbooks: what a sheet shows, where it stands, and files that are refused."""

from __future__ import annotations

import pickle
import re
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

import openpyxl
import pytest
import xlwt
from odf.opendocument import OpenDocumentSpreadsheet
from odf.style import Style, TableProperties
from odf.table import CoveredTableCell, Table, TableCell, TableRow
from odf.text import P

from lint_disclosure.api import lint
from lint_disclosure.api import read as read_report
from lint_disclosure.document import Document
from lint_disclosure.reading import read_document
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.spot import SheetSpot
from tests.reading.workbook import SPECIMEN, Placed, fill, report_cells, saved, xls, xlsx

WRITERS = pytest.mark.parametrize("write", [xlsx, xls], ids=["xlsx", "xls"])


def book(**cells: Any) -> bytes:
    """A workbook with one sheet of the cells: ``book(A1="标题", B2=6)``."""
    made = openpyxl.Workbook()
    for name, value in cells.items():
        made.active[name] = value
    return saved(made)


def lines(data: bytes) -> list[str]:
    """The lines of a workbook as the decoded text has them."""
    return shown_lines(read_document("年报.xlsx", data))


def shown_lines(document: Document) -> list[str]:
    """The lines of a document, without the empty ones of features."""
    return [line for line in document.source.text.splitlines() if line]


def refused(data: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(UnreadableFile) as error:
        read_document("年报.xlsx", data)
    return error.value.zh


def values(report: Report) -> dict[tuple[str, str, str], object]:
    """State and value of every cell of the form's tables."""
    return {
        (key, *at): (cell.state, cell.value)
        for key, table in report.tables.items()
        for at, cell in table.cells.items()
    }


# ---- a whole report


@WRITERS
def test_a_report_reads_as_its_text_does(
    write: Callable[[list[Placed]], bytes], pack: RulePack
) -> None:
    text = read_report(SPECIMEN.read_bytes(), name="report.txt", pack=pack)
    report = read_report(write(report_cells()), name="report", pack=pack)
    assert values(report) == values(text)
    assert len(values(report)) == 200
    assert lint(report, rules=pack).findings == ()


def test_a_finding_names_the_cell(pack: RulePack) -> None:
    cells = [cell._replace(value=12) if cell.value == 11 else cell for cell in report_cells()]
    (changed,) = [cell for cell in cells if cell.value == 12 and cell.column == 9]
    found = lint(read_report(xlsx(cells), name="年报.xlsx", pack=pack), rules=pack).findings
    location = next(one for one in found if one.rule == "ARI001").location
    assert location is not None
    assert location.as_data() == {"sheet": "年报", "cell": f"J{changed.row + 1}", "parts": None}


def test_a_report_on_several_sheets(pack: RulePack) -> None:
    made = openpyxl.Workbook()
    made.remove(made.active)
    cells = report_cells()
    heads = [cell.row for cell in cells if re.match("[一二三四五六]、.*情况$", str(cell.value))]
    for number, (first, after) in enumerate(zip([0, *heads], [*heads, 999], strict=True)):
        own = [cell._replace(row=cell.row - first) for cell in cells if first <= cell.row < after]
        fill(made.create_sheet(f"第{number}部分"), own)
    report = read_report(saved(made), name="年报.xlsx", pack=pack)
    text = read_report(SPECIMEN.read_bytes(), name="report.txt", pack=pack)
    assert len(made.sheetnames) > 3
    assert values(report) == values(text)
    assert lint(report, rules=pack).findings == ()


# ---- what a cell holds


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (6, "6"),
        ("６", "６"),
        ("1,234", "1,234"),
        ("003", "003"),
        (571, "571"),
        (2.1e5, "210000"),
        (12.83, "12.83"),
        (72701.25780000001, "72701.2578"),
        (0.1 + 0.2, "0.3"),
        (1e-7, "0.0000001"),
        (-3, "-3"),
        (313000000000.0, "313000000000"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2024, 1, 13), "2024-01-13"),
        (date(1900, 1, 1), "1900-01-01"),
        (datetime(2024, 1, 13, 8, 30), "2024-01-13 08:30"),
        (datetime(2024, 1, 13, 8, 30, 5), "2024-01-13 08:30:05"),
        (time(8, 30), "08:30"),
        (timedelta(hours=30), "30:00"),
        ("_x4E00_、_x000D_", "一、"),
    ],
)
def test_a_value_as_text(value: object, text: str) -> None:
    assert lines(book(A1=value)) == [text]


@pytest.mark.parametrize(
    ("shape", "text"),
    [
        ("yyyy年m月d日", "2024-01-13"),
        ('[$-804]yyyy"年"m"月"', "2024-01-13"),
        ("0.00_);[Red]\\(0.00\\)", "45304"),
        ('#,##0"days"', "45304"),
        ("General", "45304"),
        ("0%", "45304"),
        ("@", "45304"),
        ("m/d", "2024-01-13"),
        ("h:mm;@", "00:00"),
    ],
)
def test_a_format_tells_a_date_from_a_number(shape: str, text: str) -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = 45304
    made.active["A1"].number_format = shape
    assert lines(saved(made)) == [text]
    old = xlwt.Workbook()
    old.add_sheet("年报").write(0, 0, 45304, xlwt.easyxf(num_format_str=shape))
    assert lines(saved(old)) == [text]


def test_a_workbook_that_counts_from_1904() -> None:
    made = openpyxl.Workbook()
    made.epoch = datetime(1904, 1, 1)
    made.active["A1"] = date(2024, 1, 13)
    assert lines(saved(made)) == ["2024-01-13"]


def test_an_xls_holds_short_and_long_numbers() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("年报")
    for column, value in enumerate([6, -3, 12.83, 0.1 + 0.2, 123456789012, 0.5, True]):
        sheet.write(0, column, value)
    sheet.write(0, 7, datetime(2024, 1, 13, 8, 30), xlwt.easyxf(num_format_str="yyyy/m/d h:mm"))
    assert lines(saved(made)) == [
        "6 | -3 | 12.83 | 0.3 | 123456789012 | 0.5 | TRUE | 2024-01-13 08:30"
    ]


def test_shared_texts_that_go_on_in_further_records_of_an_xls() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("年报")
    texts = [f"第{at}段" + "公开abc"[at % 4 :] * at for at in range(200)]
    for row, text in enumerate(texts):
        sheet.write(2 * row, 0, text)
    assert lines(saved(made)) == texts


def test_an_error_is_read_as_its_text() -> None:
    made = openpyxl.Workbook()
    made.active["A1"] = "总计"
    made.active["B1"] = "#REF!"
    assert lines(saved(made)) == ["总计 | #REF!"]
    old = xlwt.Workbook()
    old.add_sheet("年报").row(0).set_cell_error(0, "#DIV/0!")
    assert lines(saved(old)) == ["#DIV/0!"]


def test_the_runs_of_a_text_are_joined_and_its_reading_is_left_out() -> None:
    inline = (
        '<c r="A1" t="inlineStr"><is><r><t>本年</t></r><r><rPr><b/></rPr><t>新收</t></r>'
        '<rPh sb="0" eb="1"><t>xīn</t></rPh></is></c>'
    )
    assert lines(_with_sheet(f'<row r="1">{inline}</row>')) == ["本年新收"]


def test_cells_without_a_name_follow_each_other() -> None:
    assert lines(_with_sheet("<row><c><v>1</v></c><c/><c><v>3</v></c></row>")) == ["1 |  | 3"]


# ---- formulas


def test_a_formula_gives_its_saved_result() -> None:
    number = '<c r="A1"><f>SUM(B1:C1)</f><v>7</v></c>'
    text = '<c r="B1" t="str"><f>A1</f><v>件</v></c>'
    assert lines(_with_sheet(f'<row r="1">{number}{text}</row>')) == ["7 | 件"]


def test_a_formula_without_a_result_is_unread_not_blank(pack: RulePack) -> None:
    cells = [cell._replace(value="=1+10") if cell.value == 11 else cell for cell in report_cells()]
    (changed,) = [cell for cell in cells if cell.value == "=1+10"]
    report = read_report(xlsx(cells), name="年报.xlsx", pack=pack)
    assert report.tables["requests"].cells["received", "total"].state == "unread"
    name = f"J{changed.row + 1}"
    assert [zh for zh, _ in report.notices] == [
        f"工作表“年报”的公式没有保存结果，未读取：{name}；请在 Excel 或 WPS 中打开、保存后再检查"
    ]
    assert lint(report, rules=pack).findings == ()


def test_a_formula_without_a_result_in_an_xls() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("年报")
    sheet.write(0, 0, "总计")
    sheet.write(0, 1, xlwt.Formula("1+10"))
    document = read_document("年报.xls", saved(made))
    assert document.lines[0].unread == (1,)
    assert "B1" in document.notices[0][0]


# ---- how cells lie


def test_rows_with_two_cells_are_a_grid_and_others_paragraphs() -> None:
    document = read_document(
        "a.xlsx", book(B2="标题", B4="第一段\n第二段", B5="甲", D5="乙", B6=1, B8="末尾")
    )
    assert shown_lines(document) == [
        "标题",
        "第一段",
        "第二段",
        "甲 |  | 乙",
        "1",
        "末尾",
    ]
    (grid,) = document.grids
    assert [(cell.row, cell.column) for cell in grid] == [(0, 0), (0, 1), (0, 2)]


def test_a_merged_label_holds_the_rows_beside_it_together() -> None:
    made = openpyxl.Workbook()
    fill(
        made.active,
        [
            Placed(0, 0, 3, 1, "办理结果"),
            Placed(0, 1, 1, 1, "公开"),
            Placed(0, 2, 1, 1, 4),
            Placed(1, 1, 1, 1, "不予公开"),
            Placed(2, 1, 1, 2, "其他"),
            Placed(3, 0, 1, 3, "注：合并的一行"),
        ],
    )
    document = read_document("a.xlsx", saved(made))
    assert shown_lines(document) == [
        "办理结果 | 公开 | 4",
        "不予公开 | ",
        "其他",
        "注：合并的一行",
    ]
    (grid,) = document.grids
    assert [cell[:4] for cell in grid] == [
        (0, 0, 3, 1),
        (0, 1, 1, 1),
        (0, 2, 1, 1),
        (1, 1, 1, 1),
        (1, 2, 1, 1),
        (2, 1, 1, 2),
    ]
    assert document.lines[-1].cells is None


def test_line_breaks_within_a_cell_of_a_table_are_blanks() -> None:
    assert lines(book(A1="本年新收\n申请数量", B1=6)) == ["本年新收 申请数量 | 6"]


def test_places_are_cells_or_ranges_and_survive_pickling() -> None:
    document = read_document("a.xlsx", book(C3="标题", C5="甲", D5="乙"))
    source = pickle.loads(pickle.dumps(document.source.origins))
    title, row = document.lines
    assert source.spot(title.start, title.end) == SheetSpot("Sheet", "C3")
    assert row.cells is not None
    assert source.spot(*row.cells[1]) == SheetSpot("Sheet", "D5")
    assert source.spot(row.start, row.end) == SheetSpot("Sheet", "C5:D5")
    assert SheetSpot("Sheet", "D5").words == "工作表“Sheet”D5"


def test_the_name_of_a_sheet_is_no_text_of_the_report() -> None:
    made = openpyxl.Workbook()
    made.active.title = "表三"
    made.active["A1"] = "总计"
    made.create_sheet("空的")
    assert lines(saved(made)) == ["总计"]


def test_text_below_a_merged_cell_is_not_shown_and_counted() -> None:
    data = _with_sheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>',
        '<mergeCells><mergeCell ref="A1:B1"/></mergeCells>',
    )
    document = read_document("a.xlsx", data)
    assert shown_lines(document) == ["1"]
    assert [(one.kind, one.amount) for one in document.features] == [("covered_cell", 1)]


# ---- what is hidden


@WRITERS
def test_a_hidden_sheet_is_not_read_and_told(write: Callable[..., bytes]) -> None:
    document = read_document("年报", _with_hidden(write is xlsx))
    assert shown_lines(document) == ["正文"]
    assert document.notices == (
        ("隐藏的工作表没有读取：“底稿”", "hidden sheets were not read: “底稿”"),
    )
    assert [(one.kind, one.amount) for one in document.features] == [("hidden_sheet", 1)]


def _with_hidden(modern: bool) -> bytes:
    made: Any
    if modern:
        made = openpyxl.Workbook()
        made.active["A1"] = "正文"
        other = made.create_sheet("底稿")
        other["A1"] = "草稿"
        other.sheet_state = "veryHidden"
    else:
        made = xlwt.Workbook()
        made.add_sheet("正文").write(0, 0, "正文")
        other = made.add_sheet("底稿")
        other.write(0, 0, "草稿")
        other.visibility = 2
    return saved(made)


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    made = openpyxl.Workbook()
    sheet = made.active
    sheet["A1"], sheet["C1"], sheet["A2"] = "甲", "乙", "丙"
    sheet.row_dimensions[2].hidden = True
    sheet.row_dimensions[9].hidden = True
    sheet.column_dimensions["C"].hidden = True
    document = read_document("a.xlsx", saved(made))
    assert shown_lines(document) == ["甲 |  | 乙", "丙"]
    assert [zh for zh, _ in document.notices] == [
        "工作表“Sheet”有隐藏的行 2、列 C，其中内容照常读取"
    ]
    old = xlwt.Workbook()
    page = old.add_sheet("年报")
    page.write(0, 0, "甲")
    page.write(1, 2, "乙")
    page.row(1).hidden = True
    page.col(2).hidden = True
    assert [zh for zh, _ in read_document("a.xls", saved(old)).notices] == [
        "工作表“年报”有隐藏的行 2、列 C，其中内容照常读取"
    ]


# ---- OpenDocument


def ods(*rows: list[TableCell], hidden: bool = False) -> bytes:
    """A spreadsheet of odfpy with one table, and one that is hidden if asked for."""
    made = OpenDocumentSpreadsheet()
    unseen = Style(name="unseen", family="table")
    unseen.addElement(TableProperties(display="false"))
    made.automaticstyles.addElement(unseen)
    for name in ["年报", "底稿"] if hidden else ["年报"]:
        table = Table(name=name, **({"stylename": unseen} if name == "底稿" else {}))
        made.spreadsheet.addElement(table)
        for row in rows:
            line = TableRow()
            table.addElement(line)
            for cell in row:
                line.addElement(cell)
        rows = ([_cell("草稿")],)
    stream = BytesIO()
    made.write(stream)
    return stream.getvalue()


def _cell(text: str = "", **attributes: Any) -> TableCell:
    cell = TableCell(**attributes)
    for line in text.split("\n") if text else []:
        cell.addElement(P(text=line))
    return cell


def test_an_ods_with_values_merged_cells_and_a_hidden_sheet() -> None:
    data = ods(
        [
            _cell("标题", valuetype="string", numbercolumnsspanned=3),
            CoveredTableCell(),
            CoveredTableCell(),
        ],
        [
            _cell("总计", numberrowsspanned=2),
            _cell("12.8", valuetype="float", value="12.83"),
            _cell("1"),
        ],
        [
            CoveredTableCell(),
            _cell(numbercolumnsrepeated=1),
            _cell("50%", valuetype="percentage", value="0.5"),
        ],
        [_cell("2024年1月13日", valuetype="date", datevalue="2024-01-13"), _cell("第一行\n第二行")],
        [
            _cell("8:30", valuetype="time", timevalue="PT08H30M00S"),
            _cell("真", valuetype="boolean", booleanvalue="true"),
        ],
        hidden=True,
    )
    document = read_document("年报.ods", data)
    assert shown_lines(document) == [
        "标题",
        "总计 | 12.83 | 1",
        " | 0.5",
        "2024-01-13 | 第一行 第二行 | ",
        "08:30 | TRUE | ",
    ]
    assert document.notices[0][0] == "隐藏的工作表没有读取：“底稿”"
    assert document.lines[0].cells is None


def test_an_ods_repeats_cells_and_rows() -> None:
    data = ods([_cell("0", valuetype="float", value="0", numbercolumnsrepeated=3)], [_cell()])
    assert lines(data) == ["0 | 0 | 0"]
    many = _replaced(
        data,
        "content.xml",
        lambda text: text.replace(
            "<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">', 1
        ),
    )
    assert refused(many) == "有内容的单元格超过 200000 个，不像一份年度报告的文本"


def test_an_ods_formula_without_a_result_is_unread() -> None:
    document = read_document("a.ods", ods([_cell("总计"), _cell(formula="of:=[.A1]+1")]))
    assert document.lines[0].unread == (1,)
    assert document.source.text == "总计 | =[.A1]+1\n"


# ---- files that are refused


@pytest.mark.parametrize("data", [xlsx(report_cells()), xls(report_cells())], ids=["xlsx", "xls"])
def test_a_file_that_is_cut_off_is_refused_or_whole(data: bytes) -> None:
    whole = read_document("a", data).source.text
    reasons: set[str] = set()
    for length in range(8, len(data), 10):
        try:
            text = read_document("a", data[:length]).source.text
        except UnreadableFile as error:
            reasons.add(error.zh)
        else:
            assert text == whole
    assert reasons
    assert all("已损坏" in reason for reason in reasons)


def test_a_far_corner_takes_no_room_for_what_lies_between() -> None:
    assert lines(book(A1="甲", XFD1048576="乙")) == ["甲", "乙"]


def test_a_sheet_that_claims_to_be_full_and_is_formatted_to_the_last_row() -> None:
    rows = "".join(f'<row r="{at}" s="1"><c r="A{at}" s="1"/></row>' for at in range(2, 300_000))
    data = _with_sheet(f'<row r="1"><c r="A1"><v>6</v></c></row>{rows}', dimension="A1:XFD1048576")
    assert lines(data) == ["6"]


def test_a_row_that_is_too_wide() -> None:
    assert refused(book(A1="甲", XFD1="乙")) == "一行有 16384 个单元格，不像一份年度报告的文本"


def test_parts_that_unpack_to_too_much() -> None:
    bomb = _with_sheet(" " * 140_000_000)
    assert len(bomb) < 1_000_000
    assert refused(bomb) == "文件解压后超过 128 MB，不像一份年度报告的文本"


def test_a_text_that_many_cells_share_counts_as_often() -> None:
    made = xlwt.Workbook()
    sheet = made.add_sheet("年报")
    for row in range(400):
        sheet.write(row, 0, "公开" * 4000)
    assert refused(saved(made)) == "文件超过 2 MB，不像一份年度报告的文本"


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE worksheet [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'
    data = _with_sheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>', head=bomb)
    assert refused(data) == "文件含有不该有的 DTD 声明，为安全起见不予读取；请用原来的程序重新保存"


def test_elements_without_end_are_refused() -> None:
    deep = _replaced(
        ods([_cell("甲")]),
        "content.xml",
        lambda text: text.replace("甲", "<text:span>" * 20_000 + "甲" + "</text:span>" * 20_000),
    )
    assert "已损坏" in refused(deep)


def test_a_locked_ods() -> None:
    data = _replaced(
        ods([_cell("甲")]),
        "META-INF/manifest.xml",
        lambda text: text.replace("/>", "><manifest:encryption-data/></manifest:file-entry>", 1),
    )
    assert refused(data) == "文件设有打开密码，请先在 Excel 或 WPS 中取消密码再检查"


def test_a_workbook_without_content() -> None:
    assert refused(book()) == "表格文件里没有可读的内容：没有内容"


def test_a_binary_workbook() -> None:
    data = _replaced(
        book(A1=1), "_rels/.rels", lambda text: text.replace("workbook.xml", "workbook.bin")
    )
    assert refused(data) == "这是 Excel 二进制工作簿（.xlsb），请在 Excel 或 WPS 中另存为 .xlsx"


def _with_sheet(rows: str, behind: str = "", *, head: str = "", dimension: str = "A1") -> bytes:
    """A workbook of openpyxl whose sheet has been written out by hand."""
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    sheet = (
        f'{head}<worksheet xmlns="{space}"><dimension ref="{dimension}"/>'
        f"<sheetData>{rows}</sheetData>{behind}</worksheet>"
    )
    return _replaced(book(A1=1), "xl/worksheets/sheet1.xml", lambda _: sheet)


def _replaced(data: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The zip with one part changed."""
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(stream, "w", 8) as new:
        for info in old.infolist():
            part = old.read(info)
            if info.filename == name:
                part = change(part.decode()).encode()
            new.writestr(info, part, compress_type=info.compress_type)
    return stream.getvalue()
