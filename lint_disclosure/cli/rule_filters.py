"""Options of ``rules list`` that narrow it: by group, severity, kind of check, part, year, body."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lint_disclosure.authoring.describing.groups import GROUPS, group_name, group_of
from lint_disclosure.cli.command import Option, Texts, count
from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.cli.selectors import codes
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.rulepack.labels import find, section_names
from lint_disclosure.rulepack.model import Rule, RulePack

_HEAD = ("标题和开头", "标题", "开头", "引言", "preamble")
_NO_PART = "0"


class Filters(NamedTuple):
    """What is asked for; empty where nothing is."""

    select: tuple[str, ...]
    group: str | None
    severity: str | None
    check: str | None
    section: str | None
    year: int | None
    kind: str | None
    level: str | None


def filter_options(heading: str, text: Texts) -> list[Option]:
    """The options, each of which narrows the list further."""

    def option(name: str, metavar: str, help_: str, **attrs: Any) -> Option:
        return Option(f"--{name}", heading=heading, metavar=metavar, help=help_, **attrs)

    return [
        option(
            "select",
            text("规则", "RULE"),
            text("只列这些：编号、名称或编号开头", "only these: codes, names or beginnings"),
            multiple=True,
        ),
        option("group", text("组", "GROUP"), text("只列这一组，如 ARI 或 算术", "only this group")),
        Option(
            "--severity",
            heading=heading,
            choices=tuple(reversed(SEVERITIES)),
            help=text("只列这一级别", "only this severity"),
        ),
        option(
            "section",
            text("部分", "PART"),
            text(
                "只列与报告这一部分有关的：一、1、开头，或标题里的字",
                "only those about this part of the report: 1, preamble, or words of its title",
            ),
        ),
        option(
            "year",
            text("年度", "YEAR"),
            text("只列用于这一年度报告的", "only those for reports of this year"),
            callback=count,
        ),
        option(
            "kind",
            text("类别", "KIND"),
            text(
                "只列用于这类机关的，如 government",
                "only those for bodies of this kind, such as government",
            ),
        ),
        option(
            "level",
            text("层级", "LEVEL"),
            text(
                "只列用于这一级机关的，如 township",
                "only those for bodies of this level, such as township",
            ),
        ),
        option(
            "check",
            text("检查方式", "CHECK"),
            text("只列用这种方式检查的，如 relation", "only this kind of check, such as relation"),
        ),
    ]


def filtered(pack: RulePack, wanted: Filters, text: Texts, paths: Sequence[str] = ()) -> list[Rule]:
    """The rules that are left; a word that means nothing is refused."""
    rules = list(pack.rules.values())
    names = {rule.id: rule.name for rule in rules}
    if wanted.select:
        chosen = set(codes(wanted.select, names, "--select", text.lang))
        rules = [rule for rule in rules if rule.id in chosen]
    if wanted.group:
        group = _group(wanted.group, pack, text)
        rules = [rule for rule in rules if group_of(rule.id) == group]
    if wanted.severity:
        rules = [rule for rule in rules if rule.severity == wanted.severity]
    if wanted.check:
        kind = _one_of(wanted.check, {rule.check for rule in pack.rules.values()}, "--check", text)
        rules = [rule for rule in rules if rule.check == kind]
    if wanted.year is not None:
        rules = [rule for rule in rules if _is_for_year(rule, wanted.year, pack)]
    if wanted.kind:
        kind = _one_of(wanted.kind, _known(pack, "kind"), "--kind", text)
        rules = [rule for rule in rules if not rule.kinds or kind in rule.kinds]
    if wanted.level:
        level = _one_of(wanted.level, _known(pack, "level"), "--level", text)
        rules = [rule for rule in rules if not rule.levels or level in rule.levels]
    return _of_section(rules, wanted.section, pack, paths, text) if wanted.section else rules


def _is_for_year(rule: Rule, year: int, pack: RulePack) -> bool:
    forms = [pack.forms[key] for key in rule.forms if key in pack.forms]
    return year in rule.years and (not forms or any(year in form.years for form in forms))


def _of_section(
    rules: Sequence[Rule], word: str, pack: RulePack, paths: Sequence[str], text: Texts
) -> list[Rule]:
    """The rules about a part of the report; their tests tell, so this takes a moment."""
    from lint_disclosure.authoring.describing.examples import Examples
    from lint_disclosure.authoring.describing.rule_source import rule_sources
    from lint_disclosure.authoring.describing.sections import sections_of

    part = _section(word, pack, text)
    folders = [Path(path) for path in paths]
    kept = []
    for source in rule_sources(pack, [rule.id for rule in rules], folders):
        examples = Examples(source.rule, source.tests, pack, changed=source.changed)
        if part in sections_of(source, examples, pack):
            kept.append(source.rule.id)
    return [rule for rule in rules if rule.id in kept]


def _section(word: str, pack: RulePack, text: Texts) -> int | None:
    """The number of a part; None is what stands before the first one."""
    names: dict[str, tuple[str, ...]] = {_NO_PART: _HEAD}
    for form in pack.forms.values():
        names |= section_names(form)
    found = find(word, names) or [
        key for key, known in names.items() if any(word in name for name in known)
    ]
    if len(found) != 1:
        possible = [names[key][0] for key in found or names]
        raise _unknown(word, possible, "--section", text)
    return None if found[0] == _NO_PART else int(found[0])


def _group(word: str, pack: RulePack, text: Texts) -> str:
    """The letters of a group, from these or from its name."""
    there = {group_of(code) for code in pack.rules}
    named = {group_name(group, lang): group for group in GROUPS for lang in ("zh", "en")}
    group = named.get(word, word.upper())
    if group not in there and group not in GROUPS:
        raise _unknown(word, sorted(there), "--group", text)
    return group


def _known(pack: RulePack, what: str) -> set[str]:
    """The kinds or levels of bodies."""
    values: list[Mapping[str, Any]] = list(pack.bodies)
    return {str(body[what]) for body in values if body.get(what) not in (None, "null", "")}


def _one_of(word: str, known: Collection[str], option: str, text: Texts) -> str:
    if word not in known:
        raise _unknown(word, sorted(known), option, text)
    return word


def _unknown(word: str, known: Sequence[str], option: str, text: Texts) -> Refused:
    near = did_you_mean(word, known, text.lang)
    return Refused(
        text(
            f"{option} {word}：可以是 {'；'.join(known)}{near}",
            f"{option} {word}: one of {', '.join(known)}{near}",
        )
    )
