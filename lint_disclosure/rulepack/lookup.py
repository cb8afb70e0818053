"""Tables, rows, columns, cells and sections of a form, by what they are called in a rule."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lint_disclosure.rulepack.labels import (
    Names,
    Unresolved,
    column_names,
    group_names,
    merged,
    resolve,
    row_names,
    section_names,
    table_names,
)
from lint_disclosure.rulepack.model import Form, TableForm, Text

AXES: dict[str, tuple[Callable[[TableForm], Names], Text]] = {
    "row": (row_names, Text("的行", "the rows of")),
    "column": (column_names, Text("的列", "the columns of")),
    "group": (group_names, Text("的行组", "the groups of rows of")),
}


def find_table(text: str, form: Form) -> TableForm:
    """The table that a name means."""
    return form.tables[resolve(text, table_names(form), Text("统计表", "the tables"))]


def find_cell(text: str, form: Form) -> tuple[str, str, str]:
    """The cell that ``table.row.column`` means; labels may hold dots themselves."""
    table_name, _, rest = text.partition(".")
    table = find_table(table_name, form)
    row, column = find_in_table(rest, table)
    return table.key, row, column


def find_in_table(text: str, table: TableForm) -> tuple[str, str]:
    """The cell that ``row.column`` means."""
    failure: Unresolved | None = None
    found: dict[tuple[str, str], None] = {}
    dots = [index for index, char in enumerate(text) if char in ".．"]
    for dot in reversed(dots):
        try:
            row = find_row(text[:dot], table)
            column = find_on_axis("column", text[dot + 1 :], [table])
        except Unresolved as error:
            failure = failure or error
            continue
        if column in table.rows[row].columns:
            found[row, column] = None
        else:
            failure = no_such_cell(table, row, column)
    if len(found) == 1:
        return next(iter(found))
    if found:
        cells = "、".join(f"{row}.{column}" for row, column in found)
        raise Unresolved(
            Text(f"名称含义不止一个：{text}", f"the name {text} has more than one meaning"),
            Text(f"可能是 {cells}", f"it may be {cells}"),
        )
    raise failure or Unresolved(
        Text(f"单元格应写成 行.列，不是 {text}", f"write a cell as row.column, not {text}"), None
    )


def find_row(text: str, table: TableForm) -> str:
    """The row of a table that a name means."""
    return find_on_axis("row", text, [table])


def find_column(text: str, table: TableForm) -> str:
    """The column of a table that a name means."""
    return find_on_axis("column", text, [table])


def no_such_cell(table: TableForm, row: str, column: str) -> Unresolved:
    """A row and a column that do not meet."""
    labels = table.rows[row].label, table.columns[column].label
    columns = "、".join(table.columns[key].label for key in table.rows[row].columns)
    return Unresolved(
        Text(
            f"{table.title}「{labels[0]}」一行没有「{labels[1]}」这一列",
            f"row {row} of {table.key} has no column {column}",
        ),
        Text(f"这一行有：{columns}", f"it has: {', '.join(table.rows[row].columns)}"),
    )


def find_on_axis(axis: str, text: str, tables: Sequence[TableForm]) -> str:
    """The row, column or group of some tables that a name means."""
    names_of, words = AXES[axis]
    titles = "、".join(table.title for table in tables)
    keys = ", ".join(table.key for table in tables)
    where = Text(f"{titles}{words.zh}", f"{words.en} {keys}")
    return resolve(text, merged(map(names_of, tables)), where)


def find_section(text: str, form: Form) -> str:
    """The number of the section that a number or a name means."""
    return resolve(text, section_names(form), Text("各部分", "the sections"))
