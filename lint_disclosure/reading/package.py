"""Files that are a zip of XML parts: unpacked within bounds, parsed safely.

Nothing is written to disk, no name in the zip is a path, and nothing outside is looked up.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser

from lint_disclosure.reading.unreadable import UnreadableFile, too_much

MAX_PARTS = 5_000
"""Parts of a package; a report has some twenty, and one for each picture."""

MAX_XML_PART = 16 * 1024 * 1024
"""Bytes of a part as XML; they take some twenty times as much memory. A report has kilobytes."""

MAX_XML = 32 * 1024 * 1024
"""Bytes of all parts that are taken as XML."""

MAX_UNPACKED = 128 * 1024 * 1024
"""Bytes of all parts that are unpacked; a sheet with formats down to its last row has fifty
million, of which little is parsed."""

_ENTRY = b"PK\x01\x02"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_UTF8 = ("utf-8", "utf8", "us-ascii", "ascii")
_DECLARED = re.compile(r"""\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]+)""")
_DOCUMENT_TYPE = re.compile(r"(?:[\s\ufeff]++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.S)
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    LookupError,
)


class Relation(NamedTuple):
    """A relationship of OOXML: the last word of its type, its key, the part it leads to."""

    kind: str
    key: str
    target: str


def parse(text: str, damaged: Callable[[], UnreadableFile]) -> Element:
    """The root element of an XML text without a document type; ``damaged`` is raised without."""
    parser = XMLParser()
    try:
        # A str is taken as it is, whatever encoding its declaration names.
        parser.feed(text)
        root: Element = parser.close()
    except (ParseError, ValueError):
        raise damaged() from None
    return root


class Package:
    """The parts of a zip by name; names are the same whatever their case, as in OOXML."""

    def __init__(self, data: bytes, damaged: Callable[[], UnreadableFile]) -> None:
        """Open ``data``. Raises UnreadableFile: ``damaged`` where the package is not whole."""
        self._damaged = damaged
        if data.count(_ENTRY) > MAX_PARTS:
            zh, en = f"文件内有超过 {MAX_PARTS} 个部件", f"more than {MAX_PARTS} parts in the file"
            raise too_much(zh, en)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise damaged() from None
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._doubtful: set[str] = set()
        for entry in self._zip.infolist():
            key = _key(entry.filename)
            other = self._entries.setdefault(key, entry)
            if (other.CRC, other.file_size) != (entry.CRC, entry.file_size):
                self._doubtful.add(key)
        self._left = MAX_UNPACKED
        self._left_of_xml = MAX_XML

    def __contains__(self, part: str) -> bool:
        return _key(part) in self._entries

    def names(self) -> list[str]:
        """The names of all parts, as ``read`` takes them."""
        return list(self._entries)

    def read(self, part: str, limit: int = MAX_UNPACKED) -> bytes:
        """The bytes of a part. Raises UnreadableFile, also when there is no such part."""
        entry = self._entry(part)
        # Sizes in the directory may lie: what counts is what comes out.
        most = min(limit, self._left)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(most + 1)
        except _BROKEN:
            raise self._damaged() from None
        if len(data) > most:
            raise _too_large(limit if most == limit else MAX_UNPACKED)
        self._left -= len(data)
        return data

    def _entry(self, part: str) -> zipfile.ZipInfo:
        key = _key(part)
        entry = self._entries.get(key)
        # Of two parts of one name, other programs may take the other one.
        if entry is None or key in self._doubtful or entry.compress_type not in _METHODS:
            raise self._damaged()
        if entry.flag_bits & 1:
            raise UnreadableFile(
                "文件内容已加密，请先解除加密再检查",
                "the content is encrypted; take the encryption off first",
            )
        return entry

    def text(self, part: str) -> str:
        """The text of an XML part. Raises UnreadableFile."""
        return self.decoded(self.read(part, MAX_XML_PART))

    def decoded(self, data: bytes) -> str:
        """The text of an XML part that was read. Raises UnreadableFile.

        What declares a document type is refused: these files have none, and entities hide in it.
        """
        if len(data) > MAX_XML_PART:
            raise _too_large(MAX_XML_PART)
        self._left_of_xml -= len(data)
        if self._left_of_xml < 0:
            raise _too_large(MAX_XML)
        try:
            if data.startswith(_UTF16):
                text = data.decode("utf-16")
            else:
                text = data.decode("utf-8-sig")
                declared = _DECLARED.match(text)
                if declared and declared[1].lower() not in _UTF8:
                    raise self._damaged()
        except UnicodeDecodeError:
            raise self._damaged() from None
        refuse_document_type(text)
        return text

    def xml(self, part: str) -> Element:
        """The root element of a part. Raises UnreadableFile."""
        return self.parsed(self.text(part))

    def parsed(self, text: str) -> Element:
        """The root element of the text of a part. Raises UnreadableFile."""
        return parse(text, self._damaged)

    def relations(self, part: str) -> list[Relation]:
        """The relationships of a part of OOXML, or of the package (""); no external ones."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self:
            return []
        found: list[Relation] = []
        for one in self.xml(relations).iter(_RELATIONSHIP):
            if one.get("TargetMode") != "External":
                kind = one.get("Type", "").rpartition("/")[2]
                found.append(Relation(kind, one.get("Id", ""), beside(part, one.get("Target", ""))))
        return found


def refuse_document_type(text: str) -> None:
    """Raises UnreadableFile when an XML text declares a document type."""
    if _DOCUMENT_TYPE.match(text):
        raise UnreadableFile(
            "文件含有不该有的 DTD 声明，为安全起见不予读取；请用原来的程序重新保存",
            "declares a document type, which is not read for safety; save it again",
        )


def beside(part: str, location: str) -> str:
    """The name of a part that another one names: from the root of the package, or beside it."""
    folder = posixpath.dirname(part)
    return posixpath.normpath(posixpath.join("/", folder, location)).lstrip("/")


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").lower()


def _too_large(limit: int) -> UnreadableFile:
    megabytes = limit // (1024 * 1024)
    return too_much(f"文件解压后超过 {megabytes} MB", f"unpacks to more than {megabytes} MB")
