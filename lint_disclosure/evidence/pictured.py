"""Tables that were not read while a picture stands where they should be."""

from __future__ import annotations

from collections.abc import Iterable

from lint_disclosure.document import Feature
from lint_disclosure.report.lookup import section
from lint_disclosure.report.model import Report


def pictured_tables(report: Report, features: Iterable[Feature]) -> dict[str, Feature]:
    """For each table that is not there, by key: the first of the features in its section."""
    known = tuple(features)
    found: dict[str, Feature] = {}
    tables = report.form.tables if report.form else {}
    for key, form in tables.items():
        part = section(report, form.section)
        if key in report.tables or part is None:
            continue
        start, end = part.body
        for feature in known:
            if start <= feature.span[0] <= end:
                found.setdefault(key, feature)
    return found
