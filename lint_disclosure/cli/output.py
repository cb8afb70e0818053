"""The outputs of a run: standard output and the files of ``--output``, each with its renderer."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.cli.errors import Refused, did_you_mean
from lint_disclosure.cli.streams import AtomicFile, Sink
from lint_disclosure.finding import FileResult
from lint_disclosure.render import FORMATS, Renderer, Settings, renderer
from lint_disclosure.render.totals import Totals

_BY_SUFFIX = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xlsx": "xlsx",
    ".xml": "junit",
}


class Output(NamedTuple):
    """A renderer and where its text goes."""

    renderer: Renderer
    sink: Sink


class Outputs:
    """All outputs of a run, written side by side, file by file."""

    def __init__(self) -> None:
        self.all: list[Output] = []
        self.complete = False

    def add(self, name: str, settings: Settings, sink: Sink) -> None:
        """Add one, and write its head."""
        output = Output(renderer(name, settings), sink)
        self.all.append(output)
        sink.write(output.renderer.begin())

    def file(self, result: FileResult) -> None:
        """Write what each has to say of one file."""
        for output in self.all:
            text = output.renderer.file(result)
            if text:
                output.sink.write(text)

    def end(self, totals: Totals) -> None:
        """Write the ends; from here on the files are complete."""
        for output in self.all:
            text = output.renderer.end(totals)
            for piece in (text,) if isinstance(text, str) else text:
                output.sink.write(piece)
        self.complete = True

    def close(self) -> None:
        """Close all; files that are not complete leave no trace."""
        for output in self.all:
            output.sink.close(self.complete)


def targets(values: Sequence[str], lang: str) -> list[tuple[str, str]]:
    """The (format, file) pairs of ``--output FORMAT=FILE``."""
    found: list[tuple[str, str]] = []
    for value in values:
        name, equals, path = value.partition("=")
        if not equals or not path:
            raise Refused(_no_format(value, lang))
        if name not in FORMATS:
            raise Refused(_unknown_format(value, name, lang))
        if any(os.path.realpath(path) == os.path.realpath(other) for _, other in found):
            raise Refused(
                f"--output {value}: {path} is named twice"
                if lang == "en"
                else f"--output {value}：{path} 写了两次"
            )
        found.append((name, path))
    return found


def open_file(path: str, lang: str) -> AtomicFile:
    """The file for an output; refused with a message when it cannot be written."""
    try:
        return AtomicFile(path)
    except OSError as error:
        raise Refused(
            f"cannot write {path}: {error.strerror}"
            if lang == "en"
            else f"无法写入 {path}：{error.strerror}"
        ) from None


def _no_format(value: str, lang: str) -> str:
    """What to write instead: exactly that, where the suffix says which format is meant."""
    suffix = os.path.splitext(value)[1].lower()
    if suffix in _BY_SUFFIX and "=" not in value:
        meant = f"-o {_BY_SUFFIX[suffix]}={value}"
        if lang == "en":
            return f"--output {value}: the format goes before the file: {meant}"
        return f"--output {value}：文件前面要写明格式：{meant}"
    if lang == "en":
        return f"--output {value}: write FORMAT=FILE, e.g. html=result.html"
    return f"--output {value}：应写成 格式=文件，例如 html=结果.html"


def _unknown_format(value: str, name: str, lang: str) -> str:
    known = ", ".join(FORMATS) + did_you_mean(name, FORMATS, lang)
    if lang == "en":
        return f"--output {value}: no such format; one of {known}"
    return f"--output {value}：没有这种格式；可以是 {known}"
