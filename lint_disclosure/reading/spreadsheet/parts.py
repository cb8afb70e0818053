"""The parts of a workbook that is packed as a zip, unpacked within bounds."""

from __future__ import annotations

import zlib
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import BadZipFile, ZipFile

from lint_disclosure.reading.unreadable import UnreadableFile, too_much

MAX_PARTS = 128 * 1024 * 1024
"""Bytes of all parts that are read; a sheet with formats down to its last row has fifty million."""

MAX_XML = 16 * 1024 * 1024
"""Bytes of XML that are parsed; they take some twenty times as much memory."""

_MEGABYTE = 1024 * 1024


class Parts:
    """A zip file by the names of its parts. Raises UnreadableFile when it is damaged."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = ZipFile(BytesIO(data))
            self._left = MAX_PARTS
            self._left_of_xml = MAX_XML
        except (BadZipFile, ValueError, OSError, NotImplementedError):
            raise damaged() from None

    def __contains__(self, name: str) -> bool:
        return name in self._zip.NameToInfo

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises UnreadableFile when it is missing, damaged or too large."""
        info = self._zip.NameToInfo.get(name)
        if info is None:
            raise damaged()
        if info.flag_bits & 1:
            raise locked()
        try:
            with self._zip.open(info) as stream:
                data = stream.read(self._left + 1)
        except (BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zlib.error):
            raise damaged() from None
        self._left -= len(data)
        if self._left < 0:
            raise _too_large(MAX_PARTS)
        return data

    def xml(self, name: str) -> Element:
        """The root element of a part."""
        return self.parse(self.read(name))

    def parse(self, data: bytes) -> Element:
        """The root element of a part that was read; one that declares entities is refused."""
        self._left_of_xml -= len(data)
        if self._left_of_xml < 0:
            raise _too_large(MAX_XML)
        # A NUL stands in UTF-16 and UTF-32 only, where a declaration would not be seen.
        if b"<!DOCTYPE" in data or b"\0" in data:
            raise damaged()
        parser = XMLParser()
        try:
            parser.feed(data)
            root: Element = parser.close()
        except (ParseError, ValueError, LookupError):
            raise damaged() from None
        return root


def local(element: Element) -> str:
    """The name of an element without its namespace, which has a second, strict form."""
    return element.tag.rpartition("}")[2]


def damaged() -> UnreadableFile:
    """The error of a workbook that is not whole."""
    return UnreadableFile(
        "表格文件已损坏或不完整，请用 Excel 或 WPS 打开后重新保存",
        "the spreadsheet is damaged or cut off; open it in Excel or WPS and save it again",
    )


def locked() -> UnreadableFile:
    """The error of a workbook that asks for a password."""
    return UnreadableFile(
        "文件设有打开密码，请先在 Excel 或 WPS 中取消密码再检查",
        "the file asks for a password; take it off in Excel or WPS first",
    )


def _too_large(limit: int) -> UnreadableFile:
    size = limit // _MEGABYTE
    return too_much(f"解压后超过 {size} MB", f"more than {size} MB when unpacked")
