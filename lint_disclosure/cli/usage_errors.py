"""Usage errors in the user's language; click words its own in English only."""

from __future__ import annotations

import click

from lint_disclosure.cli.errors import refusal


def explain(error: click.ClickException, lang: str) -> str:
    """What was wrong, as one message, with the command that helps on."""
    text = _message(error) if lang != "en" else error.format_message()
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        command = f"{error.ctx.command_path} --help"
        hint = f"Try: {command}\n" if lang == "en" else f"用法见：{command}\n"
    return refusal(text, lang) + hint


def _message(error: click.ClickException) -> str:
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
