"""``annotate``: the report itself with the findings written into it."""

from __future__ import annotations

import os
import re
import sys
from typing import Any, NamedTuple

import click

from lint_disclosure import __version__
from lint_disclosure.annotate.annotating import Annotated, annotate
from lint_disclosure.api import NotAReport, UnreadableFile, load_rules
from lint_disclosure.cli.checking import DEFAULT_PROFILE
from lint_disclosure.cli.command import Command, Option, Texts, rules_option
from lint_disclosure.cli.config import find_config
from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.output import open_file
from lint_disclosure.cli.paths import STDIN
from lint_disclosure.cli.selectors import codes, levels
from lint_disclosure.engine import PROFILES, Selection
from lint_disclosure.reading import read_bytes
from lint_disclosure.render import Settings
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.rulepack.model import RulePack

_WORDS = {"zh": "批注", "en": "annotated"}
_ANNOTATED = re.compile(r"\.(?:批注|annotated)\d*\Z")


class _Choices(NamedTuple):
    """What was asked for; what was not is left to the configuration."""

    paths: tuple[str, ...]
    output: str | None
    in_place: bool
    rules: tuple[str, ...]
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severity: tuple[str, ...]
    profile: str | None
    config: str | None
    no_config: bool
    partial: bool
    quiet: bool


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(**values: Any) -> int:
        values.pop("lang")
        return _annotate(_Choices(**values), text)

    return Command(
        "annotate",
        callback,
        [click.Argument(["paths"], nargs=-1), *_writing(text), *_rules(text), *_other(text)],
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


def _rules(text: Texts) -> list[Option]:
    heading = text("用哪些规则", "Rules")
    rule = text("规则", "RULE")
    return [
        rules_option(heading, text),
        Option(
            "--select",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text("只用这些规则", "only these"),
        ),
        Option(
            "--ignore",
            heading=heading,
            multiple=True,
            metavar=rule,
            help=text("不用这些规则", "not these"),
        ),
        Option(
            "--severity",
            heading=heading,
            multiple=True,
            metavar=text("规则=级别", "RULE=LEVEL"),
            help=text("改一条规则的级别", "change a level"),
        ),
        Option(
            "--profile",
            heading=heading,
            choices=tuple(PROFILES),
            help=text("同 check", "as for check"),
        ),
    ]


def _other(text: Texts) -> list[Option]:
    heading = text("其他", "Other")
    return [
        Option(
            "--config",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text("配置文件", "configuration"),
        ),
        Option(
            "--no-config",
            heading=heading,
            is_flag=True,
            help=text("不用配置文件", "use no configuration file"),
        ),
        Option(
            "--partial",
            heading=heading,
            is_flag=True,
            help=text("文本不完整", "the text breaks off"),
        ),
        Option("-q", "--quiet", heading=heading, is_flag=True, help=text("不写小结", "no summary")),
        Option("--lang", heading=heading, choices=LANGUAGES, help=text("语言", "language")),
    ]


def _annotate(chosen: _Choices, text: Texts) -> int:
    """Write the annotated file, and say what was found."""
    path = _path(chosen, text)
    lang = text.lang
    chosen = _with_config(chosen, lang)
    pack = load_rules(list(chosen.rules) or None)
    selection = _selection(chosen, pack, lang)
    try:
        made = annotate(
            read_bytes(path),
            name=path,
            pack=pack,
            selection=selection,
            lang=lang,
            partial=chosen.partial,
        )
    except UnreadableFile as error:
        raise Refused(f"{path}{text('：', ': ')}{text(error.zh, error.en)}") from None
    except NotAReport as error:
        zh, en = error.hint
        why = text(f"{error.zh}，没有加批注{zh}", f"{error.en}; nothing was written{en}")
        raise Refused(f"{path}{text('：', ': ')}{why}") from None
    target = _write(path, chosen, made.data, text)
    if not chosen.quiet:
        sys.stderr.write(_said(target, made, text))
    return 0


def _path(chosen: _Choices, text: Texts) -> str:
    if len(chosen.paths) > 1:
        raise Refused(text("一次只能批注一个文件", "one file at a time"))
    path = chosen.paths[0]
    if chosen.in_place and chosen.output is not None:
        raise Refused(
            text("--in-place 与 --output 不能同时用", "--in-place and --output exclude each other")
        )
    if chosen.output not in (None, STDIN):
        _refuse_source(path, chosen.output or "", text)
    if chosen.output == STDIN and sys.stdout.isatty():
        raise Refused(
            text("批注后的文件不能显示在终端上", "the file cannot be shown on a terminal")
        )
    return path


def _refuse_source(path: str, output: str, text: Texts) -> None:
    same = os.path.realpath(output) == os.path.realpath(path)
    if same or (os.path.exists(output) and os.path.samefile(output, path)):
        raise Refused(
            text(
                f"--output {output}：这正是要批注的文件；要写回原文件，请用 --in-place",
                f"--output {output}: this is the file itself; to write over it, use --in-place",
            )
        )


def _with_config(chosen: _Choices, lang: str) -> _Choices:
    """The options with those of the configuration file in the places of what was not given."""
    if chosen.no_config:
        return chosen
    config = find_config(chosen.paths, chosen.config, lang)
    if config.path is None:
        return chosen
    values = config.values
    return chosen._replace(
        rules=chosen.rules or config.rules,
        select=chosen.select or tuple(values.get("select", ())),
        ignore=chosen.ignore or tuple(values.get("ignore", ())),
        severity=chosen.severity
        or tuple(f"{rule}={level}" for rule, level in values.get("severity", {}).items()),
        profile=chosen.profile or values.get("profile"),
    )


def _selection(chosen: _Choices, pack: RulePack, lang: str) -> Selection:
    names = {rule.id: rule.name for rule in pack.rules.values()}
    return Selection(
        select=codes(chosen.select, names, "--select", lang),
        ignore=codes(chosen.ignore, names, "--ignore", lang),
        severities=levels(chosen.severity, names, lang),
        profile=chosen.profile or DEFAULT_PROFILE,
    )


def _write(path: str, chosen: _Choices, data: bytes, text: Texts) -> str:
    """Write the file, whole or not at all, and give its name."""
    if chosen.output == STDIN:
        sys.stdout.buffer.write(data)
        return text("标准输出", "standard output")
    target = path if chosen.in_place else chosen.output or _free_name(path, text.lang)
    file = open_file(target, text.lang)
    complete = False
    try:
        file.write_bytes(data)
        complete = True
    finally:
        file.close(complete)
    return target


def _free_name(path: str, lang: str) -> str:
    """Beside the file, with a word before the suffix; numbered where that is taken."""
    stem, suffix = os.path.splitext(path)
    stem = _ANNOTATED.sub("", stem)
    number = 1
    while True:
        target = f"{stem}.{_WORDS[lang]}{number if number > 1 else ''}{suffix}"
        if not os.path.lexists(target):
            return target
        number += 1


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
