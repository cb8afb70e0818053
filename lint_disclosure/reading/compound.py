"""OLE compound files: the chain of sectors that makes up one stream ([MS-CFB])."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from itertools import islice

from lint_disclosure.reading.unreadable import UnreadableFile

_FREE = 0xFFFFFFFA
"""Sector numbers from here on are no sectors, but marks such as the end of a chain."""

_ENTRY = 128
_STREAM = 2
_ROOT = 5


def stream(data: bytes, names: Sequence[str]) -> bytes | None:
    """The bytes of the first stream in ``data`` that has one of the names, whatever its case.

    Raises UnreadableFile when the file is damaged.
    """
    try:
        return _Compound(data).stream([name.lower() for name in names])
    except (struct.error, IndexError):
        raise _damaged() from None


class _Compound:
    """A compound file by its sectors."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        shift, self.mini_shift = struct.unpack_from("<HH", data, 30)
        if shift not in (9, 12) or self.mini_shift != 6:
            raise _damaged()
        self.size = 1 << shift
        self.count = len(data) // self.size
        directory, _, self.cutoff, mini, _, more, _ = struct.unpack_from("<7I", data, 48)
        self.fat = self._fat(more)
        self.mini_fat = self._table(self._chain(mini, self.fat)) if mini < _FREE else []
        self.entries = self._chain(directory, self.fat)

    def stream(self, names: Sequence[str]) -> bytes | None:
        """The bytes of the first stream that has one of the names."""
        found: dict[str, tuple[int, int]] = {}
        mini = b""
        for at in range(0, len(self.entries) - _ENTRY + 1, _ENTRY):
            length, kind = struct.unpack_from("<HB", self.entries, at + 64)
            start, size = struct.unpack_from("<II", self.entries, at + 116)
            if kind == _ROOT:
                mini = self._chain(start, self.fat) if start < _FREE else b""
            elif kind == _STREAM:
                name = self.entries[at : at + max(length - 2, 0)].decode("utf-16-le", "replace")
                found.setdefault(name.lower(), (start, size))
        for name in names:
            if name in found:
                start, size = found[name]
                return self._content(start, size, mini)
        return None

    def _content(self, start: int, size: int, mini: bytes) -> bytes:
        if size >= self.cutoff:
            content = self._chain(start, self.fat)
        else:
            content = _follow(mini, start, self.mini_fat, 1 << self.mini_shift, 0)
        if len(content) < size:
            raise _damaged()
        return content[:size]

    def _fat(self, more: int) -> list[int]:
        """The table that says for each sector which one comes next."""
        sectors = [one for one in struct.unpack_from("<109I", self.data, 76) if one < _FREE]
        per_sector = self.size // 4 - 1
        for _ in range(self.count + 1):
            if more >= _FREE:
                break
            numbers = struct.unpack_from(f"<{per_sector + 1}I", self.data, (more + 1) * self.size)
            sectors += [one for one in islice(numbers, per_sector) if one < _FREE]
            more = numbers[-1]
        if len(sectors) > self.count:
            raise _damaged()
        return self._table(b"".join(self._sector(one) for one in sectors))

    def _table(self, data: bytes) -> list[int]:
        count = len(data) // 4
        return list(struct.unpack(f"<{count}I", data[: count * 4]))

    def _sector(self, number: int) -> bytes:
        return self.data[(number + 1) * self.size : (number + 2) * self.size]

    def _chain(self, start: int, table: Sequence[int]) -> bytes:
        return _follow(self.data, start, table, self.size, 1)


def _follow(data: bytes, start: int, table: Sequence[int], size: int, skipped: int) -> bytes:
    """The sectors of a chain, joined; one that runs in a circle or out of the file is refused."""
    pieces: list[bytes] = []
    most = len(data) // size + 1
    while start < _FREE:
        at = (start + skipped) * size
        if at >= len(data) or len(pieces) > most:
            raise _damaged()
        pieces.append(data[at : at + size])
        start = table[start]
    return b"".join(pieces)


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "文件已损坏或不完整，请用 Word、Excel 或 WPS 打开后重新保存",
        "the file is damaged or cut off; open it in Word, Excel or WPS and save it again",
    )
