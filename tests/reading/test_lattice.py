"""Ruling lines to grids, with lines alone."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.reading.pages.lattice import MAX_RULINGS, Slot, lattices
from lint_disclosure.reading.pages.page import Ruling


def across(*lines: tuple[float, float, float]) -> list[Ruling]:
    return [Ruling(*line) for line in lines]


def test_four_lines_and_one_between_are_two_cells() -> None:
    (found,) = lattices(
        across((0, 0, 100), (20, 0, 100)), across((0, 0, 20), (40, 0, 20), (100, 0, 20))
    )
    assert found.slots == [Slot(0, 0, 1, 1), Slot(0, 1, 1, 1)]
    assert (found.xs, found.ys) == ([0, 40, 100], [0, 20])
    assert (found.open_top, found.open_bottom) == (False, False)


def test_a_frame_is_no_table() -> None:
    assert lattices(across((0, 0, 100), (20, 0, 100)), across((0, 0, 20), (100, 0, 20))) == []


def test_lines_without_lines_across_them_are_no_table() -> None:
    assert lattices(across((0, 0, 100), (20, 0, 100), (40, 0, 100)), []) == []


def test_a_line_in_pieces_is_one() -> None:
    (found,) = lattices(
        across((0, 0, 49), (0.4, 50, 100), (20, 0, 100), (40, 0, 60), (40, 62, 100)),
        across((0, 0, 40), (100, 0, 40)),
    )
    assert found.slots == [Slot(0, 0, 1, 1), Slot(1, 0, 1, 1)]


def test_two_tables_on_a_page_stay_two() -> None:
    one = across((0, 0, 100), (20, 0, 100), (200, 0, 100), (220, 0, 100))
    columns = [(at, top, top + 20) for at in (0, 50, 100) for top in (200, 0)]
    assert [table.ys for table in lattices(one, across(*columns))] == [[0, 20], [200, 220]]


def test_a_head_with_a_border_of_its_own_belongs_to_the_table_below() -> None:
    """As when each row has its own box, with a gap between them."""
    level = across((0, 0, 100), (20, 0, 100), (25, 0, 100), (45, 0, 100))
    upright = across((0, 0, 20), (50, 0, 20), (100, 0, 20), (0, 25, 45), (100, 25, 45))
    (found,) = lattices(level, upright)
    assert [slot for slot in found.slots if slot.rows == 1][:2] == [
        Slot(0, 0, 1, 1),
        Slot(0, 1, 1, 1),
    ]


def test_a_table_without_lines_at_its_sides() -> None:
    (found,) = lattices(
        across((0, 0, 100), (20, 0, 100), (40, 0, 100)),
        across((50, 0, 40)) * 2 + across((70, 0, 40)),
    )
    assert found.xs == [0, 50, 70, 100]


def test_a_table_that_the_page_cuts_is_open() -> None:
    (found,) = lattices(across((20, 0, 100), (40, 0, 100)), across((0, 0, 60), (100, 0, 60)))
    assert found.ys == [0, 20, 40, 60]
    assert (found.open_top, found.open_bottom) == (True, True)


def test_more_lines_than_a_table_has_are_a_drawing() -> None:
    many = [Ruling(at * 10, 0, 100) for at in range(MAX_RULINGS + 1)]
    assert lattices(many, across((0, 0, 100), (100, 0, 100))) == []


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_cells_of_any_lines_cover_the_table_once(data: st.DataObject) -> None:
    places = st.integers(0, 12).map(lambda at: at * 10.0)

    def rulings() -> list[Ruling]:
        made = data.draw(st.lists(st.tuples(places, places, places), max_size=14))
        return [Ruling(at, min(one, two), max(one, two)) for at, one, two in made]

    for table in lattices(rulings(), rulings()):
        covered = [
            (row, column)
            for slot in table.slots
            for row in range(slot.row, slot.row + slot.rows)
            for column in range(slot.column, slot.column + slot.columns)
        ]
        rows, columns = len(table.ys) - 1, len(table.xs) - 1
        assert sorted(covered) == [
            (row, column) for row in range(rows) for column in range(columns)
        ]
