"""Ruling lines to grids: the lines that touch are one table, a missing line merges two cells."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.reading.pages.page import Box, Ruling

NEAR = 4.0
"""Points between two lines that are one: both strokes of a double border, a corner left open."""

_OPEN = 8.0
"""Points that lines must reach past the last one across them for a side without a line."""

_SHORTEST = 5.0

MAX_RULINGS = 1000
"""Lines of one direction on a page, joined; a page of a table has some hundred."""


MAX_CROSSINGS = 60_000
"""Lines of one direction times those of the other, on a page."""


class Slot(NamedTuple):
    """A cell of a lattice: where it begins, counted from 0, and how far it reaches."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice(NamedTuple):
    """A table: the places of its columns and rows, its cells by row and column.

    ``open_top`` and ``open_bottom``: no line ends the table there, as when a page cuts a row.
    """

    xs: list[float]
    ys: list[float]
    slots: list[Slot]
    open_top: bool
    open_bottom: bool

    @property
    def box(self) -> Box:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def box_of(self, slot: Slot) -> Box:
        """The place of a cell."""
        return (
            self.xs[slot.column],
            self.ys[slot.row],
            self.xs[slot.column + slot.columns],
            self.ys[slot.row + slot.rows],
        )

    def owners(self) -> dict[tuple[int, int], int]:
        """For each row and column the position of the cell that covers it."""
        return {
            (row, column): position
            for position, slot in enumerate(self.slots)
            for row in range(slot.row, slot.row + slot.rows)
            for column in range(slot.column, slot.column + slot.columns)
        }

    def at(self, x: float, y: float) -> tuple[int, int]:
        """Row and column of a point inside."""
        return bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1


def lattices(across: Sequence[Ruling], down: Sequence[Ruling]) -> list[Lattice]:
    """The tables of a page, from top to bottom; a frame round a single cell is none."""
    level, upright = _long(_joined(across)), _long(_joined(down))
    if not level or not upright or max(len(level), len(upright)) > MAX_RULINGS:
        return []
    if len(level) * len(upright) > MAX_CROSSINGS:
        return []
    found = []
    for rows, columns in _stacked(_touching(level, upright)):
        lattice = _lattice(rows, columns)
        if lattice is not None and len(lattice.slots) > 1:
            found.append(lattice)
    found.sort(key=lambda one: (one.ys[0], one.xs[0]))
    return found


def _long(rulings: list[Ruling]) -> list[Ruling]:
    """Without lines that are shorter than any side of a cell, of which drawings have many."""
    return [one for one in rulings if one.end - one.start > _SHORTEST]


def _joined(rulings: Iterable[Ruling]) -> list[Ruling]:
    """Lines on one line with at most a small gap between them become one."""
    found: list[Ruling] = []
    for at, group in _clusters(rulings):
        start, end = None, 0.0
        for one in sorted(group, key=lambda ruling: ruling.start):
            if start is None:
                start, end = one.start, one.end
            elif one.start <= end + NEAR:
                end = max(end, one.end)
            else:
                found.append(Ruling(at, start, end))
                start, end = one.start, one.end
        if start is not None:
            found.append(Ruling(at, start, end))
    return found


def _clusters(rulings: Iterable[Ruling]) -> Iterable[tuple[float, list[Ruling]]]:
    """Groups of lines at nearly the same place, with their middle."""
    group: list[Ruling] = []
    for one in sorted(rulings):
        if group and (one.at - group[-1].at > NEAR or one.at - group[0].at > 2 * NEAR):
            yield (group[0].at + group[-1].at) / 2, group
            group = []
        group.append(one)
    if group:
        yield (group[0].at + group[-1].at) / 2, group


def _touching(
    level: list[Ruling], upright: list[Ruling]
) -> list[tuple[list[Ruling], list[Ruling]]]:
    """Groups of lines that touch each other."""
    parent = list(range(len(level) + len(upright)))

    def root(one: int) -> int:
        while parent[one] != one:
            parent[one] = parent[parent[one]]
            one = parent[one]
        return one

    for number, row in enumerate(level):
        left, right, y = row.start - NEAR, row.end + NEAR, row.at
        for position, column in enumerate(upright, len(level)):
            if left <= column.at <= right and column.start - NEAR <= y <= column.end + NEAR:
                parent[root(position)] = root(number)
    groups: dict[int, tuple[list[Ruling], list[Ruling]]] = {}
    for number, row in enumerate(level):
        groups.setdefault(root(number), ([], []))[0].append(row)
    for position, column in enumerate(upright, len(level)):
        groups.setdefault(root(position), ([], []))[1].append(column)
    return [(rows, columns) for rows, columns in groups.values() if rows and len(columns) > 1]


