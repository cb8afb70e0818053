"""Mutants of a rule: its YAML data with one thing changed, as the schema of its check allows.

What is changed: see ``docs/proving-rules.md``. Texts for people are not, nor the basis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date, timedelta
from typing import Any, Literal, NamedTuple

from lint_disclosure.authoring.proving.pattern_edits import STRANGER, Edit, pattern_edits
from lint_disclosure.authoring.proving.relation_edits import neighbours, relation_edits
from lint_disclosure.authoring.proving.yaml_data import changed, value_at, without
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.relation import RelationError
from lint_disclosure.rulepack.labels import Unresolved
from lint_disclosure.rulepack.lookup import find_table
from lint_disclosure.rulepack.model import Form, Rule, TableForm
from lint_disclosure.rulepack.schema import Shape, load_schema
from lint_disclosure.rulepack.yaml_source import KeyPath
from lint_disclosure.rulepack.years import overlap

Kind = Literal["item", "alternative", "threshold", "other"]

_AXES = ("row", "column", "group", "cell")
_SHOWN = 40
_DAY = re.compile(r"[0-9]{2}-[0-9]{2}")
_COMMON_YEAR = 2023


class Mutant(NamedTuple):
    """A rule file with one change.

    ``name`` says what was changed in the words of the file, the same in every language, and is
    unique in the rule; ``path`` and ``inside`` say where.
    """

    name: str
    path: KeyPath
    data: Mapping[str, Any]
    kind: Kind = "other"
    inside: tuple[int, int] | None = None


def mutants(data: Mapping[str, Any], rule: Rule, forms: Sequence[Form]) -> Iterator[Mutant]:
    """The mutants of a rule file's data; some of them may not be valid rules."""
    known = [
        form
        for form in forms
        if (not rule.forms or form.key in rule.forms) and overlap(form.years, rule.years)
    ]
    yield from _Changes(data, rule.options, known).all()


