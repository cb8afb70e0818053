"""What a typist makes of a number, and of two numbers."""

from __future__ import annotations

import pytest

from lint_disclosure.repair.model import Change
from lint_disclosure.repair.slips import Explained, Layout, explain

LAYOUT = Layout({f"r{n}": n for n in range(5)}, {f"c{n}": n for n in range(5)}, [("r4", "c4")])


def explained(*changes: tuple[str, int, int], sums: tuple[str, ...] = ()) -> Explained:
    """Changes as ``("r0 c1", printed, right)``."""
    cells = [Change(_cell(name), printed, right) for name, printed, right in changes]
    return explain(tuple(cells), LAYOUT, {_cell(name) for name in sums})


def _cell(name: str) -> tuple[str, str]:
    row, column = name.split()
    return row, column


def kinds(found: Explained) -> list[str]:
    return [slip.kind for slip in found.slips]


@pytest.mark.parametrize(
    ("printed", "right", "kind"),
    [
        (46, 64, "swapped_digits"),
        (1243, 1234, "swapped_digits"),
        (12, 122, "lost_digit"),
        (1, 15, "lost_digit"),
        (122, 12, "doubled_digit"),
        (112, 12, "doubled_digit"),
        (152, 12, "extra_digit"),
        (120, 12, "tenfold"),
        (12, 120, "tenfold"),
        (18, 13, "wrong_digit"),
        (8, 3, "wrong_digit"),
        (12, 13, "off_by_one"),
        (19, 20, "off_by_one"),
        (0, 1, "off_by_one"),
    ],
)
def test_one_number(printed: int, right: int, kind: str) -> None:
    assert kinds(explained(("r0 c0", printed, right))) == [kind]


@pytest.mark.parametrize(("printed", "right"), [(12, 57), (0, 312), (1000, 7)])
def test_numbers_that_have_nothing_in_common(printed: int, right: int) -> None:
    found = explained(("r0 c0", printed, right))
    assert found.slips == ()
    assert found.cost > explained(("r0 c0", 8, 3)).cost


def test_a_blank_is_left_blank_whatever_belongs_there() -> None:
    assert kinds(explained(("r4 c4", 0, 312))) == ["left_blank"]


def test_two_numbers_of_a_column_interchanged() -> None:
    found = explained(("r0 c0", 12, 57), ("r3 c0", 57, 12))
    assert kinds(found) == ["swapped_cells"]
    assert found.cost < explained(("r0 c0", 12, 57), ("r3 c1", 57, 12)).cost


def test_a_number_one_row_or_column_off() -> None:
    assert kinds(explained(("r0 c0", 0, 57), ("r1 c0", 57, 0))) == ["one_off"]
    assert kinds(explained(("r0 c0", 57, 0), ("r0 c1", 0, 57))) == ["one_off"]
    assert kinds(explained(("r0 c0", 0, 57), ("r3 c0", 57, 0))) == ["swapped_cells"]


def test_a_number_put_over_another_one_beside_its_place() -> None:
    assert kinds(explained(("r0 c0", 0, 57), ("r1 c0", 57, 312))) == ["one_off"]


def test_a_number_split_over_two_cells_of_a_row() -> None:
    assert kinds(explained(("r0 c1", 1, 12), ("r0 c2", 2, 0))) == ["split_digits"]
    assert kinds(explained(("r0 c2", 34, 0), ("r0 c1", 12, 1234))) == ["split_digits"]
    assert kinds(explained(("r0 c1", 1, 21), ("r0 c2", 2, 0))) != ["split_digits"]


def test_a_pair_beside_a_number_by_itself() -> None:
    found = explained(("r0 c0", 12, 57), ("r2 c2", 46, 64), ("r1 c0", 57, 12))
    assert sorted(kinds(found)) == ["swapped_cells", "swapped_digits"]


def test_a_sum_is_a_little_less_likely_to_be_wrong() -> None:
    leaf, total = explained(("r0 c0", 46, 64)), explained(("r0 c0", 46, 64), sums=("r0 c0",))
    assert leaf.cost < total.cost < leaf.cost + 0.2


def test_very_long_numbers_take_no_time() -> None:
    assert explained(("r0 c0", 10**4000, 3)).slips == ()
