"""Tracked changes and comments: the text as accepted, and how many of them stand where."""

from __future__ import annotations

from lint_disclosure.document import Document
from lint_disclosure.reading.docx import read
from lint_disclosure.spot import WordSpot
from tests.reading.docx.written import cell, paragraph, row, run, table, word
from tests.reading.shown import place_of, shown

BY = 'w:id="1" w:author="甲" w:date="2025-01-01T00:00:00Z"'
LATER = 'w:id="2" w:author="甲" w:date="2025-01-02T00:00:00Z"'


def came(text: str, by: str = BY) -> str:
    return f"<w:ins {by}>{run(text)}</w:ins>"


def gone(text: str, by: str = BY) -> str:
    return f"<w:del {by}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def end(kind: str, by: str = BY) -> str:
    return f"<w:rPr><w:{kind} {by}/></w:rPr>"


def marks(document: Document) -> list[tuple[str, object, int]]:
    return [
        (one.kind, document.source.locate((one.span,)).spots[0], one.amount)
        for one in document.features
    ]


def at(paragraph: int, start: int) -> WordSpot:
    return WordSpot(None, None, None, paragraph, start, start)


def test_what_came_is_shown_and_what_is_gone_is_not() -> None:
    document = read("a.docx", word(paragraph(run("收到") + gone("12") + came("13") + run("件"))))
    assert shown(document) == ["收到13件"]
    assert place_of(document, "13").spots == (WordSpot(None, None, None, 1, 2, 4),)
    assert marks(document) == [("tracked_change", at(1, 2), 2)]


def test_what_was_moved_is_shown_where_it_came_to() -> None:
    away = f"<w:moveFrom {BY}>{run('走')}</w:moveFrom>"
    here = f"<w:moveTo {BY}>{run('来')}</w:moveTo>"
    document = read("a.docx", word(paragraph(away + run("中")) + paragraph(run("末") + here)))
    assert shown(document) == ["中", "末来"]
    assert marks(document) == [("tracked_change", at(1, 0), 1), ("tracked_change", at(2, 1), 1)]


def test_one_change_in_several_runs_and_paragraphs_counts_once() -> None:
    body = paragraph(came("甲") + came("乙"), end("ins")) + paragraph(came("丙") + run("丁"))
    document = read("a.docx", word(body))
    assert shown(document) == ["甲乙", "丙丁"]
    assert marks(document) == [("tracked_change", at(1, 0), 1)]


def test_changes_at_two_times_are_two() -> None:
    document = read("a.docx", word(paragraph(came("甲") + came("乙", LATER))))
    assert marks(document) == [("tracked_change", at(1, 0), 1), ("tracked_change", at(1, 1), 1)]


def test_a_change_behind_other_text_is_another() -> None:
    document = read("a.docx", word(paragraph(came("甲") + run("间") + came("乙"))))
    assert [amount for *_, amount in marks(document)] == [1, 1]


def test_what_came_and_is_gone_is_not_shown() -> None:
    both = f"<w:ins {BY}><w:del {LATER}><w:r><w:delText>无</w:delText></w:r></w:del></w:ins>"
    document = read("a.docx", word(paragraph(run("有") + both)))
    assert shown(document) == ["有"]
    assert marks(document) == [("tracked_change", at(1, 1), 2)]


def test_a_paragraph_whose_end_is_gone_goes_on_in_the_next() -> None:
    document = read(
        "a.docx", word(paragraph("主动", end("del")) + paragraph("公开") + paragraph("完"))
    )
    assert shown(document) == ["主动公开", "完"]
    assert place_of(document, "公开").spots == (WordSpot(None, None, None, 2, 0, 2),)
    assert place_of(document, "动公").spots == (WordSpot(None, None, None, 1, 1, 2),)
    # The end of the one is the beginning of the other.
    assert marks(document) == [("tracked_change", at(2, 0), 1)]


def test_a_paragraph_that_is_gone_takes_no_number() -> None:
    number = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    numbering = (
        '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = paragraph("甲", number) + paragraph(gone("删"), number + end("del"))
    document = read("a.docx", word(body + paragraph("乙", number), numbering=numbering))
    assert shown(document) == ["1.甲", "2.乙"]


def test_the_last_paragraph_of_a_cell_has_none_to_go_on_in() -> None:
    body = table(row(cell(paragraph("甲", end("del"))), "1")) + paragraph("外")
    assert shown(read("a.docx", word(body))) == [["甲", "1"], "外"]


def test_rows_that_are_gone_or_came() -> None:
    document = read(
        "a.docx",
        word(
            table(
                row("甲", "1"),
                row("乙", "2", properties=f"<w:del {BY}/>"),
                row("丙", "3", properties=f"<w:ins {BY}/>"),
            )
        ),
    )
    assert shown(document) == [["甲", "1"], ["丙", "3"]]
    assert place_of(document, "3").spots == (WordSpot(1, 3, 2, 1, 0, 1),)
    assert marks(document) == [("tracked_change", WordSpot(1, 3, 1, 1, 0, 0), 2)]


def test_a_cell_that_is_gone() -> None:
    document = read("a.docx", word(table(row("甲", cell("1", f"<w:cellDel {BY}/>"), "2"))))
    assert shown(document) == [["甲", "2"]]
    assert marks(document) == [("tracked_change", WordSpot(1, 1, 3, 1, 0, 0), 1)]


def test_a_change_of_looks_is_a_change() -> None:
    look = f"<w:rPr><w:b/><w:rPrChange {BY}><w:rPr/></w:rPrChange></w:rPr>"
    document = read("a.docx", word(paragraph(run("甲") + f"<w:r>{look}<w:t>乙</w:t></w:r>")))
    assert marks(document) == [("tracked_change", at(1, 1), 1)]


def comment(number: int) -> str:
    return f'<w:comment w:id="{number}">{paragraph("请核对")}</w:comment>'


def begin(number: int) -> str:
    return f'<w:commentRangeStart w:id="{number}"/>'


def reference(number: int) -> str:
    return f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'


def test_each_comment_is_marked_once_where_it_begins() -> None:
    body = (
        paragraph("首")
        + paragraph(run("收到") + begin(0) + begin(1) + run("12") + reference(0) + reference(1))
        + table(row("甲", cell(paragraph(run("34") + reference(2)))))
    )
    document = read("a.docx", word(body, comments=comment(0) + comment(1) + comment(2)))
    assert shown(document) == ["首", "收到12", ["甲", "34"]]
    assert marks(document) == [
        ("comment", at(2, 2), 2),
        ("comment", WordSpot(1, 1, 2, 1, 2, 2), 1),
    ]


def test_a_comment_that_begins_between_paragraphs_and_one_that_is_not_there() -> None:
    body = paragraph("首") + begin(0) + begin(7) + paragraph("次")
    document = read("a.docx", word(body, comments=comment(0)))
    assert marks(document) == [("comment", at(2, 0), 1)]


def test_a_file_without_changes_has_no_marks() -> None:
    assert read("a.docx", word(paragraph("甲") + table(row("乙", "1")))).features == ()
