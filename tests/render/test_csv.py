"""CSV as a spreadsheet program opens it."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from tests.render.output import (
    merged_finding,
    not_a_report,
    open_finding,
    partly,
    rendered,
    unreadable,
    word_result,
)
from tests.render.sample import NAME, TABLE, finding, result, source

SRC = source(TABLE)


def rows(*results, **settings):
    text = rendered("csv", *results, **settings)
    assert text.startswith("\ufeffkind,path,issuer,")
    return list(csv.DictReader(StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_column_of_a_finding():
    [row] = rows(result(SRC, merged_finding()))
    assert len(row.pop("fingerprint")) == 64
    assert row == {
        "kind": "finding",
        "path": NAME,
        "issuer": "云川县水利局",
        "year": "2024",
        "line": "5",
        "column": "11",
        "place": "表三 （七）总计 自然人",
        "severity": "error",
        "rule": "ARI003",
        "name": "requests-unbalanced",
        "message": "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        "expected": "",
        "actual": "",
        "difference": "1",
        "equation": "31 + 2 = 33 ≠ 34 = 30 + 4",
        "repair": "最可能应为 29",
        "repair_why": "两处都平",
        "also": "ARI001",
        "help": "核对台账后更正有误的单元格。",
        "basis": "国办公开办函〔2021〕30号，表三勾稽关系",
        "confidence": "high",
        "url": "https://example.org/rules/ARI003",
    }


def test_numbers_are_written_as_they_stand_and_ways_in_one_cell():
    [row] = rows(result(SRC, open_finding()._replace(difference=-1)))
    assert (row["expected"], row["actual"], row["difference"]) == ("34.50", "35", "-1")
    assert row["repair"] == "说不准"
    assert row["repair_why"] == "总计 由 35 改为 34（只差 1）；商业企业 填 5（只差 1）；还有 1 种"


def test_a_file_without_lines():
    [row] = rows(word_result())
    assert (row["line"], row["column"]) == ("", "")
    assert row["place"] == "表三 （七）总计 自然人（第3个表格第5行第8格）"


def test_problems_of_the_run_are_rows():
    found = rows(unreadable(), not_a_report(), partly())
    assert [(row["kind"], row["severity"], row["rule"], row["message"]) for row in found[:4]] == [
        ("unreadable", "error", "", "无法读取：文件是空的"),
        ("not_a_report", "info", "", "不是年报，未核对：看不出是年报"),
        ("partly_checked", "warning", "CEL003 ARI001", "未能全部核对：CEL003、ARI001：读不出"),
        ("notice", "info", "", "读取时的说明：编码是 GB18030"),
    ]


def test_every_row_ends_as_rfc_4180_says():
    text = rendered("csv", result(SRC, merged_finding()), partly())
    assert text.count("\r\n") == text.count("\n") == 5


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        ("+1+cmd|' /C calc'!A0", "'+1+cmd|' /C calc'!A0"),
        ("-2+3", "'-2+3"),
        ("@SUM(1)", "'@SUM(1)"),
        ("＝1+1", "'＝1+1"),
        ("-5", "-5"),
        ("相差;=1+1", "相差;'=1+1"),
        ('相差; "=1+1', "相差;' \"=1+1"),
        ('说"好",再\n来', '说"好",再 来'),
    ],
)
def test_no_cell_is_a_formula_and_none_has_two_lines(text, cell):
    [row] = rows(result(SRC, finding(SRC, "申请", message=text)))
    assert row["message"] == cell
