"""From a file to a Document. A reader knows file formats and nothing of annual reports."""

from __future__ import annotations

import os
import stat

from lint_disclosure.document import Document
from lint_disclosure.reading.kind import Kind, kind_of
from lint_disclosure.reading.text import read_plain
from lint_disclosure.reading.unreadable import MAX_BYTES, UnreadableFile, too_large

SUFFIXES = (
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".mht",
    ".mhtml",
    ".docx",
    ".docm",
    ".dotx",
    ".doc",
    ".wps",
    ".rtf",
    ".odt",
    ".pdf",
    ".ofd",
    ".xlsx",
    ".xlsm",
    ".xls",
    ".et",
    ".ods",
)
"""The names of files that are searched for in folders; what a file is, its content tells."""

_READERS: dict[Kind, str] = {
    "html": "html",
    "mht": "mht",
    "markdown": "markdown",
    "docx": "docx",
    "pdf": "pdf",
    "ofd": "ofd",
    "spreadsheet": "spreadsheet",
    "office": "office",
}
"""The module that reads each kind, imported when one is met."""


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file, one more than the limit at most. Raises UnreadableFile."""
    try:
        # Asked before opening: a pipe without a writer would block.
        mode = os.stat(path).st_mode
        if not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise UnreadableFile("不是普通文件", "not a regular file")
        with open(path, "rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableFile("文件不存在", "no such file") from None
    except PermissionError:
        raise UnreadableFile("没有读取权限", "permission denied") from None
    except IsADirectoryError:
        raise UnreadableFile("这是文件夹，不是文件", "is a folder, not a file") from None
    except OSError as error:
        raise UnreadableFile(
            f"无法读取：{error.strerror}", f"cannot be read: {error.strerror}"
        ) from None
    return data


def read_document(name: str, data: bytes) -> Document:
    """The document held in ``data``. Raises UnreadableFile.

    ``name`` is for messages, and tells Markdown from text; all other kinds the content tells.
    """
    if len(data) > MAX_BYTES:
        raise too_large(MAX_BYTES)
    if not data.strip():
        raise UnreadableFile("文件是空的", "the file is empty")
    kind = kind_of(name, data)
    if kind == "text":
        return read_plain(name, data)
    if kind == "locked":
        raise UnreadableFile(
            "文件设有打开密码，请先在 Word 或 WPS 中取消密码再检查",
            "the file asks for a password; take it off in Word or WPS first",
        )
    if kind == "picture":
        raise UnreadableFile(
            "这是图片，没有可以检查的文字；请检查原始的 Word 文件",
            "a picture without text that can be checked; check the Word file it was made from",
        )
    if kind == "zip":
        raise UnreadableFile(
            "这是压缩文件，或已损坏的 Word、Excel 文件；请解压或重新保存后再检查",
            "an archive, or a damaged Word or Excel file; unpack it or save it again",
        )
    from importlib import import_module

    document: Document = import_module(f"{__name__}.{_READERS[kind]}").read(name, data)
    return document
