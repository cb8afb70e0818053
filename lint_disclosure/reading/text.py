"""Plain text and Markdown: lines, and the cells that bars and tabs cut them into."""

from __future__ import annotations

import re

from lint_disclosure.document import Document, Line, Notice
from lint_disclosure.place import Source, Span

_LINE = re.compile(r"[^\r\n]+")
_OTHER_BARS = re.compile(r"[｜│┃\u00a6]")
_RULER = re.compile(r"\|?[\s:]*-{3,}[-|:\s]*")


def read_text(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a decoded text: its non-blank lines in order, table rulers left out."""
    lines: list[Line] = []
    other_bars = _OTHER_BARS.search(text) is not None
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        if other_bars:
            content = _OTHER_BARS.sub("|", content)
        if "|" in content:
            if "---" in content and _RULER.fullmatch(stripped):
                continue
            cells = _cells(content, start, "|")
            first, last = cells[0], cells[-1]
            lines.append(Line(start, end, cells, first[0] == first[1], last[0] == last[1]))
        elif "\t" in stripped or content.endswith("\t\t"):
            lines.append(Line(start, end, _cells(content, start, "\t")))
        else:
            start += content.index(stripped[0])
            lines.append(Line(start, start + len(stripped)))
    return Document(Source(name, text), tuple(lines), notices)


def _cells(content: str, at: int, separator: str) -> tuple[Span, ...]:
    """The spans between separators without blanks around them; of a line that begins at ``at``."""
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
