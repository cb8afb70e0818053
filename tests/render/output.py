"""Whole outputs, for the tests of the formats."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from lint_disclosure.finding import (
    Basis,
    Broken,
    Candidate,
    Change,
    FileResult,
    Finding,
    Outcomes,
    Related,
    Repair,
    RuleNote,
)
from lint_disclosure.place import Location, Place
from lint_disclosure.render import PackName, RuleFacts, Settings, renderer
from lint_disclosure.render.totals import Totals
from lint_disclosure.spot import WordSpot
from tests.render.sample import TABLE, column_finding, finding, result, row_finding, source

SRC = source(TABLE)
RULES = (
    RuleFacts(
        "ARI001",
        "row-sum",
        "各类申请人相加等于总计",
        "error",
        "high",
        "核对台账。",
        (Basis("国办公开办函〔2021〕30号", "表三“总计”列", "https://example.org/30"),),
        "https://example.org/rules/ARI001",
    ),
    RuleFacts("ARI003", "requests-unbalanced", "收支平衡", "error", "high", "", (), ""),
    RuleFacts("CEL003", "unit-in-cell", "只填数字", "warning", "medium", "", (), ""),
)


def rendered(name: str, *results: FileResult, **settings: Any) -> str:
    """The whole output of a format."""
    made = renderer(
        name,
        Settings(version="0.1.0", packs=(PackName("national", "0.1.0", "全国"),),
                 rules=lambda: RULES)._replace(**settings),
    )  # fmt: skip
    totals = Totals()
    text = made.begin()
    for one in results:
        totals.add(one)
        text += made.file(one)
    return text + texts(made.end(totals))


def texts(ending: str | Iterator[str] | Iterator[bytes]) -> str:
    """The end of a format that is text."""
    pieces = [ending] if isinstance(ending, str) else [*ending]
    return "".join(piece for piece in pieces if isinstance(piece, str))


def merged_finding() -> Finding:
    """A broken balance and, by the same cause, a broken row; one number repairs both."""
    made = column_finding(SRC)
    row = row_finding(SRC)
    place = Place(3, None, None, "requests", "total", "natural_person")
    change = Change(place, made.location, 30, 29, "表三 （七）总计 自然人")
    return made._replace(
        also=("ARI001",),
        broken=(
            Broken("ARI001", "row-sum", "一行相加是 34，总计是 35", row.location, row.equation),
        ),
        repair=Repair(True, 1, (change,), "alone", text="最可能应为 29", why="两处都平"),
    )


def open_finding() -> Finding:
    """A broken row that two changes would mend equally well; the amounts are decimals."""
    made = row_finding(SRC, expected=Decimal("34.50"), actual=Decimal("35.00"))
    changes = [
        Change(made.place, made.location, 35, 34, "总计"),
        Change(made.place, None, None, 5, "商业企业"),
    ]
    candidates = tuple(Candidate((change,), "只差 1") for change in changes)
    return made._replace(repair=Repair(False, 3, (), None, "several", candidates, text="说不准"))


def word_result() -> FileResult:
    """A finding in a Word file, which has no lines."""
    spot = WordSpot(3, 5, 8, 1, 0, 2)
    at = Location(5, 11, 5, 13, None, (spot,))
    made = column_finding(
        SRC, location=at, severity="warning", confidence="medium",
        locator="表三 （七）总计 自然人（第3个表格第5行第8格）",
    )  # fmt: skip
    return result(SRC, made, path="报告/某局 2024年报.docx")


def unreadable() -> FileResult:
    """A file that cannot be read."""
    return FileResult("坏.txt", "unreadable", "文件是空的")


def not_a_report() -> FileResult:
    """A file that is no report."""
    return FileResult("README.md", "not_a_report", "看不出是年报")


def partly() -> FileResult:
    """A report with a rule of level error that could not be evaluated, a hint, and a notice."""
    hint = finding(SRC, "申请", severity="info", related=(Related(Place(), None, "表四", "见此"),))
    return result(
        SRC,
        hint,
        status="partly_checked",
        undecided=(RuleNote("CEL003", "读不出"), RuleNote("ARI001", "读不出")),
        notices=("编码是 GB18030",),
        outcomes=Outcomes(1, 1, 0, 2),
        undecided_error=True,
        passed=("ARI003",),
    )
