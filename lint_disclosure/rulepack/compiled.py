"""A rule pack as JSON: what a wheel carries, so that a run parses no YAML.

Reading it back is on the way of every run and imports nothing but ``json``.
"""

from __future__ import annotations

import json
from typing import Any

from lint_disclosure import __version__
from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.model import (
    Block,
    BodyProfile,
    Case,
    Column,
    Form,
    Group,
    PackInfo,
    Row,
    Rule,
    RulePack,
    SectionForm,
    TableForm,
    Text,
    Years,
)

FORMAT = 3


class StalePack(ValueError):
    """Compiled rules that another version of the tool has written."""


def to_json(pack: RulePack) -> str:
    """The pack as JSON text, stamped with the version of the tool."""
    data = {
        "format": FORMAT,
        "tool": __version__,
        "packs": list(pack.packs),
        "rules": list(pack.rules.values()),
        "forms": [_form_data(form) for form in pack.forms.values()],
        "characters": dict(pack.characters),
        "bodies": list(pack.bodies),
        "vocabulary": dict(pack.vocabulary),
        "claims": dict(pack.claims),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str | bytes) -> RulePack:
    """The pack that ``to_json`` wrote."""
    data = json.loads(text)
    if data.get("format") != FORMAT or data.get("tool") != __version__:
        raise StalePack(f"compiled by {data.get('tool')}, this is {__version__}")
    rules = [_rule(*rule) for rule in data["rules"]]
    forms = [_form(*form) for form in data["forms"]]
    return RulePack(
        tuple([PackInfo(name, version, Text(*title)) for name, version, title in data["packs"]]),
        {rule.id: rule for rule in rules},
        {form.key: form for form in forms},
        data["characters"],
        tuple(data["bodies"]),
        data["vocabulary"],
        data["claims"],
    )


# Named tuples become JSON lists, field by field; what is kept by key goes as a list of values.


def _rule(*fields: Any) -> Rule:
    (id_, name, title, severity, confidence, since, years, forms, kinds, levels, functions,
     bodies, basis, check, options, needs, related, message, help_, exceptions, cases,
     url, pack, off) = fields  # fmt: skip
    return Rule(
        id_,
        name,
        Text(*title),
        severity,
        confidence,
        since,
        Years(*years),
        tuple(forms),
        tuple(kinds),
        tuple(levels),
        tuple(functions),
        tuple([BodyProfile(*map(tuple, one)) for one in bodies]),
        tuple([Basis(*one) for one in basis]),
        check,
        options,
        tuple(needs),
        tuple(related),
        Text(*message),
        Text(*help_),
        Text(*exceptions) if exceptions else None,
        {
            key: Case(level, Text(*text) if text else None, Text(*advice) if advice else None)
            for key, (level, text, advice) in cases.items()
        },
        url,
        pack,
        off,
    )


def _form_data(form: Form) -> list[Any]:
    return [*form[:5], [_table_data(table) for table in form.tables.values()], form.specimen]


def _form(
    key: str, title: Any, document: str, years: Any, sections: Any, tables: Any, specimen: str
) -> Form:
    return Form(
        key,
        Text(*title),
        document,
        Years(*years),
        tuple([_section(*section) for section in sections]),
        {table[0]: _table(*table) for table in tables},
        specimen,
    )


def _section(
    number: int, title: str, aliases: Any, keywords: Any, hints: Any, tables: Any
) -> SectionForm:
    words = tuple([tuple(group) for group in keywords])
    return SectionForm(number, title, tuple(aliases), words, tuple(hints), tuple(tables))


def _table_data(table: TableForm) -> list[Any]:
    return [
        *table[:5],
        list(table.rows.values()),
        list(table.columns.values()),
        list(table.groups.values()),
        table.blocks,
        table.captions,
    ]


def _table(
    key: str, title: str, label: str, section: int, layout: Any,
    rows: Any, columns: Any, groups: Any, blocks: Any, captions: Any,
) -> TableForm:  # fmt: skip
    return TableForm(
        key,
        title,
        label,
        section,
        layout,
        {row[0]: _row(*row) for row in rows},
        {column[0]: _column(*column) for column in columns},
        {group[0]: _group(*group) for group in groups},
        tuple([_block(*block) for block in blocks]),
        tuple(captions),
    )


def _row(key: str, label: str, short: str, aliases: Any, columns: Any) -> Row:
    return Row(key, label, short, tuple(aliases), tuple(columns))


def _column(key: str, label: str, aliases: Any, value: Any) -> Column:
    return Column(key, label, tuple(aliases), value)


def _group(key: str, label: str, aliases: Any, rows: Any) -> Group:
    return Group(key, label, tuple(aliases), tuple(rows))


def _block(key: str, caption: str, rows: Any, columns: Any) -> Block:
    return Block(key, caption, tuple(rows), tuple(columns))
