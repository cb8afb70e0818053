"""Relations as bounds on sums of cells, and what follows from several of them by elimination.

All arithmetic is exact. Counts and amounts of money are not below zero; a change may be.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import gcd, inf
from typing import NamedTuple

from lint_disclosure.rulepack.instances import RelationInstance
from lint_disclosure.rulepack.model import TableForm

Cell = tuple[str, str, str]
"""Table, row and column."""

Vector = tuple[tuple[Cell, int], ...]

_FLIPPED = {"=": "=", "!=": "!=", ">=": "<=", "<=": ">="}


class Bound(NamedTuple):
    """``sum of coefficient * cell  operator  constant``, in one way of writing only.

    The coefficients have no common divisor, and the first of them is positive.
    """

    vector: Vector
    operator: str
    constant: Fraction

    def holds(self, value: Fraction | float) -> bool:
        """Whether the sum may have a value."""
        constant = self.constant
        if self.operator == "=":
            return value == constant
        if self.operator == "!=":
            return value != constant
        return value >= constant if self.operator == ">=" else value <= constant


def bound(instance: RelationInstance, operator: str, table: str) -> Bound:
    """The bound that an instance of a relation is."""
    sums: dict[Cell, int] = {}
    for terms, sign in ((instance.left, 1), (instance.right, -1)):
        for coefficient, (row, column) in terms:
            cell = (table, row, column)
            sums[cell] = sums.get(cell, 0) + sign * coefficient
    vector = sorted((cell, value) for cell, value in sums.items() if value)
    constant = Fraction(instance.right_constant - instance.left_constant)
    if not vector:
        return Bound((), operator, constant)
    divisor = gcd(*(value for _, value in vector))
    if vector[0][1] < 0:
        divisor, operator = -divisor, _FLIPPED[operator]
    scaled = tuple((cell, value // divisor) for cell, value in vector)
    return Bound(scaled, operator, constant / divisor)


class Reach(NamedTuple):
    """The least and the greatest value of a sum, and whether only whole numbers come up."""

    least: float
    most: float
    whole: bool


def reach(vector: Vector, tables: Mapping[str, TableForm]) -> Reach:
    """What a sum of cells can come to."""
    kinds = {cell: tables[cell[0]].columns[cell[2]].value for cell, _ in vector}
    free = "change" in kinds.values()
    rising = any(value > 0 for _, value in vector)
    falling = any(value < 0 for _, value in vector)
    return Reach(
        -inf if falling or free else 0,
        inf if rising or free else 0,
        "amount" not in kinds.values(),
    )


def always_holds(one: Bound, tables: Mapping[str, TableForm]) -> bool:
    """Whether no numbers can break a bound."""
    least, most, whole = reach(one.vector, tables)
    if one.operator == "=":
        return least == most == one.constant
    if one.operator == "!=":
        return not _possible(one.constant, least, most, whole=whole)
    return least >= one.constant if one.operator == ">=" else most <= one.constant


def never_holds(one: Bound, tables: Mapping[str, TableForm]) -> bool:
    """Whether no numbers can keep a bound."""
    least, most, whole = reach(one.vector, tables)
    if one.operator == "=":
        return not _possible(one.constant, least, most, whole=whole)
    if one.operator == "!=":
        return least == most == one.constant
    return most < one.constant if one.operator == ">=" else least > one.constant


def exclude_each_other(one: Bound, other: Bound) -> bool:
    """Whether two bounds on the same sum leave no value."""
    if one.vector != other.vector:
        return False
    if "=" in (one.operator, other.operator):
        fixed, rest = (one, other) if one.operator == "=" else (other, one)
        return not rest.holds(fixed.constant)
    if {one.operator, other.operator} != {">=", "<="}:
        return False
    low, high = (one, other) if one.operator == ">=" else (other, one)
    return low.constant > high.constant


def _possible(value: Fraction, least: float, most: float, *, whole: bool) -> bool:
    return least <= value <= most and (value.denominator == 1 or not whole)


class Equations:
    """Equations, each solved for one cell, which then stands in none of the others."""

    def __init__(self) -> None:
        self.solved: dict[Cell, tuple[dict[Cell, Fraction], Fraction]] = {}

    def add(self, one: Bound) -> None:
        """Take in an equation; one that follows from the others adds nothing."""
        vector, constant = self._reduced(one.vector, one.constant)
        if not vector:
            return
        pivot, factor = next(iter(vector.items()))
        row = {cell: value / factor for cell, value in vector.items()}
        constant /= factor
        for cell, (other, right) in list(self.solved.items()):
            times = other.get(pivot)
            if times:
                self.solved[cell] = _minus(other, row, times), right - times * constant
        self.solved[pivot] = row, constant

    def value(self, vector: Vector) -> Fraction | None:
        """What the equations fix a sum of cells to; None if they do not."""
        left, constant = self._reduced(vector, Fraction(0))
        return None if left else -constant

    def _reduced(self, vector: Vector, constant: Fraction) -> tuple[dict[Cell, Fraction], Fraction]:
        """The equation without the cells that others are solved for."""
        left = {cell: Fraction(value) for cell, value in vector}
        for cell in [cell for cell in left if cell in self.solved]:
            row, right = self.solved[cell]
            times = left[cell]
            left = _minus(left, row, times)
            constant -= times * right
        return left, constant


def _minus(
    vector: Mapping[Cell, Fraction], row: Mapping[Cell, Fraction], times: Fraction
) -> dict[Cell, Fraction]:
    found = dict(vector)
    for cell, value in row.items():
        left = found.get(cell, Fraction(0)) - times * value
        if left:
            found[cell] = left
        else:
            found.pop(cell, None)
    return found
