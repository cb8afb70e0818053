"""Check kind ``cell_state``: what a cell may hold (blank, dash, text, what kind of number)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.subject import (
    CellKey,
    Subject,
    listed,
    named,
    no_form,
    raw_text,
    subject,
)
from lint_disclosure.evidence.totals import hidden_sum
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.evidence.written_number import is_written_number
from lint_disclosure.report.lookup import cell_mark, table_mark
from lint_disclosure.report.model import Cell, Report, Table
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.report.values import REMARK
from lint_disclosure.rulepack.model import Column, Form, Rule

_UNIT = r"[-+]?[\d,]+(?:\.\d+)?(?:件|条|项|宗|个|份|次|[百千万亿]*元|[万亿])"
_UNITS = frozenset("件条项宗个份次元万亿")
_CLOSING = frozenset(")]】〕")
_LAST_REMARK = rf"(?<!^){REMARK}$"
_WORDED_CHANGE = r"(?:增加?|减少?|新增)\d+"

Cases = tuple[str, ...]
Fault = tuple[CellKey, Cell, Cases]
"""A cell that is not as it should be, and the cases of the rule, the most special first."""


def check(rule: Rule, report: Report) -> Verdict:
    """Judge the cells of the chosen tables, one by one or all of a table together."""
    if report.form is None:
        return no_form()
    violations: list[Violation] = []
    missing: list[Verdict] = []
    tables = list(_tables(rule, report.form))
    for key in tables:
        found = subject(report, key)
        if isinstance(found, Verdict):
            missing.append(found)
            continue
        faults = list(_faults(rule, report, found))
        if faults and rule.options.get("per") == "table":
            violations.append(_together(report, found, faults))
        else:
            violations.extend(_alone(report, found, *fault) for fault in faults)
    if len(missing) == len(tables):
        return missing[0]
    undecided = [one.why for one in missing if one.outcome == "cannot_evaluate" and one.why]
    return decide(violations, undecided)


def _tables(rule: Rule, form: Form) -> Iterable[str]:
    table = rule.options.get("table")
    return [table] if table else rule.options.get("tables") or form.tables


def _faults(rule: Rule, report: Report, found: Subject) -> Iterator[Fault]:
    options = rule.options
    rows, columns = options.get("rows"), options.get("columns")
    states, require = options.get("states", ()), options.get("require")
    words = options.get("words", ())
    table = found.table
    for key, cell in once(report, f"unusual cells {table.key}", lambda: _unusual(table)):
        state = cell.state
        if (rows and key[0] not in rows) or (columns and key[1] not in columns):
            continue
        if state in states:
            if state != "text" or not words or _text(report, cell) in words:
                yield key, cell, (state,)
        elif require and state in ("number", "text"):
            cases = _misfit(require, report, cell, found.form.columns[key[1]])
            if cases and (state == "number" or _text(report, cell) not in words):
                yield key, cell, cases


def _unusual(table: Table) -> list[tuple[CellKey, Cell]]:
    """The cells that are no plain counts."""
    return [
        (key, cell)
        for key, cell in table.cells.items()
        if type(value := cell.value) is not int or value < 0
    ]


def _misfit(require: str, report: Report, cell: Cell, column: Column) -> Cases:
    """The cases of a cell that does not hold what ``require`` asks for; none if it does."""
    if require == "amount":
        return _bad_amount(report, cell, column) if column.value == "amount" else ()
    if column.value == "amount":
        return ()
    value = cell.value
    if require == "non_negative":
        return ("negative",) if column.value == "count" and value and value < 0 else ()
    if value is None:
        text = _text(report, cell)
        if is_written_number(text):
            return ()  # left to number_writing
        if column.value == "change" and compiled(_WORDED_CHANGE).fullmatch(text):
            return ("change", "text")
        return ("unit", "text") if _ends_in_unit(text) else ("text",)
    return () if type(value) is int or value == int(value) else ("fraction",)


def _bad_amount(report: Report, cell: Cell, column: Column) -> Cases:
    if _ends_in_unit(_text(report, cell)):
        # A label that names no unit leaves it to the cell.
        return ("unit",) if "单位" in column.label else ()
    value = cell.value
    if value is None:
        return () if is_written_number(_text(report, cell)) else ("text",)
    if value < 0:
        return ("negative",)
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return ("decimals",) if isinstance(exponent, int) and exponent < -4 else ()


def _ends_in_unit(text: str) -> bool:
    """Is it a number with a unit (312件)?"""
    return text[-1:] in _UNITS and compiled(_UNIT).fullmatch(text) is not None


def _text(report: Report, cell: Cell) -> str:
    """The cell's text, folded, without blanks and without a remark in brackets behind it."""
    text = squeeze("".join(report.folded[start:end] for start, end in cell.parts))
    return text if text[-1:] not in _CLOSING else compiled(_LAST_REMARK).sub("", text)


def _alone(report: Report, found: Subject, key: CellKey, cell: Cell, cases: Cases) -> Violation:
    raw = raw_text(report, cell).strip()
    return Violation(
        at=cell_mark(report, found.table.key, *key),
        slots={
            "table": found.form.title,
            "cell": named(found.form, *key),
            "column": found.form.columns[key[1]].label,
            "raw": raw,
        },
        values=(raw,),
        cases=cases,
        actual=cell.value if cell.value is not None else raw,
    )


def _together(report: Report, found: Subject, faults: list[Fault]) -> Violation:
    """One violation for a table: at a total that must not be blank, else at the first cell."""
    form, table = found
    sums = {key: hidden_sum(found, key) for key, _, _ in faults}
    broken = [key for key, value in sums.items() if value]
    cases: Cases = ("total",) if broken else ()
    if not broken and len(faults) == sum(one.state != "absent" for one in table.cells.values()):
        cases = ("all",)
    first = broken[0] if broken else faults[0][0]
    return Violation(
        at=table_mark(report, table.key)
        if cases == ("all",)
        else cell_mark(report, table.key, *first),
        slots={
            "table": form.title,
            "count": len(faults),
            "cells": listed([named(form, *key) for key in broken or sums]),
            "expected": sums[first],
            "raw": " ".join(dict.fromkeys(raw_text(report, one) for _, one, _ in faults)).strip(),
        },
        values=tuple(f"{row} {column}" for row, column in sums),
        related=tuple(
            (cell_mark(report, table.key, *key), raw_text(report, one))
            for key, one, _ in faults
            if key != first or cases == ("all",)
        ),
        cases=cases,
        expected=sums[first] if broken else None,
        to_fill=tuple((table.key, *key) for key in broken),
    )
