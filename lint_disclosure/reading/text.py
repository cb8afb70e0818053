"""Plain text and Markdown: lines, and the cells that bars and tabs cut them into."""

from __future__ import annotations

import re

from lint_disclosure.document import Document, Line, Notice
from lint_disclosure.place import Source, Span
from lint_disclosure.reading.unreadable import UnreadableFile

MAX_LINE = 200_000
"""Characters; a whole report has some ten thousand."""

MAX_CELLS = 1000
"""Cells on one line; the widest table of a form has fifteen."""

MAX_LINES = 50_000
"""Lines that are not blank; a report with a cell a line has some five hundred."""

_LINE = re.compile(r"[^\r\n]+")
_OTHER_BARS = "｜│┃\u00a6"
_RULER = re.compile(r"\|?[\s:]*-{3,}[-|:\s]*")


def read_text(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
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
    return Document(Source(name, text), tuple(lines), notices)


def _too_much(text: str, start: int, zh: str, en: str) -> UnreadableFile:
    number = Source("", text).line_column(start)[0]
    return UnreadableFile(
        f"第 {number} 行{zh}，不像一份年度报告的文本",
        f"line {number} {en}, which is no text of an annual report",
    )


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
