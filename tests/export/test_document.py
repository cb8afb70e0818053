"""A Document as data and as text for a person."""

from __future__ import annotations

import openpyxl

from lint_disclosure.export.document import document_data
from lint_disclosure.export.document_text import document_text
from lint_disclosure.reading import read_document
from tests.reading.workbook import Placed, fill, saved

TEXT = "一、标题\n甲 | 乙 |\n".encode()


def workbook() -> bytes:
    """A heading, and a table with a cell over two rows and a formula without a result."""
    made = openpyxl.Workbook()
    made.active.title = "年报"
    fill(
        made.active,
        [
            Placed(0, 0, 1, 3, "一、标题"),
            Placed(1, 0, 2, 1, "结果"),
            Placed(1, 1, 1, 1, "公开"),
            Placed(1, 2, 1, 1, 4),
            Placed(2, 1, 1, 1, "不予公开"),
            Placed(2, 2, 1, 1, "=1+1"),
        ],
    )
    return saved(made)


def test_the_data_of_a_text() -> None:
    data = document_data(read_document("a.txt", TEXT), "text")
    assert (data["path"], data["kind"], data["truncated"]) == ("a.txt", "text", False)
    assert data["grids"] == data["features"] == data["notices"] == []
    heading, row = data["lines"]
    assert heading == {
        "text": "一、标题",
        "location": {"line": 1, "column": 1, "end_line": 1, "end_column": 5, "parts": None},
        "cells": None,
    }
    assert [(cell["text"], cell["state"]) for cell in row["cells"]] == [
        ("甲", None),
        ("乙", None),
        ("", None),
    ]


def test_the_data_of_a_workbook() -> None:
    data = document_data(read_document("a.xlsx", workbook()), "spreadsheet")
    (grid,) = data["grids"]
    assert grid[0] == {
        "row": 0,
        "column": 0,
        "rows": 2,
        "columns": 1,
        "text": "结果",
        "location": {"sheet": "年报", "cell": "A2", "parts": None},
    }
    assert [cell["state"] for cell in data["lines"][2]["cells"]] == [None, "unread"]
    assert data["lines"][2]["cells"][1]["location"]["cell"] == "C3"


def test_the_text_of_a_workbook_draws_its_tables() -> None:
    shown = document_text(read_document("a.xlsx", workbook()), "spreadsheet", "zh").splitlines()
    assert shown[0] == "a.xlsx (spreadsheet)"
    assert shown[1].startswith("  ! 工作表“年报”的公式没有保存结果")
    assert shown[2] == "[工作表“年报”A1] 一、标题"
    assert shown[3].endswith("[工作表“年报”A2]")
    assert [line.split("│")[1:] for line in shown[4:6]] == [
        ["结果⟨2×1⟩ ", " 公开     ", " 4"],
        ["          ", " 不予公开 ", " =1+1"],
    ]


def test_the_text_of_a_text_numbers_its_lines_and_hides_nothing() -> None:
    document = read_document("a.txt", TEXT + "\x1b[31m红".encode())
    assert document_text(document, "text", "zh").splitlines() == [
        "a.txt (text)",
        "[第 1 行] 一、标题",
        "[第 2 行] 甲 │ 乙 │ ",
        "[第 3 行] <U+001B>[31m红",
    ]
    assert "[line 1]" in document_text(document, "text", "en")
