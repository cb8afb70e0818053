"""The options of a rule in words: the labels of its check kind's schema, and what they are set to.

A schema says ``x-words`` of the kind and of each option, and ``x-values`` of the words that options
are set to; where it does not, names stand as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import Any, NamedTuple

from lint_disclosure.authoring.describing.pattern_words import pattern_words
from lint_disclosure.authoring.describing.relation_words import relation_words
from lint_disclosure.authoring.describing.rule_source import RuleSource, forms_of
from lint_disclosure.render.width import text_width
from lint_disclosure.render.words import words
from lint_disclosure.rulepack.labels import Unresolved, section_names
from lint_disclosure.rulepack.lookup import AXES, find_cell, find_on_axis, find_table
from lint_disclosure.rulepack.model import Case, Form, Rule, RulePack, TableForm, Text
from lint_disclosure.rulepack.schema import Schema, Shape, load_schema

SCOPE = "in"
"""The option that says in every kind where to look: ``lint_disclosure/evidence/scope.py``."""

CASE = "case"
"""The option that names a case of the rule."""

SCOPES = {
    "report": Text("全文", "the whole report"),
    "title": Text("标题", "the title"),
    "preamble": Text("开头（第一部分之前）", "the preamble (what stands before part one)"),
}
_YES_NO = {True: Text("是", "yes"), False: Text("否", "no")}
_COMMA = Text("、", ", ")
_SEMICOLON = Text("；", "; ")
_COLON = Text("：", ": ")
_STOP = Text("。", ".")
_AND = Text("{}（{}）", "{} ({})")
_NUMBERED = Text("第 {} 组", "set {}")
_SHORT = 140
"""Display cells of settings that stand on one line."""


class Setting(NamedTuple):
    """One thing that is set: what it is, what it is set to, and what that consists of."""

    label: str
    text: str = ""
    inside: tuple[Setting, ...] = ()


def demand(check: str, lang: str) -> str:
    """What every rule of a check kind demands, in a sentence; empty where nobody has said it."""
    sentence: str = load_schema(f"checks/{check}").get("x-words", {}).get(lang, "")
    stop = _STOP.get(lang) if sentence else ""
    return sentence[:1].upper() + sentence[1:].removesuffix(stop) + stop


def settings(source: RuleSource, pack: RulePack, lang: str) -> tuple[Setting, ...]:
    """The options of a rule, in the order in which they are written."""
    schema = load_schema(f"checks/{source.rule.check}")
    writer = _Writer(schema, source.rule, forms_of(source.rule, pack), lang)
    options = dict(source.options)
    if SCOPE in schema.get("properties", {}):
        options.setdefault(SCOPE, "report")
    shape = Shape(schema)
    return tuple(
        writer.setting(name, value, shape.child(name), options) for name, value in options.items()
    )


class _Writer:
    """Puts options into words, with the labels of the forms that the rule is for."""

    def __init__(self, schema: Schema, rule: Rule, forms: Sequence[Form], lang: str) -> None:
        self.values: Mapping[str, Mapping[str, str]] = schema.get("x-values", {})
        self.rule = rule
        self.forms = forms
        self.lang = lang

    def setting(self, name: str, value: Any, shape: Shape, owner: Mapping[str, Any]) -> Setting:
        """An option with its label."""
        label = (shape.mark("x-words") or {}).get(self.lang, name)
        if name == SCOPE and not isinstance(value, dict):
            return Setting(label, self.scope(value))
        if name == CASE:
            level = self.rule.cases.get(str(value), Case()).severity or self.rule.severity
            return Setting(label, words(self.lang).severity[level])
        return self.value(value, shape, owner)._replace(label=label)

    def value(self, value: Any, shape: Shape, owner: Mapping[str, Any]) -> Setting:
        """A value without a label; ``owner`` is the innermost mapping that names a table."""
        if isinstance(value, dict):
            return self.mapping(value, shape, owner)
        if isinstance(value, list):
            return self.listed(value, shape, owner)
        kind = shape.mark("x-type")
        if kind == "relation":
            return self.relation(str(value), owner)
        return Setting("", self.scalar(value, kind, owner))

    def mapping(self, value: Mapping[str, Any], shape: Shape, owner: Mapping[str, Any]) -> Setting:
        """Several options together; one that is the name of the others is their label."""
        if value.keys() == {"zh", "en"}:
            return Setting("", str(value[self.lang]))
        owner = value if "table" in value or "tables" in value else owner
        label = ""
        inside = []
        for name, member in value.items():
            setting = self.setting(name, member, shape.child(name), owner)
            if name == "name" and not setting.inside:
                label = setting.text
            else:
                inside.append(setting)
        if label and len(inside) == 1:
            (only,) = inside
            return only._replace(label=_AND.get(self.lang).format(label, only.label))
        colon, semicolon = _COLON.get(self.lang), _SEMICOLON.get(self.lang)
        line = semicolon.join(f"{one.label}{colon}{one.text}" for one in inside)
        if any(one.inside for one in inside) or text_width(line) > _SHORT:
            return Setting(label, "", tuple(inside))
        return Setting(label, line)

    def listed(self, value: Sequence[Any], shape: Shape, owner: Mapping[str, Any]) -> Setting:
        """A list: short words on one line, anything else one below the other."""
        if not value:
            return Setting("")
        member = shape.child(0)
        if member.mark("x-type") == "cell":
            return self.cells(value)
        found = [self.value(one, member, owner) for one in value]
        if len(found) == 1 and not found[0].label:
            return found[0]
        if isinstance(value[0], dict) or any(one.inside for one in found):
            return Setting("", "", tuple(self.numbered(found)))
        if member.mark("x-type") == "pattern":
            return Setting("", "", tuple(found))
        commas = (_COMMA.zh, _COMMA.en)
        apart = isinstance(value[0], list) or any(
            comma in one.text for one in found for comma in commas
        )
        separator = _SEMICOLON if apart else _COMMA
        return Setting("", separator.get(self.lang).join(one.text for one in found))

    def numbered(self, members: Sequence[Setting]) -> Iterator[Setting]:
        """Members of a list, with a number where they have no name and are more than a line."""
        for number, one in enumerate(members, 1):
            label = "" if one.text else _NUMBERED.get(self.lang).format(number)
            yield one._replace(label=one.label or label)

    def relation(self, text: str, owner: Mapping[str, Any]) -> Setting:
        """The equation, once if it reads the same in all forms."""
        texts: dict[str, str] = {}
        for form in self.forms:
            with suppress(Unresolved, KeyError):
                texts[form.title.get(self.lang)] = relation_words(text, owner, form, self.lang)
        if len(set(texts.values())) < 2:
            return Setting("", next(iter(texts.values()), text))
        return Setting("", "", tuple(Setting(*labelled) for labelled in texts.items()))

    def cells(self, names: Iterable[str]) -> Setting:
        """Cells of a list, row by row."""
        rows: dict[str, list[str]] = {}
        for name in names:
            row, column = self.cell(name)
            rows.setdefault(row, []).append(column)
        comma, colon = _COMMA.get(self.lang), _COLON.get(self.lang)
        lines = [
            Setting("", f"{row}{colon}{comma.join(columns)}" if any(columns) else row)
            for row, columns in rows.items()
        ]
        return lines[0] if len(lines) == 1 else Setting("", "", tuple(lines))

    def cell(self, name: str) -> tuple[str, str]:
        """The row and the column of a cell, in the words of the newest form."""
        for form in self.forms:
            try:
                key, row, column = find_cell(name, form)
            except Unresolved:
                continue
            table = form.tables[key]
            return f"{table.title}「{table.rows[row].short}」", table.columns[column].label
        return name, ""

    def scope(self, value: Any) -> str:
        """Where to look."""
        parts = value if isinstance(value, list) else [value]
        named = [
            SCOPES[part].get(self.lang) if part in SCOPES else self.section(str(part))
            for part in parts
        ]
        return _SEMICOLON.get(self.lang).join(named)

    def scalar(self, value: Any, kind: str | None, owner: Mapping[str, Any]) -> str:
        """A single value."""
        text = str(value)
        if kind == "pattern":
            return pattern_words(text, self.lang)
        if kind == "section":
            return self.section(text)
        if kind == "table":
            return self.table(text)
        if kind in AXES:
            return self.on_axis(str(kind), text, owner)
        if isinstance(value, bool):
            return _YES_NO[value].get(self.lang)
        return self.values.get(text, {}).get(self.lang, text)

    def section(self, number: str) -> str:
        """A part of the report, with its number."""
        for form in self.forms:
            names = section_names(form)
            if number in names:
                return names[number][0]
        return number

    def table(self, name: str) -> str:
        """A table, with what it is about."""
        for form in self.forms:
            try:
                table = find_table(name, form)
            except Unresolved:
                continue
            return f"{table.title}（{table.label}）"
        return name

    def on_axis(self, axis: str, name: str, owner: Mapping[str, Any]) -> str:
        """A row, a column or a group of rows."""
        for form in self.forms:
            tables = _tables(owner, form)
            try:
                key = find_on_axis(axis, name, tables)
            except Unresolved:
                continue
            for table in tables:
                members: Mapping[str, Any] = {
                    "row": table.rows,
                    "column": table.columns,
                    "group": table.groups,
                }[axis]
                if key in members:
                    return str(members[key].short if axis == "row" else members[key].label)
        return name


def _tables(owner: Mapping[str, Any], form: Form) -> list[TableForm]:
    """The tables that the names in a mapping are of."""
    names = [owner["table"]] if "table" in owner else owner.get("tables", ())
    found = []
    for name in names:
        try:
            found.append(find_table(str(name), form))
        except Unresolved:
            continue
    return found or list(form.tables.values())
