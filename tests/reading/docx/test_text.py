"""The text that a Word file shows: runs, fields, signs, notes, text boxes."""

from __future__ import annotations

import pytest

from lint_disclosure.document import Document
from lint_disclosure.reading.docx import read
from lint_disclosure.reading.docx.body import FOREIGN_CONTENT
from lint_disclosure.spot import WordSpot
from tests.reading.docx.written import cell, paragraph, row, run, table, word
from tests.reading.shown import place_of, shown


def lines(body: str, **parts: str) -> list[str | list[str]]:
    return shown(read("a.docx", word(body, **parts)))


def marks(document: Document) -> list[tuple[str, object, int]]:
    """The features of a document with their places."""
    return [
        (one.kind, document.source.locate((one.span,)).spots[0], one.amount)
        for one in document.features
    ]


def field(instruction: str, result: str) -> str:
    parts = ("begin", "separate", "end")
    begin, separate, end = (f'<w:r><w:fldChar w:fldCharType="{one}"/></w:r>' for one in parts)
    code = f"<w:r><w:instrText> {instruction} </w:instrText></w:r>"
    return f"{begin}{code}{separate}{result}{end}"


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        (run("12") + run("8") + run("6"), "1286"),
        ("<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r>", "甲\t乙"),
        ("<w:r><w:t>0999</w:t><w:noBreakHyphen/><w:t>61</w:t></w:r>", "0999-61"),
        ("<w:r><w:t>政</w:t><w:softHyphen/><w:t>务</w:t></w:r>", "政务"),
        ('<w:r><w:sym w:font="宋体" w:char="25A1"/></w:r>', "□"),
        (f'<w:hyperlink r:id="r9">{run("网站")}</w:hyperlink>', "网站"),
        (f'<w:smartTag w:element="x">{run("2024")}</w:smartTag>{run("年")}', "2024年"),
        (f'<w:fldSimple w:instr=" DATE ">{run("2025年1月")}</w:fldSimple>', "2025年1月"),
        (field("PAGE", run("3")) + run("页"), "3页"),
        (field("IF " + "x", field("DATE", run("1月")) + run("5日")), "1月5日"),
        (field('HYPERLINK "http://a"', run("链接")), "链接"),
        (
            "<w:r><w:ruby><w:rt><w:r><w:t>nong</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>农</w:t>"
            "</w:r></w:rubyBase></w:ruby></w:r>" + run("业"),
            "农业",
        ),
        (
            "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
            "</m:den></m:f></m:oMath>",
            "1/2",
        ),
        (
            run("见") + "<m:oMathPara><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath></m:oMathPara>",
            "见x=1",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r>" + run("明"), "明"),
        ('<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>不暗</w:t></w:r>', "不暗"),
        ("<w:r><w:t>甲\n乙</w:t></w:r>", "甲 乙"),
    ],
    ids=[
        "split number",
        "tab",
        "hyphen that does not break",
        "soft hyphen",
        "sign",
        "link",
        "smart tag",
        "simple field",
        "page field",
        "field in a field",
        "link field",
        "ruby",
        "fraction",
        "equation",
        "hidden",
        "not hidden",
        "line break in the file",
    ],
)
def test_what_runs_show(runs: str, text: str) -> None:
    assert lines(paragraph(runs)) == [text]


def test_a_break_begins_a_line_and_counts_as_a_character() -> None:
    document = read("a.docx", word(paragraph("<w:r><w:t>甲乙</w:t><w:br/><w:t>丙丁</w:t></w:r>")))
    assert shown(document) == ["甲乙", "丙丁"]
    assert place_of(document, "丁").spots == (WordSpot(None, None, None, 1, 4, 5),)


def test_the_break_of_a_page_is_no_character() -> None:
    body = paragraph('<w:r><w:t>甲</w:t><w:br w:type="page"/><w:t>乙丙</w:t></w:r>')
    document = read("a.docx", word(body))
    assert shown(document) == ["甲", "乙丙"]
    assert place_of(document, "丙").spots == (WordSpot(None, None, None, 1, 2, 3),)


def test_text_hidden_by_a_style() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="Dark"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="character" w:styleId="Darker"><w:basedOn w:val="Dark"/></w:style>'
    )
    body = '<w:r><w:rPr><w:rStyle w:val="Darker"/></w:rPr><w:t>暗</w:t></w:r>' + run("明")
    assert lines(paragraph(body), styles=styles) == ["明"]


