"""Where a value stands: symbolically in the form, concretely in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import NamedTuple

Span = tuple[int, int]
"""Half-open range of offsets into a source's text, in code points."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """The symbolic place: it survives edits elsewhere in the file."""

    section: int | None = None
    subsection: str | None = None
    paragraph: int | None = None
    table: str | None = None
    row: str | None = None
    column: str | None = None


class LineSpan(NamedTuple):
    """A range in lines and columns: 1-based, code points, end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Location(NamedTuple):
    """The concrete place of a value; ``parts`` lists the spans of a broken one."""

    line: int
    column: int
    end_line: int
    end_column: int
    parts: tuple[LineSpan, ...] | None = None


class Source:
    """The decoded text of one file, and the way from an offset back to line and column."""

    __slots__ = ("_starts", "name", "text")

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: list[int] | None = None

    @property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; lines end at CR, LF or CRLF, as editors count them."""
        if self._starts is None:
            ends: Iterable[int]
            if "\r" in self.text:
                ends = (match.end() for match in _LINE_BREAK.finditer(self.text))
            else:
                ends = accumulate(len(line) + 1 for line in self.text.split("\n")[:-1])
            self._starts = [0, *ends]
        return self._starts

    def line_column(self, offset: int) -> tuple[int, int]:
        """1-based line and column of an offset, in code points."""
        starts = self.line_starts
        line = bisect_right(starts, offset)
        return line, offset - starts[line - 1] + 1

    def line_text(self, line: int) -> str:
        """The text of a 1-based line without its line break; empty past the end."""
        starts = self.line_starts
        if not 1 <= line <= len(starts):
            return ""
        end = starts[line] if line < len(starts) else len(self.text)
        return self.text[starts[line - 1] : end].rstrip("\r\n")

    def cut(self, parts: tuple[Span, ...]) -> str:
        """The text of the spans, joined: a value's raw text."""
        text = self.text
        if len(parts) == 1:
            start, end = parts[0]
            return text[start:end]
        return "".join(text[start:end] for start, end in parts)

    def locate(self, parts: tuple[Span, ...]) -> Location:
        """The concrete place of one or more spans."""
        spans = tuple(
            LineSpan(*self.line_column(start), *self.line_column(end)) for start, end in parts
        )
        first, last = spans[0], spans[-1]
        return Location(
            first.line,
            first.column,
            last.end_line,
            last.end_column,
            spans if len(spans) > 1 else None,
        )
