"""Check kind ``section_heading``: the headings of the sections are worded and numbered as on the
form, and there are no others of their rank.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.lookup import section, section_mark, section_title, text_mark
from lint_disclosure.report.model import Report, Section
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_STOPS = ("。", ".", ";", ":", ",", "、")
_LOST_NUMBERS = {(2, 1)}
"""Style and ordinal of all headings of a page whose automatic numbers were lost: 1. each time."""


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a heading; headings of sections that are missing are left to other rules."""
    parts = [one for one in report.sections if one.number is not None]
    if not parts or report.form is None:
        return not_applicable("没有认出各部分的标题", "no heading of the form was recognised")
    return _REQUIREMENTS[rule.options["require"]](rule, report, parts)


def _title(rule: Rule, report: Report, parts: Sequence[Section]) -> Verdict:
    """The words of the form, without a mark of punctuation behind them."""
    ends = [report.folded[part.heading[0] : part.heading[1]].rstrip()[-1:] for part in parts]
    stopped = [end in _STOPS for end in ends]
    if not any(stopped) and all(part.exact for part in parts):
        return PASS
    violations = []
    for part, stop in zip(parts, stopped, strict=True):
        case = _wording(rule, report, part)
        if case is None and stop and not all(stopped):
            case = "stop"
        if case is not None:
            violations.append(_violation(report, part, case))
    return decide(violations)


def _wording(rule: Rule, report: Report, part: Section) -> str | None:
    """Case ``variant`` for wordings that the form lists, ``other`` for any other one."""
    if part.exact or report.form is None:
        return None
    form = next(one for one in report.form.sections if one.number == part.number)
    own = _bare(form.title)
    if part.title in (own, *(prefix + own for prefix in rule.options.get("prefixes", ()))):
        return None
    return "variant" if part.title in map(_bare, form.aliases) else "other"


def _numbering(rule: Rule, report: Report, parts: Sequence[Section]) -> Verdict:
    """The form's own numbers; where sections are missing or swapped, one number after another."""
    if all(part.style == 0 and part.ordinal == part.number for part in parts):
        return PASS
    if len(parts) > 1 and {(part.style, part.ordinal) for part in parts} == _LOST_NUMBERS:
        return cannot_evaluate(
            "各部分的编号都是 1，可能是转换文本时丢了自动编号",
            "all sections are numbered 1: the automatic numbers may be lost in a copy",
        )
    violations = [
        _violation(report, part, "ordinal")
        for place, part in enumerate(parts, start=1)
        if part.ordinal not in (part.number, place)
    ]
    styled = [part for part in parts if part.style != 0]
    if styled:
        violations.insert(0, _violation(report, styled[0], "style", len(styled)))
    return decide(violations)


def _known(rule: Rule, report: Report, parts: Sequence[Section]) -> Verdict:
    """No heading goes on with the numbers of the sections that is none of them."""
    allowed = "|".join(rule.options.get("except", ()))
    violations = []
    for place, part in enumerate(parts, start=1):
        found = list(_going_on(report, part))
        following = parts[place].ordinal if place < len(parts) else None
        if found and following in (None, found[-1].ordinal + 1):
            violations += [
                _violation(report, one, "extra")
                for one in found
                if not (allowed and compiled(allowed).search(one.title))
            ]
    return decide(violations)


def _going_on(report: Report, part: Section) -> Iterator[Section]:
    """The headings within a section that are numbered like it and follow on its number.

    One that has the number of a section that is missing is this section under another name.
    """
    ordinal = part.ordinal + 1
    for one in _inside(part):
        free = ordinal > len(report.form.sections if report.form else ())
        if one.style == part.style and one.ordinal == ordinal:
            if free or section(report, ordinal) is not None:
                yield one
            ordinal += 1


def _inside(part: Section) -> Iterator[Section]:
    for one in part.subsections:
        yield one
        yield from _inside(one)


def _violation(report: Report, part: Section, case: str, count: int = 1) -> Violation:
    start, end = part.heading
    printed = report.source.text[start:end].strip("#* \t\r\n\u3000")
    slots = {
        "heading": "".join(printed.split()),
        "own": section_title(report, part.number) if part.number else "",
        "count": count,
    }
    at = section_mark(report, part) if part.number else text_mark(report, (part.heading,))
    return Violation(at, slots, (part.title,), (), (case,))


def _bare(text: str) -> str:
    return bare(WIDTHS.fold(text))


_REQUIREMENTS: Mapping[str, Callable[[Rule, Report, Sequence[Section]], Verdict]] = {
    "title": _title,
    "numbering": _numbering,
    "known": _known,
}
