"""Lint inputs one after the other or in several processes; results come in the order given."""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lint_disclosure.api import lint_file
from lint_disclosure.cli.config.judging import NothingLeft, Plan
from lint_disclosure.cli.errors import internal_error
from lint_disclosure.cli.paths import Input
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.render import Showing
from lint_disclosure.report.model import Report

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

_POOL_FROM = 9
_POOL_UNASKED_FROM = 64
"""Inputs from which processes are worth their start, with and without ``--jobs``."""

_CHUNK = 8
"""Inputs that a process takes at a time."""

_AHEAD = 2
"""Chunks per process that may be under way or wait for their turn."""


class Task(NamedTuple):
    """How to lint the files of a run; each input names one of the plans."""

    plans: Sequence[Plan]
    lang: str
    partial: bool
    keep_source: bool
    show: Showing | None = None


def lint_all(found: Sequence[Input], task: Task, jobs: int | None) -> Iterator[FileResult]:
    """The result of each input."""
    if len(found) > 1:
        gc.enable()
    workers = jobs or (_processors() if len(found) >= _POOL_UNASKED_FROM else 1)
    if workers > 1 and len(found) >= _POOL_FROM:
        # Processes that are forked after the first file start with everything loaded.
        yield lint_one(found[0], task)
        yield from _pooled(found[1:], task, min(workers, len(found) // _CHUNK + 1))
    else:
        for item in found:
            yield lint_one(item, task)


def lint_one(item: Input, task: Task) -> FileResult:
    """The result of one input; a fault of the program is a result as well."""
    if item.reason is not None:
        return FileResult(item.path, "unreadable", item.reason)
    plan = task.plans[item.plan]
    path = item.file
    read: list[Report] = []

    def selection(report: Report) -> Selection:
        read.append(report)
        return plan.judgement(path, report).selection

    try:
        result = lint_file(
            item.path,
            pack=plan.pack,
            selection=selection,
            lang=task.lang,
            partial=task.partial,
            data=item.data,
            name=item.path,
            show=task.show or False,
        )
        limits = plan.judgement(path, read[0] if read else None).limits
    except NothingLeft as error:
        return FileResult(item.path, "unreadable", str(error))
    except Exception as error:
        return FileResult(item.path, "unreadable", internal_error(error, task.lang))
    source = result.source if task.keep_source and result.findings else None
    return result._replace(source=source, limits=limits)


def _processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# ---- several processes

_worker: Task | None = None


def _begin(task: Task) -> None:
    """Keep the rules of the process; Ctrl-C is for the parent to handle."""
    import signal

    global _worker
    gc.enable()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _worker = task


def _work(chunk: Sequence[Input]) -> list[FileResult]:
    if _worker is None:
        raise RuntimeError("the process was not prepared")
    return [lint_one(item, _worker) for item in chunk]


def _pooled(found: Sequence[Input], task: Task, workers: int) -> Iterator[FileResult]:
    """Keep a few chunks per process under way, and hand the results on in order."""
    from concurrent.futures import ProcessPoolExecutor

    waiting: deque[tuple[Sequence[Input], Future[list[FileResult]] | None]] = deque()
    pool = ProcessPoolExecutor(workers, initializer=_begin, initargs=(task,))
    try:
        for start in range(0, len(found), _CHUNK):
            chunk = found[start : start + _CHUNK]
            waiting.append((chunk, _submit(pool, chunk)))
            if len(waiting) > workers * _AHEAD:
                yield from _results(*waiting.popleft(), task)
        while waiting:
            yield from _results(*waiting.popleft(), task)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _submit(pool: ProcessPoolExecutor, chunk: Sequence[Input]) -> Future[list[FileResult]] | None:
    """The work on a chunk; None when a process has died and the pool takes no more."""
    try:
        return pool.submit(_work, chunk)
    except RuntimeError:
        return None


def _results(
    chunk: Sequence[Input], future: Future[list[FileResult]] | None, task: Task
) -> list[FileResult]:
    try:
        if future is None:
            raise RuntimeError("a process of the pool ended early")
        return future.result()
    except Exception as error:
        why = internal_error(error, task.lang)
        return [FileResult(item.path, "unreadable", why) for item in chunk]
