"""Tell the encoding of a text file: BOM, UTF-8, UTF-16, GB18030; anything else is an error."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple


class Decoded(NamedTuple):
    """A decoded text; ``truncated`` when its last character was cut off."""

    text: str
    encoding: str
    truncated: bool = False


class UnknownEncoding(ValueError):
    """The bytes are no text in an encoding that is used for reports."""


_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


def mark_length(data: bytes) -> int:
    """How many bytes the byte order mark takes; 0 without one."""
    return next((len(bom) for bom, _ in _BOMS if data.startswith(bom)), 0)


def decode(data: bytes) -> Decoded:
    """The text of ``data``, without its byte order mark.

    Raises UnknownEncoding when no encoding of the ladder fits.
    """
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _with_known_encoding(data[len(bom) :], encoding)
    utf8 = _utf8(data)
    if utf8 is not None:
        return utf8
    if b"\0" in data:
        return _utf16_without_bom(data)
    try:
        text = data.decode("gb18030")
    except UnicodeDecodeError as error:
        raise UnknownEncoding(str(error)) from None
    if not _plausible(text):
        raise UnknownEncoding("control characters")
    return Decoded(text, "gb18030")


def _with_known_encoding(data: bytes, encoding: str) -> Decoded:
    if encoding == "utf-8":
        utf8 = _utf8(data)
        if utf8 is not None:
            return utf8
        raise UnknownEncoding("utf-8")
    try:
        return Decoded(data.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise UnknownEncoding(str(error)) from None


def _utf8(data: bytes) -> Decoded | None:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason != "unexpected end of data":
            return None
        text, truncated = data[: error.start].decode("utf-8"), True
    else:
        truncated = False
    if "\0" in text or (truncated and not text):
        return None
    if text.isascii() or _plausible(text):
        return Decoded(text, "utf-8", truncated)
    return None


def _utf16_without_bom(data: bytes) -> Decoded:
    best: tuple[float, str, str] | None = None
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        share = _share_of_expected(text)
        if best is None or share > best[0]:
            best = (share, encoding, text)
    if best is None or best[0] < 0.9:
        raise UnknownEncoding("binary")
    return Decoded(best[2], best[1])


def _share_of_expected(text: str) -> float:
    expected = sum(
        1
        for char in text
        if " " <= char <= "~"
        or char in "\t\r\n"
        or "\u3000" <= char <= "\u303f"
        or "\u4e00" <= char <= "\u9fff"
        or "\uff00" <= char <= "\uffef"
    )
    return expected / max(1, len(text))


def _plausible(text: str) -> bool:
    """Whether control characters are as rare as in a text; binary data has many."""
    return _CONTROL.search(text) is None or len(_CONTROL.findall(text)) * 50 <= len(text)


_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