BOX = "<w:txbxContent>{}</w:txbxContent>"
CHOICE = (
    '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic>'
    "<a:graphicData><wps:wsp><wps:txbx>{0}</wps:txbx></wps:wsp></a:graphicData></a:graphic>"
    "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>{0}</v:textbox>"
    "</v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    box = CHOICE.format(BOX.format(paragraph("框内") + table(row("甲", "1"))))
    document = read("a.docx", word(paragraph(run("前") + box + run("后")) + paragraph("下段")))
    assert shown(document) == ["前后", "框内", ["甲", "1"], "下段"]
    assert place_of(document, "框内").spots == (WordSpot(None, None, None, 1, 1, 1),)
    assert place_of(document, "下段").spots == (WordSpot(None, None, None, 2, 0, 2),)


def test_a_text_box_of_old_word_files() -> None:
    box = f"<v:shape><v:textbox>{BOX.format(paragraph('框'))}</v:textbox></v:shape>"
    assert lines(paragraph(f"<w:r><w:pict>{box}</w:pict></w:r>")) == ["框"]


def test_a_text_box_in_a_cell_is_text_of_the_cell() -> None:
    box = CHOICE.format(BOX.format(paragraph("项目")))
    assert lines(table(row(cell(paragraph(run("数量") + box)), "1"))) == [["数量 项目", "1"]]


def test_the_fallback_is_read_where_the_choice_shows_nothing() -> None:
    both = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:unknown/></mc:Choice>'
        "<mc:Fallback><w:t>退路</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert lines(paragraph(both)) == ["退路"]


def test_footnotes_follow_their_paragraph_and_endnotes_the_document() -> None:
    def reference(kind: str, number: int) -> str:
        return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'

    def note(kind: str, number: int, text: str) -> str:
        return f'<w:{kind} w:id="{number}">{paragraph(text)}</w:{kind}>'

    document = read(
        "a.docx",
        word(
            paragraph(run("首段") + reference("endnote", 2) + reference("footnote", 3))
            + table(row(cell(paragraph(run("12") + reference("footnote", 4))), "件"))
            + paragraph("末段"),
            footnotes=note("footnote", 0, "分隔")
            + note("footnote", 3, "脚注")
            + note("footnote", 4, "含上年"),
            endnotes=note("endnote", 2, "尾注"),
        ),
    )
    assert shown(document) == ["首段", "脚注", ["12", "件"], "含上年", "末段", "尾注"]
    assert place_of(document, "含上年").spots == (WordSpot(1, 1, 1, 1, 2, 2),)
    assert place_of(document, "尾注").spots == (WordSpot(None, None, None, 1, 2, 2),)


PICTURE = '<w:r><w:drawing><a:graphic><a:blip r:embed="r1"/></a:graphic></w:drawing></w:r>'
OLD_PICTURE = '<w:r><w:object><v:shape><v:imagedata r:id="r1"/></v:shape></w:object></w:r>'
CHART = (
    "<w:r><w:drawing><a:graphic><a:graphicData"
    ' uri="http://schemas.openxmlformats.org/drawingml/2006/chart"/></a:graphic></w:drawing></w:r>'
)


@pytest.mark.parametrize("picture", [PICTURE, OLD_PICTURE, CHART], ids=["drawn", "old", "chart"])
def test_a_picture_is_marked_where_it_stands(picture: str) -> None:
    body = paragraph("二、情况") + paragraph(picture + picture) + paragraph("三、情况")
    document = read("a.docx", word(body))
    assert marks(document) == [("picture", WordSpot(None, None, None, 2, 0, 0), 2)]
    assert shown(document) == ["二、情况", "三、情况"]


def test_a_picture_in_an_empty_row_is_marked_in_its_cell() -> None:
    document = read("a.docx", word(table(row("", cell(paragraph(PICTURE))), row("甲", "1"))))
    assert marks(document) == [("picture", WordSpot(1, 1, 2, 1, 0, 0), 1)]


def test_content_in_another_format_is_told() -> None:
    document = read("a.docx", word(paragraph("报告") + '<w:altChunk r:id="r1"/>'))
    assert document.notices == (FOREIGN_CONTENT,)


def test_headers_and_footers_are_not_read() -> None:
    header = {"header": paragraph("页眉")}
    assert lines(paragraph("正文"), **header) == ["正文"]