class _Changes:
    """Walks through the data of a rule file along the schema."""

    def __init__(
        self, data: Mapping[str, Any], options: Mapping[str, Any], forms: Sequence[Form]
    ) -> None:
        self.data = data
        self.options = options
        self.forms = forms

    def all(self) -> Iterator[Mutant]:
        """Everything: what all rules have, then the options of the check."""
        yield from self.replaced(("severity",), _others(self.data["severity"], SEVERITIES))
        yield from self.scope()
        if "needs" in self.data:
            yield from self.removed(("needs",))
            yield from self.items(("needs",), least=1)
        for name, case in self.data.get("cases", {}).items():
            yield from self.case(("cases", name), case)
        shape = Shape(load_schema(f"checks/{self.data['check']}"))
        common = load_schema("rule")["properties"]
        for key in self.data:
            if key not in common:
                yield from self.option((key,), shape)

    def scope(self) -> Iterator[Mutant]:
        """Years and forms, and the bodies that the rule is for."""
        applies_to = self.data.get("applies_to", {})
        if "years" in applies_to:
            path: KeyPath = ("applies_to", "years")
            yield from self.replaced(path, _near_years(applies_to["years"]))
        for key in applies_to:
            if key != "years":
                yield from self.limits(("applies_to", key), applies_to)
        for index, profile in enumerate(applies_to.get("bodies", ())):
            for key in profile:
                yield from self.limits(("applies_to", "bodies", index, key), profile)

    def limits(self, path: KeyPath, owner: Mapping[str, Any]) -> Iterator[Mutant]:
        """A list that says whom a rule is for goes, or loses an item; ``owner`` holds it."""
        if len(owner) > 1 or len(path) == 2:
            yield from self.removed(path if len(owner) > 1 else path[:-1])
        yield from self.items(path, least=1)

    def case(self, path: KeyPath, case: Mapping[str, Any]) -> Iterator[Mutant]:
        """A case goes, its severity is another or goes, its message goes."""
        whole = ("cases",) if len(self.data["cases"]) == 1 else path
        yield from self.removed(whole)
        if "severity" in case:
            yield from self.replaced((*path, "severity"), _others(case["severity"], SEVERITIES))
        for key in ("severity", "message"):
            if key in case and len(case) > 1:
                yield from self.removed((*path, key))

    def option(self, path: KeyPath, owner: Shape) -> Iterator[Mutant]:
        """An option, and what is in it; ``owner`` is the shape that it belongs to."""
        key = path[-1]
        own = [part for part in owner.parts if key in part.get("properties", ())]
        if not any(key in part.get("required", ()) for part in own):
            yield from self.removed(path)
        yield from self.value(path, owner.child(key))

    def value(self, path: KeyPath, shape: Shape) -> Iterator[Mutant]:
        """Everything inside a value."""
        value = value_at(self.data, path)
        if isinstance(value, dict):
            for key in value:
                yield from self.option((*path, key), shape)
        elif isinstance(value, list):
            least = shape.mark("minItems") or 0
            yield from self.items(path, least)
            for index, item in enumerate(value):
                inner = shape.child(index)
                alone = len(value) <= least
                if inner.mark("x-type") == "pattern":
                    yield from self.pattern((*path, index), item, alone=alone)
                elif alone or not isinstance(item, str) or inner.mark("x-threshold"):
                    yield from self.value((*path, index), inner)
        else:
            yield from self.text(path, value, shape)

    def text(self, path: KeyPath, value: str, shape: Shape) -> Iterator[Mutant]:
        """A single value, as what its schema says it is."""
        kind = shape.mark("x-type")
        if kind == "pattern":
            yield from self.pattern(path, value, alone=True)
        elif kind == "relation":
            yield from self.relation(path, value)
        elif kind == "table":
            yield from self.replaced(path, (key for form in self.forms[-1:] for key in form.tables))
        elif kind in _AXES:
            yield from self.replaced(path, self.beside(value, kind))
        elif "integer" in shape.types and value.removeprefix("-").isdecimal():
            near = [str(int(value) - 1), str(int(value) + 1)]
            threshold = bool(shape.mark("x-threshold"))
            yield from self.replaced(path, near, "threshold" if threshold else "other")
        elif _DAY.fullmatch(value):
            yield from self.replaced(path, _near_days(value), "threshold")
        elif choices := shape.mark("enum"):
            yield from self.replaced(path, _others(value, choices))
        elif "boolean" in shape.types:
            yield from self.replaced(path, _others(value, ("true", "false")))

    def pattern(self, path: KeyPath, value: str, *, alone: bool) -> Iterator[Mutant]:
        """A pattern; in a list that it can be taken out of, it need not be made to fail."""
        for edit in pattern_edits(value):
            bar = "|" in (value[edit.start], value[edit.end - 1])
            if alone or edit.new != STRANGER:
                yield from self.edited(path, value, [edit], "alternative" if bar else "other")

    def relation(self, path: KeyPath, value: str) -> Iterator[Mutant]:
        """A relation; one that cannot be read has no mutants."""
        try:
            edits = relation_edits(value, self.options.get("for_each", "none"), self.tables())
        except RelationError:
            return
        yield from self.edited(path, value, edits)

    def beside(self, value: str, kind: str) -> Iterator[str]:
        """What stands beside a row, a column, a group or a cell; a cell names its own table."""
        if kind != "cell":
            yield from neighbours(value, kind, self.tables())
            return
        table, _, cell = value.partition(".")
        for near in neighbours(cell, kind, self.tables(table)):
            yield f"{table}.{near}"

    def tables(self, name: str | None = None) -> list[TableForm]:
        """A table, by default the one that the rule is about, in each form."""
        found = []
        for form in self.forms:
            with suppress(Unresolved):
                found.append(find_table(name or str(self.options.get("table")), form))
        return found

    def replaced(
        self, path: KeyPath, values: Iterable[str], kind: Kind = "other"
    ) -> Iterator[Mutant]:
        """The value is another one."""
        old = value_at(self.data, path)
        for new in values:
            name = f"{_shown(path)}: {_short(old)} -> {_short(new)}"
            yield Mutant(name, path, changed(self.data, path, new), kind)

    def removed(self, path: KeyPath) -> Iterator[Mutant]:
        """What stands at a path is left out."""
        yield Mutant(f"{_shown(path)}: -", path, without(self.data, path))

    def items(self, path: KeyPath, least: int) -> Iterator[Mutant]:
        """Each item of a list is left out, if others are left."""
        value = value_at(self.data, path)
        words = [_short(item) if isinstance(item, str) else "" for item in value]
        for index, word in enumerate(words if len(words) > least else ()):
            inside = (*path, index)
            unique = word and words.count(word) == 1
            name = f"{_shown(path)}: -{word}" if unique else f"{_shown(inside)}: -"
            yield Mutant(name, inside, without(self.data, inside), "item")

    def edited(
        self, path: KeyPath, value: str, edits: Sequence[Edit], kind: Kind = "other"
    ) -> Iterator[Mutant]:
        """A text is changed in one place; the place makes the name unique."""
        for edit in edits:
            old = value[edit.start : edit.end]
            what = f"{_short(old)} -> {_short(edit.new)}" if edit.new else f"-{_short(old)}"
            name = f"{_shown(path)}@{edit.start}: {what}"
            inside = (edit.start, max(1, edit.end - edit.start))
            yield Mutant(name, path, changed(self.data, path, edit.apply(value)), kind, inside)


def _others(value: str, choices: Sequence[str]) -> list[str]:
    return [choice for choice in choices if choice != value]


def _near_days(text: str) -> Iterator[str]:
    """The day before and the day after a day of the year (01-31)."""
    with suppress(ValueError):
        day = date.fromisoformat(f"{_COMMON_YEAR}-{text}")
        for near in (day - timedelta(1), day + timedelta(1)):
            yield near.isoformat()[5:]


def _near_years(text: str) -> Iterator[str]:
    """The text with each of its years one less and one more."""
    at = 0
    while at < len(text):
        year = text[at : at + 4]
        if len(year) == 4 and year.isdecimal():
            for near in (int(year) - 1, int(year) + 1):
                yield f"{text[:at]}{near}{text[at + 4 :]}"
            at += 3
        at += 1


def _shown(path: KeyPath) -> str:
    words = "".join(f"[{key}]" if isinstance(key, int) else f".{key}" for key in path)
    return words.removeprefix(".")


def _short(text: Any) -> str:
    text = str(text)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}..."
