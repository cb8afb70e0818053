"""Hold the readings of a claim against the tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from lint_disclosure.finding import Number
from lint_disclosure.report.model import Cell, Claim, Reading, Table

CellAt = tuple[str, str, str]
_NOT_THERE = Cell("absent")


def meet(claims: Sequence[Claim], tables: Mapping[str, Table]) -> tuple[Claim, ...]:
    """The claims, each with the reading that the tables agree with."""
    return tuple(
        [
            Claim(
                *claim[:-1],
                next((one.text for one in claim.readings if agrees(claim, one, tables)), None),
            )
            for claim in claims
        ]
    )


def agrees(claim: Claim, reading: Reading, tables: Mapping[str, Table]) -> bool | None:
    """Does the table have what the claim says? None where a cell has no number."""
    value, missing = value_of(reading, tables)
    if missing:
        return None
    away, tolerance = claim.value - value, _tolerance(claim, value)
    return away <= tolerance and (claim.at_least or -away <= tolerance)


def value_of(reading: Reading, tables: Mapping[str, Table]) -> tuple[Number, list[CellAt]]:
    """What the cells of a reading come to, and those that have no number.

    A blank or a dash is a zero, but for a total whose row has other numbers.
    """
    value: Number = 0
    missing: list[CellAt] = []
    for sign, table, row, column in reading.terms:
        read = tables.get(table)
        cell = read.cells.get((row, column), _NOT_THERE) if read else _NOT_THERE
        if cell.value is not None:
            value += sign * cell.value
        elif read is None or not _is_nought(cell, read, row, column):
            missing.append((table, row, column))
    return value, missing


def _is_nought(cell: Cell, table: Table, row: str, column: str) -> bool:
    if cell.state not in ("blank", "dash"):
        return False
    if column != "total" and row not in ("total", "carried_out"):
        return True
    return not any(
        other.value for key, other in table.cells.items() if row in (key[0], "total", "carried_out")
    )


def _tolerance(claim: Claim, value: Number) -> Number:
    """Counts must be the same; money may be rounded to the last decimal that either prints."""
    if not isinstance(claim.value, Decimal):
        return 0
    return Decimal((0, (5,), max(_last_decimal(claim.value), _last_decimal(value)) - 1))


def _last_decimal(value: Number) -> int:
    """The exponent of the last digit: -2 for 25.64."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return exponent if isinstance(exponent, int) else 0
