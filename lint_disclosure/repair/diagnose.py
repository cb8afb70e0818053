"""From the numbers of a table to the causes of what does not add up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from operator import eq, ge, le, ne
from time import perf_counter

from lint_disclosure.repair.causes import causes
from lint_disclosure.repair.model import Bound, Candidate, Cause, Cell, Changes, Undecided, Witness
from lint_disclosure.repair.patterns import patterns
from lint_disclosure.repair.search import SECONDS, Found, smallest_sets
from lint_disclosure.repair.slips import Layout
from lint_disclosure.repair.structure import Structure, residuals

_HOLDS = {"=": eq, ">=": ge, "<=": le, "!=": ne}
_PATTERNS_FROM = 3
"""Sets of that many cells are weighed against patterns that change more."""


def diagnose(
    structure: Structure,
    values: Mapping[Cell, int],
    layout: Layout,
    bounds: Sequence[Bound] = (),
    witnesses: Sequence[Witness] = (),
    free: Collection[Cell] = (),
    deadline: float | None = None,
) -> list[Cause]:
    """What is likely to be wrong in a table, cause by cause; nothing where all equalities hold.

    ``values`` are whole numbers, one for each cell of the structure and of the bounds. ``free`` are
    cells that were blank and deduced from the others. ``deadline`` is a time of ``perf_counter``,
    usually 50 ms from now.
    """
    deadline = deadline or perf_counter() + SECONDS
    numbers = [values[cell] for cell in structure.cells]
    off = residuals(structure, numbers)
    broken = [index for index, amount in enumerate(off) if amount]
    if not broken:
        return []
    keeps = _Bounds(bounds, values)
    unknown = [structure.number[cell] for cell in free if cell in structure.number]
    found = smallest_sets(structure, numbers, off, keeps, unknown, deadline)
    larger: list[Candidate] = []
    if not found.sets or len(found.sets[0]) >= _PATTERNS_FROM:
        for one in patterns(structure, numbers, off, layout, deadline):
            changes = layout.in_order(one.changes)
            if keeps(changes) and changes not in [other.changes for other in larger]:
                larger.append(one._replace(changes=changes))
    why = _why_open(structure, found, larger, deadline)
    return causes(structure, broken, found.sets, larger, layout, witnesses, why)


def _why_open(
    structure: Structure, found: Found, larger: Sequence[Candidate], deadline: float
) -> Undecided | None:
    """Why there may be more sets than were found; None where these are all."""
    if found.complete:
        return None
    if not found.in_time or perf_counter() > deadline:
        return "no_time"
    if found.sets or structure.reach < _PATTERNS_FROM:
        return "entangled"
    return None if larger else "too_many"


class _Bounds:
    """Whether changes leave the bounds that hold as they are."""

    def __init__(self, bounds: Sequence[Bound], values: Mapping[Cell, int]) -> None:
        self.values = values
        self.bounds = [one for one in bounds if _holds(one, values)]

    def __call__(self, changes: Changes) -> bool:
        if not self.bounds:
            return True
        changed = {**self.values, **{one.cell: one.after for one in changes}}
        return all(_holds(one, changed) for one in self.bounds)


def _holds(bound: Bound, values: Mapping[Cell, int]) -> bool:
    total = sum(coefficient * values[cell] for coefficient, cell in bound.terms)
    return bool(_HOLDS[bound.operator](total, bound.constant))
