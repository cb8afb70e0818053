"""Check kind ``required_tables``: the sections hold their tables."""

from __future__ import annotations

import re

from lint_disclosure.checks.subject import listed, no_form
from lint_disclosure.checks.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import (
    body_text,
    section,
    section_mark,
    section_title,
    shown_until,
    text_mark,
)
from lint_disclosure.report.model import Mark, Report
from lint_disclosure.rulepack.model import Rule, TableForm

_NOTHING = re.compile(
    r"(?:本|我)?(?:年度?|单位|机关|部门|局|办|镇|乡|街道)*(?:暂|均)?(?:无|没有)"
    r"(?:相关|此类|该项|有关)?(?:情况|内容|事项|数据)?[。.;]?"
)


def check(rule: Rule, report: Report) -> Verdict:
    """Look for each table; a section that is not there itself is left to other rules."""
    if report.form is None:
        return no_form()
    violations: list[Violation] = []
    undecided: list[tuple[str, str]] = []
    elsewhere = False
    for key in rule.options["tables"]:
        form = report.form.tables.get(key)
        if form is None or key in report.tables:
            continue
        if not shown_until(report, form.section):
            undecided.append(
                (f"文本在{form.title}之前中断", f"the text breaks off before {form.title}")
            )
        elif (found := _body(report, form.section)) is not None:
            violations.append(_violation(report, form, *found))
        else:
            elsewhere = True
    if len(violations) > 1 and _all_alike(rule, report, violations):
        violations = [_together(violations)]
    if elsewhere and not violations and not undecided:
        return not_applicable(
            "应当有表的部分没有标题，见 STR001",
            "the part that should hold it is missing, see STR001",
        )
    return decide(violations, undecided)


def _body(report: Report, number: int) -> tuple[Mark, Span] | None:
    """The section's mark and what stands below its heading, which may be lost itself."""
    found = section(report, number)
    if found is not None:
        return section_mark(report, found), found.body
    span = report.unlabelled.get(number)
    return (text_mark(report, (span,)), span) if span is not None else None


def _violation(report: Report, table: TableForm, at: Mark, body: Span) -> Violation:
    text = body_text(report, body)
    return Violation(
        at=at,
        slots={
            "table": table.title,
            "tables": table.title,
            "section": section_title(report, table.section),
            "text": text,
        },
        values=(table.key,),
        cases=("stated_none", "missing") if _NOTHING.fullmatch(text) else ("missing",),
    )


def _all_alike(rule: Rule, report: Report, violations: list[Violation]) -> bool:
    """No table of the rule is there, and no section says that there is nothing to show."""
    return not any(key in report.tables for key in rule.options["tables"]) and not any(
        "stated_none" in one.cases for one in violations
    )


def _together(violations: list[Violation]) -> Violation:
    """One violation for all: in a text copy the tables may have been images."""
    first = violations[0]
    titles = [str(one.slots["table"]) for one in violations]
    return first._replace(
        slots={**first.slots, "tables": listed(titles)},
        values=tuple(value for one in violations for value in one.values),
        related=tuple((one.at, str(one.slots["table"])) for one in violations[1:]),
        cases=("all_missing",),
    )
