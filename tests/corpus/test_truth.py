"""Real reports against figures that were typed by hand from their text.

The truth of the complete reports stands beside them; that of report 000 and of the openings stands
in ``truth/`` here. Neither was made with the program.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.api import read
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack

HERE = Path(__file__).parent
COMPLETE = (
    "000_huzhou_zhengwuban_2024.txt",
    "001_huaian_shi_2024.pdf",
    "005_suqian_2023.txt",
    "006_suqian_2024.txt",
    "011_shuyang_fagaiju_2023.html",
    "012_shanghai_office_2025.txt",
    "015_shanghai_office_2019.html",
)
OPENINGS = sorted(path.name.removesuffix(".cells.json") for path in HERE.glob("truth/*.cells.json"))

TORN = {
    ("012_shanghai_office_2025.txt", "proactive", row, column)
    for row in ("regulations", "normative_documents")
    for column in ("issued", "repealed", "in_force")
}
"""Cells that nobody can assign from the text: two of three numbers, a column of which is lost."""


def truth_of(name: str, real_reports: Path) -> dict[str, Any]:
    stem = Path(name).stem
    beside = real_reports / "complete" / f"{stem}.truth.json"
    path = beside if beside.exists() else HERE / "truth" / f"{stem}.truth.json"
    return dict(json.loads(path.read_text(encoding="utf-8")))


def complete_cells(truth: dict[str, Any], report: Report) -> Iterator[tuple[str, str, str, object]]:
    """(table, row, column, value) of all cells that the truth of a complete report gives."""
    assert report.form is not None
    proactive = report.form.tables["proactive"]
    for (row, column), value in zip(proactive.cells(), _flat(truth["table2"]), strict=True):
        yield "proactive", row, column, value
    requests = report.form.tables["requests"]
    values = [value for row in truth["table3"]["rows"].values() for value in row]
    for (row, column), value in zip(requests.cells(), values, strict=True):
        yield "requests", row, column, value
    disputes = report.form.tables["disputes"]
    for (row, column), value in zip(disputes.cells(), truth["table4_flat"], strict=True):
        yield "disputes", row, column, value


def _flat(value: Any) -> Iterator[object]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from () if key == "layout" else _flat(inner)
    elif isinstance(value, list):
        yield from value
    else:
        yield value


@pytest.mark.parametrize("name", COMPLETE)
def test_every_cell_of_a_complete_report(name: str, real_reports: Path, pack: RulePack) -> None:
    report = read(real_reports / "complete" / name, pack=pack)
    wrong = []
    for table, row, column, expected in complete_cells(truth_of(name, real_reports), report):
        cell = report.tables[table].cells[row, column]
        if (name, table, row, column) in TORN:
            assert cell.state == "unread"
        elif expected is None:
            assert cell.state == "blank"
        elif isinstance(expected, str):
            assert (cell.state, report.source.cut(cell.parts)) == ("text", expected)
        elif cell.value is None or float(cell.value) != expected:
            wrong.append((table, row, column, expected, cell))
    assert wrong == []


@pytest.mark.parametrize("name", COMPLETE)
def test_period_contact_and_headings(name: str, real_reports: Path, pack: RulePack) -> None:
    truth = truth_of(name, real_reports)
    report = read(real_reports / "complete" / name, pack=pack)
    period = report.period
    assert (f"{period.start}..{period.end}" if period else None) == truth["data_period"]
    contact = {kind: report.source.cut(field.parts) for kind, field in report.contact.items()}
    assert contact == {
        kind: value.removesuffix(" (em dash)") for kind, value in truth["contact"].items() if value
    }
    assert report.year == truth["year"]
    if truth["section_headings"]:
        headings = [report.source.cut((one.heading,)).strip("。") for one in report.sections]
        printed = [one.strip("。") for one in truth["section_headings"] if not one.startswith("(")]
        assert headings == printed


@pytest.mark.parametrize("name", OPENINGS)
def test_every_cell_of_an_opening(name: str, real_reports: Path, pack: RulePack) -> None:
    truth = json.loads((HERE / "truth" / f"{name}.cells.json").read_text(encoding="utf-8"))
    report = read(real_reports / "openings" / f"{name}.txt", pack=pack, partial=True)
    assert report.form is not None
    assert report.form.key == truth["form"]
    found: dict[tuple[str, str, str], str] = {}
    for key, table in report.tables.items():
        for (row, column), cell in table.cells.items():
            if cell.state in ("number", "dash", "text", "blank"):
                raw = report.source.cut(cell.parts) if cell.parts else ""
                found[key, row, column] = raw.strip()
    printed: dict[tuple[str, str, str], str] = {}
    for key, rows in truth["cells"].items():
        for row, columns in rows.items():
            merged = columns.get("*")
            for column in report.form.tables[key].rows[row].columns:
                value = merged if merged is not None else columns.get(column)
                if value is not None:
                    printed[key, row, column] = value
    assert {place: raw for place, raw in found.items() if raw or place in printed} == printed
