"""Usage errors in the user's language; click words its own in English only."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import click

from lint_disclosure.render.width import visible

if TYPE_CHECKING:
    from lint_disclosure.rulepack.problem import Problem

DEBUG = "DISCLOSURE_LINT_DEBUG"


class Refused(click.ClickException):
    """The tool cannot do what it was asked to; told in one message, exit code 2."""

    exit_code = 2


def explain(error: click.ClickException, lang: str) -> str:
    """What was wrong, as one message, with the command that helps on."""
    text = _message(error, lang) if lang != "en" else error.format_message()
    lead = "Error: " if lang == "en" else "错误："
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = f"{error.ctx.command_path} --help"
        hint = f"Try: {command}\n" if lang == "en" else f"用法见：{command}\n"
    lines = [visible(line) for line in text.split("\n")]
    return lead + "\n".join(lines) + "\n" + hint


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


def did_you_mean(word: str, known: Iterable[str], lang: str) -> str:
    """The likeliest words that were meant, as the tail of a message; may be empty."""
    from difflib import get_close_matches

    near = get_close_matches(word, list(known), n=3, cutoff=0.6)
    if not near:
        return ""
    return (
        f"; did you mean {' or '.join(near)}?" if lang == "en" else f"；是不是 {'、'.join(near)}？"
    )


def _message(error: click.ClickException, lang: str) -> str:
    if isinstance(error, click.NoSuchOption):
        near = error.possibilities
        tail = f"；是不是 {near[0]}？" if near else ""
        return f"没有选项 {error.option_name}{tail}"
    if isinstance(error, click.BadOptionUsage):
        return f"选项 {error.option_name} 的写法不对：它要带一个值（开关则不带值）"
    if isinstance(error, click.BadParameter):
        name = error.param.opts[-1] if error.param is not None else ""
        return f"{name} 的值不对：{error.message}" if name else error.message
    if isinstance(error, click.UsageError) and "unexpected extra" in error.message:
        return "参数太多"
    return error.format_message()
