"""``check --fix`` and ``check --diff``: make the fixes in the files, or show what would change."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.cli.errors import Refused, internal_error
from lint_disclosure.cli.linting import lint_one
from lint_disclosure.cli.output import open_file
from lint_disclosure.cli.paths import Input
from lint_disclosure.cli.run import Run
from lint_disclosure.finding import FileResult, Safety
from lint_disclosure.fixing.difference import difference
from lint_disclosure.fixing.rounds import Fixed, fixed, left_words
from lint_disclosure.fixing.shown import shown_texts
from lint_disclosure.reading import read_bytes
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.render.width import visible

_SHOWN = 20
"""Fixes not made that are named."""


class Made(NamedTuple):
    """What became of all files: fixes made, files written, and fixes that were not made."""

    fixes: int = 0
    files: int = 0
    left: tuple[str, ...] = ()


def make_fixes(run: Run, *, unsafe: bool, lang: str) -> Made:
    """Fix the files where they lie; each is written whole or not at all.

    Files that cannot be read are passed over: the check that follows tells of them.
    """
    if any(item.data is not None for item in run.found):
        raise Refused(
            "--fix cannot write standard input; use --diff, or name the file"
            if lang == "en"
            else "--fix 不能改写标准输入；请用 --diff 查看，或者写明文件"
        )
    fixes = files = 0
    left: list[str] = []
    for item in run.found:
        if item.reason is not None:
            continue
        try:
            data = read_bytes(item.path)
            done = _fixed(item, data, run, unsafe)
        except UnreadableFile:
            continue
        except Exception as error:
            left.append(f"{item.path}: {internal_error(error, lang)}")
            continue
        left += [f"{item.path}: {words}" for words in left_words(done.left, lang)]
        if done.made:
            write_fixed(item.path, data, done.data, lang)
            fixes += done.made
            files += 1
    return Made(fixes, files, tuple(left))


def made_words(made: Made, findings: int, lang: str) -> str:
    """How much was fixed, how much is left, and what could not be fixed and why."""
    if lang == "en":
        count = "1 fix" if made.fixes == 1 else f"{made.fixes} fixes"
        files = "1 file" if made.files == 1 else f"{made.files} files"
        head = f"{count} made in {files}, {findings} findings left."
    else:
        head = f"已修正 {made.fixes} 处（{made.files} 个文件），还有 {findings} 处。"
    return "".join(f"{line}\n" for line in [head, *_left_lines(made.left, lang)])


def show_differences(run: Run, *, unsafe: bool, lang: str) -> int:
    """Write what fixes would change to standard output, and give the exit code.

    That is 1 where there is anything to change, and 2 where a file cannot be read.
    """
    made = unread = 0
    left: list[str] = []
    for item in run.found:
        data, done, why = _tried(item, run, unsafe)
        if done is None:
            unread += 1
            sys.stderr.write(visible(f"{item.path}: {why}") + "\n")
            continue
        left += [f"{item.path}: {words}" for words in left_words(done.left, lang)]
        if done.made:
            made += done.made
            before, after = shown_texts(item.path, data, done)
            for line in difference(item.path, before, after):
                sys.stdout.write(line + "\n")
    sys.stdout.flush()
    words = (
        f"{made} can be fixed; nothing was written."
        if lang == "en"
        else f"可以修正 {made} 处，文件没有改动。"
    )
    sys.stderr.write("".join(f"{line}\n" for line in [words, *_left_lines(left, lang)]))
    return 2 if unread else int(made > 0)


def _tried(item: Input, run: Run, unsafe: bool) -> tuple[bytes, Fixed | None, str]:
    """The bytes of an input, and what fixes make of them; None with the reason if unreadable."""
    data = item.data or b""
    if item.reason is not None:
        return data, None, item.reason
    try:
        data = read_bytes(item.path) if item.data is None else item.data
        done = _fixed(item, data, run, unsafe)
    except UnreadableFile as error:
        return data, None, error.en if run.task.lang == "en" else error.zh
    except Exception as error:
        return data, None, internal_error(error, run.task.lang)
    if done.result.status == "unreadable":
        return data, None, done.result.reason or ""
    return data, done, ""


def _fixed(item: Input, data: bytes, run: Run, unsafe: bool) -> Fixed:
    """What fixes make of an input; what people have set aside is never fixed."""
    wanted: tuple[Safety, ...] = ("safe", "unsafe") if unsafe else ("safe",)

    def lint(content: bytes) -> FileResult:
        result = lint_one(item._replace(data=content), run.task)
        return result if run.accepted is None else run.accepted.one(result)

    return fixed(item.path, data, lint, wanted)


def write_fixed(path: str, before: bytes, after: bytes, lang: str) -> None:
    """Give the file its new content, unless it has changed meanwhile."""
    with open(path, "rb") as stream:
        if stream.read() != before:
            raise Refused(
                f"{path} was changed while it was being fixed; nothing was written to it"
                if lang == "en"
                else f"{path} 在修正时被别的程序改动，没有写入"
            )
    file = open_file(os.fspath(path), lang)
    complete = False
    try:
        file.write(after)
        complete = True
    finally:
        file.close(complete)


def _left_lines(left: Sequence[str], lang: str) -> Iterator[str]:
    for line in left[:_SHOWN]:
        yield f"  {visible(line)}"
    more = len(left) - _SHOWN
    if more > 0:
        yield f"  ... {more} more" if lang == "en" else f"  …另有 {more} 项"
