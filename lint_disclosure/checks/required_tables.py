"""Check kind ``required_tables``: the sections hold their tables, or: no other section does."""

from __future__ import annotations

from lint_disclosure.evidence.misplaced_tables import misplaced_tables
from lint_disclosure.evidence.pictured import pictured_tables
from lint_disclosure.evidence.subject import listed, no_form
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
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
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule, TableForm

_LONGEST = 60
_NOTHING = r"[无没未](?![法能按及])|不存在|不涉及|为零|0件"
_FIGURE = r"(?<!\d)(?!20\d\d年)\d*[1-9]"
_SHOWN_ELSEWHERE = ("附件", "附表", "附后", "如下", "见", "图", "列表", "另行")


def check(rule: Rule, report: Report) -> Verdict:
    """Look for each table; a section that is not there itself is left to other rules."""
    if report.form is None:
        return no_form()
    if rule.options.get("misplaced"):
        return _misplaced(rule, report)
    violations: list[Violation] = []
    undecided: list[tuple[str, str]] = []
    elsewhere = misplaced = False
    pictured = pictured_tables(report, (one for one in report.features if one.kind == "picture"))
    for key in rule.options["tables"]:
        form = report.form.tables.get(key)
        if form is None or key in report.tables:
            continue
        if not shown_until(report, form.section):
            undecided.append(
                (f"文本在{form.title}之前中断", f"the text breaks off before {form.title}")
            )
        elif key in misplaced_tables(report):
            misplaced = True
        elif key in pictured:
            undecided.append(
                (
                    f"{form.title}可能是图片，没有读到",
                    f"{form.title} may be a picture, it was not read",
                )
            )
        elif (found := _body(report, form.section)) is not None:
            violations.append(_violation(report, form, *found))
        else:
            elsewhere = True
    if len(violations) > 1 and _all_alike(rule, report, violations):
        violations = [_together(violations)]
    if misplaced and not violations and not undecided:
        return not_applicable("表在别的部分，见 STR014", "another part holds the table, see STR014")
    if elsewhere and not violations and not undecided:
        return not_applicable(
            "应当有表的部分没有标题，见 STR001",
            "the part that should hold it is missing, see STR001",
        )
    return decide(violations, undecided)


def _misplaced(rule: Rule, report: Report) -> Verdict:
    """Case ``misplaced``: one violation for all tables that stand in the same wrong section."""
    form, there = report.form, misplaced_tables(report)
    wrong: dict[str, list[str]] = {}
    for key in rule.options["tables"]:
        if form and key in form.tables and key in there:
            wrong.setdefault(section_mark(report, there[key][0]).locator, []).append(key)
    violations = []
    for place, keys in wrong.items():
        tables = [form.tables[key] for key in keys] if form else []
        slots = {
            "table": listed([one.title for one in tables]),
            "tables": listed([one.title for one in tables]),
            "section": "、".join(f"「{section_title(report, one.section)}」" for one in tables),
            "text": place,
        }
        at = text_mark(report, (there[keys[0]][1],))
        violations.append(Violation(at, slots, tuple(keys), (), ("misplaced",)))
    return decide(violations)


def _body(report: Report, number: int) -> tuple[Mark, Span] | None:
    """The section's mark and what stands below its heading, which may be lost itself."""
    found = section(report, number)
    if found is not None:
        return section_mark(report, found), found.body
    span = report.unlabelled.get(number)
    return (text_mark(report, (span,)), span) if span is not None else None


def _violation(report: Report, table: TableForm, at: Mark, body: Span) -> Violation:
    text = body_text(report, body)
    printed = squeeze(report.source.cut((body,)))
    return Violation(
        at=at,
        slots={
            "table": table.title,
            "tables": table.title,
            "section": section_title(report, table.section),
            "text": printed,
        },
        values=(table.key,),
        cases=("stated_none", "missing") if _says_none(text) else ("missing",),
    )


def _says_none(text: str) -> bool:
    """Is all that is said instead of a table that there was nothing (本年度无。)?"""
    return (
        len(text) <= _LONGEST
        and not any(word in text for word in _SHOWN_ELSEWHERE)
        and compiled(_NOTHING).search(text) is not None
        and compiled(_FIGURE).search(text) is None
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
