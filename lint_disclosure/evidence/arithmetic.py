"""Work a relation out on the numbers of a table; exact arithmetic, nothing is rounded."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lint_disclosure.evidence.linear import Instance, Side
from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.subject import CellKey, Subject
from lint_disclosure.evidence.totals import hidden_sum, is_total
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import ABSENT
from lint_disclosure.report.model import Report

Numbers = Sequence[Number | None]
"""The cells of a table in the order of the form; None where one cannot stand in a sum."""

HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    "!=": operator.ne,
}


def numbers_of(report: Report, found: Subject, keys: list[CellKey], blank: str) -> Numbers:
    """The numbers of the cells; with ``blank`` zero, blanks and dashes count as that."""
    return once(
        report,
        f"numbers {found.table.key} {blank}",
        lambda: _numbers(found, keys, blank_is_zero=blank == "zero"),
    )


def value_of(side: Side, numbers: Sequence[Any]) -> Number:
    """The worked-out side; a cell without a number raises TypeError."""
    value: Number = sum(side.pick(numbers), side.constant)
    for coefficient, place in side.others:
        value += coefficient * numbers[place]
    return value


def unusable(instance: Instance, keys: list[CellKey], numbers: Numbers) -> dict[CellKey, None]:
    """The cells of an instance that hold no number."""
    known = dict(zip(keys, numbers, strict=True))
    terms = (*instance.left.terms, *instance.right.terms)
    return {key: None for _, key in terms if known.get(key) is None}


def _numbers(found: Subject, keys: list[CellKey], *, blank_is_zero: bool) -> list[Number | None]:
    read = found.table.cells
    in_order = list(read) == keys
    cells = list(read.values()) if in_order else [read.get(key, ABSENT) for key in keys]
    numbers = [one.value for one in cells]
    if blank_is_zero and None in numbers:
        for place, one in enumerate(cells):
            if one.state in ("blank", "dash"):
                key = keys[place]
                numbers[place] = None if is_total(key) and hidden_sum(found, key) else 0
    return numbers
