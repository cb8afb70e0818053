"""From a file to a Document. A reader knows file formats and nothing of annual reports."""

from __future__ import annotations

import os
import stat

from lint_disclosure.document import Document
from lint_disclosure.reading.encoding import UnknownEncoding, decode
from lint_disclosure.reading.foreign import foreign_format
from lint_disclosure.reading.text import read_text
from lint_disclosure.reading.unreadable import UnreadableFile

MAX_BYTES = 2 * 1024 * 1024
"""A report has some ten to fifty kilobytes of text; past this a file is refused unread."""

SUFFIXES = (".txt", ".md")
"""The file types that are read, and searched for in folders."""

TRUNCATED = (
    "文本最后一个字符不完整，文件可能被截断",
    "the last character is incomplete, the file may be cut off",
)


def read_bytes(path: str | os.PathLike[str]) -> bytes:
    """The bytes of a regular file of bounded size. Raises UnreadableFile."""
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
    """The document held in ``data``. Raises UnreadableFile; ``name`` is only for messages."""
    if len(data) > MAX_BYTES:
        megabytes = MAX_BYTES // (1024 * 1024)
        raise UnreadableFile(
            f"文件超过 {megabytes} MB，不像一份年度报告的文本",
            f"larger than {megabytes} MB, which is no text of an annual report",
        )
    if not data.strip():
        raise UnreadableFile("文件是空的", "the file is empty")
    foreign = foreign_format(data)
    if foreign is not None:
        zh, en = foreign
        raise UnreadableFile(
            f"这是{zh}，目前只能读文本，请另存为 .txt",
            f"this is {en}; only text can be read so far, save it as .txt",
        )
    try:
        decoded = decode(data)
    except UnknownEncoding:
        raise UnreadableFile(
            "不是 UTF-8、UTF-16 或 GB18030 编码的文本（可能是二进制文件），请另存为 UTF-8 文本",
            "not text in UTF-8, UTF-16 or GB18030 (perhaps a binary file); save it as UTF-8 text",
        ) from None
    if not decoded.text.strip():
        raise UnreadableFile("文件是空的", "the file is empty")
    notices = (TRUNCATED,) if decoded.truncated else ()
    return read_text(name, decoded.text, notices)
