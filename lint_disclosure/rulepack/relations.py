"""A relation over the cells of one table of a form."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lint_disclosure.relation import Linear, Name, parse
from lint_disclosure.rulepack.labels import Names, Unresolved, find, group_names, row_names
from lint_disclosure.rulepack.lookup import find_in_table, find_on_axis, find_row, no_such_cell
from lint_disclosure.rulepack.model import TableForm, Text

Key = tuple[str | None, str | None]
"""Row and column of a cell; None on the axis that ``for_each`` runs along."""

Misnamed = tuple[Unresolved, tuple[int, int]]
"""What is wrong with a name, and its position and length in the relation."""


def compile_relation(
    text: str, table: TableForm, options: Mapping[str, Any], groups: Names
) -> tuple[dict[str, Any], list[Misnamed]]:
    """The relation as data, and the names in it that mean nothing.

    ``groups`` are the groups of the table in all forms: one that this form has as a single row may
    stand in ``sum`` all the same.
    """
    relation = parse(text)
    misnamed: list[Misnamed] = []
    finder = _Finder(table, options, groups)

    def lookup(name: Name) -> list[Key]:
        try:
            return finder.cells(name)
        except Unresolved as error:
            misnamed.append((error, (name.start, name.end - name.start)))
            return []

    linear = relation.resolve(lookup)
    if not misnamed and not (linear.left or linear.right):
        misnamed.append((_NOTHING, (0, len(text))))
    elif not misnamed and not finder.has_instance(linear):
        misnamed.append((_NOWHERE, (0, len(text))))
    return {
        "left": [[coefficient, *key] for coefficient, key in linear.left],
        "left_constant": linear.left_constant,
        "operator": linear.operator,
        "right": [[coefficient, *key] for coefficient, key in linear.right],
        "right_constant": linear.right_constant,
    }, misnamed


class _Finder:
    """Looks names up on the axis that ``for_each`` leaves open."""

    def __init__(self, table: TableForm, options: Mapping[str, Any], groups: Names) -> None:
        self.table = table
        self.groups = groups
        self.for_each = options.get("for_each", "none")
        self.limits = options.get("rows", ())

    def cells(self, name: Name) -> list[Key]:
        """The cells that a name stands for."""
        if name.group:
            return [(row, None) for row in self.members(name.text)]
        if self.for_each == "column":
            return [(self.row(name.text), None)]
        if self.for_each == "row":
            return [(None, self.column(name.text))]
        return [find_in_table(name.text, self.table)]

    def members(self, name: str) -> tuple[str, ...]:
        """The rows of a group; a group of another form may be one row here."""
        if self.for_each != "column":
            raise Unresolved(
                Text("sum 只能用在 for_each: column 里", "sum needs for_each: column"), None
            )
        own = find(name, group_names(self.table))
        rows = find(name, row_names(self.table))
        if not own and len(rows) == 1 and find(name, self.groups):
            return (rows[0],)
        return self.table.groups[find_on_axis("group", name, [self.table])].rows

    def row(self, name: str) -> str:
        try:
            return find_row(name, self.table)
        except Unresolved as error:
            if find(name, group_names(self.table)):
                raise Unresolved(
                    Text(f"「{name}」是一组行", f"{name} is a group of rows"),
                    Text(f"应写 sum({name})", f"write sum({name})"),
                ) from error
            raise

    def column(self, name: str) -> str:
        """The column; the rows that the rule is limited to must have it."""
        column = find_on_axis("column", name, [self.table])
        for limit in self.limits:
            rows = find(str(limit), row_names(self.table))
            if len(rows) == 1 and column not in self.table.rows[rows[0]].columns:
                raise no_such_cell(self.table, rows[0], column)
        return column

    def has_instance(self, linear: Linear[Key]) -> bool:
        """Whether some row or column has all the cells of the relation."""
        keys = [key for _, key in (*linear.left, *linear.right)]
        if self.for_each == "row":
            columns = {column for _, column in keys}
            return any(columns <= set(row.columns) for row in self.table.rows.values())
        if self.for_each == "column":
            rows = [self.table.rows[row] for row, _ in keys if row]
            return any(all(key in row.columns for row in rows) for key in self.table.columns)
        return True


_NOWHERE = Unresolved(
    Text("没有哪一行或哪一列同时有这些单元格", "no row or column has all of these cells"),
    Text("核对 for_each 和名称", "check for_each and the names"),
)

_NOTHING = Unresolved(
    Text("关系式里的单元格都抵消了", "the cells of the relation cancel out"),
    Text("核对系数和名称", "check the coefficients and the names"),
)
