"""Tables of Word files: merged cells, rows that disagree, tables in tables."""

from __future__ import annotations

import pytest

from lint_disclosure.document import Document
from lint_disclosure.reading.docx import read
from lint_disclosure.spot import WordSpot
from tests.reading.docx.written import cell, paragraph, row, table, word
from tests.reading.shown import place_of, shown

BEGIN = '<w:vMerge w:val="restart"/>'
GO_ON = "<w:vMerge/>"


def wide(columns: int | str) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def grid_of(document: Document, nth: int = 0) -> list[tuple[int, int, int, int, str]]:
    """The cells of a grid: row, column, rows, columns and text."""
    text = document.source.text
    return [(*one[:4], text[one.span[0] : one.span[1]]) for one in document.grids[nth]]


def spot_of(document: Document, words: str, nth: int = 1) -> object:
    (spot,) = place_of(document, words, nth).spots
    return spot


def test_cells_merged_both_ways() -> None:
    document = read(
        "a.docx",
        word(
            table(
                row(cell("申请人情况", wide(2) + BEGIN), "总计"),
                row(cell("", wide(2) + GO_ON), "7"),
                row("自然人", "3", "4"),
            )
        ),
    )
    assert shown(document) == [["申请人情况", "总计"], ["7"], ["自然人", "3", "4"]]
    assert grid_of(document) == [
        (0, 0, 2, 2, "申请人情况"),
        (0, 2, 1, 1, "总计"),
        (1, 2, 1, 1, "7"),
        (2, 0, 1, 1, "自然人"),
        (2, 1, 1, 1, "3"),
        (2, 2, 1, 1, "4"),
    ]


def test_a_cell_counts_in_its_row_not_by_its_column() -> None:
    document = read(
        "a.docx",
        word(
            paragraph("报告")
            + table(row(cell("甲", BEGIN), "乙"), row(cell("", GO_ON), cell("12", wide(2)), "34"))
        ),
    )
    assert spot_of(document, "34") == WordSpot(1, 2, 3, 1, 0, 2)


def test_columns_that_stay_free_before_a_row() -> None:
    document = read(
        "a.docx",
        word(table(row("甲", "乙"), row("丙", properties='<w:gridBefore w:val="1"/>'))),
    )
    assert grid_of(document)[-1] == (1, 1, 1, 1, "丙")


def test_a_cell_that_continues_nothing_is_a_cell_of_its_own() -> None:
    document = read("a.docx", word(table(row(cell("甲", GO_ON), "乙"), row("丙", "丁"))))
    assert shown(document) == [["甲", "乙"], ["丙", "丁"]]


def test_a_cell_of_another_width_does_not_continue_the_one_above() -> None:
    document = read(
        "a.docx",
        word(table(row(cell("甲", BEGIN), "乙", "1"), row(cell("丙", GO_ON + wide(2)), "2"))),
    )
    assert grid_of(document)[-2:] == [(1, 0, 1, 2, "丙"), (1, 2, 1, 1, "2")]


def test_cells_merged_across_in_the_old_way() -> None:
    document = read(
        "a.docx",
        word(
            table(
                row(cell("甲", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "1"),
                row("乙", "2", "3"),
            )
        ),
    )
    assert grid_of(document)[:2] == [(0, 0, 1, 2, "甲"), (0, 2, 1, 1, "1")]


@pytest.mark.parametrize("columns", ["1000000", "99999999999999999999", "-3", "0", "x"])
def test_a_width_beyond_reason(columns: str) -> None:
    document = read("a.docx", word(table(row(cell("甲", wide(columns)), "1"))))
    assert shown(document) == [["甲", "1"]]
    assert 1 <= document.grids[0][0].columns <= 1000


def test_paragraphs_and_breaks_in_a_cell_are_parted_by_a_blank() -> None:
    broken = "<w:p><w:r><w:t>其他</w:t><w:br/><w:t>处理</w:t></w:r></w:p>"
    content = f"{paragraph('总')}{paragraph('')}{paragraph('计')}{broken}"
    document = read("a.docx", word(table(row(cell(content), "5"))))
    (cells,) = shown(document)
    assert isinstance(cells, list)
    assert cells[0].split() == ["总", "计", "其他", "处理"]
    assert spot_of(document, "计") == WordSpot(1, 1, 1, 3, 0, 1)
    assert spot_of(document, "处理") == WordSpot(1, 1, 1, 4, 3, 5)


def test_rows_and_cells_in_content_controls() -> None:
    def control(content: str) -> str:
        return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"

    document = read(
        "a.docx",
        word(
            control(
                table(
                    row("甲", control(cell("1"))),
                    control(
                        row("乙", cell(control(paragraph(control("<w:r><w:t>2</w:t></w:r>")))))
                    ),
                )
            )
        ),
    )
    assert shown(document) == [["甲", "1"], ["乙", "2"]]
    assert spot_of(document, "2") == WordSpot(1, 2, 2, 1, 0, 1)


def test_a_table_in_a_cell_is_a_table_of_its_own_and_the_cell_keeps_its_text() -> None:
    inner = table(row("内", "1"), row("部", "2"))
    document = read(
        "a.docx",
        word(
            table(row("外", cell(f"{paragraph('前')}{inner}{paragraph('后')}")), row("下", "3"))
            + table(row("又", "4"))
        ),
    )
    assert shown(document) == [
        ["外", "前 后"],
        ["下", "3"],
        ["内", "1"],
        ["部", "2"],
        ["又", "4"],
    ]
    assert len(document.grids) == 3
    assert spot_of(document, "2") == WordSpot(2, 2, 2, 1, 0, 1)
    assert spot_of(document, "4") == WordSpot(3, 1, 2, 1, 0, 1)
    assert spot_of(document, "后") == WordSpot(1, 1, 2, 2, 0, 1)


def test_a_table_that_only_frames_the_page_is_no_table() -> None:
    content = paragraph("一、总体情况") + table(row("甲", "1")) + paragraph("完")
    document = read("a.docx", word(table(row(cell(content)))))
    assert shown(document) == ["一、总体情况", ["甲", "1"], "完"]
    assert spot_of(document, "总体") == WordSpot(1, 1, 1, 1, 2, 4)
    assert spot_of(document, "1") == WordSpot(2, 1, 2, 1, 0, 1)


def test_a_column_that_holds_tables_frames_them() -> None:
    document = read(
        "a.docx",
        word(table(row("标题"), row(cell(table(row("甲", "1")) + paragraph(""))), row("末尾"))),
    )
    assert shown(document) == ["标题", ["甲", "1"], "末尾"]


def test_a_hidden_row_is_not_shown() -> None:
    document = read("a.docx", word(table(row("甲", "1"), row("乙", "2", properties="<w:hidden/>"))))
    assert shown(document) == [["甲", "1"]]
