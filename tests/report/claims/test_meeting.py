"""Readings held against the tables."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_disclosure.report.claims.meeting import agrees, meet, value_of
from lint_disclosure.report.model import Cell, Claim, Reading, Table

NATURAL, TOTAL = ("received", "natural_person"), ("received", "total")


def table(**cells: Cell) -> dict[str, Table]:
    keys = {"natural": NATURAL, "total": TOTAL, "fees": ("fees", "amount")}
    found = {keys[name]: cell for name, cell in cells.items()}
    return {"requests": Table("requests", found, {}, {}, {}, (0, 0), None)}


def reading(row: str = "received", column: str = "total", sign: int = 1) -> Reading:
    return Reading(f"requests.{row}.{column}", ((sign, "requests", row, column),))


def claim(value: int | Decimal, *readings: Reading, at_least: bool = False) -> Claim:
    return Claim("received", readings or (reading(),), value, "件", (), 0, at_least=at_least)


def test_the_first_reading_that_the_table_has_is_met() -> None:
    tables = table(natural=Cell("number", 3), total=Cell("number", 5))
    other = reading(column="natural_person")
    assert meet([claim(3, reading(), other)], tables)[0].met == other.text
    assert meet([claim(5, reading(), other)], tables)[0].met == reading().text
    assert meet([claim(4, reading(), other)], tables)[0].met is None


@pytest.mark.parametrize("state", ["text", "unread", "absent"])
def test_a_cell_without_a_number_leaves_it_open(state: str) -> None:
    tables = table(total=Cell(state))  # type: ignore[arg-type]
    assert agrees(claim(0), reading(), tables) is None
    assert value_of(reading(), tables) == (0, [("requests", "received", "total")])
    assert agrees(claim(0), reading(), {}) is None


def test_a_blank_is_a_zero_but_for_a_total_that_has_parts() -> None:
    blank, three = Cell("blank"), Cell("number", 3)
    assert agrees(claim(0), reading(), table(natural=blank, total=blank)) is True
    assert agrees(claim(3), reading(), table(natural=three, total=blank)) is None
    assert agrees(claim(0), reading(column="natural_person"), table(natural=blank, total=three))


@pytest.mark.parametrize(
    ("said", "printed", "same"),
    [
        ("25.64", "25.64", True),
        ("25.6", "25.64", True),
        ("25.6", "25.66", False),
        ("0.0400", "0", True),
        ("0.0400", "0.00", False),
        ("26", "25.5", True),
    ],
)
def test_money_is_rounded_to_the_last_decimal_that_either_prints(
    said: str, printed: str, same: bool
) -> None:
    tables = table(fees=Cell("number", Decimal(printed)))
    assert agrees(claim(Decimal(said)), reading("fees", "amount"), tables) is same


def test_a_part_may_be_less_than_its_cell() -> None:
    tables = table(total=Cell("number", 5))
    part = [agrees(claim(value, at_least=True), reading(), tables) for value in (4, 5, 6)]
    assert part == [True, True, False]
