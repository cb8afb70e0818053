"""A relation with the labels of the form in place of the names that its author used."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from lint_disclosure.relation import Name, parse
from lint_disclosure.rulepack.labels import Unresolved, find, group_names
from lint_disclosure.rulepack.lookup import find_column, find_in_table, find_row, find_table
from lint_disclosure.rulepack.model import Form, TableForm, Text

_SIGNS = {">=": "≥", "<=": "≤", "!=": "≠", "==": "=", "*": "×"}
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))
_BEFORE_GROUP = re.compile(r"sum\s*[(（]\s*「?\s*\Z")
_AFTER_GROUP = re.compile(r"\s*」?\s*[)）]")
_SUM = Text("{}各项之和", "the sum of {}")


def relation_words(text: str, options: Mapping[str, Any], form: Form, lang: str) -> str:
    """The relation as its author wrote it, in the words of one form."""
    table = find_table(str(options["table"]), form)
    for_each = options.get("for_each", "none")
    relation = parse(text)
    names = [name for _, name in (*relation.left.terms, *relation.right.terms)]
    pieces: list[str] = []
    done = 0
    for name in sorted(names, key=lambda one: one.start):
        between = text[done : name.start]
        done = name.end
        if name.group:
            between = _BEFORE_GROUP.sub("", between)
            closing = _AFTER_GROUP.match(text, done)
            done = closing.end() if closing else done
        pieces += [_signs(between), _label(name, table, for_each, lang)]
    return "".join([*pieces, _signs(text[done:])])


def _signs(text: str) -> str:
    """What stands between names, with the signs that people know."""
    return _SIGN.sub(lambda found: _SIGNS[found[0]], text.strip("「」"))


def _label(name: Name, table: TableForm, for_each: str, lang: str) -> str:
    """What a name stands for, as the form calls it."""
    try:
        if name.group:
            return _group(name.text, table, lang)
        if for_each == "column":
            return table.rows[find_row(name.text, table)].short
        if for_each == "row":
            return table.columns[find_column(name.text, table)].label
        row, column = find_in_table(name.text, table)
    except Unresolved:
        return name.text
    return f"「{table.rows[row].short}」{table.columns[column].label}"


def _group(name: str, table: TableForm, lang: str) -> str:
    """A group of rows; in some forms it is a single row."""
    found = find(name, group_names(table))
    if not found:
        return table.rows[find_row(name, table)].short
    group = table.groups[found[0]]
    return _SUM.get(lang).format(group.label) if len(group.rows) > 1 else group.label
