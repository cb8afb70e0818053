"""What a file is: its content says it, its name only where the content leaves it open."""

from __future__ import annotations

import io
import zipfile

import pytest

from lint_disclosure.reading.kind import kind_of

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ODF = b"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "一、总体情况".encode(), "text"),
        ("a.md", "# 报告".encode(), "markdown"),
        ("a.doc", "<html xmlns:w=x><body>报告".encode(), "html"),
        ("a.txt", "  <!-- 导出 --><p>报告</p>".encode(), "html"),
        ("a.html", "报告<br>一、总体情况".encode(), "html"),
        ("a.html", "报告没有标签".encode(), "text"),
        ("a.htm", b"\xff\xfe" + "<HTML><p>报告".encode("utf-16-le"), "html"),
        ("a.html", b"%PDF-1.7\n", "pdf"),
        ("a.pdf", b"\n\n%PDF-1.4", "pdf"),
        ("a.doc", b"PK\x03\x04..word/document.xml", "docx"),
        ("a.docx", b"PK\x03\x04..xl/workbook.xml", "spreadsheet"),
        ("a.zip", b"PK\x03\x04..OFD.xml", "ofd"),
        ("a.ods", ODF + b"spreadsheet", "spreadsheet"),
        ("a.odt", ODF + b"text", "office"),
        ("a.docx", b"PK\x03\x04...", "zip"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "picture"),
        ("a.pdf", b"\xff\xd8\xff\xe0", "picture"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "locked"),
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "spreadsheet"),
        ("a.wps", OLE + "WordDocument".encode("utf-16-le"), "office"),
        ("a.doc", b"{\\rtf1\\ansi", "office"),
        ("a.xml", b"<?xml version='1.0'?><?mso-application progid='Word.Document'?>", "office"),
        ("a.mht", b"From: x\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n", "mht"),
    ],
)  # fmt: skip
def test_kind(name: str, data: bytes, kind: str) -> None:
    assert kind_of(name, data) == kind


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_that_holds_word_files_is_none(method: int) -> None:
    inner = packed("word/document.xml", b"<a/>", method)
    assert kind_of("a.docx", inner) == "docx"
    assert kind_of("a.docx", packed("report.docx", inner, method)) == "zip"


def packed(name: str, content: bytes, method: int) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        archive.writestr(name, content)
    return stream.getvalue()
