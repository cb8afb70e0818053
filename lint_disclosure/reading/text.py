"""Plain text and Markdown: lines, and the cells that bars and tabs cut them into."""

from __future__ import annotations

import re

from lint_disclosure.document import Document, Line, Notice
from lint_disclosure.place import Source, Span

_LINE = re.compile(r"[^\r\n]+")
_BARS = str.maketrans({"｜": "|", "│": "|", "┃": "|", "\u00a6": "|"})
_OTHER_BARS = re.compile(r"[｜│┃\u00a6]")
_RULER = re.compile(r"\|?[\s:]*-{3,}[-|:\s]*")


def read_text(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a decoded text: its non-blank lines in order, table rulers left out."""
    lines: list[Line] = []
    plain_bars = _OTHER_BARS.search(text) is None
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        if not plain_bars:
            content = content.translate(_BARS)
        if "|" in content:
            if "---" in content and _RULER.fullmatch(stripped):
                continue
            lines.append(_cut(content, start, end, "|"))
        elif "\t" in stripped:
            lines.append(_cut(content, start, end, "\t"))
        else:
            start += content.index(stripped[0])
            lines.append(Line(start, start + len(stripped)))
    return Document(Source(name, text), tuple(lines), notices)


def _cut(content: str, start: int, end: int, separator: str) -> Line:
    """Cut a line at its separators; what stands before the first or after the last may be empty."""
    cells: list[Span] = []
    at = start
    for piece in content.split(separator):
        length = len(piece)
        inner = piece.strip()
        if not inner:
            cells.append((at, at))
        elif len(inner) == length:
            cells.append((at, at + length))
        else:
            left = at + piece.index(inner[0])
            cells.append((left, left + len(inner)))
        at += length + 1
    opens = cells[0][0] == cells[0][1]
    closes = cells[-1][0] == cells[-1][1]
    if separator == "\t":
        return Line(start, end, tuple(cells))
    return Line(start, end, tuple(cells), opens, closes)
