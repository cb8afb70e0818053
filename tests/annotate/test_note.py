"""What a note says, and where it goes when the finding has no place."""

from __future__ import annotations

from lint_disclosure.annotate.note import MAX_NOTES, notes_of
from lint_disclosure.finding import (
    Basis,
    Candidate,
    Change,
    FileResult,
    Finding,
    Related,
    Repair,
    RuleNote,
)
from lint_disclosure.place import Place, Source

SOURCE = Source("a.txt", "标题\n一 | 5 | 6\n")
CELL = Place(table="requests", row="received", column="total")
CHANGE = Change(CELL, None, 5, 6, "表三 总计")
FINDING = Finding(
    rule="ARI001",
    name="row-sum",
    severity="error",
    confidence="medium",
    message="一行相加是 6",
    help="核对台账。",
    place=CELL,
    location=SOURCE.locate(((7, 8),)),
    locator="表三 总计",
    basis=(Basis("某文件", "表三", "https://example.org"),),
    url="",
    identity="",
    expected=6,
    actual=5,
    related=(Related(Place(), None, "表三 其他", "5"),),
    also=("ARI003",),
    repair=Repair(True, 1, (CHANGE,), "alone", text="最可能应为 6", why="两处都平"),
)


def result(*findings: Finding) -> FileResult:
    return FileResult("a.txt", "checked", findings=findings)


def test_a_note_says_what_a_person_needs() -> None:
    (note,) = notes_of(result(FINDING), SOURCE, (0, 2), "zh")
    assert note.spans == ((7, 8),)
    assert note.lines == (
        "错误 ARI001：一行相加是 6",
        "对照：实为 5，应为 6",
        "另见：表三 其他：5",
        "同因：ARI003",
        "改法：最可能应为 6",
        "理由：两处都平",
        "建议：核对台账。",
        "依据：某文件，表三，https://example.org",
        "把握：中，请人工确认",
    )


def test_a_note_in_english() -> None:
    (note,) = notes_of(result(FINDING), SOURCE, (0, 2), "en")
    assert note.lines[:6] == (
        "error ARI001: 一行相加是 6",
        "compared: is 5, should be 6",
        "see also: 表三 其他: 5",
        "same cause: ARI003",
        "repair: 最可能应为 6",
        "why: 两处都平",
    )


def test_of_several_ways_to_mend_it_each_is_told() -> None:
    ways = (Candidate((CHANGE,), "只差 1"), Candidate((CHANGE._replace(after=7),), ""))
    open_one = FINDING._replace(repair=Repair(False, 2, (), None, "several", ways, text="说不准"))
    (note,) = notes_of(result(open_one), SOURCE, (0, 2), "zh")
    assert note.lines[4:7] == (
        "改法：说不准",
        "可能：表三 总计 由 5 改为 6（只差 1）",
        "可能：表三 总计 由 5 改为 7",
    )


def test_a_finding_without_a_place_goes_to_the_title_and_says_where_it_belongs() -> None:
    (note,) = notes_of(result(FINDING._replace(location=None)), SOURCE, (0, 2), "zh")
    assert (note.spans, note.placed) == (((0, 2),), False)
    assert note.lines[1] == "位置：表三 总计"


def test_what_could_not_be_checked_is_told_at_the_title() -> None:
    undecided = (RuleNote("ARI002", "读不出数字"),)
    partly = result()._replace(undecided=undecided, status="partly_checked")
    (note,) = notes_of(partly, SOURCE, (0, 2), "zh")
    assert note.lines == ("未能全部核对，请人工核对下列各项：", "ARI002：读不出数字")


def test_controls_are_shown_and_a_long_line_is_cut() -> None:
    hostile = FINDING._replace(message="\x1b[31m\u202e" + "长" * 2000)
    (note,) = notes_of(result(hostile), SOURCE, (0, 2), "zh")
    assert note.lines[0].startswith("错误 ARI001：<U+001B>[31m<U+202E>长")
    assert len(note.lines[0]) == 1000


def test_more_findings_than_comments_are_counted() -> None:
    notes = notes_of(result(*[FINDING] * (MAX_NOTES + 3)), SOURCE, (0, 2), "zh")
    assert len(notes) == MAX_NOTES + 1
    assert notes[-1].lines == ("还有 3 处问题没有批注",)
