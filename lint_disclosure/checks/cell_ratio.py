"""Check kind ``cell_ratio``: what some cells come to stays within a multiple of what others do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.evidence.subject import Subject, listed, named, no_form, raw_text, subject
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Cell, Report
from lint_disclosure.rulepack.model import Rule


class _Operand(NamedTuple):
    """A cell of some table, and what it holds."""

    found: Subject
    row: str
    column: str
    cell: Cell

    @property
    def said(self) -> str:
        return f"{named(self.found.form, self.row, self.column)} {self.cell.value}"


def check(rule: Rule, report: Report) -> Verdict:
    """One violation at most; the cells may be of different tables."""
    if report.form is None:
        return no_form()
    few, many = _operands(report, rule.options["of"]), _operands(report, rule.options["cells"])
    if isinstance(many, Verdict):
        return many
    if isinstance(few, Verdict):
        return few
    total, base = _sum(many, ("blank", "dash")), _sum(few)
    if total == 0:
        return PASS
    if total is None or base is None:
        return decide([], _unread(report, [*many, *few]))
    most = rule.options["times"] * base + rule.options.get("plus", 0)
    if total <= most:
        return PASS
    return decide([_violation(report, many, few, (total, base))])


def _operands(report: Report, names: Sequence[str]) -> list[_Operand] | Verdict:
    operands = []
    for name in names:
        table, row, column = name.split(".")
        found = subject(report, table)
        if isinstance(found, Verdict):
            return found
        operands.append(_Operand(found, row, column, cell(report, table, row, column)))
    return operands


def _sum(operands: Sequence[_Operand], nothing: Sequence[str] = ()) -> Number | None:
    """What the cells come to; cells in the states ``nothing`` count as none."""
    total: Number = 0
    for one in operands:
        if one.cell.value is not None:
            total += one.cell.value
        elif one.cell.state not in nothing:
            return None
    return total


def _unread(report: Report, operands: Sequence[_Operand]) -> Sequence[tuple[str, str]]:
    """Why the cells without a number have none, table by table."""
    by_table: dict[str, list[_Operand]] = {}
    for one in operands:
        if one.cell.value is None:
            by_table.setdefault(one.found.table.key, []).append(one)
    return [
        why
        for of_table in by_table.values()
        for why in reasons(report, of_table[0].found, [(one.row, one.column) for one in of_table])
    ]


def _violation(
    report: Report,
    many: Sequence[_Operand],
    few: Sequence[_Operand],
    sums: tuple[Number, Number],
) -> Violation:
    first = many[0]
    counted = [one for one in many if one.cell.value]
    others = [*counted, *few]
    at = (counted or many)[0]
    return Violation(
        at=cell_mark(report, at.found.table.key, at.row, at.column),
        slots={
            "table": first.found.form.title,
            "cells": listed([one.said for one in counted]),
            "total": sums[0],
            "of_table": few[0].found.form.title,
            "of": listed([one.said for one in few]),
            "base": sums[1],
        },
        values=tuple(raw_text(report, one.cell) for one in (*many, *few)),
        related=tuple(
            (
                cell_mark(report, one.found.table.key, one.row, one.column),
                raw_text(report, one.cell),
            )
            for one in others
            if one is not at
        ),
    )
