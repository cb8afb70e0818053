"""``extract``: the parsed report as data, or the document that it was read from."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import click

from lint_disclosure.api import NotAReport, UnreadableFile, load_rules, read
from lint_disclosure.cli.command import Command, Option, Texts
from lint_disclosure.cli.errors import Refused, internal_error
from lint_disclosure.cli.language import LANGUAGES
from lint_disclosure.cli.output import open_file
from lint_disclosure.cli.paths import STDIN, Input, inputs
from lint_disclosure.cli.streams import AtomicFile, is_utf8
from lint_disclosure.export import BINARY, FORMATS, Exporter, Full, Write, exporter
from lint_disclosure.render.width import visible

_TEXT = "text"


class Choices(NamedTuple):
    """What was asked for. ``form`` is the output format, ``output`` a file, None for the stream."""

    form: str
    output: str | None
    document: bool
    partial: bool
    lang: str


def command(lang: str) -> Command:
    """The command."""
    text = Texts(lang)

    def callback(paths: tuple[str, ...], stdin_filename: str | None, **options: Any) -> int:
        found = list(inputs(paths, stdin_filename, lang))
        return _extract(found, _choices(Texts(lang), **options))

    return Command(
        "extract",
        callback,
        [click.Argument(["paths"], nargs=-1), *_options(text)],
        lang,
        usage=text(
            "disclosure-lint extract [选项] 路径…", "disclosure-lint extract [OPTIONS] PATH..."
        ),
        intro=text(
            "把读出的年报写成数据：表格的每个数、标题、期间、联系方式，各带原文和位置。",
            "The parsed report as data: every number, heading, period and contact detail, with its "
            "raw text and place.",
        ),
        sections=[
            (
                text("例子", "Examples"),
                [
                    ("disclosure-lint extract 年报.txt", ""),
                    ("disclosure-lint extract -f xlsx -o 汇总.xlsx 2024/", ""),
                    ("disclosure-lint extract --document 年报.xlsx", ""),
                ],
            )
        ],
    )


def _options(text: Texts) -> list[Option]:
    heading = text("选项", "Options")
    return [
        Option(
            "-f",
            "--format",
            heading=heading,
            choices=(*FORMATS, _TEXT),
            help=text(
                "输出格式，默认 json；text 只用于 --document",
                "output format, json by default; text only with --document",
            ),
        ),
        Option(
            "-o",
            "--output",
            heading=heading,
            metavar=text("文件", "FILE"),
            help=text("写到文件，不写到标准输出", "write to a file instead of standard output"),
        ),
        Option(
            "--document",
            heading=heading,
            is_flag=True,
            help=text(
                "显示读出的文档本身：段落、表格、位置", "show the document as read, with its places"
            ),
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


def _choices(
    text: Texts, *, format: str | None, output: str | None, document: bool, partial: bool, **_: Any
) -> Choices:
    """What was asked for, checked. On a terminal a document is shown as text."""
    output = None if output == STDIN else output
    form = format or "json"
    if document and format is None and output is None and sys.stdout.isatty():
        form = _TEXT
    if document and form not in ("json", _TEXT):
        raise Refused(
            text(
                f"--document 只能用 json 或 text 格式，不能用 {form}",
                f"--document is written as json or text, not as {form}",
            )
        )
    if form == _TEXT and not document:
        raise Refused(
            text("text 格式只用于 --document", "the format text goes with --document only")
        )
    if form in BINARY and output is None and sys.stdout.isatty():
        raise Refused(
            text(
                f"{form} 不能显示在终端上：请用 --output 文件 写到文件",
                f"{form} cannot be shown on a terminal: write it with --output FILE",
            )
        )
    return Choices(form, output, document, partial, text.lang)


def _extract(found: Sequence[Input], choices: Choices) -> int:
    """Write each report as it is read; what cannot be read is told and ends in exit code 2.

    A file among others that is no annual report is only told.
    """
    file = open_file(choices.output, choices.lang) if choices.output is not None else None
    complete = False
    try:
        run = _Run(choices, len(found) > 1, file)
        for item in found:
            run.take(item)
        complete = run.end()
        return 2 if run.failed or not run.taken else 0
    finally:
        if file is not None:
            file.close(complete)


class _Run:
    """A run over the inputs."""

    def __init__(self, choices: Choices, several: bool, file: AtomicFile | None) -> None:
        self.choices = choices
        self.several = several
        self.write: Write = file.write if file else sys.stdout.buffer.write
        self.ascii_only = file is None and not is_utf8(sys.stdout)
        self.failed = False
        self.taken = 0
        self._put: Callable[[Input], None] = self._document if choices.document else self._report
        self._exporter: Exporter | None = None
        self._pack = load_rules()

    def take(self, item: Input) -> None:
        """Read one input and write it, or tell why not."""
        en = self.choices.lang == "en"
        try:
            if item.reason is not None:
                raise UnreadableFile(item.reason, item.reason)
            self._put(item)
            self.taken += 1
            return
        except UnreadableFile as error:
            why = error.en if en else error.zh
            self.failed = True
        except NotAReport as error:
            why = error.en + error.hint[1] if en else error.zh + error.hint[0]
        except Full:
            raise Refused(
                f"more rows than a file of {self.choices.form} can hold; take fewer files"
                if en
                else f"行数超过一个 {self.choices.form} 文件的上限，请分几次提取"
            ) from None
        except OSError:
            raise
        except Exception as error:
            why = internal_error(error, self.choices.lang)
            self.failed = True
        sys.stdout.flush()
        sys.stderr.write(visible(f"{item.path}: {why}") + "\n")

    def end(self) -> bool:
        """Write the end; whether there is anything to keep."""
        if self.choices.form == _TEXT:
            return self.taken > 0
        if not self.taken and not (self.several and self.choices.form == "json"):
            return False
        self._export().end()
        return True

    def _export(self) -> Exporter:
        """The exporter, made when the first report is there."""
        if self._exporter is None:
            self._exporter = exporter(
                self.choices.form,
                self.write,
                self.choices.lang,
                several=self.several,
                ascii_only=self.ascii_only,
            )
        return self._exporter

    def _report(self, item: Input) -> None:
        source = item.path if item.data is None else item.data
        report = read(source, name=item.path, partial=self.choices.partial, pack=self._pack)
        self._export().report(report)

    def _document(self, item: Input) -> None:
        from lint_disclosure.reading import read_bytes, read_document
        from lint_disclosure.reading.kind import kind_of

        data = read_bytes(item.path) if item.data is None else item.data
        document = read_document(item.path, data)
        kind = kind_of(item.path, data)
        if self.choices.form == _TEXT:
            from lint_disclosure.export.document_text import document_text

            text = document_text(document, kind, self.choices.lang)
            encoding = "utf-8" if self.choices.output else (sys.stdout.encoding or "utf-8")
            self.write(text.encode(encoding, "backslashreplace"))
        else:
            from lint_disclosure.export.document import document_data
            from lint_disclosure.export.json import Json

            export = self._export()
            assert isinstance(export, Json)
            export.value(document_data(document, kind))
