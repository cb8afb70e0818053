"""The tests that a rule carries: a report, and the findings that are wanted in it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from lint_disclosure.finding import Severity
from lint_disclosure.rulepack.each import spread
from lint_disclosure.rulepack.labels import Unresolved
from lint_disclosure.rulepack.lookup import find_column, find_row, find_table, no_such_cell
from lint_disclosure.rulepack.model import Form, Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.written import KeyPath, Written

DEFAULT_FORM = "2021"

Outcome = Literal["pass", "fail", "not_applicable", "cannot_evaluate"]


class CellText(NamedTuple):
    """A cell of the specimen and the raw text to put into it."""

    table: str
    row: str
    column: str
    text: str


class Want(NamedTuple):
    """A wanted finding: parts of its locator and message, its severity, and what its fix writes."""

    at: str | None = None
    contains: str | None = None
    severity: Severity | None = None
    fixed: str | None = None


class RuleTest(NamedTuple):
    """One test of a rule. ``text`` stands in place of the specimen of the form.

    ``features`` are kinds of things beside the text, each with the words that it stands before.
    ``number`` is its place among the tests of the file; those of one ``each`` have the same.
    """

    rule: str
    name: str
    form: str
    text: str | None
    replace: tuple[tuple[str, str], ...]
    cells: tuple[CellText, ...]
    partial: bool
    want: tuple[Want, ...]
    outcome: Outcome | None
    file: str
    line: int
    number: int = 0
    features: tuple[tuple[str, str], ...] = ()


def read_tests(
    file: Written,
    rule: str,
    tests: Sequence[Mapping[str, Any]],
    forms: Mapping[str, Form],
    problems: list[Problem],
) -> tuple[RuleTest, ...]:
    """The tests of a rule file; labels that the form does not have are noted."""
    found = []
    names: set[str] = set()
    for index, data in enumerate(tests):
        path: KeyPath = ("tests", index)
        for one in spread(file, path, data, problems):
            if one["name"] in names:
                message = Text(f"测试名称重复：{one['name']}", f"test {one['name']} is given twice")
                problems.append(file.problem((*path, "name"), message))
            names.add(one["name"])
            found.append(_test(file, path, rule, one, forms, problems))
    problems += _one_of_each(file, tests)
    return tuple(found)


def _one_of_each(file: Written, tests: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """A rule is proved by a test in which it fires and one in which it stays silent."""
    if not any(data["want"] for data in tests):
        message = Text(
            "至少要有一个应有发现的测试（want 不为空）", "no test in which the rule fires"
        )
        yield file.problem(("tests",), message, key=True)
    if all(data["want"] for data in tests):
        message = Text(
            "至少要有一个应无发现的测试（want: []）", "no test in which the rule is silent"
        )
        yield file.problem(("tests",), message, key=True)


def _test(
    file: Written,
    path: KeyPath,
    rule: str,
    data: Mapping[str, Any],
    forms: Mapping[str, Form],
    problems: list[Problem],
) -> RuleTest:
    given = data.get("given", {})
    key = given.get("form", DEFAULT_FORM)
    form = forms.get(key)
    if form is None and forms:
        message = Text(f"没有格式 {key}", f"there is no form {key}")
        at = (*path, "given", "form")
        problems.append(file.problem(at, message, hint=did_you_mean(key, forms)))
    cells = _cells(file, (*path, "given", "cells"), given.get("cells", {}), form, problems)
    name, line = file.line(path)
    return RuleTest(
        rule=rule,
        name=data["name"],
        form=key,
        text=given.get("text"),
        replace=tuple(given.get("replace", {}).items()),
        cells=tuple(cells),
        partial=given.get("partial", False),
        want=tuple(Want(**want) for want in data["want"]),
        outcome=data.get("outcome"),
        file=name,
        line=line,
        number=int(path[-1]),
        features=tuple(
            (kind, words) for kind, places in given.get("features", {}).items() for words in places
        ),
    )


def _cells(
    file: Written,
    path: KeyPath,
    tables: Mapping[str, Mapping[str, Mapping[str, str]]],
    form: Form | None,
    problems: list[Problem],
) -> Iterator[CellText]:
    """The cells that a test fills in, as keys."""
    if form is None:
        return
    for table_name, rows in tables.items():
        at = (*path, table_name)
        try:
            table = find_table(table_name, form)
            for row_name, columns in rows.items():
                at = (*path, table_name, row_name)
                row = find_row(row_name, table)
                for column_name, text in columns.items():
                    at = (*path, table_name, row_name, column_name)
                    column = find_column(column_name, table)
                    if column not in table.rows[row].columns:
                        raise no_such_cell(table, row, column)
                    yield CellText(table.key, row, column, text)
        except Unresolved as error:
            problems.append(file.problem(at, error.message, key=True, hint=error.hint))
