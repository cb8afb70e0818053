"""``extract``: the parsed report as data, one object for one file and an array for several."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import click

from lint_disclosure.api import NotAReport, UnreadableFile, extract, load_rules, read
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import internal_error
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.paths import Input, inputs
from lint_disclosure.cli.streams import is_utf8
from lint_disclosure.render.json import text_of
from lint_disclosure.render.width import visible
from lint_disclosure.rulepack.model import RulePack


class Refusal(NamedTuple):
    """Why there is no data for a file, and whether the tool failed at it."""

    why: str
    failure: bool = True


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(
        paths: tuple[str, ...], stdin_filename: str | None, partial: bool, **_: Any
    ) -> int:
        return _extract(list(inputs(paths, stdin_filename, lang)), partial, lang)

    return Command(
        "extract",
        callback,
        [click.Argument(["paths"], nargs=-1), *_options(text)],
        lang,
        usage=text(
            "disclosure-lint extract [选项] 路径…", "disclosure-lint extract [OPTIONS] PATH..."
        ),
        intro=text(
            "把读出的年报写成 JSON：表格的每个数、标题、期间、联系方式，各带原文和位置。",
            "The parsed report as JSON: every number, heading, period and contact detail, with its "
            "raw text and place.",
        ),
        sections=[(text("例子", "Example"), [("disclosure-lint extract 年报.txt", "")])],
    )


def _options(text: Texts) -> list[Option]:
    heading = text("选项", "Options")
    return [
        Option(
            "-f",
            "--format",
            heading=heading,
            choices=("json",),
            default="json",
            help=text("输出格式", "output format"),
        ),
        Option(
            "--partial",
            heading=heading,
            is_flag=True,
            help=text("文本不完整", "the text breaks off"),
        ),
        Option(
            "--stdin-filename",
            heading=heading,
            metavar=text("名称", "NAME"),
            help=text("标准输入用什么文件名显示", "name to show for standard input"),
        ),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]


def _extract(found: Sequence[Input], partial: bool, lang: str) -> int:
    """Write each report as it is read; what cannot be read is told and ends in exit code 2.

    A file among others that is no annual report is only told.
    """
    pack = load_rules()
    several = len(found) > 1
    failed = False
    written = 0
    for item, data in _reports(found, partial, lang, pack):
        if isinstance(data, Refusal):
            failed |= data.failure
            sys.stderr.write(visible(f"{item.path}: {data.why}") + "\n")
            continue
        text = text_of(data, ascii_only=not is_utf8(sys.stdout))
        if several:
            sys.stdout.write(",\n  " if written else "[\n  ")
            text = text.replace("\n", "\n  ")
        sys.stdout.write(text)
        written += 1
    if several:
        sys.stdout.write("\n]" if written else "[]")
    if several or written:
        sys.stdout.write("\n")
    return 2 if failed or not written else 0


def _reports(
    found: Sequence[Input], partial: bool, lang: str, pack: RulePack
) -> Iterator[tuple[Input, dict[str, Any] | Refusal]]:
    """The data of each input, or why there is none."""
    for item in found:
        if item.reason is not None:
            yield item, Refusal(item.reason)
            continue
        source = item.path if item.data is None else item.data
        try:
            yield item, extract(read(source, name=item.path, partial=partial, pack=pack))
        except UnreadableFile as error:
            yield item, Refusal(error.en if lang == "en" else error.zh)
        except NotAReport as error:
            which = 1 if lang == "en" else 0
            yield item, Refusal((error.zh, error.en)[which] + error.hint[which], failure=False)
        except Exception as error:
            yield item, Refusal(internal_error(error, lang))
