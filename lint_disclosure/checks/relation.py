"""Check kind ``relation``: a linear relation between the cells of a table."""

from __future__ import annotations

import operator
from collections.abc import Callable, Sequence
from typing import Any

from lint_disclosure.checks.equation import violation
from lint_disclosure.checks.linear import Instance, Side, plan_of
from lint_disclosure.checks.subject import CellKey, Subject, listed, no_form, subject
from lint_disclosure.checks.totals import hidden_sum, is_total
from lint_disclosure.checks.verdict import Verdict, decide, not_applicable
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Rule

_HOLDS: dict[str, Callable[[Any, Any], bool]] = {
    "=": operator.eq,
    ">=": operator.ge,
    "<=": operator.le,
    "!=": operator.ne,
}


def check(rule: Rule, report: Report) -> Verdict:
    """Put the relation to every row or column; exact arithmetic, nothing is rounded."""
    if report.form is None:
        return no_form()
    plan = plan_of(rule, report.form)
    if not plan.instances:
        return not_applicable("不适用于该格式的统计表", "not for the tables of this form")
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    numbers = _numbers(found, blank_is_zero=rule.options.get("blank") == "zero")
    holds, get = _HOLDS[plan.operator], numbers.__getitem__
    violations, unusable = [], dict[CellKey, None]()
    for instance in plan.instances:
        try:
            left, right = _value(instance.left, get), _value(instance.right, get)
        except (KeyError, TypeError):
            unusable.update(_unusable(instance, numbers))
            continue
        if not holds(left, right):
            violations.append(violation(report, found, plan.operator, instance, (left, right)))
    return decide(violations, _reasons(report, found, list(unusable)))


def _value(side: Side, get: Callable[[CellKey], Any]) -> Number:
    """The worked-out side; an unusable cell raises TypeError, a missing one KeyError."""
    value: Number = sum(map(get, side.ones), side.constant)
    for coefficient, key in side.others:
        value += coefficient * get(key)
    return value


def _numbers(found: Subject, *, blank_is_zero: bool) -> dict[CellKey, Number | None]:
    """The cells as numbers; None where a cell cannot stand in a sum."""
    numbers: dict[CellKey, Number | None] = {}
    for key, one in found.table.cells.items():
        numbers[key] = one.value
        if blank_is_zero and one.state in ("blank", "dash"):
            hides = is_total(key) and hidden_sum(found, key)
            numbers[key] = None if hides else 0
    return numbers


def _unusable(instance: Instance, numbers: dict[CellKey, Number | None]) -> dict[CellKey, None]:
    terms = (*instance.left.terms, *instance.right.terms)
    return {key: None for _, key in terms if numbers.get(key) is None}


_STATES = {
    "absent": ("报告中没有", "not in the report"),
    "unread": ("没有读出", "could not be read"),
    "text": ("不是数字", "not a number"),
    "blank": ("空白", "blank"),
    "dash": ("没有填数字", "holds no number"),
}


def _reasons(report: Report, found: Subject, unusable: Sequence[CellKey]) -> list[tuple[str, str]]:
    """One reason for all the cells that kept a relation from being judged."""
    if not unusable:
        return []
    key, title = found.table.key, found.form.title
    states = [cell(report, key, *one).state for one in unusable]
    if found.table.partial and set(states) == {"absent"}:
        return [(f"文本在{title}中间中断", f"the text breaks off within {title}")]
    zh, en = [], []
    for one, state in zip(unusable, states, strict=True):
        words = _STATES[state]
        locator = cell_mark(report, key, *one).locator
        zh.append(f"{locator} {words[0]}")
        en.append(f"{locator} {words[1]}")
    return [(listed(zh), listed(en))]
