"""Check kind ``number_writing``: the numbers of a table are written in plain digits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.subject import CellKey, Subject, listed, named, no_form, subject
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.evidence.written_number import is_written_number
from lint_disclosure.report.lookup import cell_mark
from lint_disclosure.report.model import Cell, Report, Table
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule

_FULL_WIDTH = "０１２３４５６７８９"
_CASES = ("full_width", "leading_zero", "thousands", "written")
_LEADING_ZERO = r"[-+]?0\d"
_THOUSANDS = r"[-+]?\d{1,3},"


def check(rule: Rule, report: Report) -> Verdict:
    """One violation for each way of writing in each table, at the first cell that has it."""
    if report.form is None:
        return no_form()
    tables = rule.options.get("tables") or report.form.tables
    found = [subject(report, key) for key in tables]
    missing = [one for one in found if isinstance(one, Verdict)]
    if len(missing) == len(found):
        return missing[0]
    violations = [
        violation
        for one in found
        if not isinstance(one, Verdict)
        for violation in _violations(report, one)
    ]
    undecided = [one.why for one in missing if one.outcome == "cannot_evaluate" and one.why]
    return decide(violations, undecided)


def _violations(report: Report, found: Subject) -> Iterator[Violation]:
    table = found.table
    odd = once(report, f"odd numbers {table.key}", lambda: list(_odd(report, table)))
    by_case: dict[str, list[CellKey]] = {}
    for key, cell in odd:
        case = _case(report, cell, whole=_is_whole(table, key[0]))
        if case:
            by_case.setdefault(case, []).append(key)
    for case in _CASES:
        if case in by_case:
            yield _violation(report, found, case, by_case[case])


def _odd(report: Report, table: Table) -> Iterable[tuple[CellKey, Cell]]:
    """The cells with a number that is not printed as the number itself; words as well."""
    start, end = table.span
    printed = report.source.text[start:end]
    wide = any(digit in printed for digit in _FULL_WIDTH)
    for key, cell in table.cells.items():
        state, value, parts, _ = cell
        if state == "text":
            yield key, cell
        elif state == "number":
            length = parts[0][1] - parts[0][0]
            # One character can only be the digit itself; most cells hold one.
            if wide or (length > 1 and length != len(str(value))):
                yield key, cell


def _is_whole(table: Table, row: str) -> bool:
    """Has each cell of a row something in it, so that none ran into another?"""
    return all(cell.state != "blank" for (one, _), cell in table.cells.items() if one == row)


def _case(report: Report, cell: Cell, *, whole: bool) -> str | None:
    as_it_is = "".join(report.folded[start:end] for start, end in cell.parts).strip()
    folded = squeeze(as_it_is)
    if cell.state == "text":
        apart = folded[:1].isdigit() and folded != as_it_is
        return "written" if is_written_number(folded) and (whole or not apart) else None
    printed = squeeze(report.source.cut(cell.parts))
    digits = printed[: len(printed) - len(squeeze(cell.note or ""))]
    if any(digit in digits for digit in _FULL_WIDTH):
        return "full_width"
    if compiled(_LEADING_ZERO).match(folded):
        return "leading_zero"
    return "thousands" if compiled(_THOUSANDS).match(folded) else None


def _violation(report: Report, found: Subject, case: str, keys: list[CellKey]) -> Violation:
    form, table = found
    raws = {key: squeeze(report.source.cut(table.cells[key].parts)) for key in keys}
    if case == "written":
        raws = {key: report.source.cut(table.cells[key].parts).strip() for key in keys}
    first = keys[0]
    return Violation(
        at=cell_mark(report, table.key, *first),
        slots={
            "table": form.title,
            "count": len(keys),
            "cells": listed([f"{named(form, *key)}「{raws[key]}」" for key in keys]),
            "raw": raws[first],
        },
        values=tuple(raws.values()),
        related=tuple((cell_mark(report, table.key, *key), raws[key]) for key in keys[1:]),
        cases=(case,),
        actual=raws[first],
    )
