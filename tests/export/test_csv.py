"""``csv``: rows that every program reads the same, and none that it would calculate."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from lint_disclosure.api import read
from lint_disclosure.export import exporter
from lint_disclosure.export.csv import COLUMNS, guarded
from lint_disclosure.rulepack.model import RulePack


def exported(pack: RulePack, *texts: str, name: str = "年报.txt") -> bytes:
    """The file for some reports."""
    pieces: list[bytes] = []
    export = exporter("csv", pieces.append, "zh", several=True, ascii_only=False)
    for text in texts:
        export.report(read(text.encode(), name=name, pack=pack))
    export.end()
    return b"".join(pieces)


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows by column, as Python's own reader has them."""
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def test_a_row_for_each_cell_of_several_reports(pack: RulePack) -> None:
    texts = [pack.forms[key].specimen for key in ("2021", "2019")]
    data = exported(pack, *texts)
    assert data.startswith(b"\xef\xbb\xbfpath,issuer,year,form,")
    assert data.count(b"\n") == data.count(b"\r\n")
    found = rows(data)
    cells = [row for row in found if row["state"] != "claim"]
    assert [row["form"] for row in cells].count("2021") == 200
    (total,) = [
        row
        for row in cells
        if (row["form"], row["row"], row["column"]) == ("2021", "received", "total")
    ]
    assert total == {
        "path": "年报.txt",
        "issuer": "云川县水利局",
        "year": "2024",
        "form": "2021",
        "table": "requests",
        "table_label": "表三",
        "row": "received",
        "row_label": "一、本年新收政府信息公开申请数量",
        "column": "total",
        "column_label": "总计",
        "value": "11",
        "raw": "11",
        "state": "number",
        "note": "",
        "locator": "表三「一、本年新收」总计",
    }
    assert tuple(total) == COLUMNS


def test_a_number_that_the_text_states_is_a_row_of_its_own(pack: RulePack) -> None:
    found = [
        row for row in rows(exported(pack, pack.forms["2021"].specimen)) if row["state"] == "claim"
    ]
    assert [(row["raw"], row["row"], row["note"]) for row in found] == [
        ("11件", "requests.received.total", "requests.received.total"),
        ("1件", "requests.carried_in.total", "requests.carried_in.total"),
        ("2件", "requests.carried_out.total", "requests.carried_out.total"),
    ]
    assert found[0]["table_label"] == "表三"
    assert found[0]["locator"] == "一、总体情况 （二）依申请公开"


def test_states_notes_and_decimals_are_kept_apart(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen
    old = "行政事业性收费 | 25.64 |"
    assert text.count(old) == 1
    text = text.replace(old, "行政事业性收费 | 72701.25780（含退费） |")
    row = "一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 |"
    assert text.count(row) == 1
    text = text.replace(row, "一、本年新收政府信息公开申请数量 | -7 | - |  | / | 1 | 0 | 11 |")
    cells = {(one["row"], one["column"]): one for one in rows(exported(pack, text))}

    def shown(row: str, column: str) -> tuple[str, str, str, str]:
        one = cells[row, column]
        return one["value"], one["raw"], one["state"], one["note"]

    assert shown("fees", "amount") == ("72701.25780", "72701.25780（含退费）", "number", "(含退费)")
    assert shown("received", "natural_person") == ("-7", "-7", "number", "")
    assert shown("received", "enterprise") == ("", "-", "dash", "")
    assert shown("received", "research_institution") == ("", "", "blank", "")
    assert shown("received", "public_interest_org") == ("", "/", "dash", "")


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1",
        "＋1+1",
        "－2",
        "＠x",
        "--1",
    ],
)
def test_what_a_program_would_calculate_is_guarded(text: str) -> None:
    assert guarded(text) == "'" + text


@pytest.mark.parametrize("text", ["", "-", "-3", "+3", "-1,234.50", "6", "一、=", "'=1", "a@b.cn"])
def test_numbers_dashes_and_words_stay_as_they_are(text: str) -> None:
    assert guarded(text) == text


def test_a_name_that_is_a_formula(pack: RulePack) -> None:
    data = exported(pack, pack.forms["2021"].specimen, name='=HYPERLINK("x"),年报.txt')
    assert {row["path"] for row in rows(data)} == {'\'=HYPERLINK("x"),年报.txt'}
