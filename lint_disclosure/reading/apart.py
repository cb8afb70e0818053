"""Run a parser in a process of its own: a hostile file can cost time and memory, or crash it.

A PDF of two kilobytes can make PDFium work for hours and fill the memory of the machine, and no
limit within the process stops it.
"""

from __future__ import annotations

import gc
import marshal
import os
import select
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from typing import Any

LIMIT = 30.0
"""Seconds for one file; a report takes some hundredths."""

MEMORY = 2 * 1024**3
"""Bytes on top of what the process has."""

_CHUNK = 1 << 20

Work = Callable[[bytes], tuple[Any, ...]]


class Failed(Exception):
    """The work took too long, too much memory, or broke down."""


def apart(work: Work, data: bytes) -> tuple[Any, ...]:
    """What ``work`` gives for some bytes, done in another process where there can be one.

    ``work`` is a function of a module that gives plain data. Raises Failed.
    """
    if sys.platform in ("emscripten", "wasi") or getattr(sys, "frozen", False):
        return work(data)
    # A fork takes a twentieth of the time of a new process, but only one thread comes along.
    if hasattr(os, "fork") and sys.platform != "darwin" and threading.active_count() == 1:
        return _forked(work, data)
    return _started(work, data)


def _forked(work: Work, data: bytes) -> tuple[Any, ...]:
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        _as_child(work, data, reader, writer)
    os.close(writer)
    try:
        answer = _all_of(reader)
    finally:
        os.close(reader)
        # Only the child's own end tells whether it is through; killing it then does no harm.
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    return _understood(answer)


def _as_child(work: Work, data: bytes, reader: int, writer: int) -> None:
    """Do the work, write the answer, and end without the parent's way of ending."""
    try:
        # Collecting garbage would copy all that the two processes share.
        gc.disable()
        os.close(reader)
        _limit()
        with os.fdopen(writer, "wb") as stream:
            stream.write(_answer(work, data))
    finally:
        os._exit(0)


def _answer(work: Work, data: bytes) -> bytes:
    return b"." + marshal.dumps(work(data))


def _understood(answer: bytes) -> tuple[Any, ...]:
    if not answer.startswith(b"."):
        raise Failed
    try:
        found: tuple[Any, ...] = marshal.loads(answer[1:])
    except (EOFError, ValueError, TypeError):
        raise Failed from None
    return found


def _all_of(reader: int) -> bytes:
    """All that comes before the end, or before the time is up."""
    chunks: list[bytes] = []
    until = time.monotonic() + LIMIT
    while True:
        ready, _, _ = select.select([reader], [], [], max(0.0, until - time.monotonic()))
        if not ready:
            return b""
        chunk = os.read(reader, _CHUNK)
        if not chunk:
            return b"".join(chunks)
        chunks.append(chunk)


def _limit() -> None:
    """Bound the memory and the time of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    try:
        with open("/proc/self/statm", encoding="ascii") as stream:
            own = int(stream.read().split()[0]) * resource.getpagesize()
    except (OSError, ValueError):
        own = 1 << 40
    for kind, most in (
        (resource.RLIMIT_AS, own + MEMORY),
        (resource.RLIMIT_CPU, int(LIMIT) + 1),
        (resource.RLIMIT_CORE, 0),
    ):
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue


def _started(work: Work, data: bytes) -> tuple[Any, ...]:
    """The same in a new process, for programs with several threads and systems without fork."""
    code = (
        "import sys; sys.path[:] = sys.argv[3].split(sys.argv[4]);"
        "from lint_disclosure.reading.apart import serve; serve(sys.argv[1], sys.argv[2])"
    )
    paths = "\n".join(sys.path)
    command = [sys.executable, "-c", code, work.__module__, work.__name__, paths, "\n"]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=LIMIT, check=False)
    except subprocess.TimeoutExpired:
        raise Failed from None
    except OSError:
        return work(data)
    return _understood(done.stdout)


def serve(module: str, name: str) -> None:
    """Do the work on what comes in, as the other process."""
    from importlib import import_module

    _limit()
    data = sys.stdin.buffer.read()
    sys.stdout.buffer.write(_answer(getattr(import_module(module), name), data))
