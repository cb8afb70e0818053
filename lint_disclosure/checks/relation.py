"""Check kind ``relation``: a linear relation between the cells of a table."""

from __future__ import annotations

from lint_disclosure.evidence.arithmetic import HOLDS, numbers_of, unusable, value_of
from lint_disclosure.evidence.equation import violation
from lint_disclosure.evidence.linear import plan_of
from lint_disclosure.evidence.subject import CellKey, no_form, subject
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import Verdict, decide, not_applicable
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Rule


def check(rule: Rule, report: Report) -> Verdict:
    """Put the relation to every row or column."""
    if report.form is None:
        return no_form()
    plan = plan_of(rule, report.form, rule.options["require"])
    if not plan.instances:
        return not_applicable("不适用于该格式的统计表", "not for the tables of this form")
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    numbers = numbers_of(report, found, plan.cells, rule.options.get("blank", ""))
    holds = HOLDS[plan.operator]
    violations, missing = [], dict[CellKey, None]()
    for instance in plan.instances:
        try:
            left, right = value_of(instance.left, numbers), value_of(instance.right, numbers)
        except TypeError:
            missing.update(unusable(instance, plan.cells, numbers))
            continue
        if not holds(left, right):
            violations.append(violation(report, found, plan.operator, instance, (left, right)))
    return decide(violations, reasons(report, found, list(missing)))
