"""The year of a report where it is written down, and the day on which its data period ends."""

from __future__ import annotations

from datetime import date

from lint_disclosure.evidence.verdict import Verdict, cannot_evaluate, not_applicable
from lint_disclosure.report.model import Report


def written_year(report: Report) -> int | Verdict:
    """The year that title or data period name; a verdict where they name none, or two."""
    end = _period_end(report)
    named = {year for year in (report.title_year, end.year if end else None) if year}
    if len(named) > 1:
        return not_applicable(
            "标题和统计期限的年份不同，见 PRE002", "title and data period differ, see PRE002"
        )
    if not named:
        return cannot_evaluate(
            "标题和统计期限都没有写明年份，报告年度只是推断的",
            "neither title nor data period names the year, which is only inferred",
        )
    return named.pop()


def period_end(report: Report, year: int) -> date:
    """The last day of the stated data period; where it cannot be read, of the year."""
    return _period_end(report) or date(year, 12, 31)


def _period_end(report: Report) -> date | None:
    period = report.period
    return period.end if period and not period.damaged else None
