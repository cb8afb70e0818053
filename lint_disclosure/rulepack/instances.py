"""A compiled relation put to the rows or columns of a form: nothing is left open."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.rulepack.model import Form, TableForm

CellKey = tuple[str, str]
"""Row and column of a cell in its table."""

Terms = tuple[tuple[int, CellKey], ...]


class RelationInstance(NamedTuple):
    """``left + left_constant operator right + right_constant`` over the cells of a table."""

    left: Terms
    left_constant: int
    right: Terms
    right_constant: int


def relation_instances(
    for_forms: Mapping[str, Any], options: Mapping[str, Any], form: Form
) -> Iterator[RelationInstance]:
    """The instances of a compiled relation in a form; none where the rule is not for the form."""
    relation = for_forms.get(form.key)
    if relation is None:
        return
    left, right = relation["left"], relation["right"]
    constants = relation.get("left_constant", 0), relation.get("right_constant", 0)
    for row, column in _axis(options, form.tables[options["table"]], [*left, *right]):
        yield RelationInstance(
            _terms(left, row, column), constants[0], _terms(right, row, column), constants[1]
        )


def _axis(
    options: Mapping[str, Any], table: TableForm, triples: Sequence[Sequence[Any]]
) -> list[tuple[str | None, str | None]]:
    """What ``for_each`` runs over: the rows or columns that have every cell of the relation."""
    if options["for_each"] == "row":
        columns = {column for _, _, column in triples}
        rows = options.get("rows") or table.rows
        return [(row, None) for row in rows if columns <= set(table.rows[row].columns)]
    if options["for_each"] == "column":
        rows = {row for _, row, _ in triples}
        return [
            (None, column)
            for column in table.columns
            if all(column in table.rows[row].columns for row in rows)
        ]
    return [(None, None)]


def _terms(triples: Sequence[Sequence[Any]], row: str | None, column: str | None) -> Terms:
    return tuple(
        (int(coefficient), (own_row or row or "", own_column or column or ""))
        for coefficient, own_row, own_column in triples
    )
