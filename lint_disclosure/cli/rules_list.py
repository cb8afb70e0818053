"""``rules list``: the rules, as a table or as data."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from json import dumps
from typing import Any

from lint_disclosure.api import load_rules
from lint_disclosure.authoring.describing.groups import group_name, group_of, ordered
from lint_disclosure.cli.command import Command, Option, Texts, rules_option
from lint_disclosure.cli.config.plans import packs_here
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.rule_filters import Filters, filter_options, filtered
from lint_disclosure.cli.streams import is_utf8
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render.width import pad, text_width
from lint_disclosure.render.words import words
from lint_disclosure.rulepack.model import Rule

Counts = dict[str, int]
"""Rules by severity, and all of them as ``total``."""


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(format: str, statistics: bool, rules: tuple[str, ...], **wanted: Any) -> int:
        filters = Filters(**{name: wanted[name] for name in Filters._fields})
        packs = packs_here(rules, lang) or []
        pack = load_rules([*packs] or None)
        _list(filtered(pack, filters, text, packs), format, statistics, text)
        return 0

    heading = text("选项", "Options")
    options = [
        *filter_options(text("筛选（可以同时用几个）", "Narrow the list (any of these)"), text),
        Option(
            "-f",
            "--format",
            heading=heading,
            choices=("table", "json"),
            default="table",
            help=text("输出格式", "output format"),
        ),
        Option(
            "--statistics",
            heading=heading,
            is_flag=True,
            help=text("各组、各级别有几条", "how many there are of each group and severity"),
        ),
        rules_option(heading, text),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]
    examples = [
        ("disclosure-lint rules list --group ARI", ""),
        ("disclosure-lint rules list --section 三 --severity error", ""),
    ]
    return Command(
        "list",
        callback,
        options,
        lang,
        usage=text("disclosure-lint rules list [选项]", "disclosure-lint rules list [OPTIONS]"),
        intro=text("列出规则。", "Lists the rules."),
        sections=[(text("例子", "Examples"), examples)],
        needs_paths=False,
    )


def _list(rules: Sequence[Rule], format: str, statistics: bool, text: Texts) -> None:
    if format == "json":
        data: Any = _statistics(rules) if statistics else [_plain(rule) for rule in rules]
        sys.stdout.write(dumps(data, ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n")
    elif statistics:
        sys.stdout.write("".join(line + "\n" for line in _counted(rules, text)))
    elif sys.stdout.isatty():
        _table(rules, text)
    else:
        for rule in rules:
            sys.stdout.write(f"{rule.id}\t{rule.severity}\t{rule.name}\t{_title(rule, text)}\n")


def _statistics(rules: Sequence[Rule]) -> dict[str, Any]:
    """How many rules there are of each severity: in each group, and altogether."""
    groups = {
        group: _counts([rule for rule in rules if group_of(rule.id) == group])
        for group in ordered({group_of(rule.id) for rule in rules})
    }
    return {"groups": groups, "total": _counts(rules)}


def _counts(rules: Sequence[Rule]) -> Counts:
    found: Counts = {
        severity: sum(rule.severity == severity for rule in rules)
        for severity in reversed(SEVERITIES)
    }
    return {**found, "total": len(rules)}


def _counted(rules: Sequence[Rule], text: Texts) -> list[str]:
    """The same as a table."""
    data = _statistics(rules)
    total = text("合计", "total")
    level = words(text.lang).severity
    head = [*(level[severity] for severity in reversed(SEVERITIES)), total]
    room = max(map(text_width, head)) + 2
    lines = [pad("", 5) + "".join(pad(word, room, right=True) for word in head)]
    named = [(group, group_name(group, text.lang), one) for group, one in data["groups"].items()]
    for group, name, counts in [*named, (total, "", data["total"])]:
        numbers = "".join(pad(str(number), room, right=True) for number in counts.values())
        lines.append(f"{pad(group, 5)}{numbers}  {name}".rstrip())
    return lines


def _title(rule: Rule, text: Texts) -> str:
    return rule.title.get(text.lang)


def _table(rules: Sequence[Rule], text: Texts) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    colors = {"error": "red", "warning": "yellow", "info": "cyan"}
    table = Table(box=box.ASCII_DOUBLE_HEAD if not is_utf8(sys.stdout) else box.SIMPLE_HEAD)
    for head in (text("编号", "Code"), text("级别", "Level"), text("名称", "Name")):
        table.add_column(head, no_wrap=True)
    table.add_column(text("要求", "What must hold"))
    for rule in rules:
        level = words(text.lang).severity[rule.severity]
        table.add_row(
            rule.id, f"[{colors[rule.severity]}]{level}[/]", rule.name, _title(rule, text)
        )
    Console().print(table)


def _plain(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "name": rule.name,
        "title": rule.title._asdict(),
        "severity": rule.severity,
        "confidence": rule.confidence,
        "since": rule.since,
        "years": rule.years._asdict(),
        "forms": list(rule.forms),
        "check": rule.check,
        "needs": list(rule.needs),
        "related": list(rule.related),
        "basis": [basis._asdict() for basis in rule.basis],
        "pack": rule.pack,
        "off": rule.off,
        "url": rule.url,
    }
