"""Check kind ``coincidence``: a relation that holds where nothing makes it hold.

Each number may well be right by itself; that the relation holds, often in several rows at once,
betrays that a number was taken for something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.evidence.arithmetic import HOLDS, Numbers, numbers_of, unusable, value_of
from lint_disclosure.evidence.equation import in_numbers, stated_total
from lint_disclosure.evidence.linear import Instance, plan_of
from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.subject import (
    CellKey,
    Subject,
    listed,
    named,
    no_form,
    raw_text,
    subject,
)
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Form, Rule

_SHOWN = 4
_AXES = {"row": 0, "column": 1, "none": None}

Signed = tuple[str, Instance]
"""A relation put to one row or column: the sign between its sides, and these."""


def check(rule: Rule, report: Report) -> Verdict:
    """Count the rows or columns in which the suspect relation and all conditions hold."""
    if report.form is None:
        return no_form()
    keys = plan_of(rule, report.form, rule.options["suspect"]).cells
    if not keys:
        return not_applicable("不适用于该格式的统计表", "not for the tables of this form")
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    numbers = numbers_of(report, found, keys, rule.options.get("blank", ""))
    holding: list[Signed] = []
    missing = dict[CellKey, None]()
    undecided = 0
    for relations in _places(rule, report.form):
        results = [_holds(one, numbers) for one in relations]
        if False in results:
            continue
        if None not in results:
            holding.append(relations[0])
            continue
        undecided += 1
        for _, instance in relations:
            missing.update(unusable(instance, keys, numbers))
    least = rule.options["at_least"]
    if len(holding) >= least:
        if _is_explained(rule, report):
            return PASS
        return decide([_violation(report, found, holding, numbers)])
    enough = len(holding) + undecided >= least
    return decide([], reasons(report, found, list(missing)) if enough else ())


def _places(rule: Rule, form: Form) -> Iterator[list[Signed]]:
    """For each row or column: the suspect relation, then the conditions under which it counts."""
    axis = _AXES[rule.options["for_each"]]
    by_place: list[dict[str, Signed]] = []
    for relation in (rule.options["suspect"], *rule.options.get("when", ())):
        plan = plan_of(rule, form, relation)
        by_place.append({_place(one, axis): (plan.operator, one) for one in plan.instances})
    for place in by_place[0]:
        if all(place in relations for relations in by_place):
            yield [relations[place] for relations in by_place]


def _place(instance: Instance, axis: int | None) -> str:
    """The row or column that an instance is put to; there is one for all without an axis."""
    if axis is None:
        return ""
    return next(key[axis] for side in instance for _, key in side.terms)


def _holds(relation: Signed, numbers: Numbers) -> bool | None:
    """Whether a relation holds; None where a cell has no number."""
    sign, (left, right) = relation
    try:
        return HOLDS[sign](value_of(left, numbers), value_of(right, numbers))
    except TypeError:
        return None


def _is_explained(rule: Rule, report: Report) -> bool:
    """Does the text give the reason itself?"""
    patterns = rule.options.get("explained", ())
    return bool(patterns) and any_found(patterns, needles_of(rule), scope_said(report, "report"))


def _violation(
    report: Report, found: Subject, holding: Sequence[Signed], numbers: Numbers
) -> Violation:
    """One violation for all of them, at the first."""
    form, key = found.form, found.table.key
    totals = [stated_total(instance)[0] for _, instance in holding]
    equations = [
        in_numbers(
            report, found, sign, one, (value_of(one.left, numbers), value_of(one.right, numbers))
        )
        for sign, one in holding
    ]
    cells = dict.fromkeys(cell for _, one in holding for side in one for _, cell in side.terms)
    raws = [raw_text(report, cell(report, key, *one)) for one in totals]
    return Violation(
        at=cell_mark(report, key, *totals[0]),
        slots={
            "table": form.title,
            "rows": "".join(f"「{form.rows[row].short}」" for row, _ in totals),
            "columns": "".join(f"「{form.columns[column].label}」" for _, column in totals),
            "count": len(holding),
            "equations": listed(equations, _SHOWN),
            "cells": listed([f"{named(form, *one)} {_value(report, key, one)}" for one in cells]),
        },
        values=tuple(equations),
        related=tuple(
            (cell_mark(report, key, *one), raw)
            for one, raw in zip(totals[1:], raws[1:], strict=True)
        ),
    )


def _value(report: Report, table: str, key: CellKey) -> Number:
    """The number of a cell in a relation that holds; a blank stood for nothing."""
    return cell(report, table, *key).value or 0
