"""PDFs: tables by their lines, text by its place, and everything that can be wrong with a file."""

from __future__ import annotations

import io
import pickle
import time
import zlib
from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.api import read as read_report
from lint_disclosure.document import Document
from lint_disclosure.extraction import extract
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.spot import PageSpot
from tests.corpus.test_truth import complete_cells, truth_of
from tests.reading import made
from tests.reading.drawn import FONTS, HEIGHT, Sheet, file_of, grid, line, pdf, stream, text

pytest.importorskip("pypdfium2")

from lint_disclosure.reading.pdf import opened, read

REAL = "001_huaian_shi_2024"


def lines(document: Document) -> list[str]:
    return [document.source.text[one.start : one.end] for one in document.lines]


def read_sheets(*sheets: Sheet | str) -> Document:
    return read("report.pdf", pdf(sheets))


def place(document: Document, words: str) -> PageSpot:
    start = document.source.text.index(words)
    assert document.source.origins is not None
    spot = document.source.origins.spot(start, start + len(words))
    assert isinstance(spot, PageSpot)
    return spot


# --- a real report and made ones ---------------------------------------------------------------


def test_a_real_report_cell_for_cell(real_reports: Path, pack: RulePack) -> None:
    report = read_report(real_reports / "complete" / f"{REAL}.pdf", pack=pack)
    truth = truth_of(REAL, real_reports)
    wrong = [
        (table, row, column, expected)
        for table, row, column, expected in complete_cells(truth, report)
        if (value := report.tables[table].cells[row, column].value) is None
        or float(value) != expected
    ]
    assert wrong == []
    contact = {kind: report.source.cut(field.parts) for kind, field in report.contact.items()}
    assert contact == {kind: value for kind, value in truth["contact"].items() if value}
    headings = [report.source.cut((one.heading,)) for one in report.sections]
    assert headings == truth["section_headings"]
    assert report.period is not None
    assert f"{report.period.start}..{report.period.end}" == truth["data_period"]
    assert report.year == truth["year"]
    assert report.issuer == truth["issuer"]


def _bare(data: Any) -> Any:
    """Extracted data without the places, and without blanks, which a layout may add or take."""
    if isinstance(data, dict):
        without = ("location", "path", "notices")
        return {key: _bare(value) for key, value in data.items() if key not in without}
    if isinstance(data, list):
        return [_bare(one) for one in data]
    return "".join(data.split()) if isinstance(data, str) else data


def _same_as_text(data: bytes, pack: RulePack) -> None:
    expected = _bare(extract(read_report(made.CLEAN, pack=pack)))
    assert _bare(extract(read_report(data, name="report.pdf", pack=pack))) == expected


@pytest.mark.parametrize("style", [made.PLAIN, made.DOUBLE], ids=["one line", "double border"])
def test_a_printed_web_page_gives_the_data_of_the_text(
    style: str, tmp_path: Path, pack: RulePack
) -> None:
    _same_as_text(made.pdf_of_page(made.web_page(style), tmp_path), pack)


def test_a_web_page_whose_tables_have_no_lines(tmp_path: Path, pack: RulePack) -> None:
    wide = "@page{size:A3 landscape} table{width:100%} td{white-space:nowrap;padding:2pt 6pt}"
    _same_as_text(made.pdf_of_page(made.web_page(wide), tmp_path), pack)


@pytest.mark.parametrize("before", [0, 7], ids=["as it falls", "tables over page breaks"])
def test_an_exported_word_file_gives_the_data_of_the_text(
    before: int, tmp_path: Path, pack: RulePack
) -> None:
    _same_as_text(made.pdf_of_word(made.word_file(before), tmp_path), pack)


# --- places ------------------------------------------------------------------------------------


