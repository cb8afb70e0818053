"""Check kind ``form_year``: the tables are those of the form for the year."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.evidence.subject import listed, no_form
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import column_mark, report_mark, row_mark, table_mark
from lint_disclosure.report.model import Mark, Report
from lint_disclosure.rulepack.model import Form, Rule, TableForm


def check(rule: Rule, report: Report) -> Verdict:
    """Compare the form that was recognised with the one for the report's year."""
    used, due = report.form, report.expected_form
    if used is None:
        return no_form()
    if due is None:
        return not_applicable(
            "没有读出报告年度，或者该年度没有对应的格式",
            "the year of the report is not known, or there is no form for it",
        )
    if used.key == due.key:
        return PASS
    signs = list(_signs(report, used, due))
    tables = [key for key in used.tables if key in report.tables]
    return decide(
        [
            Violation(
                at=table_mark(report, tables[0]) if tables else report_mark(report),
                slots={
                    "year": report.year,
                    "used": used.document,
                    "due": due.document,
                    "labels": listed([text for text, _ in signs], 7),
                },
                values=tuple(text for text, _ in signs),
                related=tuple((mark, text) for text, mark in signs),
                expected=due.document,
                actual=used.document,
            )
        ]
    )


def _signs(report: Report, used: Form, due: Form) -> Iterator[tuple[str, Mark]]:
    """The labels in the report that only the form in use has, in their order."""
    for key, table in report.tables.items():
        form, other = used.tables.get(key), due.tables.get(key)
        if form is None or other is None:
            continue
        known = _labels(other)
        for column in table.columns:
            text = form.columns[column].label
            if text not in known:
                yield text, column_mark(report, key, column)
        for row in table.rows:
            text = form.rows[row].label
            if row not in other.rows and text not in known:
                yield form.rows[row].short, row_mark(report, key, row)


def _labels(form: TableForm) -> set[str]:
    rows, columns = form.rows.values(), form.columns.values()
    return {
        *(group.label for group in form.groups.values()),
        *(text for row in rows for text in (row.label, *row.aliases)),
        *(text for column in columns for text in (column.label, *column.aliases)),
    }
