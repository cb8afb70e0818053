"""Words of the command line that were taken for paths, and were meant as something else."""

from __future__ import annotations

import os

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
"""Dashes and minus signs that are no hyphen; word processors put them for ``--``."""


def no_path(word: str, lang: str) -> str | None:
    """The reason why there is no file of a name that looks like a command or an option.

    None where the file is there, or where nothing else can have been meant.
    """
    if word.startswith(tuple(DASHES)) and not os.path.lexists(word):
        return _missing(lang) + _hyphens(word, lang)
    near = near_command(word, lang)
    return _missing(lang) + near if near else None


def near_command(word: str, lang: str) -> str:
    """The command that a word may have been meant for, as the tail of a message; may be empty."""
    if not (word.isascii() and word.isalpha()) or os.path.lexists(word):
        return ""
    from lint_disclosure.cli.command_names import COMMANDS
    from lint_disclosure.cli.errors import did_you_mean

    return did_you_mean(word.lower(), COMMANDS, lang, what=("命令 ", "the command "))


def _missing(lang: str) -> str:
    return "no such file" if lang == "en" else "文件不存在"


def _hyphens(word: str, lang: str) -> str:
    name = word.lstrip(DASHES)
    option = f"-{name}" if len(name) == 1 else f"--{name}"
    if lang == "en":
        return f"; options begin with two hyphens --, and one where they are a letter: {option}"
    return f"；选项以两个半角连字符 -- 开头（单个字母的以一个开头）：{option}"
