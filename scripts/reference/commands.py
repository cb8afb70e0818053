"""``docs/reference/commands``: what ``--help`` says of every command."""

from __future__ import annotations

import pkgutil
from importlib import import_module

from lint_disclosure import cli
from lint_disclosure.cli.command import Command, Option
from scripts.reference.writing import code, heading, table, words

_FIRST = ("check", "extract", "annotate", "init")
"""Commands in the order of their use; others follow by name."""
_TITLE = ("命令和选项", "Commands and options")
_INTRO = (
    "`disclosure-lint 命令 --help` 显示的内容。不写命令就是 `check`。",
    "What `disclosure-lint COMMAND --help` shows. Without a command it is `check`.",
)
_OPTION = (("选项", "作用"), ("option", "what it does"))
_ENTRY = (("写法", "含义"), ("", "meaning"))


def all_commands(lang: str) -> list[Command]:
    """Every command, found by its module."""
    found = []
    for module in pkgutil.iter_modules(cli.__path__, "lint_disclosure.cli."):
        make = getattr(import_module(module.name), "command", None)
        made = make(lang) if callable(make) else None
        if isinstance(made, Command):
            found.append(made)
    return sorted(found, key=_order)


def name(command: Command) -> str:
    """How the command is called, the program left out."""
    parts = command.usage.split()[1:]
    return " ".join(part for part in parts if part.isascii() and part.isalpha() and part.islower())


def options(command: Command) -> set[str]:
    """The long names of its options."""
    return {
        opt
        for param in command.params
        if isinstance(param, Option)
        for opt in param.opts
        if opt.startswith("--")
    }


def page(lang: str) -> str:
    """The page in one language."""
    parts = [heading(lang, "commands", _TITLE), _INTRO[lang == "en"] + "\n"]
    return "\n".join([*parts, *(_command(made, lang) for made in all_commands(lang))])


def _order(command: Command) -> tuple[int, str]:
    called = name(command)
    return (_FIRST.index(called) if called in _FIRST else len(_FIRST), called)


def _command(command: Command, lang: str) -> str:
    parts = [
        f"## {name(command)}\n",
        f"```text\n{command.usage}\n```\n",
        words(command.intro) + "\n",
    ]
    groups: dict[str, list[tuple[str, str]]] = {}
    for param in command.params:
        if isinstance(param, Option) and "--help" not in param.opts:
            groups.setdefault(param.heading, []).append((_names(param), words(param.help or "")))
    for title, rows in groups.items():
        parts += [f"### {title}\n", table(_OPTION[lang == "en"], rows)]
    for title, entries in command.sections:
        if any(text for _, text in entries):
            rows = [(code(entry), words(text)) for entry, text in entries]
            parts += [f"### {title}\n", table(_ENTRY[lang == "en"], rows)]
        else:
            lines = "\n".join(entry for entry, _ in entries)
            parts += [f"### {title}\n", f"```text\n{lines}\n```\n"]
    return "\n".join(parts)


def _names(option: Option) -> str:
    shown = ", ".join(code(opt) for opt in sorted(option.opts, key=len))
    if option.choices:
        return f"{shown}: " + " ".join(code(choice) for choice in option.choices)
    return shown + (f" {option.metavar}" if option.metavar else "")
