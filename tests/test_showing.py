"""A report laid out for showing: everything is there, in order, and knows where it stands."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from lint_disclosure.api import lint_file, read
from lint_disclosure.engine import Selection
from lint_disclosure.place import LineSpan, Place
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.showing import show, show_tables
from lint_disclosure.shown import Shown, ShownTable, ShownText

ROW = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"


def laid_out(text: str, pack: RulePack, name: str = "report.txt") -> Shown:
    report = read(text.encode(), name=name, pack=pack)
    return show(report, report.source)


def table(shown: Shown, key: str) -> ShownTable:
    return next(one for one in shown.tables if one.key == key)


def texts(shown: Shown) -> list[ShownText]:
    """All texts outside the tables."""
    found = [shown.title] if shown.title else []
    for section in shown.sections:
        found += [section.heading] if section.heading else []
        found += [one for one in section.content if isinstance(one, ShownText)]
    return found


@pytest.fixture
def specimen(pack: RulePack) -> str:
    return pack.forms["2021"].specimen


def test_headings_stand_before_what_follows_them(pack: RulePack, specimen: str) -> None:
    sections = laid_out(specimen, pack).sections
    found = [(one.level, one.number) for one in sections]
    assert [number for level, number in found if level == 1] == [1, 2, 3, 4, 5, 6]
    assert found[0] == (0, None)
    assert [type(one).__name__ for one in sections[-3].content] == ["ShownTable"]


def test_every_text_tells_where_it_begins(pack: RulePack, specimen: str) -> None:
    lines = specimen.split("\n")
    shown = laid_out(specimen, pack)
    for one in texts(shown):
        assert lines[one.line - 1][one.column - 1 :].startswith(one.text)


def test_cells_as_printed_with_value_state_and_place(pack: RulePack, specimen: str) -> None:
    text = specimen.replace(ROW, ROW.replace("| 7 | 3 | 0 |", "| ７（件） |  | / |"))
    row = table(laid_out(text, pack), "requests").grids[0].rows[0]
    assert (row.key, row.label) == ("received", "一、本年新收政府信息公开申请数量")
    assert [(cell.text, cell.state, cell.value) for cell in row.cells[:4]] == [
        ("７（件）", "number", 7),
        ("", "blank", None),
        ("/", "dash", None),
        ("0", "number", 0),
    ]
    line = text[: text.index("| ７")].count("\n") + 1
    column = len("一、本年新收政府信息公开申请数量 | ") + 1
    assert row.cells[0].place == Place(3, table="requests", row="received", column="natural_person")
    location = row.cells[0].location
    assert location is not None
    assert location.in_file == LineSpan(line, column, line, column + 4)


def test_a_table_has_the_parts_columns_and_groups_of_its_form(
    pack: RulePack, specimen: str
) -> None:
    shown = laid_out(specimen, pack)
    proactive = table(shown, "proactive")
    assert [(grid.caption, len(grid.rows), len(grid.columns)) for grid in proactive.grids] == [
        ("第二十条第（一）项", 2, 3),
        ("第二十条第（五）项", 1, 1),
        ("第二十条第（六）项", 2, 1),
        ("第二十条第（八）项", 1, 1),
    ]
    requests = table(shown, "requests")
    assert (requests.title, requests.label) == ("表三", "收到和处理政府信息公开申请情况")
    assert dict(requests.groups)["refused"] == "（三）不予公开"
    assert [row.group for row in requests.grids[0].rows[3:6]] == [None, "refused", "refused"]
    assert table(shown, "disputes").flat


def test_words_of_the_form_are_not_told_twice(pack: RulePack, specimen: str) -> None:
    shown = laid_out(specimen, pack)
    assert [one.others for one in shown.tables] == [(), (), ()]
    assert not [one for one in texts(shown) if "申请人情况" in one.text]


def test_what_has_no_place_in_a_table_stands_beside_it(pack: RulePack, specimen: str) -> None:
    text = specimen.replace(ROW, f"{ROW}\n另有来信 | 41 | 52 |")
    others = table(laid_out(text, pack), "requests").others
    assert [one.text for one in others] == ["另有来信", "41", "52"]
    line = text[: text.index("另有来信")].count("\n") + 1
    assert (others[1].line, others[1].column) == (line, 8)


def test_a_row_that_is_missing_is_said_to_be(pack: RulePack, specimen: str) -> None:
    text = "\n".join(line for line in specimen.split("\n") if not line.startswith("行政强制 "))
    penalties, coercive = table(laid_out(text, pack), "proactive").grids[2].rows
    assert (penalties.printed, coercive.printed) == (True, False)
    assert (coercive.label, coercive.cells[0].state) == ("行政强制", "absent")


def test_labels_read_as_one_word_are_those_of_the_form(pack: RulePack, specimen: str) -> None:
    head = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |"
    assert head in specimen
    text = specimen.replace(head, "信息内容 本年制发件数 本年废止件数 现行有效件数")
    columns = table(laid_out(text, pack), "proactive").grids[0].columns
    assert [one.label for one in columns] == ["本年制发件数", "本年废止件数", "现行有效件数"]


def test_a_sentence_behind_a_heading_begins_without_its_full_stop(
    pack: RulePack, specimen: str
) -> None:
    text = specimen.replace("一、总体情况\n", "一、总体情况。本局依法公开政府信息。\n")
    section = next(one for one in laid_out(text, pack).sections if one.number == 1)
    assert section.heading is not None
    assert section.heading.text == "一、总体情况。"
    first = section.content[0]
    assert isinstance(first, ShownText)
    assert first.text == "本局依法公开政府信息。"


@pytest.mark.parametrize(
    "name", ["clean.txt", "clean.md", "clean.html", "clean.docx", "clean.xlsx"]
)
def test_no_number_of_an_example_is_lost(name: str, pack: RulePack) -> None:
    report = read(Path(__file__).parents[1] / "examples" / name, pack=pack)
    shown = show(report, report.source)
    told = [one.text for one in texts(shown)]
    told += [cell.text for one in shown.tables for cell in one.cells]
    told += [other.text for one in shown.tables for other in one.others]
    numbers = re.compile(r"\d{2,}")
    there = Counter(numbers.findall(report.source.text))
    found = Counter(number for text in told for number in numbers.findall(text))
    assert there - found == Counter()


def test_only_those_who_ask_get_it(pack: RulePack, specimen: str) -> None:
    def linted(*, show: bool) -> Shown | None:
        return lint_file(
            "report.txt", pack=pack, selection=Selection(), data=specimen.encode(), show=show
        ).shown

    assert linted(show=False) is None
    assert linted(show=True) is not None


def test_private_numbers_are_blanked_out(pack: RulePack, specimen: str) -> None:
    private = "110101199003070054"
    text = specimen.replace("一、总体情况\n", f"一、总体情况\n申请人身份证号{private}。\n")
    result = lint_file(
        "report.txt", pack=pack, selection=Selection(), data=text.encode(), show=True
    )
    assert "WRD001" in {one.rule for one in result.findings}
    assert result.shown is not None
    told = "".join(one.text for one in texts(result.shown))
    assert private not in told
    assert "申请人身份证号" + "*" * 18 in told


def test_only_the_tables_without_their_places(specimen: str, pack: RulePack) -> None:
    report = read(specimen.encode(), name="report.txt", pack=pack)
    shown = show_tables(report, report.source)
    whole = show(report, report.source)
    assert shown.title is None
    assert [one.key for one in shown.tables] == ["proactive", "requests", "disputes"]
    for one in shown.tables:
        printed = [(cell.place, cell.text, cell.value, cell.state) for cell in one.cells]
        other = table(whole, one.key)
        assert printed == [(cell.place, cell.text, cell.value, cell.state) for cell in other.cells]
        assert {cell.location for cell in one.cells} == {None}
        assert one.span[0] <= one.span[1]
