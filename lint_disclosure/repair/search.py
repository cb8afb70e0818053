"""All smallest sets of changed cells that satisfy every equality; exact whole numbers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from time import perf_counter
from typing import NamedTuple

from lint_disclosure.repair.model import Change, Changes
from lint_disclosure.repair.structure import Structure

MOST_STEPS = 40_000
"""Cells tried for one table; the same on every machine."""
SECONDS = 0.05
"""Time for one table; what is not settled by then stays open."""
_LOOK_AT_THE_CLOCK = 0xFF
MOST_SETS = 500


class Found(NamedTuple):
    """All smallest sets; ``complete`` says that no other set of that size can exist."""

    sets: tuple[Changes, ...]
    complete: bool
    in_time: bool = True


class _OutOfTimeError(Exception):
    pass


def smallest_sets(
    structure: Structure,
    values: Sequence[int],
    residuals: Sequence[int],
    allowed: Callable[[Changes], bool] = lambda changes: True,
    free: Collection[int] = (),
    deadline: float | None = None,
) -> Found:
    """The smallest sets of changes after which every equality holds and no count is negative.

    ``values`` are the numbers of the structure's cells, in their order, and ``residuals`` says by
    how much each of its equalities is off. ``allowed`` may refuse a set. Cells that are ``free``
    were blank and deduced: to change them costs nothing.
    """
    search = _Search(structure, values, residuals, free, deadline or perf_counter() + SECONDS)
    sets: list[Changes] = []
    try:
        for size in range(0 if free else 1, structure.reach + 1):
            sets = [one for one in search.of_size(size) if allowed(one)]
            if sets:
                sure = size + len(free) <= structure.reach
                sure &= size < 2 or not search.blocked
                return Found(tuple(sets), sure and len(sets) < MOST_SETS)
    except _OutOfTimeError:
        return Found((), complete=False, in_time=False)
    return Found((), complete=False)


class _Search:
    """Depth first: some broken equality holds exactly one wrong cell, which makes up for all of it.

    Of ``n`` wrong cells that form no circle with their equalities, at most ``n - 1`` equalities
    hold two or more. So it is enough to look at any ``n`` broken ones, and the shortest are taken.
    """

    def __init__(
        self,
        structure: Structure,
        values: Sequence[int],
        residuals: Sequence[int],
        free: Collection[int],
        deadline: float,
    ) -> None:
        self.structure = structure
        self.values = values
        self.free = frozenset(free)
        self.deadline = deadline
        self.steps = 0
        self.blocked = False
        self.off = list(residuals)
        self.broken = sum(1 << index for index, off in enumerate(self.off) if off)
        self.deltas: dict[int, int] = {}
        self.found: dict[frozenset[tuple[int, int]], None] = {}
        self.seen: set[frozenset[tuple[int, int]]] = set()

    def of_size(self, size: int) -> list[Changes]:
        """The sets of that many cells, free ones not counted."""
        self.found.clear()
        self.seen.clear()
        depth = min(self.structure.reach, size + len(self.free))
        if depth and self.broken:
            self._go(size, depth, self.broken)
        return [self._changes(one) for one in self.found]

    def _changes(self, deltas: frozenset[tuple[int, int]]) -> Changes:
        return tuple(
            Change(self.structure.cells[cell], self.values[cell], self.values[cell] + delta)
            for cell, delta in sorted(deltas)
        )

    def _go(self, left: int, depth: int, broken: int) -> None:
        """Look for ``depth`` more cells of which ``left`` are not free."""
        self._finish(left, broken)
        if depth < 2 or broken.bit_count() > self.structure.degree * depth:
            return
        shortest = [index for index in self.structure.by_length if broken >> index & 1][:depth]
        for index in shortest:
            off = self.off[index]
            for coefficient, cell in self.structure.members[index]:
                cost = cell not in self.free
                if cost > left or cell in self.deltas or off % coefficient:
                    continue
                delta = -off // coefficient
                if self._fits(cell, delta):
                    self._change(cell, delta, left - cost, depth - 1, broken)

    def _change(self, cell: int, delta: int, left: int, depth: int, broken: int) -> None:
        """Go on with one cell changed, and put it back."""
        self.deltas[cell] = delta
        key = frozenset(self.deltas.items())
        if key not in self.seen:
            self.seen.add(key)
            self._count()
            off = self.off
            for coefficient, index in self.structure.touched[cell]:
                off[index] += coefficient * delta
                if off[index]:
                    broken |= 1 << index
                else:
                    broken &= ~(1 << index)
            if broken and broken.bit_count() <= self.structure.degree * depth:
                self._go(left, depth, broken)
            for coefficient, index in self.structure.touched[cell]:
                off[index] -= coefficient * delta
        del self.deltas[cell]

    def _finish(self, left: int, broken: int) -> None:
        """The cells that stand in exactly the broken equalities and make up for all of them."""
        for cell in self.structure.signatures.get(broken, ()):
            if cell in self.deltas or left != (cell not in self.free):
                continue
            coefficient, index = self.structure.touched[cell][0]
            delta, rest = divmod(-self.off[index], coefficient)
            if rest or any(
                self.off[index] + coefficient * delta
                for coefficient, index in self.structure.touched[cell]
            ):
                continue
            if self._fits(cell, delta) and len(self.found) < MOST_SETS:
                self.found[frozenset([*self.deltas.items(), (cell, delta)])] = None

    def _fits(self, cell: int, delta: int) -> bool:
        """No count is negative. A lone cell that is stopped by this may share a larger change."""
        if self.values[cell] + delta >= 0:
            return True
        self.blocked |= cell in self.structure.lone
        return False

    def _count(self) -> None:
        self.steps += 1
        if self.steps > MOST_STEPS or (
            not self.steps & _LOOK_AT_THE_CLOCK and perf_counter() > self.deadline
        ):
            raise _OutOfTimeError
