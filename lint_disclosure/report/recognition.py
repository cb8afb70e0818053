"""Which form a report is on, of which year it is, and whether it is an annual report at all."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.metadata import field_date
from lint_disclosure.report.model import Field, Period
from lint_disclosure.rulepack.model import Form

_YEAR = re.compile(r"(?<!\d)(20[0-3]\d)年")


def form_for_year(forms: Mapping[str, Form], year: int | None) -> Form | None:
    """The form that reports of a year are due on; None before the first form."""
    return next((form for form in forms.values() if year is not None and year in form.years), None)


def latest_form(forms: Mapping[str, Form]) -> Form:
    """The form of the latest years."""
    return max(forms.values(), key=lambda form: form.years.first or 0)


def recognise_form(forms: Sequence[Form], texts: Collection[str]) -> Form | None:
    """The form most of whose own labels are among the bare texts; None when none or as many are."""
    scores = [(_score(form, texts, tuple(forms)), form) for form in forms]
    scores.sort(key=lambda pair: pair[0], reverse=True)
    if not scores or scores[0][0] == 0 or (len(scores) > 1 and scores[0][0] == scores[1][0]):
        return None
    return scores[0][1]


def _score(form: Form, texts: Collection[str], forms: tuple[Form, ...]) -> int:
    own = _own_labels(form, forms)
    glued = [text for text in texts if len(text) > 12 and "信息内容" in text]
    return sum(label in texts or any(label in text for text in glued) for label in own)


_own: dict[tuple[int, int], frozenset[str]] = {}


def _own_labels(form: Form, forms: tuple[Form, ...]) -> frozenset[str]:
    """Labels of rows and columns that only this form has."""
    key = (id(form), len(forms))
    if key not in _own:
        others = frozenset[str]().union(*(_labels(other) for other in forms if other is not form))
        _own[key] = _labels(form) - others
    return _own[key]


def _labels(form: Form) -> frozenset[str]:
    printed = [
        text
        for table in form.tables.values()
        for text in (
            *(row.label for row in table.rows.values()),
            *(column.label for column in table.columns.values()),
        )
    ]
    return frozenset(bare(WIDTHS.fold(text)) for text in printed)


def decide_year(
    title_year: int | None,
    announced_year: int | None,
    period: Period | None,
    opening: str,
    metadata: Mapping[str, Field],
) -> int | None:
    """The report's year: of the title, the first sentence, the period, else the text itself."""
    if title_year or announced_year:
        return title_year or announced_year
    if period and (period.end or period.start):
        day = period.end or period.start
        return day.year if day else None
    years = Counter(_YEAR.findall(opening))
    if years:
        most = max(years.values())
        return max(int(year) for year, count in years.items() if count == most)
    for key in ("issued_on", "published_on"):
        day = field_date(metadata.get(key))
        if day:
            return day.year - 1
    return None


ENOUGH = 3
"""The evidence that makes a text an annual report; see ``evidence``."""


def evidence(
    *,
    named: bool,
    sections: int,
    tables: int,
    period: bool,
    cites_law: bool,
    aspects: int,
) -> int:
    """How much speaks for an annual report: a table of the form is enough, its name nearly so."""
    return 3 * tables + 2 * named + min(sections, 3) + period + cites_law + (aspects >= 2)
