"""From the numbers of a table to the causes: what is named, what is left open."""

from __future__ import annotations

from lint_disclosure.repair.diagnose import diagnose
from lint_disclosure.repair.model import Bound, Cause, Equality, Witness
from lint_disclosure.repair.structure import structure
from tests.repair.sample import causes_of, kinds, layout, sums, table, told

RIGHT = """
    12 30  5 47
     7 81  0 88
     1  2  3  6
    20 113 8 141
"""
ROW = "12 30  5 47"


def test_nothing_is_wrong():
    assert causes_of(RIGHT) == []


def test_one_wrong_number_is_the_most_likely():
    [cause] = causes_of(RIGHT.replace("7 81", "7 18"))
    [candidate] = cause.candidates
    assert (cause.undecided, cause.by_witness, len(cause.broken)) == (None, False, 2)
    assert told(candidate) == {"r1 c1": (18, 81)}
    assert kinds(candidate) == ["swapped_digits"]


def test_two_wrong_numbers_far_apart_are_two_causes():
    found = causes_of(RIGHT.replace("7 81", "7 18").replace(ROW, "12 30 5 74"))
    assert [told(one.candidates[0]) for one in found] == [
        {"r0 c3": (74, 47)},
        {"r1 c1": (18, 81)},
    ]
    assert [one.undecided for one in found] == [None, None]


def test_two_wrong_numbers_in_a_row_are_one_cause():
    [cause] = causes_of(RIGHT.replace("7 81  0 88", "9 86  0 88"))
    assert cause.undecided is None
    assert told(cause.candidates[0]) == {"r1 c0": (9, 7), "r1 c1": (86, 81)}


def test_numbers_that_were_interchanged_come_first():
    [cause] = causes_of("""
        30 12  5 47
         7 81  0 88
         1  2  3  6
        20 113 8 141
    """)
    assert cause.undecided == "several"
    assert told(cause.candidates[0]) == {"r0 c0": (30, 12), "r0 c1": (12, 30)}
    assert kinds(cause.candidates[0]) == ["swapped_cells"]


def group(witnesses: list[Witness]) -> list[Cause]:
    """A group of table four, as it were: 1, 2 and 3 should add up to the 7 beside them."""
    values = table("1 2 3 7")
    [row, *_] = sums(1, 4)
    return diagnose(structure([row]), values, layout(values), (), witnesses)


def test_a_witness_decides_between_sets():
    witness = Witness(("r0", "c3"), 6, "text")
    [cause] = group([witness])
    assert (cause.undecided, cause.by_witness) == (None, True)
    assert told(cause.candidates[0]) == {"r0 c3": (7, 6)}
    assert cause.candidates[0].witnesses == (witness,)
    [cause] = group([])
    assert (cause.undecided, len(cause.candidates)) == ("several", 4)


def test_who_repeats_the_printed_number_is_no_witness():
    [cause] = group([Witness(("r0", "c3"), 7, "")])
    assert cause.undecided == "several"


def test_witnesses_that_differ_decide_nothing():
    two = [Witness(("r0", "c3"), number, "") for number in (6, 7)]
    [cause] = group(two)
    assert cause.undecided == "several"


def test_two_witnesses_for_two_sets_decide_nothing():
    two = [Witness(("r0", "c3"), 6, ""), Witness(("r0", "c0"), 2, "")]
    [cause] = group(two)
    assert cause.undecided == "several"


def test_a_witness_does_not_turn_over_the_only_smallest_set():
    text = RIGHT.replace("7 81", "7 18")
    [cause] = causes_of(text, witnesses=[Witness(("r1", "c1"), 18, "")])
    assert (told(cause.candidates[0]), cause.undecided) == ({"r1 c1": (18, 81)}, None)


def test_what_a_bound_forbids_is_no_repair():
    text = RIGHT.replace("7 81", "7 18")
    bound = Bound(((1, ("r1", "c1")),), "<=", 50)
    assert all(
        "r1 c1" not in told(way)
        for one in causes_of(text, bounds=[bound])
        for way in one.candidates
    )
    broken = Bound(((1, ("r1", "c1")),), ">=", 100)
    [cause] = causes_of(text, bounds=[broken])
    assert told(cause.candidates[0]) == {"r1 c1": (18, 81)}


def test_relations_that_share_two_cells_leave_open_what_needs_two_changes():
    twice = Equality(((1, ("r0", "c0")), (1, ("r0", "c1"))), 42)
    [cause] = causes_of(RIGHT.replace("7 81", "7 18"), equalities=[twice])
    assert cause.undecided is None
    text = RIGHT.replace("7 81", "7 18").replace("1  2  3", "2  2  3")
    assert {one.undecided for one in causes_of(text, equalities=[twice])} == {"entangled"}


def test_too_many_wrong_numbers_are_left_open():
    found = causes_of("""
        92 30  5 47
         7 41  0 88
         1  2  9  6
        20 113 8 191
    """)
    assert {one.undecided for one in found} == {"too_many"}
    assert [one.candidates for one in found] == [()] * len(found)
    assert all(len(one.broken) == 1 for one in found)


def test_a_row_that_is_shifted_by_a_cell():
    [cause] = causes_of(RIGHT.replace("7 81  0 88", "0 7 81 0"))
    assert cause.undecided is None
    assert kinds(cause.candidates[0]) == ["shifted_row"]
    assert told(cause.candidates[0]) == {
        "r1 c0": (0, 7),
        "r1 c1": (7, 81),
        "r1 c2": (81, 0),
        "r1 c3": (0, 88),
    }


def test_a_row_in_which_a_number_was_split():
    [cause] = causes_of("""
        12 3  0  5
         7 81  0 88
         1  2  3  6
        20 113 8 141
    """)
    assert kinds(cause.candidates[0]) == ["shifted_row"]
    assert told(cause.candidates[0]) == {"r0 c1": (3, 30), "r0 c2": (0, 5), "r0 c3": (5, 47)}


def test_a_column_that_is_shifted_by_a_cell():
    text = """
        0 30  5 47
        12 81  0 88
        7  2  3  6
        1 113 8 141
    """
    [cause] = causes_of(text)
    assert kinds(cause.candidates[0]) == ["shifted_column"]
    assert told(cause.candidates[0])["r3 c0"] == (1, 20)


def test_a_total_that_was_copied_from_another_row():
    [cause] = causes_of("""
        12 30  5 47
         7 81  2 90
         1  2  3  6
        12 30  5 47
    """)
    assert kinds(cause.candidates[0]) == ["copied_row"]
    assert told(cause.candidates[0]) == {
        "r3 c0": (12, 20),
        "r3 c1": (30, 113),
        "r3 c2": (5, 10),
        "r3 c3": (47, 143),
    }