def _boxes(data: bytes) -> tuple[int, list[str]]:
    """How many cells and short lines there are, and those in whose box another library finds
    another text."""
    plumber = pytest.importorskip("pdfplumber")
    document = read("report.pdf", data)
    assert document.source.origins is not None
    with plumber.open(io.BytesIO(data)) as file:
        pages = [page.chars for page in file.pages]
        origins = [page.bbox[:2] for page in file.pages]
    spans = [span for one in document.lines for span in one.cells or ((one.start, one.end),)]
    count, wrong = 0, []
    for start, end in spans:
        raw = document.source.text[start:end]
        if not raw or end - start > 25:
            continue
        spot = document.source.origins.spot(start, end)
        assert isinstance(spot, PageSpot)
        left, top, right, bottom = spot.box
        x, y = origins[spot.page - 1]
        inside = [
            char["text"]
            for char in pages[spot.page - 1]
            if left <= (char["x0"] + char["x1"]) / 2 - x <= right
            and top <= (char["top"] + char["bottom"]) / 2 - y <= bottom
        ]
        count += 1
        if sorted("".join("".join(inside).split())) != sorted("".join(raw.split())):
            wrong.append(raw)
    return count, wrong


def test_boxes_in_a_real_report_hold_the_raw_text(real_reports: Path) -> None:
    data = (real_reports / "complete" / f"{REAL}.pdf").read_bytes()
    count, wrong = _boxes(data)
    assert count > 250
    # A label that stands on two pages has the box of its part on the first.
    assert wrong == ["（四）无法提供"]


def test_boxes_on_pages_drawn_by_hand_hold_the_raw_text() -> None:
    content = grid([50, 150, 250], [700, 720, 740]) + text(55, 725, "ab") + text(155, 705, "12")
    sheets = [Sheet(content), Sheet(content, box=(20, 30, 500, 790)), Sheet(content)]
    assert _boxes(pdf(sheets)) == (6, [])


@pytest.mark.parametrize(
    ("rotate", "expected"),
    [
        (0, (100, 88, 120, 103)),
        (90, (697, 100, 712, 120)),
        (180, (480, 697, 500, 712)),
        (270, (88, 480, 103, 500)),
    ],
)
def test_boxes_count_from_the_upper_left_of_the_page_as_shown(
    rotate: int, expected: tuple[float, ...]
) -> None:
    """Two Chinese characters of ten points on a base line 700 points above the lower edge."""
    document = read_sheets(Sheet(text(100, 700, "规章", 10), rotate))
    box = place(document, "规章").box
    assert [round(one) for one in box] == pytest.approx(expected, abs=4)
    wide, high = box[2] - box[0], box[3] - box[1]
    assert (wide if rotate in (0, 180) else high) == pytest.approx(20, abs=0.1)


def test_a_part_of_a_line_has_its_own_box() -> None:
    document = read_sheets(text(100, 700, "行政许可", 10))
    assert place(document, "许可").box[::2] == (120, 140)


def test_an_empty_cell_has_the_place_of_the_cell() -> None:
    document = read_sheets(grid([50, 150, 250], [700, 720]) + text(55, 705, "ab"))
    start, end = document.grids[0][1].span
    assert start == end
    assert document.source.origins is not None
    spot = document.source.origins.spot(start, end)
    assert spot == PageSpot(1, (150, HEIGHT - 720, 250, HEIGHT - 700))


def test_places_can_be_pickled() -> None:
    document = read_sheets(text(100, 700, "ab"))
    again = pickle.loads(pickle.dumps(document))
    assert place(again, "ab") == place(document, "ab")


# --- tables ------------------------------------------------------------------------------------

XS, YS = [50, 150, 250, 350], [640, 660, 680, 700]


def filled(words: str) -> str:
    """One word into each cell of the table above, row by row; ``.`` leaves a cell empty."""
    cells = [(x + 5, y + 5) for y in reversed(YS[:-1]) for x in XS[:-1]]
    return "".join(
        text(x, y, word, 9)
        for (x, y), word in zip(cells, words.split(), strict=False)
        if word != "."
    )


TABLE = ["a | b | c", "d | e | f", "1 | 2 | 3"]


def test_a_table_of_lines() -> None:
    document = read_sheets(grid(XS, YS) + filled("a b c d e f 1 2 3"))
    assert lines(document) == TABLE
    assert len(document.grids) == 1


def test_the_order_in_the_file_does_not_matter() -> None:
    content = (grid(XS, YS) + filled("a b c d e f 1 2 3")).splitlines(keepends=True)
    assert lines(read_sheets("".join(reversed(content)))) == TABLE


def test_lines_as_thin_rectangles() -> None:
    across = "".join(f"{XS[0]} {y} 300 0.5 re f\n" for y in YS)
    down = "".join(f"{x} {YS[0]} 0.5 60 re f\n" for x in XS)
    assert lines(read_sheets(across + down + filled("a b c d e f 1 2 3"))) == TABLE


