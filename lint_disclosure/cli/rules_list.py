"""``rules list``: the rules, as a table or as data."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from json import dumps
from typing import Any

from lint_disclosure.api import load_rules
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.selectors import codes
from lint_disclosure.cli.streams import is_utf8
from lint_disclosure.render.words import words
from lint_disclosure.rulepack.model import Rule

_GROUP = slice(0, 3)
"""The letters of a code."""


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(select: tuple[str, ...], format: str, statistics: bool, **_: Any) -> int:
        rules = load_rules().rules
        names = {rule.id: rule.name for rule in rules.values()}
        chosen = set(codes(select, names, "--select", lang)) if select else set(names)
        _list([rule for rule in rules.values() if rule.id in chosen], format, statistics, text)
        return 0

    heading = text("选项", "Options")
    options = [
        Option(
            "--select",
            heading=heading,
            multiple=True,
            metavar=text("规则", "RULE"),
            help=text("只列这些：编号、名称或编号开头", "only these: codes, names or beginnings"),
        ),
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
            help=text("各组有几条", "how many there are in each group"),
        ),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]
    return Command(
        "list",
        callback,
        options,
        lang,
        usage=text("disclosure-lint rules list [选项]", "disclosure-lint rules list [OPTIONS]"),
        intro=text("列出规则。", "Lists the rules."),
        sections=[(text("例子", "Example"), [("disclosure-lint rules list --select ARI", "")])],
        needs_paths=False,
    )


def _list(rules: Sequence[Rule], format: str, statistics: bool, text: Texts) -> None:
    if format == "json":
        data: Any = _counted(rules) if statistics else [_plain(rule) for rule in rules]
        sys.stdout.write(dumps(data, ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n")
    elif statistics:
        for group, count in _counted(rules).items():
            sys.stdout.write(f"{group}  {count:>4}\n")
    elif sys.stdout.isatty():
        _table(rules, text)
    else:
        for rule in rules:
            sys.stdout.write(f"{rule.id}\t{rule.severity}\t{rule.name}\t{_title(rule, text)}\n")


def _counted(rules: Sequence[Rule]) -> dict[str, int]:
    return dict(sorted(Counter(rule.id[_GROUP] for rule in rules).items()))


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
        "url": rule.url,
    }
