"""Check kind ``cell_limit``: rows that must all be zero, or must not, for the bodies of a rule."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.subject import (
    CellKey,
    Subject,
    listed,
    named,
    raw_text,
    subject,
)
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Rule, Text

_READ = ("number", "blank", "dash")
_NO_HINT = Text("", "")


def check(rule: Rule, report: Report) -> Verdict:
    """One violation at most. Which bodies are meant says ``applies_to``."""
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    keys = _keys(found, rule.options["rows"], rule.options.get("columns"))
    if not keys:
        title = found.form.title
        return not_applicable(f"{title}没有这些单元格", f"{title} has no such cells")
    ignored = rule.options.get("over", 0)
    values = {key: cell(report, found.table.key, *key).value for key in keys}
    counted = [key for key, value in values.items() if value and not 0 < value <= ignored]
    if rule.options["require"] == "all_zero":
        verdict = _all_zero(rule, report, found, keys, counted)
    else:
        verdict = _not_all_zero(rule, report, found, keys, counted)
    if verdict.outcome == "fail" and _adds_up_others(rule, report):
        return not_applicable(
            "报告汇总了其他单位的数据", "the report adds up the numbers of other bodies"
        )
    return verdict


def _keys(found: Subject, rows: Sequence[str], columns: Sequence[str] | None) -> list[CellKey]:
    """The cells of the rows, in the columns named or in all that the rows have."""
    return [
        (row, column)
        for row in rows
        for column in found.form.rows[row].columns
        if columns is None or column in columns
    ]


def _all_zero(
    rule: Rule,
    report: Report,
    found: Subject,
    keys: Sequence[CellKey],
    counted: Sequence[CellKey],
) -> Verdict:
    form, table = found
    # A row that was placed without its label may be another one.
    sure = [key for key in counted if key[0] in table.rows]
    if sure:
        return decide([_violation(rule, report, found, sure)])
    if counted:
        rows = listed([form.rows[row].short for row, _ in counted])
        return cannot_evaluate(
            f"{form.title}没有读到「{rows}」的行名", f"the label of row {rows} was not read"
        )
    return decide([], reasons(report, found, _unusable(report, found, keys, _READ)))


def _not_all_zero(
    rule: Rule,
    report: Report,
    found: Subject,
    keys: Sequence[CellKey],
    counted: Sequence[CellKey],
) -> Verdict:
    if counted:
        return PASS
    unusable = _unusable(report, found, keys, ("number",))
    if unusable:
        return decide([], reasons(report, found, unusable))
    return decide([_violation(rule, report, found, keys)])


def _unusable(
    report: Report, found: Subject, keys: Sequence[CellKey], states: Sequence[str]
) -> list[CellKey]:
    """The cells that are in none of the states."""
    return [key for key in keys if cell(report, found.table.key, *key).state not in states]


def _adds_up_others(rule: Rule, report: Report) -> bool:
    """Does the beginning say that the numbers are those of several bodies?"""
    patterns = rule.options.get("aggregated", ())
    return bool(patterns) and any_found(
        patterns, needles_of(rule), scope_said(report, ["preamble", 1])
    )


def _violation(rule: Rule, report: Report, found: Subject, keys: Sequence[CellKey]) -> Violation:
    form, key = found.form, found.table.key
    cells = {one: cell(report, key, *one) for one in keys}
    beside, hint = _beside(rule, report, found)
    first = keys[0]
    return Violation(
        at=cell_mark(report, key, *first),
        slots={
            "table": form.title,
            "cells": listed([f"{named(form, *one)} {cells[one].value}" for one in keys]),
            "value": cells[first].value,
            "issuer": report.issuer or Text("本机关", "the body"),
            "hint": hint,
        },
        values=tuple(f"{one.value}" for one in cells.values()),
        related=tuple(
            (cell_mark(report, key, *one), raw_text(report, cells[one])) for one in keys[1:]
        ),
        cases=_cases(report, beside),
    )


def _beside(rule: Rule, report: Report, found: Subject) -> tuple[str, Text]:
    """Whether the rows that are looked at beside are all zero, and what that suggests."""
    beside = rule.options.get("beside")
    if not beside:
        return "", _NO_HINT
    keys = _keys(found, beside["rows"], beside.get("columns"))
    values = [cell(report, found.table.key, *key).value for key in keys]
    if any(values):
        return "beside_counted", _NO_HINT
    if None in values:
        return "", _NO_HINT
    hint = beside.get("hint")
    return "beside_zero", Text(hint["zh"], hint["en"]) if hint else _NO_HINT


def _cases(report: Report, beside: str) -> tuple[str, ...]:
    """The rows beside, then the form of the tables, then what the body is."""
    form = f"form_{report.form.key}" if report.form else ""
    level, kind, function = report.body
    return tuple(case for case in (beside, form, function, kind, level) if case)