def test_each_cell_as_a_rectangle_with_a_gap_between_them() -> None:
    cells = "".join(f"{x + 1} {y + 1} 98 18 re S\n" for x in XS[:-1] for y in YS[:-1])
    frame = f"{XS[0] - 1} {YS[0] - 1} 302 62 re S\n"
    assert lines(read_sheets(frame + cells + filled("a b c d e f 1 2 3"))) == TABLE


def test_a_table_drawn_by_a_form_with_matrices() -> None:
    half = [x / 2 for x in XS], [y / 2 for y in YS]
    sheet = Sheet(
        "q 1 0 0 1 0 -10 cm /X Do Q " + filled("a b c d e f 1 2 3"),
        form=grid(*half),
        matrix="2 0 0 2 0 10",
    )
    assert lines(read_sheets(sheet)) == TABLE


def test_colour_behind_a_row_is_no_line() -> None:
    shade = f"0.8 g {XS[0]} {YS[1]} 300 20 re f 0 g\n"
    assert lines(read_sheets(shade + grid(XS, YS) + filled("a b c d e f 1 2 3"))) == TABLE


def test_a_missing_line_merges_cells() -> None:
    content = "".join(line(50, y, 350, y) for y in (640, 660, 700)) + line(150, 680, 350, 680)
    content += line(50, 640, 50, 700) + line(150, 640, 150, 700) + line(350, 640, 350, 700)
    content += line(250, 640, 250, 680)
    content += text(55, 675, "tall", 9) + text(155, 685, "wide", 9) + filled(". . . . e f 1 2 3")
    document = read_sheets(content)
    assert lines(document) == ["tall | wide", "e | f", "1 | 2 | 3"]
    shape = [(one.row, one.column, one.rows, one.columns) for one in document.grids[0]]
    assert shape[:2] == [(0, 0, 2, 1), (0, 1, 1, 2)]


def test_a_frame_round_text_is_no_table() -> None:
    document = read_sheets("40 600 500 180 re S\n" + text(50, 700, "ab"))
    assert (lines(document), document.grids) == (["ab"], ())


def test_an_underlined_word_in_a_cell_makes_no_row() -> None:
    content = grid(XS, YS) + line(55, 683, 70, 683) + filled("a b c d e f 1 2 3")
    assert lines(read_sheets(content)) == TABLE


def cell_of(*words: tuple[float, float, str]) -> str:
    """The text of a cell that is 60 points wide and high."""
    content = grid([100, 160, 200], [600, 660]) + text(165, 630, "x", 9)
    content += "".join(text(x, y, word, 10) for x, y, word in words)
    return lines(read_sheets(content))[0].removesuffix(" | x")


def test_lines_of_a_cell_are_joined_without_a_blank() -> None:
    assert cell_of((105, 640, "法律服务机"), (105, 625, "构")) == "法律服务机构"


def test_two_numbers_above_each_other_stay_two() -> None:
    assert cell_of((105, 640, "12"), (105, 625, "34")) == "12 34"
    assert cell_of((102, 640, "123456789"), (102, 625, "34")) == "123456789 34"


def test_a_number_within_words_that_is_broken_is_one() -> None:
    assert cell_of((105, 640, "第"), (115, 640, "123456"), (105, 625, "78")) == "第12345678"


def test_characters_above_each_other_read_downwards() -> None:
    stacked = [(125, 648 - 11 * at, char) for at, char in enumerate("办理结果")]
    assert cell_of(*stacked) == "办理结果"


def test_text_that_runs_upwards_is_read_so() -> None:
    content = grid([100, 160, 200], [600, 660]) + text(165, 630, "x", 9)
    content += "BT /C 10 Tf 0 1 -1 0 135 605 Tm <529e74067ed3679c> Tj ET\n"
    document = read_sheets(text(60, 700, "above") + content)
    assert lines(document) == ["above", "办理结果 | x"]
    assert [round(one) for one in place(document, "办理").box[1::2]] == [175, 195]


