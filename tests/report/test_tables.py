"""Tables read by label, in every way in which they end up as text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from lint_disclosure.api import read
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack
from tests.report.notations import (
    HIDE_BLANKS,
    SHOW_BLANKS,
    Notation,
    bars,
    bars_padded_at_the_end,
    glued,
    markdown,
    runs_of_spaces,
    single_spaces,
    tabs,
)

OPENING = "某市某局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息12条。\n"
COLUMNS = ("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计")


def requests_table(pack: RulePack, **changed: Sequence[str]) -> list[tuple[str, Sequence[str]]]:
    """Table 三: row n holds 10n to 10n + 6, so that no two cells that could be mixed up agree."""
    form = pack.forms["2021"].tables["requests"]
    rows: list[tuple[str, Sequence[str]]] = [(label, ()) for label in COLUMNS]
    for number, row in enumerate(form.rows.values()):
        values = [str(10 * number + at) for at in range(7)]
        rows.append((row.label, changed.get(row.key, values)))
    return rows


def section_three(text: str, after: str = "\n五、存在的主要问题及改进情况\n一是不足。") -> str:
    return f"{OPENING}三、收到和处理政府信息公开申请情况\n{text}{after}"


def parse(text: str, pack: RulePack, *, partial: bool = False) -> Report:
    return read(text.encode(), name="report.txt", pack=pack, partial=partial)


def cells(report: Report, table: str) -> dict[str, list[str]]:
    """Row key to the raw texts of its cells, with the state where it is not a number."""
    found: dict[str, list[str]] = {}
    for (row, _), cell in report.tables[table].cells.items():
        raw = report.source.cut(cell.parts) if cell.parts else ""
        found.setdefault(row, []).append(raw if cell.state == "number" else cell.state)
    return found


@pytest.mark.parametrize("notation", [*SHOW_BLANKS, *HIDE_BLANKS], ids=lambda one: one.__name__)
def test_every_cell_is_read_exactly_in_every_notation(notation: Notation, pack: RulePack) -> None:
    report = parse(section_three(notation(requests_table(pack))), pack)
    rows = list(pack.forms["2021"].tables["requests"].rows)
    assert cells(report, "requests") == {
        row: [str(10 * number + at) for at in range(7)] for number, row in enumerate(rows)
    }


@pytest.mark.parametrize("notation", SHOW_BLANKS, ids=lambda one: one.__name__)
def test_blanks_are_blank_where_the_notation_shows_them(notation: Notation, pack: RulePack) -> None:
    changed = {"received": ["6", "", "", "1", "", "", "7"], "granted": [""] * 7}
    report = parse(section_three(notation(requests_table(pack, **changed))), pack)
    read_cells = cells(report, "requests")
    assert read_cells["received"] == ["6", "blank", "blank", "1", "blank", "blank", "7"]
    assert read_cells["carried_in"] == ["10", "11", "12", "13", "14", "15", "16"]
    assert read_cells["granted"] == ["blank"] * 7


@pytest.mark.parametrize("notation", HIDE_BLANKS, ids=lambda one: one.__name__)
def test_a_row_with_too_few_numbers_is_unread_and_not_guessed(
    notation: Notation, pack: RulePack
) -> None:
    report = parse(section_three(notation(requests_table(pack, received=["6", "7"]))), pack)
    read_cells = cells(report, "requests")
    assert read_cells["received"] == ["unread"] * 7
    assert read_cells["carried_in"] == ["10", "11", "12", "13", "14", "15", "16"]
    assert [report.source.text[a:b] for a, b in report.tables["requests"].loose] == ["6", "7"]


def test_zeros_glued_to_their_label(pack: RulePack) -> None:
    form = pack.forms["2021"].tables["requests"]
    rows = [(row.label, ["0"] * 7) for row in form.rows.values()]
    report = parse(
        section_three("自然人商业企业科研机构社会公益组织法律服务机构其他总计\n" + glued(rows)),
        pack,
    )
    assert cells(report, "requests") == {row: ["0"] * 7 for row in form.rows}


@pytest.mark.parametrize(
    ("digits", "expected"),
    [
        ("000", ["0", "0", "0"]),
        ("104", ["1", "0", "4"]),
        ("1000", ["10", "0", "0"]),
        ("1200", ["unread"] * 3),
        ("12", ["unread"] * 3),
    ],
)
def test_glued_digits_are_divided_only_where_one_division_is_possible(
    digits: str, expected: list[str], pack: RulePack
) -> None:
    text = (
        f"{OPENING}二、主动公开政府信息情况\n信息内容本年制发件数本年废止件数现行有效件数\n"
        f"规章{digits}\n行政规范性文件000\n三、收到和处理政府信息公开申请情况\n"
    )
    read_cells = cells(parse(text, pack), "proactive")
    assert read_cells["regulations"] == expected
    assert read_cells["normative_documents"] == ["0", "0", "0"]


@pytest.mark.parametrize("mark", ["①", "²", "⑴"])
def test_a_footnote_mark_behind_a_label_is_no_number(mark: str, pack: RulePack) -> None:
    text = (
        f"{OPENING}二、主动公开政府信息情况\n规章{mark}\n行政规范性文件000\n"
        "三、收到和处理政府信息公开申请情况\n"
    )
    read_cells = cells(parse(text, pack), "proactive")
    assert read_cells["normative_documents"] == ["0", "0", "0"]
    assert "number" not in read_cells["regulations"]


def test_one_merged_zero_stands_for_the_whole_row(pack: RulePack) -> None:
    form = pack.forms["2021"].tables["requests"]
    rows = [(row.label, ["0"]) for row in form.rows.values()]
    report = parse(section_three(bars_padded_at_the_end(rows)), pack)
    assert cells(report, "requests") == {row: ["0"] * 7 for row in form.rows}


def test_a_single_zero_is_not_merged_where_other_rows_have_more_numbers(pack: RulePack) -> None:
    changed = {"granted": ["0", "", "", "", "", "", ""]}
    report = parse(section_three(bars(requests_table(pack, **changed))), pack)
    assert cells(report, "requests")["granted"] == ["0"] + ["blank"] * 6


def test_a_label_broken_over_two_lines(pack: RulePack) -> None:
    text = bars(requests_table(pack)).replace(
        "区分处理的，只计这一情形", "区分处理的，只计这一情\n形"
    )
    label = parse(section_three(text), pack).tables["requests"].rows["partly_granted"]
    assert label.exact
    assert len(label.parts) == 2


def test_rows_without_a_label_are_placed_when_they_fill_the_gap(pack: RulePack) -> None:
    text = bars(requests_table(pack))
    for label in ("2.重复申请 | ", "3.要求提供公开出版物 | "):
        text = text.replace(label, "| ")
    report = parse(section_three(text), pack)
    assert cells(report, "requests")["declined_duplicate"] == [str(160 + at) for at in range(7)]
    assert report.tables["requests"].placed == {"declined_duplicate", "declined_publication"}


def test_empty_cells_between_a_merged_label_and_its_numbers(pack: RulePack) -> None:
    changed = {"received": ["", "6", "", "0", "0", "0", "0", "6"]}
    report = parse(section_three(bars(requests_table(pack, **changed))), pack)
    assert cells(report, "requests")["received"] == ["6", "blank", "0", "0", "0", "0", "6"]


def test_a_mistyped_label_is_known_by_its_neighbours_and_kept(pack: RulePack) -> None:
    text = bars(requests_table(pack)).replace("危及“三安全一稳定”", "危及“三安一稳定”")
    report = parse(section_three(text), pack)
    label = report.tables["requests"].rows["refused_security_and_stability"]
    assert (report.source.cut(label.parts), label.exact) == ("3.危及“三安一稳定”", False)


def test_a_row_without_a_label_is_unread_when_two_rows_are_open(pack: RulePack) -> None:
    rows = [row for row in requests_table(pack) if row[0] != "3.要求提供公开出版物"]
    text = bars(rows).replace("2.重复申请 | ", "| ")
    report = parse(section_three(text), pack)
    read_cells = cells(report, "requests")
    assert read_cells["declined_duplicate"] == ["unread"] * 7
    assert read_cells["declined_publication"] == ["unread"] * 7
    assert read_cells["declined_excessive"] == [str(180 + at) for at in range(7)]


def test_a_row_that_the_report_does_not_have_is_absent(pack: RulePack) -> None:
    rows = [row for row in requests_table(pack) if row[0] != "8.属于行政查询事项"]
    read_cells = cells(parse(section_three(bars(rows)), pack), "requests")
    assert read_cells["refused_administrative_query"] == ["absent"] * 7
    assert read_cells["refused_enforcement_file"] == [str(100 + at) for at in range(7)]


def test_a_number_with_a_remark_keeps_it_as_a_note(pack: RulePack) -> None:
    changed = {"received": ["22（其中网上 16 件）", "1", "2", "3", "4", "5", "6"]}
    report = parse(section_three(bars(requests_table(pack, **changed))), pack)
    cell = report.tables["requests"].cells["received", "natural_person"]
    assert (cell.state, cell.value, cell.note) == ("number", 22, "(其中网上 16 件)")
    assert report.source.cut(cell.parts) == "22（其中网上 16 件）"


@pytest.mark.parametrize("notation", [bars, markdown, tabs, runs_of_spaces, single_spaces])
@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("22(其中网上16件)", "(其中网上16件)"),
        ("22（其中网上 16 件）", "(其中网上 16 件)"),
        ("22 （含上年结转1件）", "(含上年结转1件)"),
    ],
)
def test_remarks_are_read_in_all_notations(
    raw: str, note: str, notation: Notation, pack: RulePack
) -> None:
    changed = {"received": [raw, "1", "2", "3", "4", "5", "6"]}
    report = parse(section_three(notation(requests_table(pack, **changed))), pack)
    cell = report.tables["requests"].cells["received", "natural_person"]
    assert (cell.state, cell.value, cell.note) == ("number", 22, note)
    assert cells(report, "requests")["received"][1:] == ["1", "2", "3", "4", "5", "6"]


@pytest.mark.parametrize(
    ("raw", "note"),
    [
        ("22[其中网上16件]", "[其中网上16件]"),
        ("22【其中网上16件】", "【其中网上16件】"),
        ("22〔其中网上16件〕", "〔其中网上16件〕"),
        ("22（其中网上16件（含手机3件））", "(其中网上16件(含手机3件))"),
        (f"22（{'含网上提交的、' * 14}共16件）", f"({'含网上提交的、' * 14}共16件)"),
    ],
)
def test_the_brackets_of_a_remark(raw: str, note: str, pack: RulePack) -> None:
    changed = {"received": [raw, "1", "2", "3", "4", "5", "6"]}
    report = parse(section_three(bars(requests_table(pack, **changed))), pack)
    cell = report.tables["requests"].cells["received", "natural_person"]
    assert (cell.state, cell.value, cell.note) == ("number", 22, note)


@pytest.mark.parametrize(
    ("raw", "state", "value"),
    [
        ("１２", "number", 12),
        ("1,250", "number", 1250),
        ("-1", "number", -1),
        ("/", "dash", None),
        ("——", "dash", None),
        ("/（不适用）", "dash", None),
        ("٣", "text", None),
        ("无", "text", None),
        ("见另表说明", "text", None),
        ("\x1b[31m14", "text", None),
        ("3件", "text", None),
        ("3件（其中网上1件）", "text", None),
        ("3（其中网上1件）件", "text", None),
        ("（其中网上1件）3", "text", None),
        ("9999999999999999", "text", None),
    ],
)
def test_the_state_of_a_cell(raw: str, state: str, value: int | None, pack: RulePack) -> None:
    changed = {"received": [raw, "1", "2", "3", "4", "5", "6"]}
    report = parse(section_three(bars(requests_table(pack, **changed))), pack)
    cell = report.tables["requests"].cells["received", "natural_person"]
    assert (cell.state, cell.value) == (state, value)


def test_table_four_is_known_by_its_fifteen_numbers(pack: RulePack) -> None:
    text = (
        f"{OPENING}四、政府信息公开行政复议、行政诉讼情况\n"
        "行政复议 | 行政诉讼 |||||||||||||\n"
        "结果维持 | 结果 | 其他 | 尚未 | 总\n计 | 未经复议直接起诉 |||\n"
        + " | ".join(str(number) for number in range(15))
        + "\n五、存在的主要问题及改进情况\n一是不足。"
    )
    report = parse(text, pack)
    assert cells(report, "disputes") == {
        "reconsideration": ["0", "1", "2", "3", "4"],
        "litigation_direct": ["5", "6", "7", "8", "9"],
        "litigation_after_reconsideration": ["10", "11", "12", "13", "14"],
    }


def test_table_four_filled_with_dashes(pack: RulePack) -> None:
    text = (
        f"{OPENING}四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |\n"
        + "- | " * 15
        + "\n五、存在的主要问题及改进情况\n一是不足。"
    )
    cells_of_four = parse(text, pack).tables["disputes"].cells.values()
    assert {cell.state for cell in cells_of_four} == {"dash"}


def table_four(rows: str, pack: RulePack) -> list[str]:
    report = parse(
        f"{OPENING}四、政府信息公开行政复议、行政诉讼情况\n{rows}"
        "\n五、存在的主要问题及改进情况\n一是不足。",
        pack,
    )
    return [text for row in cells(report, "disputes").values() for text in row]


def test_table_four_with_a_blank_first_cell(pack: RulePack) -> None:
    """Lines end with a bar but do not begin with one: so the first bar ends an empty cell."""
    numbers = [str(number) for number in range(1, 15)]
    text = "行政复议 | 行政诉讼 |\n结果维持 | 总计 |\n | " + " | ".join(numbers) + " |"
    assert table_four(text, pack) == ["blank", *numbers]


def test_a_bar_that_frames_every_line_is_no_blank_cell(pack: RulePack) -> None:
    numbers = [str(number) for number in range(1, 15)]
    text = "| 行政复议 | 行政诉讼 |\n| 结果维持 | 总计 |\n| " + " | ".join(numbers) + " |"
    assert table_four(text, pack) == ["unread"] * 15


def test_a_word_among_the_numbers_of_table_four(pack: RulePack) -> None:
    numbers = [str(number) for number in range(14)]
    text = "行政复议 | 行政诉讼 |\n" + " | ".join(["无", *numbers]) + " |"
    assert table_four(text, pack) == ["text", *numbers]


def test_fourteen_numbers_are_not_assigned(pack: RulePack) -> None:
    text = (
        f"{OPENING}四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |\n"
        + " | ".join(str(number) for number in range(14))
        + "\n五、存在的主要问题及改进情况\n一是不足。"
    )
    report = parse(text, pack)
    assert {cell.state for cell in report.tables["disputes"].cells.values()} == {"unread"}
    assert report.tables["disputes"].width == 14


def test_a_text_that_ends_within_a_table_leaves_the_rest_absent(pack: RulePack) -> None:
    rows = requests_table(pack)[:10]
    report = parse(section_three(bars(rows), after=""), pack)
    read_cells = cells(report, "requests")
    assert report.partial
    assert read_cells["carried_in"] == ["10", "11", "12", "13", "14", "15", "16"]
    assert read_cells["total"] == ["absent"] * 7


def test_a_value_at_the_very_end_of_a_text_may_be_half_shown(pack: RulePack) -> None:
    text = bars(requests_table(pack)[:10]).removesuffix(" |")
    read_cells = cells(parse(section_three(text, after=""), pack), "requests")
    assert read_cells["granted"] == ["20", "21", "22", "23", "24", "25", "absent"]


def test_words_in_cells_that_are_no_label_are_kept_with_their_values(pack: RulePack) -> None:
    rows = requests_table(pack)
    at = next(at for at, (label, _) in enumerate(rows) if label.startswith("（七）"))
    rows.insert(7, ("网上申请", ()))
    rows.insert(at + 1, ("小计", ["9"] * 7))
    report = parse(section_three(bars(rows)), pack)
    strays = report.tables["requests"].strays
    assert [report.source.cut(one.words) for one in strays] == ["网上申请", "小计"]
    assert [[cell.value for cell in one.cells] for one in strays] == [[], [9] * 7]
    assert [one.row for one in strays] == [None, None]


def test_a_row_that_stands_there_once_more_is_kept_apart(pack: RulePack) -> None:
    rows = requests_table(pack)
    label, values = rows[8]
    rows.insert(9, (label, ["5"] * 7))
    report = parse(section_three(bars(rows)), pack)
    (stray,) = report.tables["requests"].strays
    assert (stray.row, [cell.value for cell in stray.cells]) == ("carried_in", [5] * 7)
    assert cells(report, "requests")["carried_in"] == values


def test_lines_of_running_text_are_no_cells(pack: RulePack) -> None:
    table = bars(requests_table(pack))
    report = parse(section_three(f"{table}\n注：以上数据由各科室报送。"), pack)
    assert report.tables["requests"].strays == ()


def test_table_four_that_stands_there_twice_is_read_when_both_agree(pack: RulePack) -> None:
    line = "2 | 0 | 1 | 1 | 4 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"
    other = line.replace("2 | 0 | 1 | 1 | 4", "2 | 0 | 1 | 0 | 3")
    head = f"{OPENING}四、政府信息公开行政复议、行政诉讼情况\n行政复议 | 行政诉讼 |\n"
    after = "\n五、存在的主要问题及改进情况\n一是不足。"
    alike = parse(f"{head}{line}\n行政复议 | 行政诉讼 |\n{line}{after}", pack)
    assert cells(alike, "disputes")["reconsideration"] == ["2", "0", "1", "1", "4"]
    assert alike.tables["disputes"].strays == ()
    differing = parse(f"{head}{line}\n行政复议 | 行政诉讼 |\n{other}{after}", pack).tables[
        "disputes"
    ]
    assert {cell.state for cell in differing.cells.values()} == {"unread"}
    assert [one.row for one in differing.strays] == [
        "reconsideration",
        "litigation_direct",
        "litigation_after_reconsideration",
    ] * 2
