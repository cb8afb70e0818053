"""Comments in workbooks: at the cell, or beside it where a person's comment stands."""

from __future__ import annotations

import io

import openpyxl
from openpyxl.comments import Comment

from tests.annotate.noted import bare, noted
from tests.annotate.opened import members


def book(**comments: str) -> bytes:
    """A workbook with a few cells, a merged one, a table of print and comments of a person."""
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for at, value in {"A1": "标题", "A2": "甲", "B2": 12, "C2": 13, "E2": "末"}.items():
        sheet[at] = value
    sheet.merge_cells("C2:D2")
    sheet.oddHeader.center.text = "眉"
    for at, text in comments.items():
        sheet[at].comment = Comment(text, "张三")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


def comments(data: bytes) -> dict[str, tuple[str, str]]:
    sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
    return {
        cell.coordinate: (cell.comment.author, cell.comment.text)
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_a_comment_at_a_cell() -> None:
    made = noted(book(), ".xlsx", "12", lines=("错误", "依据"))
    assert comments(made) == {"B2": ("disclosure-lint", "错误\n依据")}


def test_a_cell_with_two_findings_has_both_in_its_comment() -> None:
    made = noted(book(), ".xlsx", "12", "12")
    assert comments(made) == {"B2": ("disclosure-lint", "错误\n\n错误")}


def test_a_comment_of_a_person_stays_and_ours_stands_beside_it() -> None:
    file = book(B2="请核", C2="也请核")
    made = noted(file, ".xlsx", "12")
    assert comments(made) == {
        "B2": ("张三", "请核"),
        "C2": ("张三", "也请核"),
        "E2": ("disclosure-lint", "→ B2\n错误"),  # D2 is part of the merged cell.
    }
    assert comments(bare(made, ".xlsx")) == comments(file)
    assert noted(bare(made, ".xlsx"), ".xlsx", "12") == made


def test_other_parts_lie_as_they_lay() -> None:
    file = book()
    before, after = members(file), members(noted(file, ".xlsx", "12"))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"xl/worksheets/sheet1.xml", "[Content_Types].xml"}
    assert set(after) - set(before) == {
        "xl/worksheets/_rels/sheet1.xml.rels",
        "xl/comments1.xml",
        "xl/drawings/vmlDrawing1.vml",
    }


def test_hostile_text_stays_text() -> None:
    made = noted(book(), ".xlsx", "12", lines=("</t>&<x>", "=1+1\x01"))
    assert comments(made)["B2"][1] == "</t>&<x>\n=1+1\ufffd"
