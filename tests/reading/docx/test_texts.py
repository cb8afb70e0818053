"""Where the texts of a Word file are stored: each place leads to the bytes that hold its text."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.reading import read_document
from lint_disclosure.reading.docx.texts import stored_texts
from lint_disclosure.spot import WordSpot
from tests.reading.docx.written import cell, paragraph, row, run, table, word

EXAMPLES = Path(__file__).parents[3] / "examples"
BODY = (None, None, None)


def test_the_texts_of_a_paragraph_run_by_run():
    found = stored_texts(word(paragraph(run("截止") + "<w:r><w:tab/></w:r>" + run("今日"))))
    (one, other) = found.paragraphs[(*BODY, 1)]
    assert (one.start, one.end, other.start, other.end) == (0, 2, 3, 5)
    assert [text for _, text in one.pieces + other.pieces] == ["截止", "今日"]


def test_a_reference_is_a_piece_of_its_own():
    found = stored_texts(word(paragraph("甲&amp;乙&#27490;丙")))
    (one,) = found.paragraphs[(*BODY, 1)]
    assert [text for _, text in one.pieces] == ["甲", "&", "乙", "止", "丙"]


def test_texts_in_cells_are_found_by_table_row_and_cell():
    found = stored_texts(word(paragraph("前") + table(row("甲", "乙"), row("丙", cell("丁")))))
    places = {where: stored[0].pieces[0][1] for where, stored in found.paragraphs.items()}
    assert places == {
        (*BODY, 1): "前",
        (1, 1, 1, 1): "甲",
        (1, 1, 2, 1): "乙",
        (1, 2, 1, 1): "丙",
        (1, 2, 2, 1): "丁",
    }


def test_what_is_not_shown_is_not_there():
    gone = '<w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del>'
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r>"
    found = stored_texts(word(paragraph(gone + hidden + run("新"))))
    (one,) = found.paragraphs[(*BODY, 1)]
    assert (one.start, one.end, one.pieces[0][1]) == (0, 1, "新")


def test_texts_of_notes_and_text_boxes_are_left_out():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    body = paragraph(run("正文") + note)
    notes = f'<w:footnote w:id="2">{paragraph("脚注")}</w:footnote>'
    assert list(stored_texts(word(body, footnotes=notes)).paragraphs) == [(*BODY, 1)]


@pytest.mark.parametrize("name", ["clean.docx", "changes-left.docx"])
def test_every_character_of_a_report_is_where_its_place_says(name):
    """Each place of the decoded text, looked up in the stored texts, holds that character."""
    data = (EXAMPLES / name).read_bytes()
    source = read_document(name, data).source
    stored = stored_texts(data)
    seen = 0
    for at, char in enumerate(source.text):
        (spot,) = source.locate(((at, at + 1),)).spots
        assert isinstance(spot, WordSpot)
        where = (spot.table, spot.row, spot.cell, spot.paragraph)
        for one in stored.paragraphs.get(where, ()):
            if one.start <= spot.start < spot.end <= one.end:
                ((offset, text),) = one.pieces
                assert text[spot.start - one.start] == char
                assert stored.content[offset:].startswith(text.encode())
                seen += 1
    assert seen > 0.85 * len("".join(source.text.split()))
