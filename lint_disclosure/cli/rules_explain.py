"""``rules explain``: what a rule demands, with an example, what to do and what it rests on."""

from __future__ import annotations

import os
import sys
from json import dumps
from pathlib import Path
from typing import Any

import click

from lint_disclosure.api import load_rules
from lint_disclosure.authoring.describing.description import Describer
from lint_disclosure.authoring.describing.rule_source import rule_sources
from lint_disclosure.authoring.describing.terminal import explained
from lint_disclosure.cli.command import Command, Option, Texts, rules_option
from lint_disclosure.cli.config.plans import packs_here
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.selectors import codes
from lint_disclosure.cli.streams import colored, is_utf8, terminal_width

_WIDTH = 80
_BROADEST = 100


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(wanted: tuple[str, ...], format: str, rules: tuple[str, ...], **_: Any) -> int:
        if not wanted:
            raise Refused(
                text(
                    "要说明哪条规则？例如 disclosure-lint rules explain ARI001",
                    "which rule? For example: disclosure-lint rules explain ARI001",
                )
            )
        packs = packs_here(rules, lang)
        pack = load_rules([*packs] if packs else None)
        names = {rule.id: rule.name for rule in pack.rules.values()}
        chosen = codes(wanted, names, "rules explain", lang)
        width = min(terminal_width(1) or _WIDTH, _BROADEST)
        told = [
            Describer(source, pack).describe(lang, width)
            for source in rule_sources(pack, chosen, [Path(path) for path in packs or ()])
        ]
        if format == "json":
            data = [_plain(one) for one in told]
            shown = dumps(data, ensure_ascii=not is_utf8(sys.stdout), indent=2) + "\n"
        else:
            color = colored("auto", sys.stdout, os.environ)
            shown = "\n\n".join(explained(one, width, color=color) for one in told)
        sys.stdout.write(shown)
        return 0

    heading = text("选项", "Options")
    return Command(
        "explain",
        callback,
        [
            click.Argument(["wanted"], nargs=-1),
            Option(
                "-f",
                "--format",
                heading=heading,
                choices=("text", "json"),
                default="text",
                help=text("输出格式", "output format"),
            ),
            rules_option(heading, text),
            Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
        ],
        lang,
        usage=text(
            "disclosure-lint rules explain 编号或名称…", "disclosure-lint rules explain CODE..."
        ),
        intro=text(
            "说明规则：错误的例子、怎么改、什么情况下不报告、依据和检查内容。可写编号、名称或编号开头。",
            "Explains rules: an example, what to do, when it does not apply, the basis, and how it "
            "is checked. Takes codes, names or beginnings of codes.",
        ),
        sections=[(text("例子", "Example"), [("disclosure-lint rules explain ARI001", "")])],
        needs_paths=False,
    )


def _plain(value: Any) -> Any:
    """Named tuples as mappings, all the way down."""
    if isinstance(value, tuple) and hasattr(value, "_asdict"):
        return {name: _plain(member) for name, member in value._asdict().items()}
    if isinstance(value, tuple | list):
        return [_plain(member) for member in value]
    return value
