"""Plain text and Markdown: lines, and the cells that bars and tabs cut them into."""

from __future__ import annotations

import re

from lint_disclosure.document import Document, Line, Notice
from lint_disclosure.place import Source, Span

_LINE = re.compile(r"[^\r\n]+")
_BARS = "|｜│┃\u00a6"
_FIRST_BAR = re.compile(f"[{_BARS}]")


def _cells(separators: str) -> re.Pattern[str]:
    """Matches the content of each cell without blanks around it; nothing for an empty cell."""
    return re.compile(
        rf"[^{separators}\s](?:[^{separators}\r\n]*[^{separators}\s])?"
        rf"|(?<![^{separators}\r\n])(?=[^\S\t]*(?:[{separators}]|$))"
    )


_BETWEEN_BARS = _cells(_BARS)
_BETWEEN_TABS = _cells("\t")
_RULER = re.compile(r"\|?[\s:]*-{3,}[-|:\s]*")


def read_text(name: str, text: str, notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a decoded text: its non-blank lines in order, table rulers left out."""
    lines: list[Line] = []
    other_bars = _FIRST_BAR.search(text.replace("|", "")) is not None
    for match in _LINE.finditer(text):
        start, end = match.span()
        content = match.group()
        stripped = content.strip()
        if not stripped:
            continue
        if "|" in content or (other_bars and _FIRST_BAR.search(content)):
            if "---" in content and _RULER.fullmatch(stripped):
                continue
            cells = _spans(_BETWEEN_BARS, text, start, end)
            first, last = cells[0], cells[-1]
            lines.append(Line(start, end, cells, first[0] == first[1], last[0] == last[1]))
        elif "\t" in stripped or content.endswith("\t\t"):
            lines.append(Line(start, end, _spans(_BETWEEN_TABS, text, start, end)))
        else:
            start += content.index(stripped[0])
            lines.append(Line(start, start + len(stripped)))
    return Document(Source(name, text), tuple(lines), notices)


def _spans(pattern: re.Pattern[str], text: str, start: int, end: int) -> tuple[Span, ...]:
    return tuple([match.span() for match in pattern.finditer(text, start, end)])
