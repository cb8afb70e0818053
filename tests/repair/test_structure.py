"""How many wrong cells can be told apart, and that this is three for every shipped rule."""

from __future__ import annotations

import pytest

from lint_disclosure.repair.model import Cell, Equality
from lint_disclosure.repair.reported import asked
from lint_disclosure.repair.structure import parts, residuals, structure
from lint_disclosure.rulepack.model import RulePack
from tests.repair.sample import sums


def equal(*cells: str, constant: int = 0) -> Equality:
    """The sum of some cells, named by a letter each, is a number."""
    return Equality(tuple((1, cell(name)) for name in cells), constant)


def cell(name: str) -> Cell:
    return "row", name


def test_rows_and_columns_of_a_table_form_no_small_circle():
    known = structure(sums(3, 4))
    assert (known.reach, known.degree, len(known.signatures)) == (3, 2, 12)


def test_two_cells_that_share_two_equalities():
    assert structure([equal(*"abc"), equal(*"abd")]).reach == 1


def test_three_cells_that_share_equalities_pair_by_pair():
    assert structure([equal(*"ab"), equal(*"bc"), equal(*"ca")]).reach == 2
    assert structure([equal(*"ax"), equal(*"bx"), equal(*"cx")]).reach == 3


def test_the_cell_that_others_add_up_to():
    known = structure([Equality(((1, cell("a")), (1, cell("b")), (-1, cell("sum"))), 0)])
    assert [known.cells[index] for index in known.sums] == [cell("sum")]
    assert {known.cells[index] for index in known.lone} == {cell("a"), cell("b"), cell("sum")}


def test_equalities_without_a_common_cell_are_parts():
    some = [equal("a", "b"), equal("c", "d"), equal("b", "e"), equal("f"), equal("d", "e")]
    assert parts(some) == [[0, 1, 2, 4], [3]]


def test_by_how_much_an_equality_is_off():
    known = structure([equal("a", "b", constant=5), equal("b", constant=2)])
    assert residuals(known, [4, 2]) == [1, 0]


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_up_to_three_wrong_cells_are_found_by_the_shipped_rules(form: str, pack: RulePack) -> None:
    """What the search rests on. A new rule that breaks it has to be looked at with care.

    Each table: two cells share one equality at most, no three of them form a circle, coefficients
    are 1 and -1, and a cell stands in at most three.
    """
    rules = [rule for rule in pack.rules.values() if rule.check == "relation"]
    known = {key: asked(rules, pack.forms[form], key) for key in pack.forms[form].tables}
    for one in known.values():
        for part in one.structures:
            assert (part.reach, part.degree <= 3) == (3, True)
            assert {abs(factor) for terms in part.members for factor, _ in terms} == {1}
    assert [len(one.structures) for one in known.values()] == [0, 1, 3]


def test_every_cell_of_table_three_stands_in_relations_of_its_own(pack: RulePack) -> None:
    rules = [rule for rule in pack.rules.values() if rule.check == "relation"]
    for form, rows in (("2021", 25), ("2019", 23)):
        [part] = asked(rules, pack.forms[form], "requests").structures
        assert len(part.cells) == len(part.signatures) == rows * 7
        assert not part.lone
        assert len(part.equalities) == rows + 14
