"""A zip in which some parts are replaced or added, and all others keep their bytes.

Unchanged parts are copied as they lie, compressed, with their headers, in the same order.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from lint_disclosure.annotate.refused import damaged

_END = b"PK\x05\x06"
_ENTRY = b"PK\x01\x02"
_LOCAL = b"PK\x03\x04"
_END_SIZE, _ENTRY_SIZE, _LOCAL_SIZE = 22, 46, 30
_DEFLATED = 8
_UTF8_NAME = 0x800
_VERSION = 20
_EARLIEST = 0x21  # 1 January 1980, the first day that a zip can tell


class _Entry(NamedTuple):
    """An entry of the directory as it lies there; ``key`` is its name in lower case."""

    key: str
    raw: bytes
    at: int


class _Directory(NamedTuple):
    entries: list[_Entry]
    start: int
    end: bytes


def patched(data: bytes, changed: Mapping[str, bytes]) -> bytes:
    """The zip ``data`` with these parts, by name whatever its case; new ones come last.

    Raises UnreadableFile for a zip that is not laid out plainly.
    """
    directory = _directory(data)
    starts = sorted({entry.at for entry in directory.entries} | {directory.start})
    after = dict(pairwise(starts))
    left = {name.lower(): (name, content) for name, content in changed.items()}
    out: list[bytes] = []
    listed: list[bytes] = []
    size = 0
    for entry in sorted(directory.entries, key=lambda one: one.at):
        raw = data[entry.at : after[entry.at]]
        record = entry.raw
        if entry.key in left:
            _, content = left.pop(entry.key)
            raw, record = _replaced(raw, record, content)
        out.append(raw)
        listed.append(record[:42] + struct.pack("<I", size) + record[46:])
        size += len(raw)
    for name, content in left.values():
        raw, record = _new(name, content)
        out.append(raw)
        listed.append(record[:42] + struct.pack("<I", size) + record[46:])
        size += len(raw)
    records = b"".join(listed)
    counts = struct.pack("<HHII", len(listed), len(listed), len(records), size)
    end = directory.end[:8] + counts + directory.end[20:]
    return b"".join((*out, records, end))


def _directory(data: bytes) -> _Directory:
    """The directory of a zip that begins with its first part and ends with its directory."""
    at = data.rfind(_END)
    if at < 0 or not data.startswith(_LOCAL) or len(data) < at + _END_SIZE:
        raise damaged()
    count, size, start = struct.unpack_from("<HII", data, at + 10)
    entries: list[_Entry] = []
    position = start
    for _ in range(count):
        if data[position : position + 4] != _ENTRY or position + _ENTRY_SIZE > at:
            raise damaged()
        flags = struct.unpack_from("<H", data, position + 8)[0]
        lengths = struct.unpack_from("<HHH", data, position + 28)
        begin = struct.unpack_from("<I", data, position + 42)[0]
        stop = position + _ENTRY_SIZE + sum(lengths)
        name = data[position + _ENTRY_SIZE : position + _ENTRY_SIZE + lengths[0]]
        if begin >= start or data[begin : begin + 4] != _LOCAL:
            raise damaged()
        text = name.decode("utf-8" if flags & _UTF8_NAME else "cp437", "replace")
        key = text.replace("\\", "/").lstrip("/").lower()
        entries.append(_Entry(key, data[position:stop], begin))
        position = stop
    if position != start + size or start + size > at or len({one.at for one in entries}) != count:
        raise damaged()
    return _Directory(entries, start, data[at:])


def _replaced(raw: bytes, record: bytes, content: bytes) -> tuple[bytes, bytes]:
    """The part and its entry with other content; name, time and attributes stay."""
    name_length = struct.unpack_from("<H", raw, 26)[0]
    name = raw[_LOCAL_SIZE : _LOCAL_SIZE + name_length]
    packed, sizes = _packed(content)
    flags = struct.unpack_from("<H", raw, 6)[0] & _UTF8_NAME
    fixed = struct.pack("<HH", flags, _DEFLATED)
    head = raw[:4] + struct.pack("<H", _VERSION) + fixed + raw[10:14] + sizes
    local = head + struct.pack("<HH", name_length, 0) + name + packed
    lengths = struct.unpack_from("<HHH", record, 28)
    tail = record[_ENTRY_SIZE + lengths[0] + lengths[1] :]
    entry = record[:6] + struct.pack("<H", _VERSION) + fixed + record[12:16] + sizes
    entry += struct.pack("<HHH", lengths[0], 0, lengths[2]) + record[34:46]
    return local, entry + record[_ENTRY_SIZE : _ENTRY_SIZE + lengths[0]] + tail


def _new(name: str, content: bytes) -> tuple[bytes, bytes]:
    """A part that is added, and its entry; they tell the first day there is, not the clock's."""
    packed, sizes = _packed(content)
    raw = name.encode("utf-8")
    flags = 0 if raw.isascii() else _UTF8_NAME
    common = struct.pack("<HHHHH", _VERSION, flags, _DEFLATED, 0, _EARLIEST) + sizes
    local = _LOCAL + common + struct.pack("<HH", len(raw), 0) + raw + packed
    entry = _ENTRY + struct.pack("<H", _VERSION) + common
    return local, entry + struct.pack("<HHHHHII", len(raw), 0, 0, 0, 0, 0, 0) + raw


def _packed(content: bytes) -> tuple[bytes, bytes]:
    """Content as it is stored, and its checksum and sizes."""
    squeezer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = squeezer.compress(content) + squeezer.flush()
    return packed, struct.pack("<III", zlib.crc32(content), len(packed), len(content))