def test_a_page_that_is_printed_sideways_is_read_and_placed() -> None:
    across = "0 1 -1 0 600 0 cm\n"
    document = read_sheets(across + grid(XS, [340, 360, 380, 400]) + text(55, 385, "ab", 9))
    assert lines(document) == ["ab |  | "]
    left, top, right, bottom = place(document, "ab").box
    assert 200 <= left < right <= 220
    assert 650 <= top < bottom <= 750


# --- page breaks -------------------------------------------------------------------------------


def halves(upper: str, lower: str, bottom: bool, top: bool) -> list[str]:
    """A table whose last row on page 1 and first on page 2 hold these words in 3 columns."""
    sheets = []
    for words, closed in ((upper, bottom), (lower, top)):
        first = words is upper
        ys = [60, 80, 100] if first else [720, 740, 760]
        drawn = (ys if closed else ys[1:]) if first else (ys if closed else ys[:-1])
        content = "".join(line(50, y, 350, y) for y in drawn)
        content += "".join(line(x, ys[0], x, ys[-1]) for x in XS)
        other = text(55, ys[1] + 5 if first else ys[0] + 5, "before" if first else "behind", 9)
        height = ys[0] + 5 if first else ys[1] + 5
        for x, word in zip(XS, words.split(), strict=False):
            content += text(x + 5, height, word, 9) if word != "." else ""
        sheets.append(content + other)
    return [one.strip(" |") for one in lines(read_sheets(*sheets))]


def test_a_label_on_one_page_and_its_numbers_on_the_next() -> None:
    expected = ["before", "label | 1 | 2", "behind"]
    assert halves("label . .", ". 1 2", bottom=True, top=True) == expected
    assert halves("label . .", ". 1 2", bottom=False, top=False) == expected


def test_a_label_that_goes_on_beside_numbers_that_do_not() -> None:
    expected = ["before", "一二三四五六七八九十终 | 1 | 2", "behind"]
    for closed in (True, False):
        assert halves("一二三四五六七八九十 1 2", "终 . .", closed, closed) == expected
        assert halves("一二三四五六七八九十 . .", "终 1 2", closed, closed) == expected


def test_a_label_that_goes_on_beside_a_single_number() -> None:
    expected = ["before", "一二三四五六七八九十终 |  | 2", "behind"]
    assert halves("一二三四五六七八九十 . 2", "终 . .", bottom=True, top=True) == expected
    assert halves("一二三四五六七八九十 . .", "终 . 2", bottom=True, top=True) == expected


def test_whole_rows_beside_a_page_break_stay_two() -> None:
    expected = ["before", "label | 1 | 2", "other | 3 | 4", "behind"]
    for closed in (True, False):
        assert halves("label 1 2", "other 3 4", closed, closed) == expected


def test_a_row_without_numbers_keeps_its_own_label() -> None:
    expected = ["before", "label", "other | 3 | 4", "behind"]
    assert halves("label . .", "other 3 4", bottom=True, top=True) == expected


@pytest.mark.parametrize("number", ["- {} -", "— {} —", "第{}页 共3页", "{}", "{}/3"])
def test_page_numbers_are_left_out(number: str) -> None:
    sheets = [
        text(60, 500 + 20 * at, "正文文字", 12) + text(280, 40, number.format(at), 10)
        for at in (1, 2, 3)
    ]
    assert lines(read_sheets(*sheets)) == ["正文文字"] * 3


def test_a_page_number_inside_a_table_is_left_out() -> None:
    table = grid([50, 250, 450], [30, 100, 760])
    sheets = [
        table + text(60, 700, f"row{at}") + text(300, 700, "7") + text(230, 40, f"- {at} -")
        for at in (1, 2)
    ]
    found = [one for one in lines(read_sheets(*sheets)) if one.strip(" |")]
    assert found == ["row1 | 7", "row2 | 7"]


def test_headers_and_footers_are_left_out() -> None:
    sheets = [
        text(200, 770, "某县年度报告", 9) + text(60, 500, f"w{at}") + text(60, 50, f"2025-{at}", 9)
        for at in (1, 2, 3)
    ]
    assert lines(read_sheets(*sheets)) == ["w1", "w2", "w3"]


def test_a_table_head_that_comes_again_on_each_page_stays() -> None:
    sheets = [
        grid(XS, [740, 760, 780]) + text(55, 765, "head") + text(55, 745, f"r{at}") for at in (1, 2)
    ]
    assert [one.strip(" |") for one in lines(read_sheets(*sheets))] == ["head", "r1", "head", "r2"]


