"""The search against trying out every set of cells and every number."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from lint_disclosure.repair import search
from lint_disclosure.repair.model import Candidate, Changes, Equality
from lint_disclosure.repair.search import Found, smallest_sets
from lint_disclosure.repair.structure import Structure, residuals, structure
from tests.repair.sample import sums, table, told

LARGEST = 7
"""Numbers that are tried out."""


def smallest(known: Structure, values: dict[tuple[str, str], int], **options: object) -> Found:
    """The smallest sets for numbers that are named by cell."""
    numbers = [values[cell] for cell in known.cells]
    return smallest_sets(known, numbers, residuals(known, numbers), **options)  # type: ignore[arg-type]


def tried_out(known: Structure, numbers: list[int]) -> set[frozenset[tuple[int, int]]]:
    """The smallest sets of up to three cells, by trying all; none if more would be needed."""
    for size in range(1, 4):
        found = set()
        for cells in combinations(range(len(numbers)), size):
            wanted = [[n for n in range(LARGEST + 1) if n != numbers[cell]] for cell in cells]
            for after in product(*wanted):
                changed = numbers.copy()
                for cell, number in zip(cells, after, strict=True):
                    changed[cell] = number
                if not any(residuals(known, changed)):
                    found.add(frozenset(zip(cells, after, strict=True)))
        if found:
            return found
    return set()


def as_numbers(known: Structure, sets: tuple[Changes, ...]) -> set[frozenset[tuple[int, int]]]:
    return {frozenset((known.number[one.cell], one.after) for one in changes) for changes in sets}


CELLS = [("r", letter) for letter in "abcdef"]
EQUALITIES = st.lists(
    st.builds(
        lambda cells, signs, constant: Equality(tuple(zip(signs, cells, strict=False)), constant),
        st.lists(st.sampled_from(CELLS), min_size=1, max_size=4, unique=True),
        st.lists(st.sampled_from([1, -1, 1, -1, 2]), min_size=4, max_size=4),
        st.integers(0, 2),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60, deadline=None)
@given(EQUALITIES, st.lists(st.integers(0, 4), min_size=6, max_size=6))
def test_any_equalities(equalities: list[Equality], numbers: list[int]) -> None:
    """Every set that is found mends all; what is called complete lacks none that trying finds."""
    known = structure(equalities)
    numbers = numbers[: len(known.cells)]
    found = smallest_sets(known, numbers, residuals(known, numbers))
    if not any(residuals(known, numbers)):
        assert found.sets == ()
        return
    for changes in found.sets:
        after = dict(zip(known.cells, numbers, strict=True))
        after.update((one.cell, one.after) for one in changes)
        assert not any(residuals(known, [after[cell] for cell in known.cells]))
        assert min(after.values()) >= 0
    if found.complete:
        expected = tried_out(known, numbers)
        sets = as_numbers(known, found.sets)
        sizes = {len(one) for one in sets}
        assert len(sizes) == 1
        assert {one for one in expected if len(one) <= min(sizes)} <= sets


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.integers(0, 2), min_size=4, max_size=4),
    st.lists(st.tuples(st.integers(0, 8), st.integers(0, 4)), min_size=1, max_size=3),
)
def test_wrong_numbers_in_a_table_with_sums(inner: list[int], wrong: list[tuple[int, int]]) -> None:
    """Up to three wrong numbers: the same sets as by trying, and the right one or smaller ones."""
    a, b, c, d = inner
    right = [a, b, a + b, c, d, c + d, a + c, b + d, a + b + c + d]
    printed = right.copy()
    for cell, number in wrong:
        printed[cell] = number
    names = [(f"r{row}", f"c{column}") for row in range(3) for column in range(3)]
    known = structure(sums(3, 3))
    values = dict(zip(names, printed, strict=True))
    found = smallest(known, values)
    truth = {(names[at], number) for at, number in enumerate(right) if number != printed[at]}
    if not truth:
        assert found.sets == ()
        return
    sets = {frozenset((one.cell, one.after) for one in changes) for changes in found.sets}
    assert found.complete
    assert truth in sets or min(map(len, sets)) < len(truth)
    numbers = [values[cell] for cell in known.cells]
    tried = tried_out(known, numbers)
    within = {one for one in as_numbers(known, found.sets) if all(n <= LARGEST for _, n in one)}
    assert within == {one for one in tried if len(one) == min(map(len, sets))}


def test_errors_that_make_up_for_each_other_in_a_row() -> None:
    """A row with 6 and 3 for 5 and 4 still adds up, and so would either of the others."""
    values = table("""
        6 3 9
        2 2 4
        7 6 13
    """)
    found = [told(Candidate(one, 0)) for one in smallest(structure(sums(3, 3)), values).sets]
    assert sorted(found, key=str) == [
        {"r0 c0": (6, 5), "r0 c1": (3, 4)},
        {"r1 c0": (2, 1), "r1 c1": (2, 3)},
        {"r2 c0": (7, 8), "r2 c1": (6, 5)},
    ]


def test_a_count_is_never_negative() -> None:
    """Neither 1 nor 2 can be 3 less, so it is the total."""
    known = structure([Equality(((1, ("r", "a")), (1, ("r", "b")), (-1, ("r", "sum"))), 0)])
    found = smallest(known, {("r", "a"): 1, ("r", "b"): 2, ("r", "sum"): 0})
    assert [told(Candidate(one, 0)) for one in found.sets] == [{"r sum": (0, 3)}]


def test_a_refused_set_is_left_out() -> None:
    known = structure([Equality(((1, ("r", "a")), (-1, ("r", "b"))), 0)])
    values = {("r", "a"): 1, ("r", "b"): 2}
    assert len(smallest(known, values).sets) == 2
    [changes] = smallest(known, values, allowed=lambda one: one[0].cell == ("r", "b")).sets
    assert told(Candidate(changes, 0)) == {"r b": (2, 1)}


def test_cells_that_were_blank_cost_nothing() -> None:
    """The total 9 was deduced from its row. With 4 for 5 it is 8, and that is one wrong number."""
    values = table("""
        5 4 9
        2 2 4
        6 6 12
    """)
    known = structure(sums(3, 3))
    assert len(smallest(known, values).sets) == 3
    found = smallest(known, values, free=[known.number["r0", "c2"]])
    assert found.complete
    [changes] = found.sets
    assert told(Candidate(changes, 0)) == {"r0 c0": (5, 4), "r0 c2": (9, 8)}


def test_a_search_that_takes_too_long_stays_open(monkeypatch) -> None:
    values = table("""
        9 1 1 3
        1 8 1 3
        1 1 7 3
        3 3 3 9
    """)
    monkeypatch.setattr(search, "MOST_STEPS", 3)
    found = smallest(structure(sums(4, 4)), values)
    assert (found.sets, found.complete, found.in_time) == ((), False, False)
    monkeypatch.undo()
    [changes] = smallest(structure(sums(4, 4)), values).sets
    assert len(changes) == 3
