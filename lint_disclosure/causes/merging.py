"""Merge the findings that the same change of a table would mend."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain
from operator import eq, ge, le, ne
from time import perf_counter
from typing import NamedTuple

from lint_disclosure.causes.combining import combined
from lint_disclosure.causes.telling import Telling
from lint_disclosure.causes.witnesses import witnesses
from lint_disclosure.causes.worded import Worded, adds_up_wrong
from lint_disclosure.evidence.verdict import CellRelation
from lint_disclosure.finding import Finding
from lint_disclosure.repair.diagnose import diagnose
from lint_disclosure.repair.model import Cause, Cell, Change, Equality
from lint_disclosure.repair.reported import Numbers, equality, numbers
from lint_disclosure.repair.search import SECONDS
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Rule

_HOLDS = {"=": eq, ">=": ge, "<=": le, "!=": ne}


class Merged(NamedTuple):
    """Violations that go together: those that were asked for, and those of other rules."""

    cause: Cause
    chosen: list[Worded]
    others: list[Worded]


def merged(
    report: Report,
    chosen: Sequence[Worded],
    unchosen: Sequence[Worded],
    rules: Sequence[Rule],
    lang: str,
) -> list[Finding]:
    """The findings of the chosen rules, one for each cause, in the order of the first of them.

    ``unchosen`` are violations of relation rules that were not asked for: they take part, but are
    not shown by themselves. ``rules`` are all rules of check ``relation`` that apply.
    """
    finished: dict[int, Finding | None] = {}
    for table in _tables(chosen):
        known = numbers(report, rules, table)
        if known is None:
            continue
        telling = Telling(report, known, lang)
        for group in _groups(report, known, chosen, unchosen):
            if not group.chosen:
                continue
            at = min(chosen.index(one) for one in group.chosen)
            finished.update((chosen.index(one), None) for one in group.chosen)
            repair = telling.repair(group.cause)
            finished[at] = combined(report, group.chosen, group.others, repair)
        for index, one in enumerate(chosen):
            blank = telling.filled([key[1:] for key in one.violation.to_fill if key[0] == table])
            if blank is not None and index not in finished:
                finished[index] = one.finding._replace(repair=blank)
    findings = (finished.get(index, one.finding) for index, one in enumerate(chosen))
    return [one for one in findings if one is not None]


def _tables(chosen: Sequence[Worded]) -> list[str]:
    """The tables in which the rules on relations found something, or in which totals are blank."""
    tables: dict[str, None] = {}
    for one in chosen:
        if adds_up_wrong(one) and one.violation.relation is not None:
            tables.update((term[1], None) for term in one.violation.relation.terms)
        tables.update((key[0], None) for key in one.violation.to_fill)
    return list(tables)


def _groups(
    report: Report, known: Numbers, chosen: Sequence[Worded], unchosen: Sequence[Worded]
) -> list[Merged]:
    """A group for each cause: the violations of its equalities, and what else its change mends."""
    by_equality: dict[Equality, list[Worded]] = {}
    for one in chain(chosen, unchosen):
        own = _equality(one.violation.relation, known.table)
        if own is not None and one.rule.check == "relation":
            by_equality.setdefault(own, []).append(one)
    deadline = perf_counter() + SECONDS
    spoken = witnesses(report, known.table)
    groups = []
    taken: set[int] = set()
    for part in known.structures:
        for cause in diagnose(
            part, known.values, known.layout, known.bounds, spoken, known.deduced, deadline
        ):
            members = [
                one for index in cause.broken for one in by_equality.get(part.equalities[index], ())
            ]
            taken |= {id(one) for one in members}
            groups.append(_with_others(cause, members, chosen, known, taken))
    return groups


def _with_others(
    cause: Cause, members: list[Worded], chosen: Sequence[Worded], known: Numbers, taken: set[int]
) -> Merged:
    if cause.undecided is None:
        for one in chosen:
            relation = None if id(one) in taken else one.violation.relation
            if relation is not None and _mended(relation, cause.candidates[0].changes, known):
                taken.add(id(one))
                members.append(one)
    return Merged(
        cause,
        [one for one in chosen if any(one is member for member in members)],
        [one for one in members if not any(one is other for other in chosen)],
    )


def _equality(relation: CellRelation | None, table: str) -> Equality | None:
    """An equality between cells of one table, as the diagnosis has it."""
    if relation is None or relation.operator != "=" or not relation.terms:
        return None
    if {term[1] for term in relation.terms} != {table}:
        return None
    terms = [(coefficient, (row, column)) for coefficient, _, row, column in relation.terms]
    return equality(terms, int(relation.constant))


def _mended(relation: CellRelation, changes: Sequence[Change], known: Numbers) -> bool:
    """Whether a relation has a changed cell, and holds after the change."""
    after: Mapping[Cell, int] = {one.cell: one.after for one in changes}
    total = 0
    touched = False
    for coefficient, table, row, column in relation.terms:
        cell = row, column
        if table != known.table or cell not in known.values:
            return False
        touched |= cell in after
        total += coefficient * after.get(cell, known.values[cell])
    return touched and bool(_HOLDS[relation.operator](total, relation.constant))
