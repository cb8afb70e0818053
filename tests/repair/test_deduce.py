"""Blank cells that follow from the others."""

from __future__ import annotations

from lint_disclosure.repair.deduce import deduced
from lint_disclosure.repair.model import Cell, Equality
from tests.repair.sample import sums, table


def without(text: str, *blank: Cell) -> dict[Cell, tuple[int, bool]]:
    values = {cell: number for cell, number in table(text).items() if cell not in blank}
    return deduced(sums(3, 3), values, blank)


RIGHT = """
    4 4 8
    2 2 4
    6 6 12
"""


def test_a_total_follows_from_its_row_and_its_column():
    assert without(RIGHT, ("r0", "c2")) == {("r0", "c2"): (8, True)}


def test_one_after_the_other():
    """Both totals of the last column are blank; each row has one, and so has the last row."""
    blank = ("r0", "c2"), ("r2", "c2")
    assert without(RIGHT, *blank) == {blank[0]: (8, True), blank[1]: (12, True)}


def test_what_two_ways_tell_differently():
    assert without(RIGHT.replace("4 4", "5 4"), ("r0", "c2")) == {("r0", "c2"): (9, False)}


def test_what_most_tell():
    a, b, c, blank = (("r", name) for name in ("a", "b", "c", "blank"))
    equalities = [Equality(((1, cell), (-1, blank)), 0) for cell in (a, b, c)]
    assert deduced(equalities, {a: 7, b: 3, c: 3}, [blank]) == {blank: (3, False)}


def test_nothing_follows_for_two_blanks_of_a_row_and_column():
    blank = [(f"r{row}", f"c{column}") for row in (0, 1) for column in (0, 1)]
    assert without(RIGHT, *blank) == {}


def test_a_cell_that_is_not_blank_but_unread_is_not_deduced():
    values = {cell: number for cell, number in table(RIGHT).items() if cell != ("r0", "c2")}
    assert deduced(sums(3, 3), values, []) == {}


def test_no_count_is_negative_or_broken():
    a, blank = ("r", "a"), ("r", "blank")
    assert deduced([Equality(((1, a), (1, blank)), 0)], {a: 2}, [blank]) == {}
    assert deduced([Equality(((1, a), (-2, blank)), 0)], {a: 3}, [blank]) == {}
    assert deduced([Equality(((1, a), (-2, blank)), 0)], {a: 4}, [blank]) == {blank: (2, True)}
