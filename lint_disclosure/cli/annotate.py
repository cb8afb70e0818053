"""``annotate``: the report itself with the findings written into it."""

from __future__ import annotations

import os
import sys
from typing import Any, NamedTuple

import click

from lint_disclosure import __version__
from lint_disclosure.annotate.annotating import Annotated, annotate
from lint_disclosure.api import NotAReport, UnreadableFile
from lint_disclosure.cli.annotated_name import annotated_name
from lint_disclosure.cli.check_options import accepted_options, settings_options
from lint_disclosure.cli.choices import Choices
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.output import open_file
from lint_disclosure.cli.paths import STDIN, Input
from lint_disclosure.cli.run import Run, begun
from lint_disclosure.reading import read_bytes
from lint_disclosure.render import Settings
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible


class _Where(NamedTuple):
    """Where the result is to be written."""

    output: str | None
    in_place: bool


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(output: str | None, in_place: bool, **values: Any) -> int:
        values.pop("lang")
        return _annotate(Choices(**values), _Where(output, in_place), text)

    return Command(
        "annotate",
        callback,
        [
            click.Argument(["paths"], nargs=-1),
            *_writing(text),
            *accepted_options(text),
            *settings_options(text, "jobs"),
            *_other(text),
        ],
        lang,
        usage=text(
            "disclosure-lint annotate [选项] 文件", "disclosure-lint annotate [OPTIONS] FILE"
        ),
        intro=text(
            "把发现的问题写成批注，加在年报文件本身里："
            "Word 和 Excel 为批注，PDF 为高亮批注，网页为标记。"
            "其余内容一字不动。再次运行时，只替换本工具自己的批注。"
            "缺省另存为“原名.批注.扩展名”，不覆盖任何文件。",
            "Writes the findings into the report itself, as comments at their places: in .docx and "
            ".xlsx comments, in PDF highlights, in web pages marks. Nothing else is changed. A "
            "second run replaces the tool's own comments only. By default the result is "
            "NAME.annotated.SUFFIX, and no file is overwritten.",
        ),
        sections=[
            (
                text("例子", "Examples"),
                [
                    ("disclosure-lint annotate 年报.docx", ""),
                    ("disclosure-lint annotate --in-place 年报.批注.docx", ""),
                ],
            )
        ],
    )


def _writing(text: Texts) -> list[Option]:
    heading = text("写到哪里", "Output")
    return [
        Option(
            "-o",
            "--output",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text("写到这个文件", "write to this file"),
        ),
        Option(
            "--in-place",
            heading=heading,
            is_flag=True,
            help=text("写回原文件", "write over the file itself"),
        ),
    ]


def _other(text: Texts) -> list[Option]:
    heading = text("其他", "Other")
    return [
        Option("-q", "--quiet", heading=heading, is_flag=True, help=text("不写小结", "no summary")),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]


def _annotate(chosen: Choices, where: _Where, text: Texts) -> int:
    """Write the annotated file, and say what was found."""
    lang = text.lang
    _refuse_several(chosen.paths, text)
    run = begun(chosen, lang)
    item = _only(run, text)
    path = item.path
    _refuse_targets(path, where, text)
    plan = run.plans.all[item.plan]
    try:
        made = annotate(
            read_bytes(path),
            name=path,
            pack=plan.pack,
            selection=lambda report: plan.judgement(item.file, report).selection,
            put=run.accepted.one if run.accepted is not None else None,
            lang=lang,
            partial=chosen.partial,
        )
    except UnreadableFile as error:
        raise Refused(f"{path}{text('：', ': ')}{text(error.zh, error.en)}") from None
    except NotAReport as error:
        zh, en = error.hint
        why = text(f"{error.zh}，没有加批注{zh}", f"{error.en}; nothing was written{en}")
        raise Refused(f"{path}{text('：', ': ')}{why}") from None
    target = _write(path, where, made.data, text)
    if not chosen.quiet:
        sys.stderr.write(_said(target, made, text))
    return 0


def _refuse_several(paths: tuple[str, ...], text: Texts) -> None:
    if len(paths) > 1 or os.path.isdir(paths[0]):
        raise Refused(text("一次只能批注一个文件", "one file at a time"))
    if paths[0] == STDIN:
        raise Refused(
            text("要批注的须是文件，不能是标准输入", "name a file; standard input has no comments")
        )


def _only(run: Run, text: Texts) -> Input:
    """The one input. Refused where there are several, or none."""
    for item in run.left_out:
        raise Refused(f"{item.path}{text('：', ': ')}{item.left_out}")
    if len(run.found) > 1:
        raise Refused(text("一次只能批注一个文件", "one file at a time"))
    (item,) = run.found
    if item.reason is not None:
        raise Refused(f"{item.path}{text('：', ': ')}{item.reason}")
    return item


def _refuse_targets(path: str, where: _Where, text: Texts) -> None:
    if where.in_place and where.output is not None:
        raise Refused(
            text("--in-place 与 --output 不能同时用", "--in-place and --output exclude each other")
        )
    if where.output not in (None, STDIN):
        _refuse_source(path, where.output or "", text)
    if where.output == STDIN and sys.stdout.isatty():
        raise Refused(
            text("批注后的文件不能显示在终端上", "the file cannot be shown on a terminal")
        )


def _refuse_source(path: str, output: str, text: Texts) -> None:
    same = os.path.realpath(output) == os.path.realpath(path)
    if same or (os.path.exists(output) and os.path.samefile(output, path)):
        raise Refused(
            text(
                f"--output {output}：这正是要批注的文件；要写回原文件，请用 --in-place",
                f"--output {output}: this is the file itself; to write over it, use --in-place",
            )
        )


def _write(path: str, where: _Where, data: bytes, text: Texts) -> str:
    """Write the file, whole or not at all, and give its name."""
    if where.output == STDIN:
        sys.stdout.buffer.write(data)
        return text("标准输出", "standard output")
    target = path if where.in_place else where.output or annotated_name(path, text.lang)
    file = open_file(target, text.lang)
    complete = False
    try:
        file.write(data)
        complete = True
    finally:
        file.close(complete)
    return target


def _said(target: str, made: Annotated, text: Texts) -> str:
    """What was written where, and the summary of ``check``."""
    count = len(made.notes)
    at_title = sum(not note.placed for note in made.notes)
    if count:
        zh, en = f"写入 {count} 条批注：{target}", f"{count} comments written to {target}"
        if at_title:
            zh += f"（其中 {at_title} 条没有位置，加在标题上）"
            en += f" ({at_title} without a place, at the title)"
    else:
        zh, en = f"没有要批注的问题，文件照原样写入：{target}", f"nothing to comment on: {target}"
    totals = Totals()
    totals.add(made.result)
    return visible(text(zh, en)) + "\n" + summary(totals, Settings(text.lang, version=__version__))