def _stacked(
    groups: list[tuple[list[Ruling], list[Ruling]]],
) -> Iterable[tuple[list[Ruling], list[Ruling]]]:
    """Groups that lie on each other and are as wide become one: a border drawn for each row."""
    kept: list[tuple[list[Ruling], list[Ruling]]] = []
    for rows, columns in sorted(groups, key=lambda group: min(row.at for row in group[0])):
        top = min(row.at for row in rows)
        if kept:
            above_rows, above_columns = kept[-1]
            bottom = max(row.at for row in above_rows)
            if abs(top - bottom) <= 2 * NEAR and _as_wide(above_rows, rows):
                above_rows.extend(rows)
                above_columns.extend(columns)
                continue
        kept.append((list(rows), list(columns)))
    return kept


def _as_wide(one: list[Ruling], other: list[Ruling]) -> bool:
    return (
        abs(min(row.start for row in one) - min(row.start for row in other)) <= NEAR
        and abs(max(row.end for row in one) - max(row.end for row in other)) <= NEAR
    )


def _lattice(level: list[Ruling], upright: list[Ruling]) -> Lattice | None:
    """The cells between some lines; None where there is not one."""
    xs = [at for at, _ in _clusters(upright)]
    ys = [at for at, _ in _clusters(level)]
    left, right = min(row.start for row in level), max(row.end for row in level)
    top, bottom = min(one.start for one in upright), max(one.end for one in upright)
    open_top, open_bottom = ys[0] - top > _OPEN, bottom - ys[-1] > _OPEN
    xs = [*([left] if xs[0] - left > _OPEN else []), *xs]
    xs = [*xs, *([right] if right - xs[-1] > _OPEN else [])]
    ys = [*([top] if open_top else []), *ys, *([bottom] if open_bottom else [])]
    if len(xs) < 2 or len(ys) < 2:
        return None
    above = _edges(level, ys, xs)
    before = _edges(upright, xs, ys)
    ys, above, before = _without_unused(ys, above, before)
    xs, before, above = _without_unused(xs, before, above)
    return Lattice(xs, ys, _slots(len(ys) - 1, len(xs) - 1, above, before), open_top, open_bottom)


Edges = set[tuple[int, int]]
"""Which line, and which stretch of it between two lines across it, is drawn."""


def _edges(rulings: list[Ruling], at: list[float], across: list[float]) -> Edges:
    found: Edges = set()
    for one in rulings:
        line = min(range(len(at)), key=lambda position: abs(at[position] - one.at))
        for stretch, (start, end) in enumerate(itertools.pairwise(across)):
            if one.start <= start + NEAR and one.end >= end - NEAR:
                found.add((line, stretch))
    return found


def _without_unused(
    at: list[float], edges: Edges, crossing: Edges
) -> tuple[list[float], Edges, Edges]:
    """Take out inner lines of which no stretch is drawn: what underlines a word is no row."""
    used = {line for line, _ in edges} | {0, len(at) - 1}
    if len(used) == len(at):
        return at, edges, crossing
    number = {line: position for position, line in enumerate(sorted(used))}
    kept = sorted(used)
    spans = [range(first, last) for first, last in itertools.pairwise(kept)]
    return (
        [at[line] for line in kept],
        {(number[line], stretch) for line, stretch in edges},
        {
            (line, position)
            for position, span in enumerate(spans)
            for line in {line for line, stretch in crossing if stretch in span}
            if all((line, stretch) in crossing for stretch in span)
        },
    )


def _slots(rows: int, columns: int, above: Edges, before: Edges) -> list[Slot]:
    """Cells from the upper left: as wide and then as high as no line stands in the way."""
    taken: set[tuple[int, int]] = set()
    slots: list[Slot] = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            right = column + 1
            while right < columns and (right, row) not in before and (row, right) not in taken:
                right += 1
            low = row + 1
            while (
                low < rows
                and not any((low, one) in above for one in range(column, right))
                and not any((one, low) in before for one in range(column + 1, right))
            ):
                low += 1
            taken.update((r, c) for r in range(row, low) for c in range(column, right))
            slots.append(Slot(row, column, low - row, right - column))
    return slots
