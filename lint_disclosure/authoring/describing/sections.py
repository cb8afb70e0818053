"""Which parts of a report a rule is about: where its tests have findings, what its options name."""

from __future__ import annotations

from typing import Any

from lint_disclosure.authoring.describing.examples import Examples
from lint_disclosure.authoring.describing.option_words import SCOPE
from lint_disclosure.authoring.describing.rule_source import RuleSource, forms_of
from lint_disclosure.rulepack.labels import section_names
from lint_disclosure.rulepack.lookup import find_table
from lint_disclosure.rulepack.model import Form, RulePack, Text
from lint_disclosure.rulepack.schema import Shape, load_schema

HEAD = Text("标题和开头", "title and preamble")
"""What stands before the first part; its number is None."""


def sections_of(source: RuleSource, examples: Examples, pack: RulePack) -> tuple[int | None, ...]:
    """The numbers of the parts, in the order of the report."""
    shape = Shape(load_schema(f"checks/{source.rule.check}"))
    forms = forms_of(source.rule, pack)
    found = examples.sections() | _named(source.options, shape, "", forms)
    return tuple(sorted(found, key=lambda number: number or 0))


def section_name(number: int | None, pack: RulePack, lang: str) -> str:
    """A part in words, as the newest form has it."""
    if number is None:
        return HEAD.get(lang)
    names = {key: known for form in pack.forms.values() for key, known in _names(form)}
    return names.get(str(number), str(number))


def _names(form: Form) -> list[tuple[str, str]]:
    return [(key, known[0]) for key, known in section_names(form).items()]


def _named(value: Any, shape: Shape, name: str, forms: list[Form]) -> set[int | None]:
    """The parts that options name, be it by one of their tables."""
    if isinstance(value, dict):
        inner = [_named(member, shape.child(key), key, forms) for key, member in value.items()]
        return set().union(*inner)
    if isinstance(value, list):
        inner = [
            _named(member, shape.child(index), name, forms) for index, member in enumerate(value)
        ]
        return set().union(*inner)
    kind = shape.mark("x-type")
    if kind == "section" or (name == SCOPE and isinstance(value, int)):
        return {int(value)}
    if kind in ("table", "cell"):
        return {find_table(str(value).partition(".")[0], form).section for form in forms}
    return set()
