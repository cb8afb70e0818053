"""Text that has to wait for the end of a run: in memory while it is little, then on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

_IN_MEMORY = 1 << 20
_PIECE = 1 << 16


class Spool:
    """Takes text piece by piece and gives it back in order; ``count`` is how many there were."""

    def __init__(self) -> None:
        self.count = 0
        self._kept: list[str] = []
        self._size = 0
        self._file: IO[str] | None = None

    def add(self, text: str) -> None:
        """Take a piece."""
        self.count += 1
        if self._file is not None:
            self._file.write(text)
            return
        self._kept.append(text)
        self._size += len(text)
        if self._size > _IN_MEMORY:
            from tempfile import TemporaryFile

            self._file = TemporaryFile("w+", encoding="utf-8", newline="")  # noqa: SIM115
            self._file.writelines(self._kept)
            self._kept = []

    def pieces(self) -> Iterator[str]:
        """All of it, once."""
        yield from self._kept
        if self._file is not None:
            with self._file as file:
                file.seek(0)
                while piece := file.read(_PIECE):
                    yield piece
