"""The sub-sections of the form's sections, found by what their headings say."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.report.lookup import section
from lint_disclosure.report.model import Report, Section
from lint_disclosure.report.text_match import squeeze


def subsections(report: Report, numbers: Sequence[int], words: str) -> list[Section]:
    """Those right below the sections of these numbers whose headings hold the words."""
    found = [one for number in numbers if (one := section(report, number))]
    return [inner for one in found for inner in one.subsections if words in inner.title]


def said_below(report: Report, found: Section) -> str:
    """What stands below a heading, squeezed and folded."""
    return squeeze(report.folded[found.body[0] : found.body[1]])


def is_shown(report: Report, found: Section) -> bool:
    """Does anything follow a sub-section, so that it is known where it ends?"""
    return not report.partial or bool(report.folded[found.body[1] :].strip())
