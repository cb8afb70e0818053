"""Lint inputs one after the other or in several processes; results come in the order given."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_disclosure.api import lint_file, load_rules
from lint_disclosure.cli.errors import internal_error
from lint_disclosure.cli.paths import Input
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.model import RulePack

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

POOL_FROM = 9
"""Inputs from which more than one process is worth its start."""

_AHEAD = 4
"""Results per process that may wait for their turn."""


class Task(NamedTuple):
    """How to lint: the same for every file of a run."""

    selection: Selection
    lang: str
    partial: bool
    keep_source: bool


def lint_all(
    found: Sequence[Input], task: Task, pack: RulePack, jobs: int | None
) -> Iterator[FileResult]:
    """The result of each input."""
    if len(found) > 1:
        gc.enable()
    workers = min(jobs or _processors(), len(found))
    if workers > 1 and len(found) >= POOL_FROM:
        yield from _pooled(found, task, workers)
    else:
        for item in found:
            yield lint_one(item, task, pack)


def lint_one(item: Input, task: Task, pack: RulePack) -> FileResult:
    """The result of one input; a fault of the program is a result as well."""
    if item.reason is not None:
        return FileResult(item.path, "unreadable", item.reason)
    try:
        result = lint_file(
            item.path,
            pack=pack,
            selection=task.selection,
            lang=task.lang,
            partial=task.partial,
            data=item.data,
            name=item.path,
        )
    except Exception as error:
        return FileResult(item.path, "unreadable", internal_error(error, task.lang))
    return result if task.keep_source and result.findings else result._replace(source=None)


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# ---- several processes

_worker: tuple[Task, RulePack] | None = None


def _begin(task: Task) -> None:
    """Load the rules once a process; Ctrl-C is for the parent to handle."""
    import signal

    global _worker
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = task, load_rules()


def _work(item: Input) -> FileResult:
    if _worker is None:
        raise RuntimeError("the process was not prepared")
    return lint_one(item, *_worker)


def _pooled(found: Sequence[Input], task: Task, workers: int) -> Iterator[FileResult]:
    """Keep a few inputs per process under way, and hand the results on in order."""
    from concurrent.futures import ProcessPoolExecutor

    waiting: deque[tuple[Input, Future[FileResult] | None]] = deque()
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(task,))
    try:
        for item in found:
            waiting.append((item, _submit(pool, item)))
            if len(waiting) > workers * _AHEAD:
                yield _result(*waiting.popleft(), task)
        while waiting:
            yield _result(*waiting.popleft(), task)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, item: Input) -> Future[FileResult] | None:
    """The work on an input; None when a process has died and the pool takes no more."""
    try:
        return pool.submit(_work, item)
    except RuntimeError:
        return None


def _result(item: Input, future: Future[FileResult] | None, task: Task) -> FileResult:
    try:
        if future is None:
            raise RuntimeError("a process of the pool ended early")
        return future.result()
    except Exception as error:
        return FileResult(item.path, "unreadable", internal_error(error, task.lang))
