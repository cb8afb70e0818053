"""Check kind ``publication_date``: a report is dated by a real day, after its period, in time."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from lint_disclosure.evidence.report_year import period_end, written_year
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.place import Place
from lint_disclosure.report.metadata import field_date, stated_day
from lint_disclosure.report.model import Field, Mark, Report
from lint_disclosure.report.text_match import squeeze
from lint_disclosure.rulepack.model import Rule, Text

_NAMES = {
    "issued_on": Text("成文日期", "date of issue"),
    "published_on": Text("发布日期", "date of publication"),
}
"""The labelled dates; what stands first decides, since portals publish again and again."""

_NO_DATE = not_applicable(
    "没有标注成文日期或者发布日期", "no date of issue or publication is given"
)


class _Dated(NamedTuple):
    """A labelled date of the metadata head."""

    key: str
    field: Field
    day: date


def check(rule: Rule, report: Report) -> Verdict:
    """The date of issue decides; without one, the date of publication."""
    if rule.options["require"] == "possible":
        return _possible(rule, report)
    if report.body.level in rule.options.get("not_levels", ()):
        return not_applicable("不适用于这类机关", "not for this kind of body")
    dated = _decisive(rule, report)
    if isinstance(dated, Verdict):
        return dated
    year = written_year(report)
    if isinstance(year, Verdict):
        return year
    if rule.options["require"] == "after_period":
        return _after_period(dated, period_end(report, year))
    return _in_time(rule, report, dated, year)


def _possible(rule: Rule, report: Report) -> Verdict:
    """There is such a day, and the report was not published before it was written."""
    field = report.metadata.get("issued_on")
    if field is None:
        return not_applicable("没有标注成文日期", "no date of issue is given")
    stated = stated_day(field)
    if stated is None or stated[0] < rule.options["first_year"]:
        return _unusable("issued_on", field)
    day = field_date(field)
    if day is None:
        return decide([_violation("issued_on", field, squeeze(field.value), "", "impossible")])
    published = _usable(rule, report, "published_on")
    if published is None or published.day >= day:
        return PASS
    related = ((_mark("published_on", published.field), str(published.day)),)
    violation = _violation("issued_on", field, day, published.day, "order")
    return decide([violation._replace(related=related)])


def _decisive(rule: Rule, report: Report) -> _Dated | Verdict:
    """The date that decides, or why there is none."""
    found = next((one for key in _NAMES if (one := _usable(rule, report, key))), None)
    stated = next((key for key in _NAMES if key in report.metadata), None)
    if stated is None:
        return _NO_DATE
    field = report.metadata[stated]
    if stated == "issued_on" and stated_day(field) and field_date(field) is None:
        return not_applicable("没有成文日期这一天，见 PUB002", "there is no such day, see PUB002")
    return found or _unusable(stated, field)


def _usable(rule: Rule, report: Report, key: str) -> _Dated | None:
    """The date of a field, unless it is not a date or one that machines put in by default."""
    field = report.metadata.get(key)
    day = field_date(field)
    if field is None or day is None or day.year < rule.options["first_year"]:
        return None
    return _Dated(key, field, day)


def _unusable(key: str, field: Field) -> Verdict:
    name, value = _NAMES[key], squeeze(field.value)
    return cannot_evaluate(
        f"{name.zh}「{value}」没有读出，或者是系统默认的日期",
        f"the {name.en} “{value}” is no date or a default one",
    )


def _after_period(dated: _Dated, end: date) -> Verdict:
    key, field, day = dated
    if day > end:
        return PASS
    cases = ("last_day", key) if day == end else (key,)
    return decide([_violation(key, field, day, end, *cases)])


def _in_time(rule: Rule, report: Report, dated: _Dated, year: int) -> Verdict:
    key, field, day = dated
    limit = date.fromisoformat(f"{year + 1}-{rule.options['not_after']}")
    if day.year > limit.year:
        # An old report that is put on line again is not late.
        return not_applicable(
            f"{_NAMES[key].zh}在 {day.year} 年，像是补录或者重新发布的",
            f"the {_NAMES[key].en} is in {day.year}: it seems to be published again",
        )
    if day <= limit:
        return PASS
    published = _usable(rule, report, "published_on")
    if published is not None and published.day < day:
        return not_applicable(
            "发布日期早于成文日期，见 PUB002", "published before it was written, see PUB002"
        )
    name = squeeze(report.issuer or "").partition("(")[0]
    if not name or name not in squeeze(report.title.value if report.title else ""):
        return cannot_evaluate(
            "标题没有写明机关，发布机构可能是代发的",
            "the title names no body, and the publisher may publish for another",
        )
    return decide([_violation(key, field, day, limit, *_bodies(rule, name), key)])


def _bodies(rule: Rule, name: str) -> tuple[str, ...]:
    """The case of a body whose limit is less certain, by its name."""
    for body in rule.options.get("bodies", ()):
        if any_found(body["patterns"], needles_of(rule), name):
            return (body["case"],)
    return ()


def _violation(
    key: str, field: Field, day: date | str, limit: date | str, *cases: str
) -> Violation:
    slots = {"name": _NAMES[key], "date": day, "limit": limit}
    return Violation(_mark(key, field), slots, (str(day),), (), cases)


def _mark(key: str, field: Field) -> Mark:
    return Mark(Place(), field.parts, _NAMES[key].zh)
