"""What ends a run, in the user's language."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from lint_disclosure.render.width import visible

if TYPE_CHECKING:
    from lint_disclosure.rulepack.problem import Problem

DEBUG = "DISCLOSURE_LINT_DEBUG"


class Refused(Exception):
    """The tool cannot do what it was asked to; told in one message, exit code 2."""


def refusal(message: str, lang: str) -> str:
    """The message of a refused run, safe for a terminal."""
    lead = "Error: " if lang == "en" else "错误："
    return lead + "\n".join(visible(line) for line in message.split("\n")) + "\n"


def internal_error(error: Exception, lang: str) -> str:
    """A fault of the program, in one line; the traceback is for those who ask for it."""
    if os.environ.get(DEBUG) == "1":
        from traceback import print_exception

        print_exception(error, file=sys.stderr)
    what = f"{type(error).__name__}: {error}"
    if lang == "en":
        return f"internal error, not the file's fault ({what}); {DEBUG}=1 shows more"
    return f"程序内部错误，不是文件的问题（{what}）；设 {DEBUG}=1 可看详情"


def fault(error: Exception, lang: str) -> str:
    """What ended the run, as a message: broken rule files with their frames, or a fault of ours."""
    from lint_disclosure.rulepack.problem import PackError

    if isinstance(error, PackError):
        return framed(error.problems, lang)
    return f"{'Error: ' if lang == 'en' else '错误：'}{visible(internal_error(error, lang))}\n"


def framed(problems: Sequence[Problem], lang: str) -> str:
    """The frames of what is wrong with rule files, safe for a terminal."""
    from lint_disclosure.rulepack.problem import frames

    return "".join(visible(line) + "\n" for line in frames(problems, lang).split("\n"))


def did_you_mean(
    word: str,
    known: Iterable[str],
    lang: str,
    what: tuple[str, str] = ("", ""),
    most: int = 3,
) -> str:
    """The likeliest words that were meant, as the tail of a message; may be empty.

    ``what`` is put before them: what they are, in Chinese and English. They are ``most`` or fewer.
    """
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=most, cutoff=0.6)
    if not near:
        return ""
    zh, en = what
    if lang == "en":
        return f"; did you mean {en}{' or '.join(near)}?"
    return f"；是不是{zh or ' '}{'、'.join(near)}？"
