"""Tables that stand below another heading than the form has them under."""

from __future__ import annotations

from lint_disclosure.evidence.memory import once
from lint_disclosure.place import Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.lookup import section
from lint_disclosure.report.model import Report, Section
from lint_disclosure.rulepack.model import TableForm

_ENOUGH = 3 / 4
"""The share of a table's labels that makes it that table, for some are torn in text copies."""


def misplaced_tables(report: Report) -> dict[str, tuple[Section, Span]]:
    """For each table that its own section lacks, by key: where else it stands, and its first line.

    Nothing is said of a table whose own section is not there.
    """
    return once(report, "misplaced tables", lambda: _misplaced(report))


def _misplaced(report: Report) -> dict[str, tuple[Section, Span]]:
    found: dict[str, tuple[Section, Span]] = {}
    for key, form in report.form.tables.items() if report.form else ():
        if key in report.tables or section(report, form.section) is None:
            continue
        for part in report.sections:
            lines = None if part.number == form.section else _lines(report, part, form)
            if lines is not None:
                found[key] = (part, lines)
                break
    return found


def _lines(report: Report, part: Section, form: TableForm) -> Span | None:
    """The first line with a label of the table, if the section holds nearly all its labels."""
    start, end = part.body
    body = bare(report.folded[start:end])
    labels = _labels(form)
    if sum(label in body for label in labels) < _ENOUGH * len(labels):
        return None
    for line in report.folded[start:end].splitlines(keepends=True):
        if any(label in bare(line) for label in labels):
            return start, start + len(line.rstrip())
        start += len(line)
    return None


def _labels(form: TableForm) -> list[str]:
    """The labels of columns and rows of more than two characters, such as are no other words."""
    printed = [one.label for one in form.columns.values()]
    printed += [one.label for one in form.rows.values()]
    return [text for label in printed if len(text := bare(WIDTHS.fold(label))) > 2]
