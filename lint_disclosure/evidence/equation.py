"""Say of a broken relation what stands on either side, and where."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from lint_disclosure.evidence.linear import Instance, Side, cell_relation
from lint_disclosure.evidence.subject import CellKey, Subject, raw_text
from lint_disclosure.evidence.verdict import Violation
from lint_disclosure.finding import Equation, Number, Term
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Report

_BROKEN = {"=": "≠", ">=": "<", "<=": ">", "!=": "="}
_MOST_TERMS = 8


def violation(
    report: Report,
    found: Subject,
    operator: str,
    instance: Instance,
    values: tuple[Number, Number],
) -> Violation:
    """The violation of one instance, pointing at the cell that states the total."""
    left, right = values
    at, single = stated_total(instance)
    equation = _equation(report, found, operator, instance, values)
    expected = actual = difference = None
    if single is not None:
        actual, expected = (left, right) if single is instance.left else (right, left)
        difference = actual - expected
    form, key = found.form, found.table.key
    return Violation(
        at=cell_mark(report, key, *at),
        slots={
            "row": form.rows[at[0]].short,
            "column": form.columns[at[1]].label,
            "left": left,
            "right": right,
            "difference": abs(left - right),
            "equation": _written(equation, _BROKEN[operator]),
        },
        values=tuple(
            raw_text(report, cell(report, key, *operand))
            for _, operand in (*instance.left.terms, *instance.right.terms)
        ),
        related=tuple(
            (cell_mark(report, key, term.row, term.column), str(term.value))
            for term in (*equation.left, *equation.right)
            if term.value and (term.row, term.column) != at
        ),
        expected=expected,
        actual=actual,
        difference=difference,
        equation=equation,
        relation=cell_relation(key, operator, instance),
    )


def stated_total(instance: Instance) -> tuple[CellKey, Side | None]:
    """The cell to point at, and its side where it stands there alone.

    Without a side of one cell it is the cell of a row or column 总计, or the first one.
    """
    for side in instance:
        if len(side.terms) == 1 and side.ones and not side.constant:
            return side.ones[0], side
    keys = [key for side in instance for _, key in side.terms]
    by_row = len({row for row, _ in keys}) > 1
    totals = [key for key in keys if key[0 if by_row else 1] == "total"]
    return (totals or keys)[0], None


def _equation(
    report: Report,
    found: Subject,
    operator: str,
    instance: Instance,
    values: tuple[Number, Number],
) -> Equation:
    """The relation in numbers; many terms are cut down to those that are not zero."""
    letters = map(letter, count())
    long = sum(len(side.terms) for side in instance) > _MOST_TERMS
    sides: list[tuple[Term, ...]] = []
    for side in instance:
        terms = [_term(report, found, coefficient, key) for coefficient, key in side.terms]
        if long and len(terms) > 1:
            terms = [term for term in terms if term.value]
        sides.append(tuple(term._replace(letter=next(letters)) for term in terms))
    return Equation(sides[0], operator, sides[1], *values)


def _term(report: Report, found: Subject, coefficient: int, key: CellKey) -> Term:
    form = found.form
    operand = cell(report, found.table.key, *key)
    return Term(
        letter="",
        coefficient=coefficient,
        value=operand.value if operand.value is not None else 0,
        raw=raw_text(report, operand),
        row=key[0],
        column=key[1],
        row_label=form.rows[key[0]].short,
        column_label=form.columns[key[1]].label,
        location=report.source.locate(operand.parts) if operand.parts else None,
    )


def against_cells(
    report: Report, found: Subject, said: Term, operator: str, terms: Sequence[tuple[int, CellKey]]
) -> Equation:
    """A number of the running text against a sum of cells; ``said`` needs no letter yet."""
    letters = map(letter, count())
    cells = [_term(report, found, coefficient, key) for coefficient, key in terms]
    left, *right = [term._replace(letter=next(letters)) for term in (said, *cells)]
    total: Number = sum(term.coefficient * term.value for term in right)
    return Equation((left,), operator, tuple(right), left.value, total)


def letter(index: int) -> str:
    """a, b, … z, aa, ab, …"""
    last = chr(ord("a") + index % 26)
    return last if index < 26 else letter(index // 26 - 1) + last


def in_numbers(
    report: Report,
    found: Subject,
    operator: str,
    instance: Instance,
    values: tuple[Number, Number],
) -> str:
    """A relation that holds, in numbers: ``7 + 3 = 10``."""
    return _written(_equation(report, found, operator, instance, values), operator)


def _written(equation: Equation, sign: str) -> str:
    """``7 + 3 ≠ 11``: the numbers and the sign that does hold between them."""
    sides = []
    for terms, value in (
        (equation.left, equation.left_value),
        (equation.right, equation.right_value),
    ):
        rest = value - sum(term.coefficient * term.value for term in terms)
        numbers = [(term.coefficient, term.value) for term in terms] + [(1, rest)] * bool(rest)
        text = "".join(_signed(coefficient, value) for coefficient, value in numbers)
        sides.append(text.removeprefix(" + ").strip() or "0")
    return f"{sides[0]} {sign} {sides[1]}"


def _signed(coefficient: int, value: Number) -> str:
    sign = "-" if (coefficient < 0) != (value < 0) else "+"
    factor = f"{abs(coefficient)} × " if abs(coefficient) != 1 else ""
    return f" {sign} {factor}{abs(value)}"
