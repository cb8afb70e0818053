"""Know a file of another format by its first bytes, so that it is named and not taken for text."""

from __future__ import annotations

import re

_SIGNATURES = (
    (b"%PDF-", "PDF 文件", "a PDF file"),
    (b"PK\x03\x04", "Word、Excel 或压缩文件", "a Word, Excel or archive file"),
    (b"\xd0\xcf\x11\xe0", "旧版 Word 或 Excel 文件", "an old Word or Excel file"),
    (b"{\\rtf", "RTF 文件", "an RTF file"),
)
_MARKUP = re.compile(
    rb"\s*<(?:!doctype\s+html|\?xml|(?:html|head|meta|body|div|table|article|section|center|font|span|h[1-6]|p)[\s>])",
    re.I,
)
_UTF8_MARK = b"\xef\xbb\xbf"


def foreign_format(data: bytes) -> tuple[str, str] | None:
    """The format in Chinese and in English, None for what may be text."""
    for signature, zh, en in _SIGNATURES:
        if data.startswith(signature):
            return zh, en
    if _MARKUP.match(data.removeprefix(_UTF8_MARK)[:1000]):
        return "网页（HTML）文件", "a web page (HTML)"
    return None
