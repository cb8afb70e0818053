"""Check kind ``relation``: a linear relation between the cells of a table."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from lint_disclosure.evidence.equation import violation
from lint_disclosure.evidence.linear import Instance, Side, plan_of
from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.subject import CellKey, Subject, no_form, subject
from lint_disclosure.evidence.totals import hidden_sum, is_total
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import Verdict, decide, not_applicable
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import ABSENT
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
    blank = rule.options.get("blank", "")
    numbers = once(
        report,
        f"numbers {found.table.key} {blank}",
        lambda: _numbers(found, plan.cells, blank_is_zero=blank == "zero"),
    )
    holds = _HOLDS[plan.operator]
    violations, unusable = [], dict[CellKey, None]()
    for instance in plan.instances:
        try:
            left, right = _value(instance.left, numbers), _value(instance.right, numbers)
        except TypeError:
            known = dict(zip(plan.cells, numbers, strict=True))
            unusable.update(_unusable(instance, known))
            continue
        if not holds(left, right):
            violations.append(violation(report, found, plan.operator, instance, (left, right)))
    return decide(violations, reasons(report, found, list(unusable)))


def _value(side: Side, numbers: Sequence[Any]) -> Number:
    """The worked-out side; a cell without a number raises TypeError."""
    value: Number = sum(side.pick(numbers), side.constant)
    for coefficient, place in side.others:
        value += coefficient * numbers[place]
    return value


def _numbers(found: Subject, keys: list[CellKey], *, blank_is_zero: bool) -> list[Number | None]:
    """The cells as numbers, in the order of the form; None where one cannot stand in a sum."""
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


def _unusable(instance: Instance, numbers: Mapping[CellKey, Number | None]) -> dict[CellKey, None]:
    terms = (*instance.left.terms, *instance.right.terms)
    return {key: None for _, key in terms if numbers.get(key) is None}
