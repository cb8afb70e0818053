"""``--watch``: check again whenever a report, or what the check goes by, has changed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from time import localtime, sleep, strftime
from typing import NamedTuple, TextIO

from lint_disclosure.cli.config.nearest import NAME
from lint_disclosure.cli.errors import Refused, refusal
from lint_disclosure.cli.paths import STDIN, inputs

_EVERY = 0.5
"""Seconds between two looks; a file must stay as it is for one look before it is read."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"
_FORMATS = (None, "full", "concise")
_BESIDE = (NAME, "pyproject.toml", "disclosure-lint.ignore.toml")
"""Files beside the reports, or above them, that say how to check."""

State = dict[str, tuple[int, int, int]]


class Watched(NamedTuple):
    """What is looked at: ``paths`` as they were given, and files or folders ``beside`` them.

    ``written`` are the files of the run itself.
    """

    paths: Sequence[str]
    beside: Sequence[str]
    written: Sequence[str]


def watch(check: Callable[[], int], watched: Watched, form: str | None, lang: str) -> int:
    """Check now and after each change, until Ctrl-C, which ends it with KeyboardInterrupt.

    What is refused at the start ends it; later it is told, and may be mended.
    """
    _refuse(watched, form, lang)
    before = state(watched, lang)
    _begin(sys.stdout, first=True)
    check()
    while True:
        _say("等待文件变化（Ctrl-C 结束）", "waiting for changes (Ctrl-C ends it)", lang)
        before = changed(watched, before, lang)
        _begin(sys.stdout, first=False)
        try:
            check()
        except Refused as error:
            sys.stdout.flush()
            sys.stderr.write(refusal(str(error), lang))


def changed(watched: Watched, before: State, lang: str) -> State:
    """Waits until something is other than before, and then until it stays as it is."""
    while True:
        sleep(_EVERY)
        now = state(watched, lang)
        if now != before:
            while (later := _after_a_while(watched, lang)) != now:
                now = later
            return now


def state(watched: Watched, lang: str) -> State:
    """Time, size and number of each file; a file that is not there is not in it."""
    left_out = {os.path.realpath(path) for path in watched.written}
    found: State = {}
    for path in _files(watched, lang):
        if os.path.realpath(path) not in left_out:
            try:
                seen = os.stat(path)
            except OSError:
                continue
            found[path] = seen.st_mtime_ns, seen.st_size, seen.st_ino
    return found


def _after_a_while(watched: Watched, lang: str) -> State:
    sleep(_EVERY)
    return state(watched, lang)


def _files(watched: Watched, lang: str) -> Iterator[str]:
    """The reports, the settings in their folders and above, and what was named besides."""
    folders: set[str] = set()
    for item in inputs(watched.paths, None, lang):
        yield item.path
        folders.add(os.path.dirname(os.path.abspath(item.path)))
    for path in watched.paths:
        folders.add(os.path.abspath(path))
    above: set[str] = set()
    for folder in folders:
        while folder not in above:
            above.add(folder)
            folder = os.path.dirname(folder)
    for folder in sorted(above):
        for name in _BESIDE:
            yield os.path.join(folder, name)
    for path in watched.beside:
        yield path
        for parent, _, names in os.walk(path):
            yield from (os.path.join(parent, name) for name in sorted(names))


def _refuse(watched: Watched, form: str | None, lang: str) -> None:
    if STDIN in watched.paths:
        raise Refused(
            "--watch looks at files, not at standard input"
            if lang == "en"
            else "--watch 只能看文件，不能看标准输入"
        )
    if form not in _FORMATS:
        raise Refused(
            f"--watch shows full or concise, not {form}; write it with --output {form}=FILE"
            if lang == "en"
            else f"--watch 只能显示 full 或 concise，不能用 {form}；请用 --output {form}=文件"
        )


def _begin(stream: TextIO, *, first: bool) -> None:
    """An empty screen on a terminal that has one; else an empty line between two checks."""
    if stream.isatty() and os.environ.get("TERM") != "dumb":
        stream.write(_CLEAR)
    elif not first:
        stream.write("\n")
    stream.flush()


def _say(zh: str, en: str, lang: str) -> None:
    sys.stdout.flush()
    sys.stderr.write(f"[{strftime('%H:%M:%S', localtime())}] {en if lang == 'en' else zh}\n")
    sys.stderr.flush()
