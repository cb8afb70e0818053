"""Commands and options with a help page that is set for Chinese: grouped, and broken by cells."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from lint_disclosure.cli.errors import did_you_mean
from lint_disclosure.cli.streams import terminal_width
from lint_disclosure.render.width import pad, text_width, wrap

_WIDTH = 80
_NAMES = 30
"""Cells for the names of options; a longer name has its text on the next line."""


class Texts:
    """Picks the text of one language."""

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def __call__(self, zh: str, en: str) -> str:
        """The text of the language."""
        return en if self.lang == "en" else zh


class Option(click.Option):
    """An option that stands under a heading of the help page.

    With ``choices`` a wrong value is answered with all of them.
    """

    def __init__(
        self, *names: str, heading: str, choices: Sequence[str] = (), **attrs: Any
    ) -> None:
        if choices:
            attrs.setdefault("metavar", "|".join(choices))
            attrs["callback"] = self._choose
        super().__init__(names, **attrs)
        self.heading = heading
        self.choices = tuple(choices)

    def _choose(self, ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        if value is None or value in self.choices:
            return value
        lang = ctx.command.lang if isinstance(ctx.command, Command) else "en"
        near = did_you_mean(str(value), self.choices, lang)
        known = ", ".join(self.choices)
        zh, en = f"{value}；可以是 {known}{near}", f"{value}; one of {known}{near}"
        raise click.BadParameter(Texts(lang)(zh, en), ctx, param)


def count(ctx: click.Context, param: click.Parameter, value: str | None) -> int | None:
    """Callback of an option that takes a whole number from 1 up."""
    if value is None:
        return None
    if value.isdecimal() and int(value) > 0:
        return int(value)
    lang = ctx.command.lang if isinstance(ctx.command, Command) else "en"
    zh, en = f"{value}；应为正整数", f"{value}; must be a whole number from 1 up"
    raise click.BadParameter(Texts(lang)(zh, en), ctx, param)


def rules_option(heading: str, text: Texts) -> Option:
    """``--rules``: packs beside the shipped one."""
    return Option(
        "--rules",
        heading=heading,
        multiple=True,
        metavar=text("文件夹", "FOLDER"),
        help=text(
            "再加一套规则：自己的规则文件夹，或自带的地方规则的名称",
            "one more pack: a folder of rules, or the name of a local pack that is shipped",
        ),
    )


class Command(click.Command):
    """A command whose help page is ``intro``, the options by heading, and ``sections``."""

    def __init__(
        self,
        name: str,
        callback: Callable[..., int],
        params: Sequence[click.Parameter],
        lang: str,
        usage: str,
        intro: str,
        sections: Sequence[tuple[str, Sequence[tuple[str, str]]]] = (),
        needs_paths: bool = True,
    ) -> None:
        super().__init__(
            name,
            callback=callback,
            params=[*params, _help_option(lang)],
            add_help_option=False,
        )
        self.lang = lang
        self.usage = usage
        self.intro = intro
        self.sections = sections
        self.needs_paths = needs_paths

    def get_help(self, ctx: click.Context) -> str:
        """The help page."""
        return page(self)


def _help_option(lang: str) -> Option:
    """``--help``; click's own looks for translations of its text at every start."""

    def show(ctx: click.Context, param: click.Parameter, value: bool) -> None:
        if value:
            sys.stdout.write(ctx.get_help() + "\n")
            ctx.exit()

    text = Texts(lang)
    return Option(
        "-h",
        "--help",
        heading=text("其他", "Other"),
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=show,
        help=text("显示本页", "show this page"),
    )


def page(command: Command) -> str:
    """The help page of a command, as broad as the terminal."""
    text = Texts(command.lang)
    width = min(terminal_width(1) or _WIDTH, 100)
    lines = [text("用法：", "Usage: ") + command.usage, "", *wrap(command.intro, width)]
    groups: dict[str, list[tuple[str, str]]] = {}
    for param in command.params:
        if isinstance(param, Option):
            groups.setdefault(param.heading, []).append((_names(param), param.help or ""))
    for heading, listed in [*groups.items(), *command.sections]:
        lines += ["", heading + text("：", ":"), *entries(listed, width)]
    return "\n".join(lines)


def entries(listed: Sequence[tuple[str, str]], width: int = _WIDTH) -> list[str]:
    """Names with their texts beside them, as lines."""
    return [line for entry in listed for line in _entry(*entry, width)]


def _names(option: Option) -> str:
    names = ", ".join(sorted(option.opts, key=len))
    return f"{names} {option.metavar}" if option.metavar else names


def _entry(name: str, text: str, width: int) -> list[str]:
    """A name with its text beside it, or below it when the name is long; a lone name is kept."""
    if not text:
        return [f"  {name}"]
    rows = wrap(text, width - _NAMES)
    beside = text_width(name) <= _NAMES - 4
    first = pad(f"  {name}", _NAMES) + rows.pop(0) if beside else f"  {name}"
    return [first, *(" " * _NAMES + row for row in rows)]
