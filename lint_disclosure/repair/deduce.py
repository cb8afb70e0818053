"""Blank cells whose number follows from the others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from lint_disclosure.repair.model import Cell, Equality


def deduced(
    equalities: Iterable[Equality], values: Mapping[Cell, int], blank: Collection[Cell]
) -> dict[Cell, tuple[int, bool]]:
    """The blank cells that the equalities determine, one after the other.

    Each with its number, and whether all equalities that determine it agree. Where they do not, it
    is the number that most of them give, and of two as frequent ones the first.
    """
    known = dict(values)
    found: dict[Cell, tuple[int, bool]] = {}
    waiting = list(equalities)
    while True:
        votes: dict[Cell, list[int]] = {}
        rest = []
        for one in waiting:
            unknown = [term for term in one.terms if term[1] not in known]
            if len(unknown) != 1:
                if unknown:
                    rest.append(one)
                continue
            [(coefficient, cell)] = unknown
            if cell in blank:
                value = _solve(one, coefficient, known)
                if value is not None:
                    votes.setdefault(cell, []).append(value)
        if not votes:
            return found
        for cell, numbers in votes.items():
            [(value, _)] = Counter(numbers).most_common(1)
            known[cell] = value
            found[cell] = value, len(set(numbers)) == 1
        waiting = rest


def _solve(one: Equality, coefficient: int, known: Mapping[Cell, int]) -> int | None:
    """The number of the only unknown cell, if it is a count."""
    off = sum(factor * known[cell] for factor, cell in one.terms if cell in known) - one.constant
    value, rest = divmod(-off, coefficient)
    return None if rest or value < 0 else value
