"""Ranges of report years as they are written: ``>=2021``, ``<=2020``, ``2019-2020``, ``2021``."""

from __future__ import annotations

import re

from lint_disclosure.rulepack.model import Years

_YEARS = re.compile(
    r"\s*(?:>=\s*(?P<first>[0-9]{4})|<=\s*(?P<last>[0-9]{4})"
    r"|(?P<start>[0-9]{4})(?:\s*-\s*(?P<end>[0-9]{4}))?)\s*"
)

_REPORTS = Years(2008, 2099)
"""Reports exist since 2008; what lies far ahead is a slip."""


def parse_years(text: str) -> Years | None:
    """The range that a text states; None when it cannot be read or holds no year of a report."""
    match = _YEARS.fullmatch(text)
    if match is None:
        return None
    first, last, start, end = (int(year) if year else None for year in match.groups())
    if any(year is not None and year not in _REPORTS for year in (first, last, start, end)):
        return None
    if start is None:
        return Years(first, last)
    return Years(start, end or start) if start <= (end or start) else None


def overlap(one: Years, other: Years) -> bool:
    """Whether two ranges have a year in common."""
    return (one.first or 0) <= (other.last or 9999) and (other.first or 0) <= (one.last or 9999)
