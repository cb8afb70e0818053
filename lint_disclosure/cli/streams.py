"""Standard streams that never crash on a character, and files that appear whole or not at all."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Mapping
from contextlib import suppress
from typing import Protocol, TextIO

_FORCING = ("FORCE_COLOR", "CLICOLOR_FORCE")
_ESCAPES = 4
"""ENABLE_VIRTUAL_TERMINAL_PROCESSING of the Windows console."""


class Sink(Protocol):
    """Where goes what a renderer gives."""

    def write(self, piece: str | bytes) -> None:
        """Take some text, or what is none."""
        ...

    def close(self, complete: bool) -> None:
        """End it; what is not complete is dropped where that is possible."""
        ...


def prepare() -> None:
    """Let every stream write what its encoding lacks as an escape (code page 936, LANG=C)."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def discard(stream: TextIO) -> None:
    """Send what a stream still holds nowhere: its reader is gone."""
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


def colored(choice: str, stream: TextIO, environment: Mapping[str, str]) -> bool:
    """Whether to colour: ``--color``, NO_COLOR, FORCE_COLOR and CLICOLOR_FORCE, CLICOLOR=0, and
    then whether it is a terminal that can.
    """
    if choice != "auto":
        wanted = choice == "always"
    elif environment.get("NO_COLOR"):
        wanted = False
    elif any(environment.get(name) not in (None, "", "0") for name in _FORCING):
        wanted = True
    elif environment.get("CLICOLOR") == "0":
        wanted = False
    else:
        wanted = stream.isatty() and environment.get("TERM") != "dumb"
    return wanted and (choice == "always" or _understands_colour(stream))


def is_utf8(stream: TextIO) -> bool:
    """Whether every character can be written as it is."""
    return (stream.encoding or "").lower().replace("-", "").replace("_", "") == "utf8"


def as_utf8(stream: TextIO) -> None:
    """Let a stream that goes to a program, not to a terminal, have UTF-8 and bare line ends."""
    if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


class Standard:
    """Standard output."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, piece: str | bytes) -> None:
        """Write through."""
        if isinstance(piece, bytes):
            self.stream.flush()
            self.stream.buffer.write(piece)
        else:
            self.stream.write(piece)

    def close(self, complete: bool) -> None:
        """Flush, so that what goes to standard error comes after."""
        self.stream.flush()


class AtomicFile:
    """A file, text of it in UTF-8, that takes its name only when it is complete.

    What is not a regular file (a device, a pipe) is written directly.
    """

    def __init__(self, path: str) -> None:
        self.path = os.path.realpath(path)
        self.mode = self._mode()
        self.scratch: str | None = None
        target = self.path
        if self.mode is None or stat.S_ISREG(self.mode):
            folder, name = os.path.split(self.path)
            self.scratch = target = os.path.join(folder, f".{name}.{os.getpid()}.tmp")
        self.stream = open(target, "wb")  # noqa: SIM115 - closed in close()

    def write(self, piece: str | bytes) -> None:
        """Write to the scratch file."""
        data = piece if isinstance(piece, bytes) else piece.encode("utf-8", "backslashreplace")
        self.stream.write(data)

    def close(self, complete: bool) -> None:
        """Give the file its name, or leave no trace of it."""
        self.stream.close()
        if self.scratch is None:
            return
        if not complete:
            os.unlink(self.scratch)
            return
        if self.mode is not None:
            os.chmod(self.scratch, stat.S_IMODE(self.mode))
        os.replace(self.scratch, self.path)

    def _mode(self) -> int | None:
        try:
            return os.stat(self.path).st_mode
        except FileNotFoundError:
            return None


def _understands_colour(stream: TextIO) -> bool:
    """On Windows the console has to be told to obey escape sequences."""
    if sys.platform == "win32" and stream.isatty():
        import ctypes
        import msvcrt

        handle = msvcrt.get_osfhandle(stream.fileno())
        mode = ctypes.c_ulong()
        kernel = ctypes.windll.kernel32
        return bool(
            kernel.GetConsoleMode(handle, ctypes.byref(mode))
            and kernel.SetConsoleMode(handle, mode.value | _ESCAPES)
        )
    return True


def terminal_width(descriptor: int) -> int | None:
    """Columns that COLUMNS asks for, else those of the terminal behind a file descriptor."""
    asked = os.environ.get("COLUMNS", "")
    if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0:
        return int(asked[:6])
    try:
        return os.get_terminal_size(descriptor).columns or None
    except (OSError, ValueError):
        return None
