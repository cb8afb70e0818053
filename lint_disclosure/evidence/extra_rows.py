"""Rows that a table has beside those of its form, and that are known: 其他主动公开文件."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.evidence.subject import Subject
from lint_disclosure.place import Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.model import Report


def without_extra_rows(report: Report, found: Subject, labels: Sequence[str]) -> Subject:
    """The table without the numbers that stand on a line behind one of the labels.

    Numbers that belong to no row leave it open what else was not read; these do not.
    """
    table = found.table
    if not labels or not table.loose:
        return found
    known = tuple(bare(WIDTHS.fold(label)) for label in labels)
    loose = tuple(span for span in table.loose if not _line_before(report, span).startswith(known))
    return found._replace(table=table._replace(loose=loose))


def _line_before(report: Report, span: Span) -> str:
    """What stands before a place on its line, bare."""
    start = report.folded.rfind("\n", 0, span[0]) + 1
    return bare(report.folded[start : span[0]])
