"""Check kind ``numbered_points``: in 一是…二是…三是 no number is skipped.

Lists may stand within lists; what begins with one opens a list of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, islice
from typing import NamedTuple

from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.search import Lines, as_lines
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Mark, Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule

_NUMERALS = "一二三四五六七八九十"
_NO_POINT = {"一": "统唯同单专惟逐划归之其合第十", "二": "第十之其"}
"""统一是, 之一是, 第一是: the numeral belongs to the word before it."""
_DEEPEST = 8
"""Lists that may stand within each other."""
_FAR = 2000
"""Characters between two points that are searched for a number in other words."""
_MOST = 20


class _Point(NamedTuple):
    """The marker of a point: its number, and where it stands in the text of its section."""

    number: int
    start: int


class _Gap(NamedTuple):
    """Two points that follow each other though a number between them is missing."""

    before: _Point
    after: _Point


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a gap; ``endings`` are the words behind the numeral (是, 要)."""
    said = scope_said(report, "report")
    begun = [one for one in rule.options["endings"] if f"一{one}" in said]
    if not begun:
        return not_applicable("没有“一是、二是”这样的列举", "no points are numbered so")
    long = [one for one in begun if any(f"{numeral}{one}" in said for numeral in _NUMERALS[2:])]
    if not long:
        return PASS
    found = (one for ending in long for one in _violations(report, ending))
    return decide(list(islice(found, _MOST)))


def _violations(report: Report, ending: str) -> Iterator[Violation]:
    for _, group in groupby(report.sentences, lambda one: one.section):
        sentences = list(group)
        lines = as_lines([one.squeezed for one in sentences])
        for gap in _gaps(lines.whole, ending):
            marks = [_mark(report, sentences, lines, one, ending) for one in gap]
            numerals = [f"{_NUMERALS[one.number - 1]}{ending}" for one in gap]
            missing = (f"{one}{ending}" for one in _missing(gap))
            slots = {"before": numerals[0], "after": numerals[1], "missing": "、".join(missing)}
            yield Violation(marks[1], slots, tuple(numerals), ((marks[0], numerals[0]),))


def _mark(
    report: Report, sentences: list[Sentence], lines: Lines, point: _Point, ending: str
) -> Mark:
    at = bisect_right(lines.starts, point.start) - 1
    start = point.start - lines.starts[at]
    return text_mark(report, source_parts(sentences[at], start, start + 1 + len(ending)))


def _gaps(text: str, ending: str) -> Iterator[_Gap]:
    """Go through the points with the lists that are open, the innermost last."""
    lists: list[_Point] = []
    for point in _points(text, ending):
        if point.number == 1:
            del lists[: 1 - _DEEPEST]
            lists.append(point)
            continue
        while lists and lists[-1].number >= point.number:
            lists.pop()
        at = next((i for i, one in enumerate(lists) if one.number == point.number - 1), None)
        if at is not None:
            del lists[at:]
        elif lists:
            gap = _Gap(lists.pop(), point)
            if not _said_otherwise(text, gap):
                yield gap
        else:
            continue
        lists.append(point)


def _points(text: str, ending: str) -> Iterator[_Point]:
    for match in compiled(f"[{_NUMERALS}](?={ending})").finditer(text):
        before = text[match.start() - 1 : match.start()]
        if not before or before not in _NO_POINT.get(match.group(), "第十"):
            yield _Point(_NUMERALS.index(match.group()) + 1, match.start())


def _missing(gap: _Gap) -> str:
    return _NUMERALS[gap.before.number : gap.after.number - 1]


def _said_otherwise(text: str, gap: _Gap) -> bool:
    """Is a number between the two said in other words (二要, 第二, 二、)?"""
    start, end = gap.before.start + 1, gap.after.start
    between = text[start : min(end, start + _FAR)]
    return any(numeral in between for numeral in _missing(gap))
