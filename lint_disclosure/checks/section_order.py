"""Check kind ``section_order``: the sections stand in the form's order, each of them once."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lint_disclosure.evidence.section_content import content
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide
from lint_disclosure.report.lookup import section_mark, where
from lint_disclosure.report.model import Report, Section
from lint_disclosure.rulepack.model import Rule

_NUMERALS = "〇一二三四五六七八九十"

Numbered = tuple[int, Section]


def check(rule: Rule, report: Report) -> Verdict:
    """A repeated heading is reported once; of two swapped sections, only one is named."""
    found = [(part.number, part) for part in report.sections if part.number is not None]
    numbers = [number for number, _ in found]
    if all(left < right for left, right in pairwise(numbers)):
        return PASS
    first: dict[int, Section] = {}
    violations = []
    for number, part in _without_contents_list(report, found):
        if number in first:
            violations.append(_repeated(report, part, first[number]))
        else:
            first[number] = part
    return decide(violations + _misplaced(report, list(first.items())))


def _without_contents_list(report: Report, found: list[Numbered]) -> list[Numbered]:
    """Drop headings without a text whose number comes again with one: a table of contents."""
    filled = {number for number, part in found if content(report, part)}
    return [
        (number, part) for number, part in found if number not in filled or content(report, part)
    ]


def _repeated(report: Report, part: Section, first: Section) -> Violation:
    at, before = section_mark(report, part), section_mark(report, first)
    return Violation(
        at=at,
        slots={
            "title": at.locator,
            "where": where(report, first.heading),
            "order": "",
            "other": before.locator,
        },
        values=(at.locator,),
        related=((before, before.locator),),
        cases=("repeated",),
    )


def _misplaced(report: Report, found: list[Numbered]) -> list[Violation]:
    numbers = [number for number, _ in found]
    order = "、".join(_NUMERALS[number] for number in numbers)
    kept = set(_longest_rising(numbers))
    violations = []
    for index, (number, part) in enumerate(found):
        if index in kept:
            continue
        after = [other for at, (other, _) in enumerate(found) if at in kept and other > number]
        before = [other for at, (other, _) in enumerate(found) if at in kept and other < number]
        other = section_mark(report, dict(found)[after[0] if after else before[-1]]).locator
        at = section_mark(report, part)
        slots = {"title": at.locator, "where": "", "order": order, "other": other}
        violations.append(Violation(at, slots, (at.locator, order), (), ("order",)))
    return violations


def _longest_rising(numbers: Sequence[int]) -> list[int]:
    """Positions of a longest rising run, so that as few sections as possible are out of place."""
    best: list[list[int]] = []
    for index, number in enumerate(numbers):
        runs = [run for run in best if numbers[run[-1]] < number]
        best.append([*max(runs, key=len, default=[]), index])
    return max(best, key=len, default=[])