# --- running text ------------------------------------------------------------------------------

FULL = "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十"


def body(*rows: str, top: int = 700, pitch: int = 20) -> str:
    """Lines of text between margins at 60 and 420 points; ``>`` indents one by two characters."""
    return "".join(
        text(84 if row.startswith(">") else 60, top - at * pitch, row.lstrip(">"), 12)
        for at, row in enumerate(rows)
    )


def test_a_line_that_is_full_goes_on_in_the_next() -> None:
    rows = [f">{FULL[:28]}", FULL, FULL, "终。", f">{FULL[:28]}", "完。"]
    assert lines(read_sheets(body(*rows))) == [f"{FULL[:28]}{FULL}{FULL}终。", f"{FULL[:28]}完。"]


def test_a_heading_stays_alone() -> None:
    rows = [f">{FULL[:28]}", FULL, f"{FULL[:29]}。", ">一、总体情况", f">{FULL[:28]}", FULL, "完。"]
    assert lines(read_sheets(body(*rows))) == [
        f"{FULL[:28]}{FULL}{FULL[:29]}。",
        "一、总体情况",
        f"{FULL[:28]}{FULL}完。",
    ]


def test_a_paragraph_goes_on_on_the_next_page() -> None:
    document = read_sheets(
        body(f">{FULL[:28]}", FULL, FULL) + text(280, 40, "- 1 -"),
        body("终。", ">下段") + text(280, 40, "- 2 -"),
    )
    assert lines(document) == [f"{FULL[:28]}{FULL}{FULL}终。", "下段"]
    assert place(document, "终。").page == 2


def test_a_sentence_that_ends_with_the_page_ends_its_paragraph_where_none_is_indented() -> None:
    upper, lower = [FULL, "终。", FULL, f"{FULL[:29]}。"], ["（一）主动公开", FULL, "完。"]
    document = read_sheets(body(*upper), body(*lower))
    assert lines(document) == [f"{FULL}终。", f"{FULL}{FULL[:29]}。", *lower[:1], f"{FULL}完。"]


def test_a_paragraph_goes_on_behind_a_sentence_where_all_are_indented() -> None:
    paragraph = [f">{FULL[:28]}", "终。"]
    upper = [*paragraph * 3, f">{FULL[:28]}", f"{FULL[:29]}。"]
    found = lines(read_sheets(body(*upper), body("又一句。", ">下段")))
    assert found[-2:] == [f"{FULL[:28]}{FULL[:29]}。又一句。", "下段"]


def test_short_paragraphs_that_stand_apart_do_not_run_together() -> None:
    """The distance of lines is told from all pages where a part of the text has few full ones."""
    table = grid([60, 240, 420], [500, 520]) + text(65, 505, "ab", 9)
    above = body(FULL, FULL, FULL, FULL, "终。", top=760, pitch=18)
    below = body(f"{FULL[:29]}。", "标题", "一。", "二。", "三。", top=460, pitch=30)
    found = lines(read_sheets(above + table + below))
    assert found[-5:] == [f"{FULL[:29]}。", "标题", "一。", "二。", "三。"]


def test_a_number_that_had_no_room_beside_its_gap_leaves_a_line_short() -> None:
    """Between Chinese and Latin a quarter of the size is added, which has to fit in as well."""
    last = text(60, 620, "123", 12) + text(81.6, 620, "号。", 12)  # 21.6 points, and 24 are left.
    found = lines(read_sheets(body(FULL, FULL, FULL, FULL[:28]) + last))
    assert found == [f"{FULL}{FULL}{FULL}{FULL[:28]}123号。"]


def test_a_word_that_had_no_room_leaves_a_line_short_and_not_finished() -> None:
    rows = [f">{FULL[:28]}", FULL, FULL[:27], "0517-83605210。"]
    assert lines(read_sheets(body(*rows))) == [f"{FULL[:28]}{FULL}{FULL[:27]}0517-83605210。"]


def test_a_wide_gap_parts_columns() -> None:
    assert lines(read_sheets(text(60, 700, "行政许可", 12) + text(300, 700, "12"))) == [
        "行政许可  12"
    ]


