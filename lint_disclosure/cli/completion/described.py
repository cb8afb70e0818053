"""The command line as shells complete it, taken from the commands themselves."""

from __future__ import annotations

from typing import Literal, NamedTuple

import click

from lint_disclosure.api import load_rules
from lint_disclosure.cli.command import Command
from lint_disclosure.cli.commands import everything
from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render import FORMATS

Kind = Literal["flag", "word", "choice", "prefix", "file", "folder"]


class Value(NamedTuple):
    """What follows an option, or stands alone.

    A ``prefix`` (``json=``) goes on with one of ``after``, else with the name of a file.
    """

    kind: Kind
    choices: tuple[str, ...] = ()
    after: tuple[str, ...] = ()


_OF_RULES = {"lint": Value("folder"), "new": Value("word")}
"""What these commands on rules take; the others take codes."""


class Described(NamedTuple):
    """An option."""

    names: tuple[str, ...]
    help: str
    value: Value
    repeated: bool


class Words(NamedTuple):
    """A command of one or two words, and what it takes."""

    words: tuple[str, ...]
    help: str
    options: tuple[Described, ...]
    argument: Value


def described(lang: str) -> tuple[Words, ...]:
    """All commands, in the order of the help."""
    codes = tuple(load_rules().rules)
    # What an option takes is told by its English placeholder.
    english = everything("en")
    return tuple(
        _words(words, own, other, codes)
        for (words, own), (_, other) in zip(everything(lang), english, strict=True)
    )


def _words(words: tuple[str, ...], own: Command, english: Command, codes: tuple[str, ...]) -> Words:
    options = []
    argument = Value("word")
    for param, other in zip(own.params, english.params, strict=True):
        if isinstance(param, click.Option) and isinstance(other, click.Option):
            value = _value(other, codes)
            names = tuple(sorted(param.opts, key=len))
            options.append(Described(names, param.help or "", value, param.multiple))
        elif words == ("completion",):
            argument = Value("choice", ("bash", "zsh", "fish"))
        elif words[0] == "rules":
            argument = _OF_RULES.get(words[1]) or Value("choice", codes)
        else:
            argument = Value("file")
    intro = own.intro.replace("\n", " ")
    return Words(words, intro.partition("。")[0].partition(". ")[0], tuple(options), argument)


def _value(option: click.Option, codes: tuple[str, ...]) -> Value:
    if option.is_flag:
        return Value("flag")
    choices: tuple[str, ...] = getattr(option, "choices", ())
    if choices:
        return Value("choice", choices)
    match option.metavar:
        case "RULE":
            return Value("choice", codes)
        case "RULE=LEVEL":
            return Value("prefix", tuple(f"{code}=" for code in codes), SEVERITIES)
        case "FORMAT=FILE":
            return Value("prefix", tuple(f"{name}=" for name in FORMATS))
        case "FILE":
            return Value("file")
        case "FOLDER":
            return Value("folder")
    return Value("word")
