"""Check kind ``period``: the stated data period is well formed, or is the whole year."""

from __future__ import annotations

from datetime import date

from lint_disclosure.evidence.scope import scope_text
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Period, Report
from lint_disclosure.rulepack.model import Rule


def check(rule: Rule, report: Report) -> Verdict:
    """Each wrong period breaks one requirement only, so a report gets one finding for it."""
    period = report.period
    if period is None:
        return not_applicable("报告没有写明数据统计期限", "the report states no data period")
    if rule.options["require"] == "well_formed":
        return _well_formed(report, period)
    return _full_year(rule, report, period)


def _well_formed(report: Report, period: Period) -> Verdict:
    if period.damaged:
        return decide([_violation(report, period, "damaged")])
    if period.start and period.end and period.start > period.end:
        return decide([_violation(report, period, "reversed")])
    return PASS


def _full_year(rule: Rule, report: Report, period: Period) -> Verdict:
    start, end = period.start, period.end
    if period.damaged or start is None or end is None or start > end:
        return not_applicable(
            "统计期限的起止日期读不完整，见 PRE007", "the dates are not readable, see PRE007"
        )
    if start == date(end.year, 1, 1) and end == date(end.year, 12, 31):
        return PASS
    if _founded_within(rule, report, start, end):
        return not_applicable(
            "机关在年内成立，统计期限从成立之日算起",
            "the body was founded within the year, the period starts then",
        )
    return decide([_violation(report, period, "not_full_year")])


def _founded_within(rule: Rule, report: Report, start: date, end: date) -> bool:
    """Does the text speak of a founding, and does the period miss only the start of the year?"""
    if start.year != end.year or (end.month, end.day) != (12, 31):
        return False
    text = scope_text(report, ["preamble", 1])
    return any_found(rule.options.get("founding", ()), needles_of(rule), text)


def _violation(report: Report, period: Period, case: str) -> Violation:
    raw = "".join(report.source.cut(period.parts).split()).strip("自从为是至：:，,")
    slots = {
        "period": raw,
        "start": period.start or "?",
        "end": period.end or "?",
        "year": report.year if report.year is not None else "?",
    }
    return Violation(text_mark(report, period.parts), slots, (raw,), (), (case,))
