"""Usage errors in the user's language; click words its own in English only."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click

from lint_disclosure.cli.command import Command, Texts
from lint_disclosure.cli.errors import did_you_mean, refusal


def explain(
    error: click.ClickException, lang: str, args: Sequence[str] = (), near: str = ""
) -> str:
    """What was wrong, as one message, with the command that helps on.

    ``near`` is the tail of the message where the first word may have been meant for a command.
    """
    if isinstance(error, click.NoSuchOption):
        text = _no_option(error, lang, args, near)
    else:
        text = _message(error) if lang != "en" else error.format_message()
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = f"{error.ctx.command_path} --help"
        hint = f"Try: {command}\n" if lang == "en" else f"用法见：{command}\n"
    return refusal(text, lang) + hint


def refuse_one_hyphen(args: Sequence[str], command: Command) -> None:
    """Refuse a long option with one hyphen, which click would take apart into letters."""
    for word in _options_in(args, command):
        if word[1:2] != "-" and f"-{word}".partition("=")[0] in _long(command):
            raise click.NoSuchOption(word, possibilities=[f"-{word}"])


def nothing_named(params: Mapping[str, Any], command: Command) -> str:
    """What is missing where no file was named: an option may have taken it for its value."""
    text = Texts(command.lang)
    for option in _taking(command):
        value = params.get(option.name or "")
        for word in value if isinstance(value, tuple) else (value,):
            if isinstance(word, str) and option.metavar not in _FILES and _is_file(word):
                name, what = option.opts[-1], option.metavar
                zh = f"{word} 被当作 {name} 的值，那里没有写{what}"
                en = f"{word} was taken as the value of {name}, which lacks its {what}"
                return refusal(text(f"没有写要检查的文件：{zh}", f"no file named: {en}"), text.lang)
    return refusal(text("没有写要检查的文件", "no file named"), text.lang)


_FILES = ("文件", "FILE")


def _is_file(word: str) -> bool:
    from lint_disclosure.reading import SUFFIXES

    return word.lower().endswith(SUFFIXES) or os.path.isfile(word)


def _taking(command: Command) -> Iterator[click.Option]:
    """The options that take a value."""
    for param in command.params:
        if isinstance(param, click.Option) and not param.is_flag:
            yield param


def _long(command: Command) -> list[str]:
    return [name for param in command.params for name in param.opts if name.startswith("--")]


def _options_in(args: Sequence[str], command: Command) -> Iterator[str]:
    """The words that are options, not their values nor what follows ``--``."""
    taking = {name for option in _taking(command) for name in option.opts}
    before = ""
    for word in args:
        if word == "--":
            return
        if word.startswith("-") and before not in taking:
            yield word
        before = word


def _no_option(error: click.NoSuchOption, lang: str, args: Sequence[str], near: str) -> str:
    name = error.option_name
    if near:
        return Texts(lang)(f"没有选项 {name}{near}", f"no such option: {name}{near}")
    command = error.ctx.command if error.ctx is not None else None
    if not error.possibilities and isinstance(command, Command):
        # Of a cluster of letters click tells but one; a word with one hyphen is an option at large.
        cluster = (word for word in _options_in(args, command) if word[1:2] != "-")
        for word in cluster:
            if len(word) > len("-xy") and name[1:] in word:
                near = did_you_mean(f"-{word}", _long(command), lang, most=1)
                if near:
                    return Texts(lang)(f"没有选项 {word}{near}", f"no such option: {word}{near}")
    if lang == "en":
        return error.format_message()
    meant = error.possibilities
    return f"没有选项 {name}" + (f"；是不是 {meant[0]}？" if meant else "")


def _message(error: click.ClickException) -> str:
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的写法不对：它要带一个值（开关则不带值）"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[-1] if error.param is not None else ""
        return f"{name} 的值不对：{error.message}" if name else error.message
    if isinstance(error, click.UsageError) and "unexpected extra" in error.message:
        return "参数太多"
    return error.format_message()
