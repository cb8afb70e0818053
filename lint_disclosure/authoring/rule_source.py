"""A rule with all that its file says, and not only what a run needs of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.forms import Forms
from lint_disclosure.rulepack.model import Form, Rule, RulePack, Text
from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.rules import read_rule
from lint_disclosure.rulepack.schema import Shape, decode, load_schema
from lint_disclosure.rulepack.years import overlap

LOCAL = "local"
"""The folder of ``rules`` that holds packs which are for some bodies only, a folder each."""


class RuleSource(NamedTuple):
    """A rule file: the rule, its options as written, its tests and what changed.

    ``file`` is the path below the folder ``rules``; ``pack`` the local pack that the rule is from.
    """

    rule: Rule
    options: Mapping[str, Any]
    tests: tuple[RuleTest, ...]
    history: tuple[tuple[str, Text], ...]
    file: str
    pack: str | None


def rule_sources(pack: RulePack, codes: tuple[str, ...] | None = None) -> Iterator[RuleSource]:
    """The shipped rules of a pack with their files, or some of them; in the order of codes."""
    folder = Path(shipped.RULES)
    forms = Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary)
    files = {path.stem: path for path in folder.rglob("*.yaml") if path.parent.name != "forms"}
    for code in sorted(files) if codes is None else codes:
        if code in pack.rules and code in files:
            yield _read(files[code], folder, forms)


def forms_of(rule: Rule, pack: RulePack) -> list[Form]:
    """The forms that a rule is for, the newest first."""
    wanted = rule.forms or tuple(pack.forms)
    found = [
        form
        for form in pack.forms.values()
        if form.key in wanted and overlap(form.years, rule.years)
    ]
    return sorted(found, key=lambda form: form.years.first or 0, reverse=True)


def _read(path: Path, folder: Path, forms: Forms) -> RuleSource:
    file, problems = read_rule(path, forms, shipped=True)
    if file is None or file.rule is None:
        raise PackError(problems)
    common = load_schema("rule")["properties"]
    written = {key: value for key, value in file.file.data.items() if key not in common}
    place = path.relative_to(folder)
    return RuleSource(
        rule=file.rule,
        options=decode(written, Shape(load_schema(f"checks/{file.rule.check}"))),
        tests=file.tests,
        history=tuple(
            (entry["version"], Text(**entry["change"])) for entry in file.data.get("history", ())
        ),
        file=place.as_posix(),
        pack=place.parts[1] if place.parts[0] == LOCAL else None,
    )
