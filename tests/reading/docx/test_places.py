"""Places in Word files: what python-docx finds there is what was read."""

from __future__ import annotations

import io
import pickle
from typing import Any

import docx
from docx.document import Document as WordDocument
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.document import Document
from lint_disclosure.reading.docx import read
from lint_disclosure.spot import WordSpot

WORDS = st.text("一二三规章0123.-（）\t\n ", max_size=8)
RUNS = st.lists(WORDS, max_size=4)
CELL = st.lists(RUNS, min_size=1, max_size=3)
TABLE = st.tuples(
    st.integers(1, 4),
    st.integers(2, 4),
    st.lists(CELL, min_size=16, max_size=16),
    st.lists(st.tuples(*[st.integers(0, 3)] * 4), max_size=2),
)
BLOCKS = st.lists(st.one_of(RUNS, TABLE), min_size=1, max_size=5)


def saved(file: WordDocument) -> bytes:
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def add_runs(paragraph: Any, runs: list[str]) -> None:
    for text in runs:
        paragraph.add_run(text)


def built(blocks: list[Any]) -> WordDocument:
    """A document of paragraphs (lists of runs) and tables: rows, columns, cells and merges."""
    file = docx.Document()
    file.add_paragraph("年度报告")
    for block in blocks:
        if isinstance(block, list):
            add_runs(file.add_paragraph(), block)
            continue
        rows, columns, cells, merges = block
        table = file.add_table(rows, columns)
        for top, left, bottom, right in merges:
            try:
                table.cell(top % rows, left % columns).merge(
                    table.cell(bottom % rows, right % columns)
                )
            except docx.exceptions.InvalidSpanError:
                continue
        for element, content in zip(table._tbl.iter_tcs(), cells, strict=False):
            if element.vMerge == "continue":
                continue
            cell = docx.table._Cell(element, table)
            for at, runs in enumerate(content):
                add_runs(cell.paragraphs[0] if at == 0 else cell.add_paragraph(), runs)
    return file


def text_at(file: WordDocument, spot: WordSpot) -> str:
    """The text that python-docx finds at a place."""
    if spot.table is None:
        paragraphs = file.paragraphs
    else:
        assert spot.row is not None
        assert spot.cell is not None
        table = file.tables[spot.table - 1]
        element = table._tbl.tr_lst[spot.row - 1].tc_lst[spot.cell - 1]
        paragraphs = docx.table._Cell(element, table).paragraphs
    return paragraphs[spot.paragraph - 1].text[spot.start : spot.end]


def spans(document: Document) -> list[tuple[int, int]]:
    """The words of each line and cell of a document, and each half of them."""
    found: list[tuple[int, int]] = []
    for line in document.lines:
        for start, end in line.cells or ((line.start, line.end),):
            at = start
            for word in document.source.text[start:end].split(" "):
                middle = at + len(word) // 2
                found += [(at, at + len(word)), (at, middle), (middle, at + len(word))]
                at += len(word) + 1
    return [(start, end) for start, end in found if start < end]


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_python_docx_finds_the_same_text_at_each_place(blocks: list[Any]) -> None:
    data = saved(built(blocks))
    document = read("a.docx", data)
    file = docx.Document(io.BytesIO(data))
    for start, end in spans(document):
        (spot,) = document.source.locate(((start, end),)).spots
        assert isinstance(spot, WordSpot)
        assert text_at(file, spot) == document.source.text[start:end]


def test_a_value_over_two_paragraphs_has_the_place_of_the_first() -> None:
    file = docx.Document()
    cell = file.add_table(1, 2).cell(0, 1)
    cell.text = "总"
    cell.add_paragraph("计")
    document = read("a.docx", saved(file))
    at = document.source.text.index("总")
    assert document.source.locate(((at, at + 3),)).spots == (WordSpot(1, 1, 2, 1, 0, 1),)


def test_an_empty_cell_has_a_place() -> None:
    file = docx.Document()
    file.add_table(1, 3).cell(0, 0).text = "规章"
    document = read("a.docx", saved(file))
    assert document.lines[0].cells is not None
    places = [document.source.locate((span,)).spots for span in document.lines[0].cells[1:]]
    assert places == [(WordSpot(1, 1, 2, 1, 0, 0),), (WordSpot(1, 1, 3, 1, 0, 0),)]


def test_places_can_be_sent_to_another_process() -> None:
    file = docx.Document()
    file.add_paragraph("年度报告")
    document = read("a.docx", saved(file))
    again = pickle.loads(pickle.dumps(document))
    assert again.source.locate(((2, 4),)).spots == (WordSpot(None, None, None, 1, 2, 4),)
