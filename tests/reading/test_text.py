"""Lines and cells of plain text."""

from __future__ import annotations

import pytest

from lint_disclosure.reading.text import read_text
from lint_disclosure.reading.unreadable import UnreadableFile


def cells(text: str) -> list[list[str] | str]:
    document = read_text("report.txt", text)
    source = document.source.text
    return [
        source[line.start : line.end]
        if line.cells is None
        else [source[start:end] for start, end in line.cells]
        for line in document.lines
    ]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("行政许可 | 0 |", ["行政许可", "0", ""]),
        ("| 行政许可 | 0 |", ["", "行政许可", "0", ""]),
        ("规章 | 0 |  | 2 | ||", ["规章", "0", "", "2", "", "", ""]),
        ("规章｜0│2", ["规章", "0", "2"]),
        ("规章\t0\t\t2", ["规章", "0", "", "2"]),
        ("\t规章\t0", ["", "规章", "0"]),
        ("　　一、总体情况  ", "一、总体情况"),
    ],
)
def test_a_line_is_cut_at_its_separators(line: str, expected: list[str] | str) -> None:
    assert cells(line) == [expected]


def test_blank_lines_and_rulers_of_markdown_are_left_out() -> None:
    assert cells("| a | b |\n|---|:--:|\n\n| - | - |\n") == [
        ["", "a", "b", ""],
        ["", "-", "-", ""],
    ]


def test_line_ends_of_all_systems_part_lines_and_form_feeds_do_not() -> None:
    document = read_text("report.txt", "甲\r\n乙\r丙\n丁\x0c戊")
    assert [document.source.line_column(line.start) for line in document.lines] == [
        (1, 1),
        (2, 1),
        (3, 1),
        (4, 1),
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("年报\n" + "公" * 200_001, "第 2 行有 200001 个字，不像一份年度报告的文本"),
        ("年报\n规章" + " | 1" * 10_000, "第 2 行有 10000 个单元格，不像一份年度报告的文本"),
        ("年报\n规章" + "\t1" * 10_000, "第 2 行有 10000 个单元格，不像一份年度报告的文本"),
        ("0\n" * 60_000, "第 50002 行以后还有内容，超过 50000 行，不像一份年度报告的文本"),
    ],
)
def test_a_line_that_no_report_has(text: str, reason: str) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_text("report.txt", text)
    assert error.value.zh == reason