def test_a_table_without_lines_is_read_by_place() -> None:
    rows = [("规章", "1", "2", "3"), ("行政规范性文件", "4", "", "6"), ("合计", "5", "2", "9")]
    content = "".join(
        text(60 + 120 * column, 700 - 20 * row, word, 12)
        for row, cells in enumerate(rows)
        for column, word in enumerate(cells)
        if word
    )
    assert lines(read_sheets(content)) == [
        "规章 | 1 | 2 | 3",
        "行政规范性文件 | 4 |  | 6",
        "合计 | 5 | 2 | 9",
    ]


def test_a_table_without_lines_whose_last_column_takes_two_lines() -> None:
    rows = [("索引号：", "12"), ("名称：", FULL[:10]), ("", "年报"), ("公开方式：", "主动公开")]
    content = "".join(
        text(60 + 240 * column, 700 - 20 * row, word, 12)
        for row, cells in enumerate(rows)
        for column, word in enumerate(cells)
        if word
    )
    running = body(FULL, FULL, FULL, top=600)
    document = read_sheets(content + running)
    assert lines(document)[:3] == [
        "索引号： | 12",
        f"名称： | {FULL[:10]}年报",
        "公开方式： | 主动公开",
    ]
    assert place(document, "年报").box[0] == 300


# --- characters --------------------------------------------------------------------------------


def test_characters_drawn_twice_to_make_them_bold_count_once() -> None:
    content = text(60, 700, "情况", 12) + text(60.3, 700, "情况", 12) + text(60, 680, "11", 12)
    assert lines(read_sheets(content)) == ["情况", "11"]


def test_a_font_that_gives_only_the_ink_of_a_comma() -> None:
    """Its box is as high as that of the letters beside it, else it would stand on a line below."""
    low, high = (
        stream(f"1000 0 0 -120 1000 {top} d1 0 -120 1000 {top + 120} re f".encode())
        for top in (130, 880)
    )
    widths = b"1000 " * 54
    font = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 -120 1000 130]/FontMatrix[0.001 0 0 0.001 0 0]"
        b"/FirstChar 44/LastChar 97/Widths[" + widths + b"]/Resources<<>>"
        b"/Encoding<</Type/Encoding/Differences[44/comma 97/a]>>"
        b"/CharProcs<</a 6 0 R/comma 7 0 R>>>>"
    )
    data = file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
            b"/Resources<</Font<</T 5 0 R>>>>>>",
            stream(b"BT /T 20 Tf 100 700 Td (aa,aa) Tj ET"),
            font,
            high,
            low,
        ]
    )
    document = read("report.pdf", data)
    assert lines(document) == ["aa,aa"]
    assert place(document, ",").box == pytest.approx((140, 82.4, 160, 102.4), abs=0.1)


def test_forms_of_characters_become_the_plain_ones() -> None:
    """Radicals that fonts give for characters, and brackets for upright text."""
    assert lines(read_sheets(text(60, 700, "\u2f00\u3001\u2ed4\u2fa6︵１︶", 12))) == [
        "一、门金(１)"
    ]


def test_text_that_is_not_painted_counts_with_a_notice() -> None:
    document = read_sheets(
        "q 600 0 0 800 0 0 cm /P Do Q\n" + text(60, 700, "年度报告文字识别结果内容", 12, "3 Tr")
    )
    assert lines(document) == ["年度报告文字识别结果内容"]
    assert [zh for zh, _ in document.notices] == [
        "第 1 页含有看不见的文字（多为扫描件的识别文字），可能有识别错误"
    ]
    assert document.features == ()


# --- pictures ----------------------------------------------------------------------------------

SCAN = "q 600 0 0 800 0 0 cm /P Do Q\n"


def test_a_scan_is_refused_with_the_way_out() -> None:
    with pytest.raises(UnreadableFile) as error:
        read_sheets(SCAN, SCAN)
    assert error.value.zh == (
        "PDF 里只有图片，没有文字（扫描件）；请检查原始的 Word 文件，或先做文字识别（OCR）"
    )


