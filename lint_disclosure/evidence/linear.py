"""A relation rule compiled for a form: which cells stand on which side, row by row."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple

from lint_disclosure.evidence.verdict import CellRelation
from lint_disclosure.rulepack.instances import CellKey, Terms, relation_instances
from lint_disclosure.rulepack.model import Form, Rule


class Side(NamedTuple):
    """One side of a relation; ``ones`` are the cells that count once, ``others`` the rest.

    ``pick`` takes the values of ``ones`` out of those of all cells of the form, in its order.
    """

    terms: tuple[tuple[int, CellKey], ...]
    ones: tuple[CellKey, ...]
    others: tuple[tuple[int, int], ...]
    constant: int
    pick: Callable[[Sequence[Any]], Sequence[Any]]


class Instance(NamedTuple):
    """A relation put to one row or column: nothing is left open."""

    left: Side
    right: Side


class Plan(NamedTuple):
    """A relation put to all rows or columns of a form; without any the rule is not for it."""

    operator: str
    instances: tuple[Instance, ...]
    cells: list[CellKey]


_plans: dict[tuple[int, int, int], tuple[Rule, Form, Plan]] = {}
"""By identity; the rule and the form are kept beside the plan, so that their ids stay theirs."""


def plan_of(rule: Rule, form: Form, relation: Mapping[str, Any]) -> Plan:
    """A relation of the rule's options compiled for the form, once."""
    key = (id(rule), id(form), id(relation))
    entry = _plans.get(key)
    if entry is None:
        entry = _plans[key] = (rule, form, _compiled(rule, form, relation))
    return entry[2]


def _compiled(rule: Rule, form: Form, for_forms: Mapping[str, Any]) -> Plan:
    relation = for_forms.get(form.key)
    if relation is None:
        return Plan("=", (), [])
    cells = form.tables[rule.options["table"]].cells()
    places = {key: place for place, key in enumerate(cells)}
    instances = tuple(
        Instance(
            _side(one.left, one.left_constant, places), _side(one.right, one.right_constant, places)
        )
        for one in relation_instances(for_forms, rule.options, form)
    )
    return Plan(relation["operator"], instances, cells)


def _side(terms: Terms, constant: int, places: Mapping[CellKey, int]) -> Side:
    ones = tuple(key for coefficient, key in terms if coefficient == 1)
    others = tuple((coefficient, places[key]) for coefficient, key in terms if coefficient != 1)
    return Side(terms, ones, others, constant, _picker([places[key] for key in ones]))


def _picker(places: Sequence[int]) -> Callable[[Sequence[Any]], Sequence[Any]]:
    if len(places) > 1:
        return itemgetter(*places)
    first = places[0] if places else 0
    return itemgetter(slice(first, first + len(places)))


def cell_relation(table: str, operator: str, instance: Instance) -> CellRelation:
    """The instance with all cells on the left and the number on the right."""
    total: dict[CellKey, int] = {}
    for sign, side in ((1, instance.left), (-1, instance.right)):
        for coefficient, key in side.terms:
            total[key] = total.get(key, 0) + sign * coefficient
    terms = tuple((coefficient, table, *key) for key, coefficient in total.items() if coefficient)
    return CellRelation(terms, operator, instance.right.constant - instance.left.constant)
