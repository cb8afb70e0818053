"""Word files of old and of other programs (.doc, .wps, .rtf, .odt, Word 2003 XML, flat ODF).

LibreOffice turns them into a Word or Excel file of today, which the readers of those read. Each
file is one run of about a second; many in one run are not supported.
"""

from __future__ import annotations

import re
import struct
from importlib import import_module
from typing import NamedTuple

from lint_disclosure.document import Document
from lint_disclosure.reading import libreoffice
from lint_disclosure.reading.compound import stream
from lint_disclosure.reading.package import Package, refuse_document_type
from lint_disclosure.reading.unreadable import MAX_BYTES, UnreadableFile

CONVERTED = (
    "文件由 LibreOffice 转换后读取，所标位置是转换后文件中的位置",
    "read after a conversion by LibreOffice; places are those of the converted file",
)

_WORD = b"\xec\xa5"
_ENCRYPTED = 0x0100
_EXCEL_XML = re.compile(rb'progid\s*=\s*["\']Excel\.Sheet|urn:schemas-microsoft-com:office:spreads')
_FLAT_SHEET = b"application/vnd.oasis.opendocument.spreadsheet"
_SLIDES = ("PowerPoint Document",)
_TEXTS = ("WordDocument", "CONTENTS", "MatOST", "MM")
"""The streams that hold the text: of Word and WPS, and of Microsoft Works."""


class _Form(NamedTuple):
    """What a file is to LibreOffice: the suffix it should have, what to turn it into."""

    suffix: str
    target: str = "docx"


def read(name: str, data: bytes) -> Document:
    """The document of such a file. Raises UnreadableFile when it cannot be converted."""
    form = _form(data)
    made = _converted(data, form)
    reader = "docx" if form.target == "docx" else "spreadsheet"
    package = __name__.rpartition(".")[0]
    document: Document = import_module(f"{package}.{reader}").read(name, made)
    document.source.writable = False
    return document._replace(notices=(CONVERTED, *document.notices))


def _form(data: bytes) -> _Form:
    """What the file is. Raises UnreadableFile for what asks for a password or is no text."""
    if data.startswith(b"PK"):
        _refuse_bad_odt(data)
        return _Form("odt")
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        _refuse_locked_doc(data)
        return _Form("doc")
    head = data[:4096]
    if b"{\\rtf" in head[:16]:
        return _Form("rtf")
    refuse_document_type(data.removeprefix(b"\xef\xbb\xbf").decode("latin-1"))
    if b"<office:document" in head:
        return _Form("fods", "xlsx") if _FLAT_SHEET in head else _Form("fodt")
    return _Form("xml", "xlsx" if _EXCEL_XML.search(head) else "docx")


def _refuse_locked_doc(data: bytes) -> None:
    """A .doc says in its head (FibBase, [MS-DOC]) that it is encrypted."""
    head = stream(data, _TEXTS)
    if head is None:
        if stream(data, _SLIDES) is not None:
            zh, en = "这是演示文稿（PPT）", "these are slides"
        else:
            zh, en = "文件已损坏或不是文字文档", "the file is damaged, or no text document"
        raise UnreadableFile(f"{zh}，无法读取", f"{en}: it cannot be read")
    word = head[:2] == _WORD and len(head) >= 12
    if word and struct.unpack_from("<H", head, 10)[0] & _ENCRYPTED:
        raise _locked()


def _refuse_bad_odt(data: bytes) -> None:
    """A text may be locked; and LibreOffice is not given what unpacks beyond measure."""
    package = Package(data, _failed)
    if b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise _locked()
    for part in package.names():
        if part in ("content.xml", "styles.xml"):
            package.text(part)
        else:
            package.read(part)


def _converted(data: bytes, form: _Form) -> bytes:
    program = libreoffice.find()
    if program is None:
        raise UnreadableFile(
            "这种格式（.doc、.wps、.rtf、.odt 等）要靠 LibreOffice 转换才能读取："
            "请在 Word 或 WPS 中另存为 .docx，或安装 LibreOffice",
            "this format (.doc, .wps, .rtf, .odt ...) is read with the help of LibreOffice: "
            "save it as .docx in Word or WPS, or install LibreOffice",
        )
    try:
        made = libreoffice.convert(program, data, form.suffix, form.target, MAX_BYTES)
    except libreoffice.TooSlow:
        raise UnreadableFile(
            f"LibreOffice 转换超过 {libreoffice.SECONDS} 秒，已停止；"
            "请在 Word 或 WPS 中另存为 .docx",
            f"LibreOffice took more than {libreoffice.SECONDS} seconds and was stopped; "
            "save the file as .docx in Word or WPS",
        ) from None
    except OSError as error:
        raise UnreadableFile(
            f"LibreOffice（{program}）无法启动：{error.strerror}；请在 Word 或 WPS 中另存为 .docx",
            f"LibreOffice ({program}) cannot be started: {error.strerror}; "
            "save the file as .docx in Word or WPS",
        ) from None
    if made is None:
        raise _failed()
    return made


def _failed() -> UnreadableFile:
    return UnreadableFile(
        "LibreOffice 没能转换这个文件，文件可能已损坏；请在 Word 或 WPS 中打开并另存为 .docx",
        "LibreOffice could not convert the file, which may be damaged; "
        "open it in Word or WPS and save it as .docx",
    )


def _locked() -> UnreadableFile:
    return UnreadableFile(
        "文件设有打开密码，请先在 Word 或 WPS 中取消密码再检查",
        "the file asks for a password; take it off in Word or WPS first",
    )
