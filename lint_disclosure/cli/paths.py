"""From the paths of the command line to inputs: folders are searched, patterns expanded."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.reading import SUFFIXES
from lint_disclosure.reading.unreadable import MAX_BYTES

STDIN = "-"
_PATTERN = frozenset("*?[")


class Input(NamedTuple):
    """One thing to read. ``reason`` says why there is nothing; ``data`` is set for standard input.

    A folder without a report and a pattern without a match are inputs with a reason: they are
    told in every output format, never passed over.
    """

    path: str
    reason: str | None = None
    data: bytes | None = None


def inputs(paths: Sequence[str], stdin_name: str | None, lang: str) -> Iterator[Input]:
    """Each input once, in the order given."""
    seen: set[str] = set()
    for found in _all(paths, stdin_name, lang):
        key = os.path.realpath(found.path) if found.data is None else STDIN
        if key not in seen:
            seen.add(key)
            yield found


def _all(paths: Sequence[str], stdin_name: str | None, lang: str) -> Iterator[Input]:
    for path in paths:
        if path == STDIN:
            yield Input(stdin_name or STDIN, None, _standard_input())
        elif os.path.isdir(path):
            yield from _folder(path, lang)
        elif _PATTERN.isdisjoint(path) or os.path.lexists(path):
            yield Input(path)
        else:
            yield from _pattern(path, lang)


def _standard_input() -> bytes:
    """Standard input, up to one byte more than is read of a file."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""


def _pattern(pattern: str, lang: str) -> Iterator[Input]:
    from glob import glob

    found = sorted(glob(pattern, recursive=True))
    files = [path for path in found if not os.path.isdir(path)]
    for path in files:
        yield Input(path)
    for path in found:
        if not files and os.path.isdir(path):
            yield from _folder(path, lang)
    if not found:
        yield Input(pattern, "no file matches" if lang == "en" else "没有与之匹配的文件")


def _folder(folder: str, lang: str) -> Iterator[Input]:
    """The files of known types in a folder and below it, sorted, hidden ones left out."""
    found = False
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                found = True
                yield Input(os.path.join(parent, name))
    for error in closed:
        why = error.strerror or str(error)
        text = f"cannot open the folder: {why}" if lang == "en" else f"无法打开文件夹：{why}"
        yield Input(str(error.filename), text)
    if not found and not closed:
        yield Input(
            folder,
            "no file in the folder that could hold a report"
            if lang == "en"
            else "文件夹里没有可以检查的文件",
        )
