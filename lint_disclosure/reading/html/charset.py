"""The encoding of a page: byte order mark, then what the page says of itself, then the ladder."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from typing import NamedTuple

from lint_disclosure.document import Notice
from lint_disclosure.reading.encoding import UnknownEncoding, decode
from lint_disclosure.reading.text import TRUNCATED
from lint_disclosure.reading.unreadable import UnreadableFile, too_large

_META = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_HEAD = 8192
"""Bytes in which a page must say its encoding; browsers look at the first 1024."""

_GB = frozenset({"gb2312", "gbk", "gb_2312-80", "x-gbk", "gb18030", "cp936", "hz-gb-2312"})
_MOST_BROKEN = 1000
"""Of so many characters one may be broken before the declared encoding is not believed."""


class Page(NamedTuple):
    """A decoded page; ``truncated`` when its last character was cut off.

    ``encoding`` is as Python calls it; a byte order mark is no part of the text. ``broken`` when
    bytes break it in places, each of which is one character of the text.
    """

    text: str
    notices: tuple[Notice, ...] = ()
    truncated: bool = False
    encoding: str = "utf-8"
    broken: bool = False


def decoded_page(data: bytes, limit: int, label: str | None = None) -> Page:
    """The text of a page of at most ``limit`` bytes. Raises UnreadableFile.

    ``label`` is the encoding that something around the page says, and goes before its own word.

    A page that breaks its encoding in single places is read, and the notice counts them.
    """
    if len(data) > limit:
        raise too_large(limit)
    marked = data.startswith((BOM_UTF8, BOM_UTF16_LE, BOM_UTF16_BE))
    declared = None if marked else _known(label) or _declared(data)
    if declared is not None and declared != "utf-8":
        try:
            return Page(data.decode(declared), encoding=declared)
        except UnicodeDecodeError:
            pass
    try:
        found = decode(data)
        notices = (TRUNCATED,) if found.truncated else ()
        return Page(found.text, notices, found.truncated, found.encoding)
    except UnknownEncoding:
        return _broken(data, declared or "utf-8")


def _declared(data: bytes) -> str | None:
    """The encoding that the page declares, as Python calls it; None for none that is known."""
    match = _META.search(data, 0, _HEAD)
    if match is None:
        return None
    return _known(match.group(1).decode("ascii", "replace"))


def _known(label: str | None) -> str | None:
    label = (label or "").lower()
    if label in _GB:
        return "gb18030"
    if label in ("utf-8", "utf8"):
        return "utf-8"
    return label if label in ("big5", "big5-hkscs") else None


def _broken(data: bytes, encoding: str) -> Page:
    text = data.decode(encoding, "replace")
    count = text.count("\ufffd")
    if b"\0" in data or count * _MOST_BROKEN > len(text):
        raise UnreadableFile(
            "看不出网页的编码（不是 UTF-8、UTF-16 或 GB18030），请在浏览器中重新保存",
            "the page is not in UTF-8, UTF-16 or GB18030; save it again in a browser",
        )
    notice = (
        f"网页里有 {count} 处不符合 {encoding.upper()} 编码，这些字读不出来，按“\ufffd”处理",
        f"{count} places in the page are not {encoding.upper()}; they are read as “\ufffd”",
    )
    return Page(text, (notice,), encoding=encoding, broken=True)
