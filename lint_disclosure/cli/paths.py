"""From the paths of the command line to inputs: folders are searched, patterns expanded."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from lint_disclosure.cli.annotated_name import source_of
from lint_disclosure.cli.mistaken_path import no_path
from lint_disclosure.reading import SUFFIXES
from lint_disclosure.reading.unreadable import MAX_BYTES

STDIN = "-"
_PATTERN = frozenset("*?[")


class Input(NamedTuple):
    """One thing to read. ``reason`` says why there is nothing; ``data`` is set for standard input.

    A folder without a report and a pattern without a match are inputs with a reason: they are
    told in every output format, never passed over. ``left_out`` says why one that was named is not
    to be read. ``plan`` is the number of the settings that are for it.
    """

    path: str
    reason: str | None = None
    data: bytes | None = None
    left_out: str | None = None
    plan: int = 0

    @property
    def file(self) -> str | None:
        """The absolute path; None for standard input that was given no name."""
        return None if self.path == STDIN and self.data is not None else os.path.abspath(self.path)


class Sieve(Protocol):
    """What is left out of a search, and of what is named: gives the reason, or None."""

    def file(self, path: str) -> str | None:
        """Why a file is left out."""
        ...

    def folder(self, path: str) -> str | None:
        """Why a folder is left out with all that is in it."""
        ...


def inputs(
    paths: Sequence[str], stdin_name: str | None, lang: str, sieve: Sieve | None = None
) -> Iterator[Input]:
    """Each input once, in the order given."""
    seen: set[tuple[str, bool]] = set()
    for found in _all(paths, stdin_name, lang, sieve):
        name = os.path.realpath(found.path) if found.data is None else STDIN
        key = name, found.left_out is not None
        if key not in seen:
            seen.add(key)
            yield found


def _all(
    paths: Sequence[str], stdin_name: str | None, lang: str, sieve: Sieve | None
) -> Iterator[Input]:
    for path in paths:
        if path == STDIN:
            why = sieve.file(stdin_name) if sieve and stdin_name else None
            yield Input(stdin_name or STDIN, None, _standard_input(), why)
        elif os.path.isdir(path):
            yield from _folder(path, lang, sieve)
        elif _PATTERN.isdisjoint(path) or os.path.lexists(path):
            yield _file(path, sieve)._replace(reason=no_path(path, lang))
        else:
            yield from _pattern(path, lang, sieve)


def _file(path: str, sieve: Sieve | None) -> Input:
    return Input(path, left_out=sieve.file(path) if sieve else None)


def _standard_input() -> bytes:
    """Standard input, up to one byte more than is read of a file."""
    return sys.stdin.buffer.read(MAX_BYTES + 1) if sys.stdin is not None else b""


def _pattern(pattern: str, lang: str, sieve: Sieve | None) -> Iterator[Input]:
    from glob import glob

    found = sorted(glob(pattern, recursive=True))
    files = [path for path in found if not os.path.isdir(path)]
    for path in files:
        yield _file(path, sieve)
    for path in found:
        if not files and os.path.isdir(path):
            yield from _folder(path, lang, sieve)
    if not found:
        yield Input(pattern, "no file matches" if lang == "en" else "没有与之匹配的文件")


def _folder(folder: str, lang: str, sieve: Sieve | None) -> Iterator[Input]:
    """The files of known types in a folder and below it, sorted, hidden ones left out."""
    out = sieve.folder(folder) if sieve else None
    if out:
        yield Input(folder, left_out=out)
        return
    found = False
    closed: list[OSError] = []
    for parent, folders, names in os.walk(folder, onerror=closed.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if sieve:
            told = {name: sieve.folder(os.path.join(parent, name)) for name in folders}
            out = next(filter(None, told.values()), out)
            folders[:] = [name for name in folders if not told[name]]
        for name in sorted(names):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                item = _file(os.path.join(parent, name), sieve)
                out = item.left_out or out
                if not item.left_out and source_of(name) is not None:
                    yield item._replace(left_out=_annotated(lang))
                elif not item.left_out:
                    found = True
                    yield item
    for error in closed:
        why = error.strerror or str(error)
        text = f"cannot open the folder: {why}" if lang == "en" else f"无法打开文件夹：{why}"
        yield Input(str(error.filename), text)
    if not found and not closed and out:
        yield Input(folder, left_out=_nothing_left(out, lang))
    elif not found and not closed:
        yield Input(
            folder,
            "no file in the folder that could hold a report"
            if lang == "en"
            else "文件夹里没有可以检查的文件",
        )


def _annotated(lang: str) -> str:
    return "a copy with comments by annotate" if lang == "en" else "annotate 加了批注的副本"


def _nothing_left(why: str, lang: str) -> str:
    return (
        f"nothing in it is left to check ({why})"
        if lang == "en"
        else f"里面没有剩下要检查的（{why}）"
    )
