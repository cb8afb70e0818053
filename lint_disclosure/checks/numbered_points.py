"""Check kind ``numbered_points``: in 一是…二是…三是 no number is skipped.

Lists may stand within lists; what begins with one opens a list of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule

_NUMERALS = "一二三四五六七八九十"
_NO_POINT = {"一": "统唯同单专惟逐划归之合第十", "二": "第十之"}
"""统一是, 之一是, 第一是: the numeral belongs to the word before it."""


class _Point(NamedTuple):
    """The marker of a point: its number, and where it stands in a sentence."""

    number: int
    sentence: Sentence
    start: int


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a gap; ``endings`` are the words behind the numeral (是, 要)."""
    said = scope_said(report, "report")
    endings = [one for one in rule.options["endings"] if f"三{one}" in said or f"四{one}" in said]
    if not any(f"一{one}" in said for one in rule.options["endings"]):
        return not_applicable("没有“一是、二是”这样的列举", "no points are numbered so")
    violations = [
        _violation(report, before, after, ending)
        for ending in endings
        for before, after in _gaps(report, ending)
    ]
    return decide(violations) if violations else PASS


def _gaps(report: Report, ending: str) -> Iterator[tuple[_Point, _Point]]:
    """Points that follow each other though a number is missing between them."""
    for _, sentences in groupby(report.sentences, lambda one: one.section):
        yield from _gaps_within(list(_points(list(sentences), ending)), ending)


def _points(sentences: Sequence[Sentence], ending: str) -> Iterator[_Point]:
    pattern = compiled(f"[{_NUMERALS}](?={ending})")
    for sentence in sentences:
        text = sentence.squeezed
        for match in pattern.finditer(text) if ending in text else ():
            before = text[match.start() - 1] if match.start() else ""
            if not before or before not in _NO_POINT.get(match.group(), "第十"):
                yield _Point(_NUMERALS.index(match.group()) + 1, sentence, match.start())


def _gaps_within(points: Sequence[_Point], ending: str) -> Iterator[tuple[_Point, _Point]]:
    lists: list[_Point] = []
    for point in points:
        if point.number == 1:
            lists.append(point)
            continue
        while lists and lists[-1].number >= point.number:
            lists.pop()
        at = next((i for i, one in enumerate(lists) if one.number == point.number - 1), None)
        if at is not None:
            del lists[at:]
        elif lists:
            before = lists.pop()
            if not _said_otherwise(before, point):
                yield before, point
        else:
            continue
        lists.append(point)


def _said_otherwise(before: _Point, after: _Point) -> bool:
    """Is a number between the two said in other words (二要, 第二, 二、)?"""
    missing = _NUMERALS[before.number : after.number - 1]
    if before.sentence is after.sentence:
        between = before.sentence.squeezed[before.start + 1 : after.start]
    else:
        between = before.sentence.squeezed[before.start + 1 :]
        between += after.sentence.squeezed[: after.start]
    return any(numeral in between for numeral in missing)


def _violation(report: Report, before: _Point, after: _Point, ending: str) -> Violation:
    numerals = [f"{_NUMERALS[one.number - 1]}{ending}" for one in (before, after)]
    parts = [
        source_parts(one.sentence, one.start, one.start + 1 + len(ending))
        for one in (before, after)
    ]
    missing = [f"{one}{ending}" for one in _NUMERALS[before.number : after.number - 1]]
    slots = {"before": numerals[0], "after": numerals[1], "missing": "、".join(missing)}
    related = ((text_mark(report, parts[0]), numerals[0]),)
    return Violation(text_mark(report, parts[1]), slots, tuple(numerals), related)
