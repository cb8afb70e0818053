"""``completion``: a script that lets a shell complete commands, options and their values."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import click

from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.cli.language import LANGUAGES

SHELLS = ("bash", "zsh", "fish")
"""Every shell; each is the module of the same name."""


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(shell: str | None, **_: Any) -> int:
        known = ", ".join(SHELLS)
        if shell is None:
            raise Refused(text(f"为哪种 shell？可以是 {known}", f"for which shell? One of {known}"))
        if shell not in SHELLS:
            near = did_you_mean(shell, SHELLS, lang)
            raise Refused(
                text(
                    f"不认识 {shell}；可以是 {known}{near}",
                    f"unknown shell {shell}; one of {known}{near}",
                )
            )
        from lint_disclosure.cli.completion.described import described

        script: str = import_module(f"{__name__}.{shell}").script(described(lang))
        sys.stdout.write(script)
        return 0

    return Command(
        "completion",
        callback,
        [
            click.Argument(["shell"], required=False),
            Option(
                "--lang",
                heading=text("选项", "Options"),
                choices=LANGUAGES,
                help=text("说明用的语言", "language of the descriptions"),
            ),
        ],
        lang,
        usage="disclosure-lint completion bash|zsh|fish",
        intro=text(
            "写出一段脚本，让命令行可以用 Tab 键补全命令、选项、格式和规则编号。",
            "Writes a script that lets a shell complete commands, options, formats and the codes "
            "of rules.",
        ),
        sections=[
            (
                text("怎么用", "How to use it"),
                [
                    ('bash:  eval "$(disclosure-lint completion bash)"', ""),
                    (
                        "zsh:   disclosure-lint completion zsh"
                        " > ~/.zsh/completions/_disclosure-lint",
                        "",
                    ),
                    (
                        "fish:  disclosure-lint completion fish"
                        " > ~/.config/fish/completions/disclosure-lint.fish",
                        "",
                    ),
                ],
            )
        ],
        needs_paths=False,
    )
