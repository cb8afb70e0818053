"""How a typist errs: what is likely to have made the printed number out of the right one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import NamedTuple

from lint_disclosure.repair.model import Cell, Change, Changes, Slip, SlipKind

_LONG = 9
"""Numbers with more digits are not compared digit by digit."""


class Layout(NamedTuple):
    """Where rows and columns stand, counted from the first; cells that a blank was printed in."""

    rows: Mapping[str, int]
    columns: Mapping[str, int]
    blank: Collection[Cell] = ()

    def place(self, cell: Cell) -> tuple[int, int]:
        """Row and column of a cell, for sorting."""
        return self.rows.get(cell[0], 0), self.columns.get(cell[1], 0)

    def in_order(self, changes: Iterable[Change]) -> Changes:
        """Changes as the cells stand in the table."""
        return tuple(sorted(changes, key=lambda one: self.place(one.cell)))

    def apart(self, one: Cell, other: Cell) -> int | None:
        """How far two cells of a row or column are apart; None for any others."""
        if one[0] == other[0]:
            return abs(self.columns.get(one[1], 0) - self.columns.get(other[1], 0))
        if one[1] == other[1]:
            return abs(self.rows.get(one[0], 0) - self.rows.get(other[0], 0))
        return None


class Explained(NamedTuple):
    """The slips that explain a set of changes, and their cost: about 1 for each."""

    cost: float
    slips: tuple[Slip, ...]


def explain(changes: Changes, layout: Layout, sums: Collection[Cell]) -> Explained:
    """The cheapest way to explain a set of up to three changes by slips.

    A cell that others add up to is a little less likely to be the wrong one, since it is often
    calculated.
    """
    alone = [_one(change, layout) for change in changes]
    extra = sum(0.1 for change in changes if change.cell in sums)
    best = Explained(sum(one.cost for one in alone), tuple(s for one in alone for s in one.slips))
    for one, other in combinations(range(len(changes)), 2):
        pair = _two(changes[one], changes[other], layout)
        if pair is not None:
            rest = [alone[index] for index in range(len(changes)) if index not in (one, other)]
            cost = pair.cost + sum(single.cost for single in rest)
            if cost < best.cost:
                slips = (*pair.slips, *(slip for single in rest for slip in single.slips))
                best = Explained(cost, slips)
    return best._replace(cost=best.cost + extra)


def _one(change: Change, layout: Layout) -> Explained:
    """A number by itself."""
    if change.cell in layout.blank:
        return _slip(1.0, "left_blank", change)
    printed, right = str(change.before), str(change.after)
    kind = _digits(printed, right)
    if kind is not None:
        return _slip(1.0, kind, change)
    if abs(change.before - change.after) == 1:
        return _slip(1.05, "off_by_one", change)
    if len(printed) == len(right) and _distance(printed, right) == 1:
        # Of a single digit nothing is left that would speak for it; least of all where it was 0.
        cost = 1.2 if len(printed) > 1 else 1.6 if "0" in (printed, right) else 1.4
        return _slip(cost, "wrong_digit", change)
    return Explained(0.5 + max(1.5, _distance(printed, right)), ())


def _digits(printed: str, right: str) -> SlipKind | None:
    """A slip that leaves most of the digits as they were."""
    if len(printed) == len(right):
        for at in range(len(right) - 1):
            if right[:at] + right[at + 1] + right[at] + right[at + 2 :] == printed:
                return "swapped_digits"
        return None
    if printed == right + "0" or printed + "0" == right:
        return "tenfold" if "0" not in (printed, right) else None
    if len(printed) == len(right) + 1:
        for at in range(len(printed)):
            if printed[:at] + printed[at + 1 :] == right:
                twice = printed[at] in (printed[at + 1 : at + 2], printed[at - 1 : at])
                return "doubled_digit" if twice else "extra_digit"
    if len(printed) + 1 == len(right):
        for at in range(len(right)):
            if right[:at] + right[at + 1 :] == printed:
                return "lost_digit"
    return None


def _two(one: Change, other: Change, layout: Layout) -> Explained | None:
    """A slip that makes two numbers wrong at once."""
    apart = layout.apart(one.cell, other.cell)
    if apart is None:
        return None
    cells = one.cell, other.cell
    far = 0.0 if apart == 1 else 0.3
    if one.before == other.after and other.before == one.after:
        moved = 0 in (one.before, other.before)
        kind: SlipKind = "one_off" if moved and apart == 1 else "swapped_cells"
        return Explained(1.0 + far + 0.2 * (moved and apart > 1), (Slip(kind, cells),))
    if apart != 1:
        return None
    for taken, put in ((one, other), (other, one)):
        # A number that was put beside its place, over another one.
        if taken.before == 0 and taken.after == put.before:
            return Explained(1.5, (Slip("one_off", cells),))
    first, second = sorted((one, other), key=lambda one: layout.place(one.cell))
    if one.cell[0] == other.cell[0] and first.before and 0 in (first.after, second.after):
        whole = first.after or second.after
        if str(first.before) + str(second.before) == str(whole):
            return Explained(1.0, (Slip("split_digits", cells),))
    return None


def _slip(cost: float, kind: SlipKind, change: Change) -> Explained:
    return Explained(cost, (Slip(kind, (change.cell,)),))


def _distance(one: str, other: str) -> int:
    """The least number of digits to put in, take out or replace."""
    if max(len(one), len(other)) > _LONG:
        return _LONG
    line = list(range(len(other) + 1))
    for row, char in enumerate(one, 1):
        before, line[0] = line[0], row
        for column, against in enumerate(other, 1):
            before, line[column] = (
                line[column],
                min(before + (char != against), line[column] + 1, line[column - 1] + 1),
            )
    return line[-1]
