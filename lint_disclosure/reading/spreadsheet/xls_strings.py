"""Strings in the records of an .xls, which may go on in records that continue them ([MS-XLS])."""

from __future__ import annotations

import struct
from collections.abc import Sequence

_WIDE, _EXTENDED, _RICH = 0x01, 0x04, 0x08
_CONTINUE = 0x3C


class Strings:
    """Reads strings one after the other from a record and those that continue it."""

    def __init__(self, segments: Sequence[bytes]) -> None:
        self._segments = segments
        self._number = 0
        self._at = 0

    def skip(self, count: int) -> None:
        """Leave out some bytes."""
        self._take(count)

    def shared(self) -> list[str]:
        """All strings of a table of shared strings."""
        _, count = struct.unpack("<II", self._take(8))
        return [self.string(2) for _ in range(count)]

    def string(self, width: int) -> str:
        """A string whose length is a number of ``width`` bytes."""
        count = int.from_bytes(self._take(width), "little")
        flags = self._take(1)[0]
        runs = int.from_bytes(self._take(2), "little") if flags & _RICH else 0
        extended = int.from_bytes(self._take(4), "little") if flags & _EXTENDED else 0
        text = self._characters(count, flags)
        self._take(4 * runs + extended)
        return text

    def _characters(self, count: int, flags: int) -> str:
        """Characters; where they go on in the next record, that says anew how wide they are."""
        pieces: list[str] = []
        while count:
            segment = self._segments[self._number]
            wide = flags & _WIDE
            here = min(count, (len(segment) - self._at) >> wide)
            if here:
                end = self._at + (here << wide)
                encoding = "utf-16-le" if wide else "latin-1"
                pieces.append(segment[self._at : end].decode(encoding, "replace"))
                self._at = end
                count -= here
            if count:
                self._number += 1
                self._at = 1
                flags = self._segments[self._number][0]
        return "".join(pieces)

    def _take(self, count: int) -> bytes:
        pieces: list[bytes] = []
        while True:
            segment = self._segments[self._number]
            piece = segment[self._at : self._at + count]
            self._at += len(piece)
            count -= len(piece)
            pieces.append(piece)
            if not count:
                return b"".join(pieces)
            self._number += 1
            self._at = 0


def segments(data: bytes, at: int, length: int) -> list[bytes]:
    """The record that begins at ``at``, and those that continue it."""
    found = [data[at : at + length]]
    at += length
    while at + 4 <= len(data):
        kind, length = struct.unpack_from("<HH", data, at)
        if kind != _CONTINUE:
            break
        found.append(data[at + 4 : at + 4 + length])
        at += 4 + length
    return found


def narrow(data: bytes, codepage: int) -> str:
    """A string of Excel 5 and 95, in the code page of the file."""
    encoding = "gb18030" if codepage == 936 else f"cp{codepage}"
    try:
        return data.decode(encoding, "replace")
    except LookupError:
        return data.decode("gb18030", "replace")
