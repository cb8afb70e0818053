"""Tell what kind of file it is: by its content first, by its name where the content leaves it open.

A web page that is called .doc and a PDF that is called .html are common.
"""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal[
    "text",
    "markdown",
    "html",
    "mht",
    "docx",
    "pdf",
    "spreadsheet",
    "ofd",
    "office",
    "locked",
    "zip",
    "picture",
]

_MARKUP = (
    rb"(?is)(?:\s|<!--.{0,2000}?-->)*<(?:!doctype\s+html|\?xml|(?:html|head|meta|title|body|main|div"
    rb"|table|article|section|center|font|span|script|style|link|h[1-6]|p|br)[\s/>])"
)
_TAG = rb"(?i)</?(?:p|div|span|table|tr|td|br|h[1-6]|body)[\s/>]"
_MIME = rb"(?i)(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,40}?content-type:\s*multipart/"
_OFFICE_XML = (b"<?mso-application", b"<w:wordDocument", b"<office:document")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_DIRECTORY_END = b"PK\x05\x06"
_UTF8_MARK = b"\xef\xbb\xbf"


def kind_of(name: str, data: bytes) -> Kind:
    """The kind of a file that holds ``data``. Text is what nothing else claims."""
    head = data[:4096].removeprefix(_UTF8_MARK)
    if head.startswith(b"PK"):
        return _zipped(data)
    if head.startswith(_OLE):
        return _compound(data)
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_PICTURES):
        return "picture"
    if head.startswith(b"{\\rtf") or any(mark in head for mark in _OFFICE_XML):
        return "office"
    if b"ultipart/" in head and re.match(_MIME, head):
        return "mht"
    suffix = name.lower().rpartition(".")[2]
    if b"<" in head and re.match(_MARKUP, _narrow(head)):
        return "html"
    if suffix in ("html", "htm") and re.search(_TAG, _narrow(data)):
        return "html"
    return "markdown" if suffix in ("md", "markdown") else "text"


def _narrow(data: bytes) -> bytes:
    """Tags of a UTF-16 file as they would be in UTF-8."""
    return data.lstrip(b"\xff\xfe").replace(b"\0", b"") if b"\0" in data else data


def _zipped(data: bytes) -> Kind:
    """Which of the kinds of file that are packed as a zip; the names of its parts tell."""
    names = _directory(data)
    if b"word/" in names:
        return "docx"
    if b"xl/workbook" in names:
        return "spreadsheet"
    if b"OFD.xml" in names:
        return "ofd"
    if b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet" in data[:200]:
        return "spreadsheet"
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in data[:200]:
        return "office"
    return "zip"


def _directory(data: bytes) -> bytes:
    """Where a zip lists its parts; all of it when it breaks off before.

    A Word file may lie in a zip as it is: then its own parts are named there too.
    """
    end = data.rfind(_DIRECTORY_END)
    if end < 0:
        return data
    size = int.from_bytes(data[end + 12 : end + 16], "little")
    return data[max(end - size, 0) : end]


def _compound(data: bytes) -> Kind:
    """Which of the kinds of file that are kept as an OLE compound; its streams' names tell."""
    if _stream("EncryptedPackage") in data:
        return "locked"
    if _stream("Workbook") in data or _stream("Book") in data:
        return "spreadsheet"
    return "office"


def _stream(name: str) -> bytes:
    return name.encode("utf-16-le")