def test_a_scanned_page_among_others_is_marked_and_told() -> None:
    document = read_sheets(text(60, 700, "before"), SCAN, text(60, 700, "behind"))
    assert lines(document) == ["before", "behind"]
    assert [(one.kind, one.span) for one in document.features] == [("picture", (7, 7))]
    assert [zh for zh, _ in document.notices] == [
        "第 2 页是图片，没有文字，没有检查；请核对原始的 Word 文件"
    ]


def test_a_picture_that_may_be_a_table_is_marked_and_a_seal_is_not() -> None:
    table = "q 400 0 0 200 60 300 cm /P Do Q\n"
    seal = "q 120 0 0 120 400 100 cm /P Do Q\n"
    document = read_sheets(text(60, 700, "above") + table + seal + text(60, 200, "below"))
    assert [(one.kind, one.span) for one in document.features] == [("picture", (6, 6))]


def test_a_scan_with_page_numbers_is_still_a_scan() -> None:
    assert "扫描件" in reason(pdf([SCAN + text(280, 40, f"- {at} -") for at in (1, 2)]))


def with_annotation(entries: bytes) -> Document:
    return read(
        "report.pdf",
        file_of(
            [
                b"<</Type/Catalog/Pages 2 0 R>>",
                b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
                b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Annots[6 0 R]"
                b"/Resources<</Font<</L 5 0 R>>>>>>",
                stream(text(60, 700, "ab").encode()),
                FONTS[0],
                b"<</Type/Annot/Rect[0 0 90 90]" + entries + b">>",
            ]
        ),
    )


def test_text_in_a_form_or_a_note_is_told() -> None:
    expected = "第 1 页有表单域或批注文字，其中的内容没有检查；请打印成新的 PDF 后再检查"
    for entries in (b"/Subtype/Widget/FT/Tx/V(12)", b"/Subtype/FreeText/Contents(12)"):
        assert [zh for zh, _ in with_annotation(entries).notices] == [expected]
    for entries in (b"/Subtype/Widget/FT/Sig/V<</Type/Sig>>", b"/Subtype/Widget/FT/Tx/V()"):
        assert with_annotation(entries).notices == ()


# --- what can be wrong -------------------------------------------------------------------------


def reason(data: bytes) -> str:
    with pytest.raises(UnreadableFile) as error:
        read("report.pdf", data)
    return error.value.zh


def test_a_damaged_file() -> None:
    assert (
        reason(b"%PDF-1.7\nnothing") == "PDF 已损坏，无法打开；请重新导出，或检查原始的 Word 文件"
    )


def test_a_file_without_pages() -> None:
    assert reason(pdf([])) == "PDF 里没有页面"


def test_blank_pages_only() -> None:
    assert reason(pdf([""])) == "PDF 里没有文字"


def _locked(user: str) -> bytes:
    """A file that is encrypted with the oldest of the standard ways; the owner has no password."""
    from hashlib import md5

    pad = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")

    def rc4(key: bytes, data: bytes) -> bytes:
        box = list(range(256))
        other = 0
        for at in range(256):
            other = (other + box[at] + key[at % len(key)]) % 256
            box[at], box[other] = box[other], box[at]
        out = bytearray()
        one = two = 0
        for byte in data:
            one = (one + 1) % 256
            two = (two + box[one]) % 256
            box[one], box[two] = box[two], box[one]
            out.append(byte ^ box[(box[one] + box[two]) % 256])
        return bytes(out)

    padded = (user.encode() + pad)[:32]
    owner = rc4(md5(padded).digest()[:5], padded)
    key = md5(padded + owner + b"\xfc\xff\xff\xff" + b"0123456789abcdef").digest()[:5]
    secret = rc4(md5(key + bytes([4, 0, 0, 0, 0])).digest()[:10], text(60, 700, "ab").encode())
    identity = b"0123456789abcdef".hex()
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</L 5 0 R>>>>>>",
        stream(secret),
        FONTS[0],
        f"<</Filter/Standard/V 1/R 2/P -4/O<{owner.hex()}>/U<{rc4(key, pad).hex()}>>>".encode(),
    ]
    return file_of(objects, f"/Encrypt 6 0 R/ID[<{identity}><{identity}>]")


def test_a_file_locked_against_change_alone_is_read() -> None:
    assert lines(read("report.pdf", _locked(""))) == ["ab"]


