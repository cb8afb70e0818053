"""Check kind ``agreement``: what is said in two places of the head of a report agrees."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.place import Place, Span
from lint_disclosure.report.lookup import report_mark, text_mark
from lint_disclosure.report.model import Field, Mark, Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_FIRST_YEAR = 2008
"""Reports exist since 2008; an earlier year is a machine's default such as 1970-01-01."""

_NAMES = {
    "title_year": ("标题年份", "the year in the title"),
    "period_year": ("统计期限年份", "the year of the data period"),
    "report_year": ("报告年度", "the year of the report"),
    "issued_year": ("成文日期年份", "the year of the date of issue"),
    "title_issuer": ("标题中的机关", "the body in the title"),
    "publisher": ("发布机构", "the publishing body"),
    "index_year": ("索引号年份", "the year in the index number"),
}

_YEAR_OF_INDEX = r"(?:^|[/_-])(20\d\d)(?=[/_-]\d{2})"
"""014416330/2018-04736: the year behind the code of the body, before the running number."""


class _Value(NamedTuple):
    """A value of the head: what it is, and where it stands."""

    value: int | str
    parts: tuple[Span, ...]


def check(rule: Rule, report: Report) -> Verdict:
    """A pair with a value that is not stated, or that an earlier pair put in doubt, is skipped."""
    violations: list[Violation] = []
    compared = False
    for pair in rule.options["compare"]:
        left, right = _value(report, pair["left"]), _value(report, pair["right"])
        if left is None or right is None or (violations and "report_year" in _keys(pair)):
            continue
        by_name = pair.get("how") == "name"
        if by_name and not _comparable(str(right.value), rule.options):
            continue
        compared = True
        if by_name:
            agree = same_body(str(left.value), str(right.value), rule.options)
        else:
            agree = _agree(left.value, _shifted(right.value, pair), pair.get("how"))
        if not agree:
            violations.append(_violation(report, pair, left, right))
    if not compared:
        wanted = dict.fromkeys(key for pair in rule.options["compare"] for key in _keys(pair))
        zh = "、".join(_NAMES[key][0] for key in wanted)
        return not_applicable(f"没有可以相互核对的{zh}", "nothing to compare is stated")
    return decide(violations)


def _agree(left: int | str, right: int | str, how: str | None) -> bool:
    if how == "not_after" and isinstance(left, int) and isinstance(right, int):
        return left <= right
    return left == right


def same_body(left: str, right: str, options: Mapping[str, Any]) -> bool:
    """Are two names of one body: the same, or one a shortening of the other?

    A shortening keeps characters and may move them (渝中区公安分局, 公安局渝中区分局); what is no
    shortening by characters is listed as a pair in the options.
    """
    names = (_squeezed(name.partition("(")[0]) for name in (left, right))
    shorter, longer = sorted(names, key=len)
    if _within(shorter, longer) or _within(
        *sorted(map(_without_government, (left, right)), key=len)
    ):
        return True
    for short, full in options.get("short_names", ()):
        shorter, longer = shorter.replace(full, short), longer.replace(full, short)
        if _within(*sorted((shorter, longer), key=len)):
            return True
    return False


def _without_government(name: str) -> str:
    """区政府国资局 is 浑南区国资局."""
    return _squeezed(name).replace("人民政府", "").replace("政府", "")


def _within(shorter: str, longer: str) -> bool:
    return not Counter(shorter) - Counter(longer)


def _comparable(publisher: str, options: Mapping[str, Any]) -> bool:
    """Is the publisher a body that would publish only for itself?"""
    name = _squeezed(publisher)
    endings: Sequence[str] = options.get("body_endings", ("",))
    others: Sequence[str] = options.get("publishers_for_others", ())
    return name.endswith(tuple(endings)) and not any(word in name for word in others)


def _squeezed(name: str) -> str:
    return "".join(character for character in name if character.isalnum())


def _shifted(value: int | str, pair: Mapping[str, Any]) -> int | str:
    return value + pair.get("plus", 0) if isinstance(value, int) else value


def _keys(pair: Mapping[str, Any]) -> tuple[str, str]:
    return pair["left"], pair["right"]


def _value(report: Report, key: str) -> _Value | None:
    title, period = report.title, report.period
    if key == "title_year" and title and report.title_year is not None:
        return _Value(report.title_year, title.parts)
    if key == "title_issuer" and title and report.issuer:
        named = (
            _squeezed(report.issuer) in _squeezed(title.value) and report.issuer[0] not in "我本该"
        )
        return _Value(report.issuer, title.parts) if named else None
    if key == "period_year" and period and not period.damaged and period.start and period.end:
        same_year = period.start.year == period.end.year
        return _Value(period.end.year, period.parts) if same_year else None
    if key == "report_year" and report.year is not None:
        return _Value(report.year, ())
    if key == "issued_year":
        return _issued_year(report.metadata.get("issued_on"))
    if key == "index_year":
        return _index_year(report.metadata.get("index_number"))
    if key == "publisher":
        field = report.metadata.get("publisher")
        return _Value(field.value, field.parts) if field and field.value else None
    return None


def _issued_year(field: Field | None) -> _Value | None:
    digits = field.value[:4] if field else ""
    if field is None or not digits.isdigit() or int(digits) < _FIRST_YEAR:
        return None
    return _Value(int(digits), field.parts)


def _index_year(field: Field | None) -> _Value | None:
    years = set(compiled(_YEAR_OF_INDEX).findall(field.value)) if field else set()
    return _Value(int(years.pop()), field.parts) if field and len(years) == 1 else None


def _violation(report: Report, pair: Mapping[str, Any], left: _Value, right: _Value) -> Violation:
    """Two statements that differ: none of them is known to be the right one."""
    wanted = _shifted(right.value, pair)
    at = _mark(report, pair["left"], left)
    return Violation(
        at=at,
        slots={
            "left": left.value,
            "right": right.value,
            "wanted": wanted,
            "left_name": _NAMES[pair["left"]][0],
            "right_name": _NAMES[pair["right"]][0],
            "left_name_en": _NAMES[pair["left"]][1],
            "right_name_en": _NAMES[pair["right"]][1],
        },
        values=(str(left.value), str(right.value)),
        related=((_mark(report, pair["right"], right), str(right.value)),) if right.parts else (),
        cases=(pair["case"],) if "case" in pair else (),
    )


def _mark(report: Report, key: str, value: _Value) -> Mark:
    if not value.parts:
        return report_mark(report)
    if key.startswith("title"):
        return Mark(Place(), value.parts, "标题")
    if key in ("issued_year", "index_year", "publisher"):
        return Mark(Place(), value.parts, _NAMES[key][0].removesuffix("年份"))
    return text_mark(report, value.parts)
