"""A rule with all that its file says, and not only what a run needs of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.forms import Forms
from lint_disclosure.rulepack.loading import load_sources, shipped_files
from lint_disclosure.rulepack.model import Form, Rule, RulePack, Text
from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.rules import RuleFile, read_rule
from lint_disclosure.rulepack.schema import Shape, decode, load_schema
from lint_disclosure.rulepack.years import overlap


class RuleSource(NamedTuple):
    """A rule file: the rule, its options as written, its tests and what changed.

    ``file`` is the path of a shipped rule below the folder ``rules``; ``pack`` is the pack that the
    rule is from, None for the shipped one. ``changed``: a pack has changed the rule.
    """

    rule: Rule
    options: Mapping[str, Any]
    tests: tuple[RuleTest, ...]
    history: tuple[tuple[str, Text], ...]
    file: str
    pack: str | None
    changed: bool = False


def rule_sources(
    pack: RulePack, codes: Sequence[str] | None = None, paths: Sequence[Path] = ()
) -> Iterator[RuleSource]:
    """Rules with their files, in the order of codes: the shipped ones, or those of ``paths``.

    ``codes`` narrows them down, and may name shipped rules beside those of the paths.
    """
    own = {file.code: file for file in load_sources(paths).files} if paths else {}
    shipped_rules = shipped_files()
    forms = Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary, pack.claims)
    for code in sorted(own or shipped_rules) if codes is None else codes:
        file = own.get(code)
        if file is None and code in shipped_rules:
            file = _read(shipped_rules[code], forms)
        if file is not None and file.rule is not None:
            rule = pack.rules.get(code, file.rule)
            yield _source(file, rule, None if code in shipped_rules else rule.pack)


def forms_of(rule: Rule, pack: RulePack) -> list[Form]:
    """The forms that a rule is for, the newest first."""
    wanted = rule.forms or tuple(pack.forms)
    found = [
        form
        for form in pack.forms.values()
        if form.key in wanted and overlap(form.years, rule.years)
    ]
    return sorted(found, key=lambda form: form.years.first or 0, reverse=True)


def _read(path: Path, forms: Forms) -> RuleFile:
    file, problems = read_rule(path, forms, shipped=True)
    if file is None or file.rule is None:
        raise PackError(problems)
    return file


def _source(file: RuleFile, rule: Rule, pack: str | None) -> RuleSource:
    common = load_schema("rule")["properties"]
    written = {key: value for key, value in file.file.data.items() if key not in common}
    path = Path(file.file.source.name).absolute()
    below = path.is_relative_to(shipped.RULES)
    return RuleSource(
        rule=rule,
        options=decode(written, Shape(load_schema(f"checks/{rule.check}"))),
        tests=file.tests,
        history=tuple(
            (entry["version"], Text(**entry["change"])) for entry in file.data.get("history", ())
        ),
        file=(path.relative_to(shipped.RULES) if below else path).as_posix(),
        pack=pack,
        changed=file.inherited > 0,
    )
