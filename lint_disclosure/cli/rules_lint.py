"""``rules lint``: what is wrong with rule and form files, with frames."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from lint_disclosure.authoring.proving.set_lint import lint_rules
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import framed
from lint_disclosure.cli.language import LANGUAGES


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(files: tuple[str, ...], **_: Any) -> int:
        problems = lint_rules([Path(path) for path in files] or None)
        if not problems:
            sys.stdout.write(text("规则文件没有问题。\n", "The rule files are sound.\n"))
            return 0
        count = len(problems)
        sys.stdout.write(framed(problems, lang))
        sys.stdout.write(text(f"\n共 {count} 处问题。\n", f"\nproblems: {count}\n"))
        return 2

    heading = text("选项", "Options")
    return Command(
        "lint",
        callback,
        [
            click.Argument(["files"], nargs=-1),
            Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
        ],
        lang,
        usage=text("disclosure-lint rules lint [路径]…", "disclosure-lint rules lint [PATH]..."),
        intro=text(
            "检查规则文件和格式文件本身；不写路径则检查自带的规则。",
            "Lints rule and form files; the shipped ones without a PATH.",
        ),
        sections=[(text("例子", "Example"), [("disclosure-lint rules lint my-rules/", "")])],
        needs_paths=False,
    )
