"""Files that are a zip of XML parts, with bounds: a small file may inflate beyond measure."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from xml.etree import ElementTree

from lint_disclosure.reading.unreadable import UnreadableFile, too_much

MAX_PART = 24 * 1024 * 1024
MAX_PARTS = 64 * 1024 * 1024
"""Bytes of XML when inflated: of one part, and of all that are read."""

_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.I)


class Package:
    """The parts of a zip. Reads at most as much as a report can have."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self._archive = archive
        self._left = MAX_PARTS
        self._names = {name.lstrip("/").lower(): name for name in archive.namelist()}

    def read(self, part: str) -> bytes | None:
        """The bytes of a part; None where there is none. Raises UnreadableFile."""
        name = self._names.get(part.lstrip("/").lower())
        if name is None:
            return None
        limit = min(MAX_PART, self._left)
        try:
            with self._archive.open(name) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError):
            raise damaged() from None
        except NotImplementedError:
            raise damaged() from None
        if len(data) > limit:
            raise too_much("解压后的内容太大", "too large when unpacked")
        self._left -= len(data)
        return data

    def xml(self, part: str) -> ElementTree.Element | None:
        """The root of an XML part; None where there is none. Raises UnreadableFile."""
        data = self.read(part)
        if data is None:
            return None
        # In any encoding that XML may come in; entities are how a small part becomes a large one.
        if _DECLARED.search(data.replace(b"\0", b"")):
            raise UnreadableFile(
                "文件里的 XML 带有文档类型声明，不予读取",
                "XML with a document type declaration is not read",
            )
        try:
            return ElementTree.fromstring(data)
        except (ElementTree.ParseError, ValueError, LookupError, RecursionError):
            raise damaged() from None


def open_package(data: bytes) -> Package:
    """The package in some bytes. Raises UnreadableFile."""
    try:
        return Package(zipfile.ZipFile(io.BytesIO(data)))
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, KeyError):
        raise damaged() from None


def damaged() -> UnreadableFile:
    """The error of a package that does not hold what it should."""
    return UnreadableFile(
        "文件已损坏或不完整，请重新导出后再检查", "the file is damaged; export it again"
    )


def beside(part: str, location: str) -> str:
    """The name of a part that another one names: from the root of the package, or beside it."""
    joined = (
        location if location.startswith("/") else posixpath.join(posixpath.dirname(part), location)
    )
    return posixpath.normpath(joined).lstrip("/")
