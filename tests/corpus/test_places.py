"""The decoded parts at a value's place are its raw text, in every real report."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.api import NotAReport, read
from lint_disclosure.place import Location, Source, Span
from lint_disclosure.report.folding import PINYIN, Folding
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack


def values(report: Report) -> Iterator[tuple[tuple[Span, ...], str]]:
    """All places with the folded, unblanked text that must stand there."""
    for table in report.tables.values():
        for cell in table.cells.values():
            if cell.state == "number":
                yield cell.parts, str(cell.value)
        for label in (*table.rows.values(), *table.columns.values()):
            yield label.parts, ""
    for field in (*report.contact.values(), *report.metadata.values(), *report.legal_basis):
        yield field.parts, field.value
    for one in (report.title, report.electronic_version):
        if one is not None:
            yield one.parts, ""


def text_at(source: Source, location: Location) -> str:
    """The text at a place, read from lines and columns alone."""
    spans = location.parts or (location,)
    pieces = []
    for span in spans:
        lines = [source.line_text(number) for number in range(span.line, span.end_line + 1)]
        lines[-1] = lines[-1][: span.end_column - 1]
        lines[0] = lines[0][span.column - 1 :]
        pieces.append("\n".join(lines))
    return "".join(pieces)


def test_parts_give_the_raw_text(real_reports: Path, pack: RulePack) -> None:
    fold = Folding(pack.characters).fold
    count = 0
    for path in sorted(real_reports.glob("*/*.txt")):
        try:
            report = read(path, pack=pack)
        except NotAReport:
            continue
        for parts, expected in values(report):
            raw = report.source.cut(parts)
            assert text_at(report.source, report.source.locate(parts)) == raw
            folded = "".join(PINYIN.sub("", fold(raw)).split()).lstrip("+")
            assert folded.startswith("".join(expected.split())), path.name
            count += 1
    assert count > 2000


@settings(max_examples=200, deadline=None)
@given(st.text(alphabet="年1 \n\r\t|０（）一、", max_size=60), st.data())
def test_any_span_is_found_again_by_line_and_column(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    source = Source("report.txt", text)
    (line, column), (end_line, end_column) = source.line_column(start), source.line_column(end)
    starts = source.line_starts
    assert (starts[line - 1] + column - 1, starts[end_line - 1] + end_column - 1) == (start, end)


@pytest.mark.parametrize("offset", [0, 3])
def test_columns_count_code_points(offset: int) -> None:
    assert Source("report.txt", "𠮷年1").line_column(offset) == (1, offset + 1)
