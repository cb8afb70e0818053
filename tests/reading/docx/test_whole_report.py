"""A report as a Word file gives the same data as its text; its tables are merged as on the form."""

from __future__ import annotations

import io
import re
from itertools import groupby
from typing import Any, NamedTuple

import docx
import pytest

from lint_disclosure.api import extract, lint, read
from lint_disclosure.rulepack.model import RulePack
from tests.conftest import REPOSITORY

NAME = "clean.txt"
LABELS = 3
"""Columns of labels of the table of requests, before its seven columns of numbers."""


class Laid(NamedTuple):
    """A text and the cells that it covers: the first row and column, the last ones."""

    text: str
    top: int
    left: int
    bottom: int
    right: int


def report_text() -> str:
    return (REPOSITORY / "examples" / NAME).read_text(encoding="utf-8")


def as_word(text: str) -> bytes:
    """The lines as paragraphs, those with bars as tables."""
    file = docx.Document()
    for barred, lines in groupby(text.splitlines(), lambda line: "|" in line):
        if not barred:
            for line in lines:
                file.add_paragraph(line)
            continue
        rows = [[one.strip() for one in line.rstrip(" |").split("|")] for line in lines]
        add_table(file, {"第": proactive, "（": requests, "行": disputes}[rows[0][0][0]](rows))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def add_table(file: Any, laid: list[Laid]) -> None:
    table = file.add_table(max(one.bottom for one in laid) + 1, max(one.right for one in laid) + 1)
    for one in laid:
        table.cell(one.top, one.left).merge(table.cell(one.bottom, one.right)).text = one.text


def proactive(rows: list[list[str]]) -> list[Laid]:
    """Four columns; the last cell of a row reaches to their end."""
    return [
        Laid(text, at, column, at, 3 if column == len(row) - 1 else column)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
    ]


def requests(rows: list[list[str]]) -> list[Laid]:
    """Three columns of labels and seven of numbers, below a head of three rows."""
    last = len(rows) - 1
    (remark, applicants), (person, organisations, total), kinds = rows[:3]
    laid = [
        Laid(remark, 0, 0, 2, 2),
        Laid(applicants, 0, 3, 0, 9),
        Laid(person, 1, 3, 2, 3),
        Laid(organisations, 1, 4, 1, 8),
        Laid(total, 1, 9, 2, 9),
        *(Laid(kind, 2, column, 2, column) for column, kind in enumerate(kinds, 4)),
    ]
    labels = [row[:-7] for row in rows[3:]]
    for at, (row, own) in enumerate(zip(rows[3:], labels, strict=True), 3):
        for label in own:
            if label.startswith("三、"):
                laid.append(Laid(label, at, 0, last - 1, 0))
            elif re.match(r"[一二四]、", label):
                laid.append(Laid(label, at, 0, at, 2))
            elif re.match(r"\d", label):
                laid.append(Laid(label, at, 2, at, 2))
            elif label is own[-1]:
                laid.append(Laid(label, at, 1, at, 2))
            else:
                below = labels[at - 2 :]
                more = next(n for n, one in enumerate(below) if not one[0][0].isdigit())
                laid.append(Laid(label, at, 1, at + more, 1))
        laid += [Laid(number, at, 3 + n, at, 3 + n) for n, number in enumerate(row[-7:])]
    return laid


def disputes(rows: list[list[str]]) -> list[Laid]:
    """Fifteen columns below a head of three rows."""
    results = rows[1][:5]
    return [
        Laid(rows[0][0], 0, 0, 0, 4),
        Laid(rows[0][1], 0, 5, 0, 14),
        *(Laid(result, 1, column, 2, column) for column, result in enumerate(results)),
        Laid(rows[1][5], 1, 5, 1, 9),
        Laid(rows[1][6], 1, 10, 1, 14),
        *(Laid(result, 2, column, 2, column) for column, result in enumerate(rows[2], 5)),
        *(Laid(number, 3, column, 3, column) for column, number in enumerate(rows[3])),
    ]


def without_places(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: without_places(one) for key, one in data.items() if key != "location"}
    return [without_places(one) for one in data] if isinstance(data, list) else data


@pytest.fixture(scope="module")
def word_file() -> bytes:
    return as_word(report_text())


def test_a_word_file_gives_the_same_data_as_the_text(word_file: bytes, pack: RulePack) -> None:
    from_text = without_places(extract(read(report_text().encode(), name=NAME, pack=pack)))
    from_word = without_places(extract(read(word_file, name=NAME, pack=pack)))
    assert from_text["tables"]["requests"]["received"]["total"]["value"] == 32
    assert (
        from_text["tables"]["disputes"]["litigation_after_reconsideration"]["total"]["value"] == 1
    )
    assert from_word == from_text


def test_a_value_is_told_with_its_cell(word_file: bytes, pack: RulePack) -> None:
    data = extract(read(word_file, name="clean.docx", pack=pack))
    # Below three rows of head; behind one label that covers three columns.
    assert data["tables"]["requests"]["received"]["total"]["location"] == {
        "table": 2,
        "row": 4,
        "cell": 8,
        "paragraph": 1,
        "start": 0,
        "end": 2,
        "parts": None,
    }


def test_nothing_is_found_in_a_clean_report(word_file: bytes, pack: RulePack) -> None:
    result = lint(read(word_file, name="clean.docx", pack=pack), rules=pack)
    assert [finding.message for finding in result.findings] == []
