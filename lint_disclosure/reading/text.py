"""Plain text and Markdown: lines, and the cells that bars and tabs cut them into."""

from __future__ import annotations

import re

from lint_disclosure.document import Document, Line
from lint_disclosure.place import Source, Span
from lint_disclosure.reading.encoding import UnknownEncoding, decode
from lint_disclosure.reading.unreadable import (
    MAX_CELLS,
    MAX_LINE,
    MAX_LINES,
    MAX_TEXT,
    UnreadableFile,
    too_large,
    too_much,
)

_LINE = re.compile(r"[^\r\n]+")
_OTHER_BARS = "｜│┃\u00a6"
_RULER = re.compile(r"\|?[\s:]*-{3,}[-|:\s]*")

TRUNCATED = (
    "文本最后一个字符不完整，文件可能被截断",
    "the last character is incomplete, the file may be cut off",
)


def read_plain(name: str, data: bytes) -> Document:
    """The document of a file of plain text. Raises UnreadableFile."""
    text, truncated = decoded(data, MAX_TEXT)
    document = read_text(name, text)
    return document._replace(notices=(TRUNCATED,), truncated=True) if truncated else document


def decoded(data: bytes, limit: int) -> tuple[str, bool]:
    """The text of ``data``, and whether its end is cut off. Raises UnreadableFile.

    More than ``limit`` bytes are refused.
    """
    if len(data) > limit:
        raise too_large(limit)
    try:
        found = decode(data)
    except UnknownEncoding:
        raise UnreadableFile(
            "不是 UTF-8、UTF-16 或 GB18030 编码的文本（可能是二进制文件），请另存为 UTF-8 文本",
            "not text in UTF-8, UTF-16 or GB18030 (perhaps a binary file); save it as UTF-8 text",
        ) from None
    if not found.text.strip():
        raise UnreadableFile("文件是空的", "the file is empty")
    return found.text, found.truncated


def read_text(name: str, text: str) -> Document:
    """The document of a decoded text: its non-blank lines in order, table rulers left out."""
    lines: list[Line] = []
    other_bars = [bar for bar in _OTHER_BARS if bar in text]
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group()
        if end - start > MAX_LINE:
            length = end - start
            raise _too_much(text, start, f"有 {length} 个字", f"has {length} characters")
        for bar in other_bars:
            content = content.replace(bar, "|")
        if len(lines) > MAX_LINES:
            zh, en = f"以后还有内容，超过 {MAX_LINES} 行", f"goes beyond {MAX_LINES} lines"
            raise _too_much(text, start, zh, en)
        if "|" in content:
            if "---" in content and _RULER.fullmatch(content.strip()):
                continue
            cells = _cells(text, content, start, "|")
            first, last = cells[0], cells[-1]
            lines.append(Line(start, end, cells, first[0] == first[1], last[0] == last[1]))
            continue
        stripped = content.strip()
        if "\t" in stripped or (stripped and content.endswith("\t\t")):
            lines.append(Line(start, end, _cells(text, content, start, "\t")))
        elif stripped:
            start += content.index(stripped[0])
            lines.append(Line(start, start + len(stripped)))
    return Document(Source(name, text), tuple(lines))


def _too_much(text: str, start: int, zh: str, en: str) -> UnreadableFile:
    number = Source("", text).line_column(start)[0]
    return too_much(f"第 {number} 行{zh}", f"line {number} {en}")


def _cells(text: str, content: str, at: int, separator: str) -> tuple[Span, ...]:
    """The spans between separators without blanks around them; of a line that begins at ``at``."""
    count = content.count(separator)
    if count > MAX_CELLS:
        raise _too_much(text, at, f"有 {count} 个单元格", f"has {count} cells")
    cells: list[Span] = []
    for piece in content.split(separator):
        length = len(piece)
        inner = piece.strip()
        if not inner:
            cells.append((at, at))
        elif len(inner) == length:
            cells.append((at, at + length))
        else:
            left = at + length - len(piece.lstrip())
            cells.append((left, left + len(inner)))
        at += length + 1
    return tuple(cells)
