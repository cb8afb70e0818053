"""Which cell stands in which equality, and how many wrong cells can be told apart by that."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from lint_disclosure.repair.model import Cell, Equality

MOST_CELLS = 3
"""Larger sets are not searched for: beyond, too many of them explain anything."""

Members = tuple[tuple[int, int], ...]
"""Coefficients and numbers: of cells in an equality, or of equalities that have a cell."""


class Structure(NamedTuple):
    """Equalities that hang together, by number, and their cells, by number.

    ``number`` finds a cell's number. ``members`` are the cells of each equality, ``touched`` the
    equalities of each cell, ``by_length`` the equalities in the order of their length.
    ``signatures`` finds the cells that stand in exactly those equalities (as bits). ``degree`` is
    the most equalities that one cell stands in, ``reach`` the number of wrong cells up to which the
    search misses nothing (see ``reach_of``). ``sums`` are the cells that others add up to; ``lone``
    stand in one equality only.
    """

    cells: tuple[Cell, ...]
    number: dict[Cell, int]
    equalities: tuple[Equality, ...]
    members: tuple[Members, ...]
    touched: tuple[Members, ...]
    by_length: tuple[int, ...]
    signatures: dict[int, tuple[int, ...]]
    degree: int
    reach: int
    sums: frozenset[int]
    lone: frozenset[int]


def structure(equalities: Sequence[Equality]) -> Structure:
    """The structure of some equalities over whole numbers."""
    cells = tuple(dict.fromkeys(cell for one in equalities for _, cell in one.terms))
    number = {cell: index for index, cell in enumerate(cells)}
    members = tuple(
        tuple((coefficient, number[cell]) for coefficient, cell in one.terms) for one in equalities
    )
    touched: list[list[tuple[int, int]]] = [[] for _ in cells]
    for index, terms in enumerate(members):
        for coefficient, cell in terms:
            touched[cell].append((coefficient, index))
    signatures: dict[int, tuple[int, ...]] = {}
    for cell, own in enumerate(touched):
        signature = sum(1 << index for _, index in own)
        signatures[signature] = (*signatures.get(signature, ()), cell)
    return Structure(
        cells,
        number,
        tuple(equalities),
        members,
        tuple(tuple(own) for own in touched),
        tuple(sorted(range(len(members)), key=lambda index: len(members[index]))),
        signatures,
        max((len(own) for own in touched), default=0),
        reach_of(members),
        frozenset(one for terms in members if (one := _sum_of(terms)) is not None),
        frozenset(cell for cell, own in enumerate(touched) if len(own) == 1),
    )


def residuals(known: Structure, values: Sequence[int]) -> list[int]:
    """By how much each equality is off; ``values`` are the numbers of the cells, in their order."""
    return [
        sum([coefficient * values[cell] for coefficient, cell in terms]) - one.constant
        for terms, one in zip(known.members, known.equalities, strict=True)
    ]


def reach_of(members: Iterable[Members]) -> int:
    """How many wrong cells the search finds for sure: one, two or three.

    The search undoes wrong cells one by one, each by an equality that holds no other wrong cell.
    There always is one as long as wrong cells and their equalities form no circle: two cells share
    one equality at most (for two wrong cells), and no three cells share equalities pair by pair
    (for three). A circle of three cells is a circle of three equalities.
    """
    masks = [sum(1 << cell for _, cell in terms) for terms in members]
    shared: dict[int, dict[int, int]] = {index: {} for index in range(len(masks))}
    for one, other in combinations(range(len(masks)), 2):
        common = masks[one] & masks[other]
        if common:
            if common & (common - 1):
                return 1
            shared[one][other] = common
    for later in shared.values():
        for other, common in later.items():
            for third in shared[other].keys() & later.keys():
                if later[third] != common:
                    return 2
    return MOST_CELLS


def parts(equalities: Sequence[Equality]) -> list[list[int]]:
    """The numbers of equalities that hang together by shared cells, part by part."""
    part_of: dict[Cell, list[int]] = {}
    for index, one in enumerate(equalities):
        own = [index]
        for _, cell in one.terms:
            other = part_of.get(cell)
            if other is not None and other is not own:
                own += other
                for moved in other:
                    part_of.update((cell, own) for _, cell in equalities[moved].terms)
        part_of.update((cell, own) for _, cell in one.terms)
    found = {id(part): sorted(part) for part in part_of.values()}
    return sorted(found.values())


def _sum_of(terms: Members) -> int | None:
    """The cell that stands against all others, if there is one."""
    for sign in (1, -1):
        alone = [cell for coefficient, cell in terms if coefficient * sign > 0]
        if len(alone) == 1 and len(terms) > 2:
            return alone[0]
    return None