def test_a_file_with_a_password_is_refused_with_the_way_out() -> None:
    assert reason(_locked("secret")) == ("PDF 设有打开密码，请先取消密码，或检查原始的 Word 文件")


def test_a_portfolio_is_refused_with_the_way_out() -> None:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R/Collection<<>>/Names<</EmbeddedFiles<</Names[(a)5 0 R]>>>>>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</L 7 0 R>>>>>>",
        stream(text(60, 700, "open me in another program").encode()),
        b"<</Type/Filespec/F(a.pdf)/EF<</F 6 0 R>>>>",
        stream(b"%PDF", "/Type/EmbeddedFile"),
        FONTS[0],
    ]
    assert reason(file_of(objects)) == "这是 PDF 包，报告在它的附件里；请把附件另存后再检查"


def test_a_file_cut_anywhere_is_refused_or_told_to_be_incomplete() -> None:
    data = pdf([text(60, 700, "one"), grid(XS, YS) + filled("a b c")])
    for end in range(0, len(data), 10):
        found = opened.taken(data[:end])
        assert found[0] in ("format", "empty") or found[3] or end > len(data) - 10
    with pytest.raises(UnreadableFile):
        read("report.pdf", data[:40])
    document = read("report.pdf", data[: data.index(b"startxref")])
    assert document.truncated
    assert [zh for zh, _ in document.notices] == ["PDF 已损坏或不完整，只检查了能读出的部分"]


def test_a_tree_of_pages_that_is_its_own_child() -> None:
    catalog = b"<</Type/Catalog/Pages 2 0 R>>"
    for kids in (b"2 0 R", b"2 0 R 3 0 R"):
        tree = b"<</Type/Pages/Kids[" + kids + b"]/Count 3>>"
        page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 3 0 R>>"
        assert reason(file_of([catalog, tree, page]))


def test_of_very_many_pages_the_first_are_read() -> None:
    kids = b"3 0 R " * 100_000
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[" + kids + b"]/Count 100000>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</L 5 0 R>>>>>>",
        stream(text(60, 400, "ab").encode()),
        FONTS[0],
    ]
    document = read("report.pdf", file_of(objects))
    assert len(document.lines) == 200
    assert document.truncated
    assert document.notices[0][0] == "PDF 有 100000 页，只检查了前 200 页"


def test_forms_that_multiply_are_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two kilobytes that draw ten thousand million lines."""
    monkeypatch.setattr("lint_disclosure.reading.apart.LIMIT", 1.0)
    form = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F {} 0 R>>>>"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R"
        b"/Resources<</XObject<</F 5 0 R>>>>>>",
        stream(b"/F Do " * 10),
        *(stream(b"/F Do " * 10, form.format(6 + at)) for at in range(9)),
        stream(b"0 0 m 9 9 l S", form.format(4)),
    ]
    begin = time.monotonic()
    assert reason(file_of(objects)).startswith("PDF 损坏或过于复杂，无法读出")
    assert time.monotonic() - begin < 10


def test_a_page_of_very_many_lines_and_letters_is_read_in_part() -> None:
    drawn = "".join(
        f"{at % 590} {at % 790} m {at % 590 + 9} {at % 790} l S\n" for at in range(90_000)
    )
    letters = text(10, 400, "a" * 40_000, 1)
    packed = zlib.compress((letters + drawn).encode())
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 60000 800]/Contents 4 0 R"
        b"/Resources<</Font<</L 5 0 R>>>>>>",
        stream(packed, "/Filter/FlateDecode"),
        FONTS[0],
    ]
    begin = time.monotonic()
    document = read("report.pdf", file_of(objects))
    assert time.monotonic() - begin < 10
    assert [zh for zh, _ in document.notices] == ["第 1 页内容过多，只检查了一部分"]


def test_threads_may_read_at_the_same_time() -> None:
    from concurrent.futures import ThreadPoolExecutor

    data = pdf([grid(XS, YS) + filled("a b c d e f 1 2 3")])
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: lines(read("report.pdf", data)), range(8)))
    assert found == [TABLE] * 8


def test_many_files_leave_nothing_behind() -> None:
    resource = pytest.importorskip("resource")
    data = pdf([grid(XS, YS) + filled("a b c d e f 1 2 3")])
    for _ in range(100):
        opened.taken(data)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(1000):
        opened.taken(data)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000
