"""Slips that make a whole row or column wrong: shifted by one cell, or copied from another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import perf_counter
from typing import NamedTuple

from lint_disclosure.repair.model import Candidate, Change, Changes, Slip, SlipKind
from lint_disclosure.repair.slips import Layout
from lint_disclosure.repair.structure import Structure

_LEAST = 3
"""A row with fewer numbers is too short for a pattern to mean anything."""
_COST = 1.0


class Line(NamedTuple):
    """A row or column: its cells by number, in the order of the form."""

    row: bool
    cells: tuple[int, ...]


def patterns(
    structure: Structure,
    values: Sequence[int],
    residuals: Sequence[int],
    layout: Layout,
    deadline: float,
) -> Iterator[Candidate]:
    """The patterns that explain everything that is broken, and break nothing."""
    broken = {index for index, off in enumerate(residuals) if off}
    lines = _lines(structure, layout)
    touching = [line for line in lines if broken <= _touched(line, structure)]
    trial = _Trial(structure, values, residuals)
    for line in touching:
        if perf_counter() > deadline:
            return
        for wanted in _shifted(line, values):
            changes = trial.changes(line, wanted)
            if changes:
                yield _candidate("shifted_row" if line.row else "shifted_column", changes)
    for line in touching:
        if any(_copied(line, other, values) for other in lines):
            changes = trial.changes(line, [None] * len(line.cells))
            if changes:
                yield _candidate("copied_row" if line.row else "copied_column", changes)


def _candidate(kind: SlipKind, changes: Changes) -> Candidate:
    return Candidate(changes, _COST, (Slip(kind, tuple(one.cell for one in changes)),))


def _lines(structure: Structure, layout: Layout) -> list[Line]:
    """All rows, then all columns."""
    rows: dict[str, list[tuple[int, int]]] = {}
    columns: dict[str, list[tuple[int, int]]] = {}
    for index, (row, column) in enumerate(structure.cells):
        rows.setdefault(row, []).append((layout.columns.get(column, 0), index))
        columns.setdefault(column, []).append((layout.rows.get(row, 0), index))
    return [
        Line(is_row, tuple(index for _, index in sorted(cells)))
        for is_row, group in ((True, rows), (False, columns))
        for cells in group.values()
        if len(cells) > _LEAST
    ]


def _touched(line: Line, structure: Structure) -> set[int]:
    return {index for cell in line.cells for _, index in structure.touched[cell]}


def _shifted(line: Line, values: Sequence[int]) -> Iterator[list[int | None]]:
    """What should stand there if from some cell on everything was printed one cell off.

    The number that fell out, or was left out, is not known.
    """
    printed: list[int | None] = [values[cell] for cell in line.cells]
    for at in range(len(printed) - 2):
        if any(printed[at:]):
            yield [*printed[:at], *printed[at + 1 :], None]
            yield [*printed[:at], None, *printed[at:-1]]
    for at in range(len(printed) - 2):
        if line.row and printed[at] and printed[at + 1] is not None:
            whole = int(f"{printed[at]}{printed[at + 1]}")
            yield [*printed[:at], whole, *printed[at + 2 :], None]


def _copied(line: Line, other: Line, values: Sequence[int]) -> bool:
    return (
        line is not other
        and line.row == other.row
        and len(line.cells) == len(other.cells)
        and sum(values[cell] != 0 for cell in line.cells) > 1
        and [values[cell] for cell in line.cells] == [values[cell] for cell in other.cells]
    )


class _Trial:
    """Put other numbers to a line and see whether everything holds."""

    def __init__(
        self, structure: Structure, values: Sequence[int], residuals: Sequence[int]
    ) -> None:
        self.structure = structure
        self.values = values
        self.residuals = residuals

    def changes(self, line: Line, wanted: Sequence[int | None]) -> Changes:
        """The changes if everything then holds, else none; None is worked out."""
        deltas: dict[int, int] = {}
        own = set(line.cells)
        for cell, number in zip(line.cells, wanted, strict=True):
            if number is None:
                number = self._across(cell, own)
            if number is None or number < 0:
                return ()
            if number != self.values[cell]:
                deltas[cell] = number - self.values[cell]
        if not deltas or not self._all_hold(deltas):
            return ()
        return tuple(
            Change(self.structure.cells[cell], self.values[cell], self.values[cell] + delta)
            for cell, delta in sorted(deltas.items())
        )

    def _across(self, cell: int, own: set[int]) -> int | None:
        """What a cell must be by an equality that has no other cell of the line."""
        for coefficient, index in self.structure.touched[cell]:
            others = [other for _, other in self.structure.members[index] if other in own]
            if len(others) == 1:
                delta, rest = divmod(-self.residuals[index], coefficient)
                return None if rest else self.values[cell] + delta
        return None

    def _all_hold(self, deltas: dict[int, int]) -> bool:
        off: dict[int, int] = {}
        for cell, delta in deltas.items():
            for coefficient, index in self.structure.touched[cell]:
                off[index] = off.get(index, self.residuals[index]) + coefficient * delta
        return not any(off.values()) and all(
            index in off for index, residual in enumerate(self.residuals) if residual
        )
