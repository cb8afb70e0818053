"""The parts of an OOXML package: found by relationship, unpacked within bounds, parsed safely."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import transitional
from lint_disclosure.reading.unreadable import UnreadableFile, too_much

MAX_PARTS = 5_000
"""Parts of a package; a report has some twenty, and one for each picture."""

MAX_PART = 16 * 1024 * 1024
"""Bytes of an unpacked part; the text of a report takes up to some hundred kilobytes."""

MAX_UNPACKED = 32 * 1024 * 1024
"""Bytes of all parts that are unpacked."""

_ENTRY = b"PK\x01\x02"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(r"""<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)""")
_DOCUMENT_TYPE = re.compile(r"(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->))*+<!DOCTYPE", re.S)
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
    """A relationship of a part: the last word of its type, and the name of the part it leads to."""

    kind: str
    target: str


class Package:
    """The parts of a package. Nothing is written to disk, and nothing outside is looked up."""

    def __init__(self, data: bytes) -> None:
        """Open ``data``. Raises UnreadableFile."""
        if data.count(_ENTRY) > MAX_PARTS:
            zh, en = f"文件内有超过 {MAX_PARTS} 个部件", f"more than {MAX_PARTS} parts in the file"
            raise too_much(zh, en)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN:
            raise damaged() from None
        self._entries = {entry.filename.lower(): entry for entry in self._zip.infolist()}
        self._left = MAX_UNPACKED

    def main(self) -> str:
        """The name of the part that holds the document. Raises UnreadableFile without one."""
        for relation in self._relations("_rels/.rels", ""):
            if relation.kind == "officeDocument":
                return relation.target
        raise damaged()

    def related(self, part: str) -> dict[str, str]:
        """The parts that belong to ``part`` by kind (``styles``); the first of each kind.

        External ones are left out.
        """
        folder, name = posixpath.split(part)
        found: dict[str, str] = {}
        for relation in self._relations(posixpath.join(folder, "_rels", f"{name}.rels"), folder):
            found.setdefault(relation.kind, relation.target)
        return found

    def _relations(self, part: str, folder: str) -> list[Relation]:
        if part.lower() not in self._entries:
            return []
        found: list[Relation] = []
        for element in self.parsed(part).iter(_RELATIONSHIP):
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                kind = element.get("Type", "").rpartition("/")[2]
                found.append(Relation(kind, target.lstrip("/")))
        return found

    def parsed(self, part: str) -> Element:
        """The root element of a part. Raises UnreadableFile."""
        return parse(self.text(part))

    def text(self, part: str) -> str:
        """The text of a part, with the names of transitional OOXML. Raises UnreadableFile.

        What declares a document type is refused: OOXML has none, and entities hide in it.
        """
        data = self._bytes(part)
        try:
            if data.startswith(_UTF16):
                text = data.decode("utf-16")
            else:
                text = data.decode("utf-8-sig")
                declared = _DECLARED.match(text)
                if declared and declared[1].lower() not in ("utf-8", "utf8", "us-ascii", "ascii"):
                    raise damaged()
        except UnicodeDecodeError:
            raise damaged() from None
        if _DOCUMENT_TYPE.match(text):
            raise UnreadableFile(
                "文件含有不该有的 DTD 声明，为安全起见不予读取；请用 Word 或 WPS 重新保存",
                "declares a document type, which is not read for safety; save it again in Word",
            )
        return transitional(text)

    def _bytes(self, part: str) -> bytes:
        entry = self._entries.get(part.lower())
        if entry is None:
            raise damaged()
        if entry.flag_bits & 1:
            raise UnreadableFile(
                "文件内容已加密，请先解除加密再检查",
                "the content is encrypted; take the encryption off first",
            )
        # Sizes in the directory may lie: what counts is what comes out.
        limit = min(MAX_PART, self._left)
        try:
            with self._zip.open(entry) as stream:
                data = stream.read(limit + 1)
        except _BROKEN:
            raise damaged() from None
        if len(data) > limit:
            megabytes = (MAX_PART if limit == MAX_PART else MAX_UNPACKED) // (1024 * 1024)
            zh, en = f"文件解压后超过 {megabytes} MB", f"unpacks to more than {megabytes} MB"
            raise too_much(zh, en)
        self._left -= len(data)
        return data


def parse(text: str) -> Element:
    """The root element of an XML text without a document type. Raises UnreadableFile."""
    parser = ElementTree.XMLParser()
    try:
        # A str is taken as it is, whatever encoding its declaration names.
        parser.feed(text)
        return parser.close()
    except (ElementTree.ParseError, ValueError):
        raise damaged() from None


def damaged() -> UnreadableFile:
    """The error of a package whose parts are missing or broken."""
    return UnreadableFile(
        "文件不完整或已损坏，无法按 Word 文件打开；请用 Word 或 WPS 打开后重新保存，再检查",
        "incomplete or damaged, cannot be opened as a Word file; open it in Word or WPS and save it"
        " again",
    )
