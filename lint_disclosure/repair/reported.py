"""The equalities that the rules of a pack ask for, with the numbers of a report in them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_disclosure.evidence.arithmetic import numbers_of
from lint_disclosure.evidence.linear import cell_relation, plan_of
from lint_disclosure.evidence.subject import Subject, subject
from lint_disclosure.evidence.verdict import Verdict
from lint_disclosure.repair.deduce import deduced
from lint_disclosure.repair.model import Bound, Cell, Equality
from lint_disclosure.repair.slips import Layout
from lint_disclosure.repair.structure import Structure, parts, structure
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Form, Rule, TableForm

_KEPT = 20
_EMPTY = ("blank", "dash")


class Asked(NamedTuple):
    """What the rules ask of a table of a form: each equality once, with the codes that ask for it.

    ``blank`` is how the first of these rules counts a blank. ``cells``, ``rows`` and ``columns``
    are those of the table, with their places.
    """

    equalities: tuple[Equality, ...]
    codes: tuple[tuple[str, ...], ...]
    blank: tuple[str, ...]
    bounds: tuple[Bound, ...]
    structures: tuple[Structure, ...]
    cells: list[Cell]
    rows: Mapping[str, int]
    columns: Mapping[str, int]


class Numbers(NamedTuple):
    """A table's equalities, in parts that hang together, and the numbers in them.

    ``deduced`` are blank cells that follow from the others, each with whether all equalities agree
    on it. ``out`` counts the equalities that could not be used for want of a number.
    """

    table: str
    asked: Asked
    structures: tuple[Structure, ...]
    values: Mapping[Cell, int]
    deduced: Mapping[Cell, tuple[int, bool]]
    layout: Layout
    bounds: tuple[Bound, ...]
    out: int


def numbers(report: Report, rules: Sequence[Rule], table: str) -> Numbers | None:
    """The equalities of one table; None without the table. ``rules`` are of check ``relation``."""
    found = subject(report, table)
    if isinstance(found, Verdict) or report.form is None:
        return None
    wanted = asked(rules, report.form, table)
    cells = found.table.cells
    blank = [key for key, one in cells.items() if one.value is None and one.state in _EMPTY]
    by_blank = {
        how: _values(report, found, wanted.cells, how) for how in dict.fromkeys(wanted.blank)
    }
    values = {cell: value for known in by_blank.values() for cell, value in known.items()}
    follow: dict[Cell, tuple[int, bool]] = {}
    if blank:
        open_ones = [cell for cell in blank if cell not in values]
        follow = deduced(wanted.equalities, values, open_ones)
        values.update((cell, value) for cell, (value, _) in follow.items())
    usable: Sequence[Equality] = wanted.equalities
    if any(len(known) < len(wanted.cells) for known in by_blank.values()):
        usable = [
            one
            for one, how in zip(wanted.equalities, wanted.blank, strict=True)
            if all(cell in by_blank[how] or cell in follow for _, cell in one.terms)
        ]
    out = len(wanted.equalities) - len(usable)
    return Numbers(
        table,
        wanted,
        _structures(usable) if out else wanted.structures,
        values,
        follow,
        Layout(wanted.rows, wanted.columns, blank),
        tuple(one for one in wanted.bounds if all(cell in values for _, cell in one.terms)),
        out,
    )


def _values(report: Report, found: Subject, keys: list[Cell], blank: str) -> dict[Cell, int]:
    """The whole numbers of the table, blanks counted as the rule has it."""
    return {
        key: int(value)
        for key, value in zip(keys, numbers_of(report, found, keys, blank), strict=True)
        if value is not None and (type(value) is int or value == int(value))
    }


_known: dict[tuple[tuple[int, ...], int, str], tuple[Sequence[Rule], Form, Asked]] = {}
"""By identity; rules and form are kept beside, so that their ids stay theirs."""


def asked(rules: Sequence[Rule], form: Form, table: str) -> Asked:
    """What rules of check ``relation`` ask of a table, worked out once for many reports."""
    key = (tuple(id(rule) for rule in rules), id(form), table)
    if key not in _known:
        if len(_known) >= _KEPT:
            _known.clear()
        _known[key] = (
            rules,
            form,
            _compiled([rule for rule in rules if rule.options["table"] == table], form, table),
        )
    return _known[key][2]


def _compiled(rules: Sequence[Rule], form: Form, table: str) -> Asked:
    codes: dict[Equality, list[str]] = {}
    blank: dict[Equality, str] = {}
    bounds: list[Bound] = []
    for rule, one in _relations(rules, form, table):
        if isinstance(one, Bound):
            bounds.append(one)
        else:
            codes.setdefault(one, []).append(rule.id)
            blank.setdefault(one, rule.options.get("blank", ""))
    return Asked(
        tuple(codes),
        tuple(tuple(dict.fromkeys(own)) for own in codes.values()),
        tuple(blank.values()),
        tuple(bounds),
        _structures(list(codes)),
        form.tables[table].cells(),
        {key: place for place, key in enumerate(form.tables[table].rows)},
        {key: place for place, key in enumerate(form.tables[table].columns)},
    )


def _relations(
    rules: Sequence[Rule], form: Form, table: str
) -> Iterator[tuple[Rule, Equality | Bound]]:
    """The relations between counts that are certain, with all terms on the left."""
    for rule in rules:
        if rule.confidence != "high":
            continue
        plan = plan_of(rule, form, rule.options["require"])
        for instance in plan.instances:
            relation = cell_relation(table, plan.operator, instance)
            terms = tuple(
                (coefficient, (row, column)) for coefficient, _, row, column in relation.terms
            )
            if terms and _counts(form.tables[table], terms):
                constant = int(relation.constant)
                if plan.operator == "=":
                    yield rule, equality(terms, constant)
                else:
                    yield rule, Bound(terms, plan.operator, constant)


def _counts(form: TableForm, terms: Sequence[tuple[int, Cell]]) -> bool:
    return all(form.columns[column].value == "count" for _, (_, column) in terms)


def equality(terms: Sequence[tuple[int, Cell]], constant: int) -> Equality:
    """An equality that is the same whichever side its terms stood on, and in whatever order."""
    ordered = tuple(sorted(terms, key=lambda term: term[1]))
    if ordered[0][0] < 0:
        return Equality(tuple((-factor, cell) for factor, cell in ordered), -constant)
    return Equality(ordered, constant)


def _structures(equalities: Sequence[Equality]) -> tuple[Structure, ...]:
    """The structures of the parts that have nothing to do with each other."""
    return tuple(structure([equalities[index] for index in part]) for part in parts(equalities))
