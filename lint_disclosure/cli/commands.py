"""Find the command that is meant, parse its options, call it."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib import import_module

import click

from lint_disclosure.cli.command import Command, Texts, entries
from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.cli.exit_codes import INTERRUPTED, USAGE
from lint_disclosure.cli.mistaken_path import near_command
from lint_disclosure.cli.usage_errors import explain, nothing_named, refuse_one_hyphen

PROGRAM = "disclosure-lint"

_COMMANDS = ("check", "extract", "annotate", "init", "completion")
_RULES = {
    "list": ("列出规则", "list the rules"),
    "explain": ("说明一条规则", "explain a rule"),
    "test": ("运行规则自带的测试", "run the tests inside the rules"),
    "lint": ("检查规则文件本身", "lint the rule files themselves"),
    "new": ("新写一条规则", "write a new rule"),
}
_BASELINE = {
    "create": ("记下现有的问题", "note what is found now"),
    "prune": ("删去已经没有的", "drop what is found no more"),
}


def dispatch(args: list[str], lang: str) -> int:
    """The command comes first; what is not the name of one is a path or an option of ``check``.

    So a path wins over a command of its name only when it is written with a separator.
    """
    first = args[0] if args else ""
    if first == "rules":
        return _group(first, _RULES, args[1:], lang)
    if first == "baseline":
        return _group(first, _BASELINE, args[1:], lang)
    if first in _COMMANDS:
        return _call(_load(first, lang), f"{PROGRAM} {first}", args[1:])
    return _call(_load("check", lang, top=True), PROGRAM, args)


def everything(lang: str) -> list[tuple[tuple[str, ...], Command]]:
    """Every command with the words that call it."""
    single = [((name,), _load(name, lang)) for name in _COMMANDS]
    groups = {"rules": _RULES, "baseline": _BASELINE}
    return single + [
        ((group, name), _load(f"{group}_{name}", lang))
        for group, members in groups.items()
        for name in members
    ]


def _group(group: str, members: Mapping[str, tuple[str, str]], args: list[str], lang: str) -> int:
    """Commands that go by two words."""
    first = args[0] if args else ""
    if first in members:
        return _call(_load(f"{group}_{first}", lang), f"{PROGRAM} {group} {first}", args[1:])
    text = Texts(lang)
    if first and first not in ("--help", "-h"):
        near = did_you_mean(first, members, lang) or text(
            f"；{group} 后面要写 {'|'.join(members)}",
            f"; write one of {'|'.join(members)} after it",
        )
        raise Refused(text(f"没有命令 {group} {first}{near}", f"no command {group} {first}{near}"))
    listed = [(name, text(*words)) for name, words in members.items()]
    lines = [
        text(f"用法：{PROGRAM} {group} 命令 …", f"Usage: {PROGRAM} {group} COMMAND ..."),
        "",
        text("命令：", "Commands:"),
        *entries(listed),
    ]
    (sys.stdout if first else sys.stderr).write("\n".join(lines) + "\n")
    return 0 if first else USAGE


def _load(module: str, lang: str, **options: bool) -> Command:
    """The command of a module, imported when chosen."""
    made: Command = import_module(f"lint_disclosure.cli.{module}").command(lang, **options)
    return made


def _call(command: Command, name: str, args: list[str]) -> int:
    try:
        refuse_one_hyphen(args, command)
        with command.make_context(name, list(args)) as context:
            if context.params.get("paths") == () and command.needs_paths:
                sys.stderr.write(command.get_help(context) + "\n")
                if args or name != PROGRAM:
                    sys.stderr.write("\n" + nothing_named(context.params, command))
                return USAGE
            code: int = command.invoke(context)
            return code
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.ClickException as error:
        if isinstance(error, click.UsageError):
            error.ctx = error.ctx or click.Context(command, info_name=name)
        sys.stdout.flush()
        taken = name == PROGRAM and isinstance(error, click.NoSuchOption)
        near = near_command(args[0], command.lang) if taken else ""
        sys.stderr.write(explain(error, command.lang, args, near))
        return USAGE
    except click.Abort:
        return INTERRUPTED
