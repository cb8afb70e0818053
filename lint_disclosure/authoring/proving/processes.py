"""Work on one rule after the other, or on several at a time; results come in the order asked."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.rulepack.loading import load_files

_POOL_FROM = 6
"""Rules from which processes are worth their start."""

_Result = TypeVar("_Result")

_bench: Bench | None = None


def each_rule(
    bench: Bench,
    paths: Sequence[Path] | None,
    codes: Sequence[str],
    work: Callable[[Bench, str], _Result],
    jobs: int | None = None,
) -> Iterator[_Result]:
    """What ``work`` gives for each rule; ``paths`` are where the bench was read from."""
    workers = min(jobs or processors(), len(codes))
    if workers < 2 or len(codes) < _POOL_FROM:
        yield from (work(bench, code) for code in codes)
        return
    from concurrent.futures import ProcessPoolExecutor

    global _bench
    _bench = bench  # processes that are forked find it there
    try:
        with ProcessPoolExecutor(workers, initializer=_begin, initargs=(paths,)) as pool:
            yield from pool.map(_work, [work] * len(codes), codes)
    finally:
        _bench = None


def processors() -> int:
    """Processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _begin(paths: Sequence[Path] | None) -> None:
    """Read the rules, unless they came along; Ctrl-C is for the parent to handle."""
    import signal

    global _bench
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if _bench is None:
        _bench = Bench(*load_files(paths))


def _work(work: Callable[[Bench, str], _Result], code: str) -> _Result:
    if _bench is None:
        raise RuntimeError("the process was not prepared")
    return work(_bench, code)
