"""Options of a rule, compiled: labels become keys, relations linear forms, patterns are checked.

The schema of the check kind says by ``x-type`` what a text is. Everything is looked up in every
form that the rule applies to, and has to mean the same in all of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from lint_disclosure.relation import RelationError
from lint_disclosure.rulepack.labels import Names, Unresolved, group_names, merged
from lint_disclosure.rulepack.lookup import (
    AXES,
    find_cell,
    find_on_axis,
    find_section,
    find_table,
)
from lint_disclosure.rulepack.model import Form, TableForm, Text
from lint_disclosure.rulepack.needles import needles
from lint_disclosure.rulepack.patterns import PatternError, check_pattern
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.relations import compile_relation
from lint_disclosure.rulepack.schema import Shape
from lint_disclosure.rulepack.written import KeyPath, Written


class Compiler:
    """Compiles the options of one rule; what is wrong is kept in ``problems``."""

    def __init__(
        self, file: Written, forms: Sequence[Form], variants: Collection[str] = ()
    ) -> None:
        self.file = file
        self.forms = forms
        self.variants = variants
        self.problems: list[Problem] = []
        self.frequencies = _frequencies(forms)
        self.needles: dict[str, list[Any]] = {}

    def options(self, options: Mapping[str, Any], shape: Shape) -> dict[str, Any]:
        """The compiled options; a value that is wrong stays as it was written.

        ``needles`` hold for each pattern the words that are looked for before it is tried.
        """
        compiled = self._walk(dict(options), shape, (), None)
        assert isinstance(compiled, dict)
        if self.needles:
            compiled["needles"] = self.needles
        return compiled

    def _walk(
        self, value: Any, shape: Shape, path: KeyPath, owner: Mapping[str, Any] | None
    ) -> Any:
        """Compile a value; ``owner`` is the innermost mapping around it that names a table."""
        if isinstance(value, dict):
            owner = value if "table" in value or "tables" in value or owner is None else owner
            return {
                key: self._walk(member, shape.child(key), (*path, key), owner)
                for key, member in value.items()
            }
        if isinstance(value, list):
            return [
                self._walk(member, shape.child(index), (*path, index), owner)
                for index, member in enumerate(value)
            ]
        kind = shape.mark("x-type")
        if kind is None or not isinstance(value, str | int):
            return value
        if not self.forms and kind != "pattern":
            return value
        try:
            return self._compile(kind, str(value), owner or {}, path)
        except Unresolved as error:
            self.problems.append(self.file.problem(path, error.message, hint=error.hint))
        except PatternError as error:
            self.problems.append(
                self.file.problem(path, error.message, hint=error.hint, inside=error.at)
            )
        return value

    def _compile(self, kind: str, text: str, owner: Mapping[str, Any], path: KeyPath) -> Any:
        if kind == "pattern":
            check_pattern(text, self.variants)
            words = needles(text, self.frequencies)
            if words is not None:
                self.needles[text] = words
            return text
        if kind == "table":
            return self._same(text, lambda form: find_table(text, form).key)
        if kind == "section":
            return int(self._same(text, lambda form: find_section(text, form)))
        if kind == "cell":
            return self._same(text, lambda form: ".".join(find_cell(text, form)))
        if kind == "relation":
            return self._relation(text, owner, path)
        if kind in AXES:
            return self._same(text, lambda form: find_on_axis(kind, text, _tables(owner, form)))
        raise ValueError(f"unknown x-type {kind}")

    def _same(self, text: str, meaning: Any) -> str:
        """What a name means, if it means the same in every form that the rule applies to."""
        meanings: dict[str, str] = {}
        failures: list[tuple[Form, Unresolved]] = []
        for form in self.forms:
            try:
                meanings[form.key] = meaning(form)
            except Unresolved as error:
                failures.append((form, error))
        if failures:
            raise _common(failures, len(self.forms))
        if len(set(meanings.values())) > 1:
            several = "、".join(f"{key}（格式 {form}）" for form, key in meanings.items())
            raise Unresolved(
                Text(
                    f"名称含义不止一个：{text} 在各版格式中不同：{several}",
                    f"{text} differs between the forms: {several}",
                ),
                _LIMIT_FORMS,
            )
        return next(iter(meanings.values()), text)

    def _relation(self, text: str, owner: Mapping[str, Any], path: KeyPath) -> Any:
        """The relation for each form; every name that means nothing is noted once."""
        compiled: dict[str, Any] = {}
        failures: dict[tuple[int, int], list[tuple[Form, Unresolved]]] = {}
        for form in self.forms:
            try:
                table = find_table(str(owner.get("table", "")), form)
                compiled[form.key], misnamed = compile_relation(
                    text, table, owner, self._groups(table)
                )
            except Unresolved:
                continue
            except RelationError as error:
                message = Text(error.zh, error.en)
                inside = (error.position, error.length)
                self.problems.append(self.file.problem(path, message, inside=inside))
                return text
            for cause, inside in misnamed:
                failures.setdefault(inside, []).append((form, cause))
        for inside, found in failures.items():
            failure = _common(found, len(compiled))
            self.problems.append(
                self.file.problem(path, failure.message, inside=inside, hint=failure.hint)
            )
        return text if failures else compiled

    def _groups(self, table: TableForm) -> Names:
        """The groups that the table has in any form: each may be a single row in another."""
        tables = [form.tables[table.key] for form in self.forms if table.key in form.tables]
        return merged(map(group_names, tables))


def _frequencies(forms: Sequence[Form]) -> Counter[str]:
    """How common characters are in reports; full-width ones are half-width where patterns look."""
    found = Counter("".join(form.specimen for form in forms))
    for code in range(0x21, 0x7F):
        found[chr(code)] += found[chr(code + 0xFEE0)]
    return found


def _common(failures: Sequence[tuple[Form, Unresolved]], forms: int) -> Unresolved:
    """One failure for all: it names the form where a name is unknown in some forms only."""
    form, error = failures[-1]
    if len(failures) == forms:
        return error
    message = Text(
        f"{error.message.zh}（格式 {form.key}）", f"{error.message.en} (form {form.key})"
    )
    return Unresolved(message, error.hint or _LIMIT_FORMS)


_LIMIT_FORMS = Text(
    "只用于某一版格式时，写 applies_to: {forms: [...]}",
    "if the rule is for one form only, say applies_to: {forms: [...]}",
)


def _tables(owner: Mapping[str, Any], form: Form) -> list[TableForm]:
    """The tables in which names are looked up: those that are named, or else all."""
    names: Iterable[str] = (
        [owner["table"]] if "table" in owner else owner.get("tables", form.tables)
    )
    found = []
    for name in names:
        try:
            found.append(find_table(str(name), form))
        except Unresolved:
            continue
    return found or list(form.tables.values())
