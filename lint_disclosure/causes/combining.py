"""Make one finding out of several that have the same cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count

from lint_disclosure.causes.worded import Worded
from lint_disclosure.evidence.equation import letter
from lint_disclosure.evidence.related import located, locator, related
from lint_disclosure.finding import (
    SEVERITIES,
    Broken,
    Change,
    Equation,
    Finding,
    Related,
    Repair,
    Term,
)
from lint_disclosure.place import Location
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import Mark, Report

Key = tuple[str, str, str]
"""Table, row and column of a cell."""


def combined(
    report: Report,
    chosen: Sequence[Worded],
    others: Sequence[Worded],
    repair: Repair,
) -> Finding:
    """One finding for all violations of a cause.

    It is told by the lowest of the chosen rules, with the highest of their severities. It points at
    the suspected cell, and without one at the total of its first relation.
    """
    members = sorted([*chosen, *others], key=lambda one: one.rule.id)
    first = min(chosen, key=lambda one: one.rule.id)
    suspect = _suspect(first, repair)
    if suspect is None and len(members) == 1:
        return first.finding._replace(repair=repair)
    finding = first.finding
    if suspect is not None:
        finding = _pointed_at(finding, report, _mark(report, suspect), suspect)
    rest = [one for one in members if one is not first]
    equations = _lettered([one.finding.equation for one in (first, *rest)])
    broken = tuple(
        Broken(one.rule.id, one.rule.name, one.finding.message, one.finding.location, equation)
        for one, equation in zip(rest, equations[1:], strict=True)
    )
    return finding._replace(
        severity=max((one.finding.severity for one in chosen), key=SEVERITIES.index),
        also=tuple(sorted({one.rule.id for one in members} - {first.rule.id})),
        values=tuple(text for one in _always_there(members) for text in one.violation.values),
        related=tuple(_places(report, members, finding)),
        repair=repair,
        equation=equations[0],
        broken=broken,
    )


def _always_there(members: Sequence[Worded]) -> Sequence[Worded]:
    """Those that are there whichever rules are chosen, so that a finding stays the same one.

    The relations of a table take part in any case, what else the change mends only when chosen.
    """
    return [one for one in members if one.rule.check == "relation"] or members


def _suspect(first: Worded, repair: Repair) -> Change | None:
    """The changed cell to point at: one that stands in the relation that is told."""
    if repair.decided is None:
        return None
    relation = first.violation.relation
    own = {term[1:] for term in relation.terms} if relation else set()
    changes = repair.changes
    return next((one for one in changes if _key(one) in own), changes[0])


def _key(change: Change) -> Key:
    place = change.place
    return place.table or "", place.row or "", place.column or ""


def _mark(report: Report, change: Change) -> Mark:
    return cell_mark(report, *_key(change))


def _pointed_at(finding: Finding, report: Report, mark: Mark, change: Change) -> Finding:
    location = located(report, mark)
    difference = None if change.before is None else change.before - change.after
    return finding._replace(
        place=mark.place,
        location=location,
        locator=locator(mark, location),
        expected=change.after,
        actual=change.before,
        difference=difference,
    )


def _places(report: Report, members: Sequence[Worded], finding: Finding) -> Iterator[Related]:
    """The cells of all relations that take part, those with 0 left out, and places in the text."""
    seen = {finding.place}
    for one in members:
        relation = one.violation.relation
        for _, *key in relation.terms if relation else ():
            value = cell(report, *key).value
            mark = cell_mark(report, *key)
            if value and mark.place not in seen:
                seen.add(mark.place)
                yield related(report, mark, str(value))
        at = one.violation.at
        if at.place.table is None and at.parts:
            yield related(report, at, one.finding.message)


def _lettered(equations: Sequence[Equation | None]) -> list[Equation | None]:
    """The equations with one letter for each cell, whichever of them it stands in."""
    numbers = count()
    letters: dict[tuple[str, str, Location | None], str] = {}

    def named(term: Term) -> Term:
        key = term.row, term.column, term.location
        if key not in letters:
            letters[key] = letter(next(numbers))
        return term._replace(letter=letters[key])

    return [
        one
        and one._replace(
            left=tuple(named(term) for term in one.left),
            right=tuple(named(term) for term in one.right),
        )
        for one in equations
    ]
