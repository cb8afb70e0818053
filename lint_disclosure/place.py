"""Where a value stands: symbolically in the form, concretely in the file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NamedTuple

Span = tuple[int, int]
"""Half-open range of offsets into a source's text, in code points."""

_LINE_BREAK = re.compile(r"\r\n|\r|\n")


if TYPE_CHECKING:
    from typing import Protocol

    class Spot(Protocol):
        """A place in a file, in the coordinates of its kind: lines, cells, boxes on pages."""

        @property
        def words(self) -> str:
            """The place for a person; empty where a line number says it."""

        def _asdict(self) -> dict[str, Any]: ...

    class Origins(Protocol):
        """Knows where in the file a stretch of the decoded text stood."""

        def spot(self, start: int, end: int) -> Spot:
            """The place of a range of the decoded text."""


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

    @property
    def words(self) -> str:
        """Nothing: lines and columns are told by number."""
        return ""


class Location(NamedTuple):
    """The concrete place of a value; ``parts`` lists the spans of a broken one.

    Lines and columns count in the decoded text. Where that is not the file itself, ``spots`` has
    the place in the file, one for each part.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    parts: tuple[LineSpan, ...] | None = None
    spots: tuple[Spot, ...] = ()

    @property
    def in_file(self) -> LineSpan | None:
        """Lines and columns in the file itself, None for a file that has no lines."""
        if not self.spots:
            return LineSpan(*self[:4])
        first, last = self.spots[0], self.spots[-1]
        if isinstance(first, LineSpan) and isinstance(last, LineSpan):
            return LineSpan(first.line, first.column, last.end_line, last.end_column)
        return None

    @property
    def words(self) -> str:
        """The place in the file in words; empty for a file with lines, which are told by number."""
        return self.spots[0].words if self.spots else ""

    def as_data(self) -> dict[str, Any]:
        """The place as the contract writes it: coordinates of the file, and parts if several."""
        parts = self.spots or self.parts or ()
        whole = self.in_file or self.spots[0]
        return {
            **whole._asdict(),
            "parts": [part._asdict() for part in parts] if len(parts) > 1 else None,
        }


class Source:
    """The decoded text of one file, and the way from an offset back to its place.

    ``origins`` is None where the decoded text is the file itself. ``writable`` is False where
    places in the text are not places in the file that is named: it was converted, or unpacked.
    """

    __slots__ = ("_starts", "name", "origins", "text", "writable")

    def __init__(self, name: str, text: str, origins: Origins | None = None) -> None:
        self.name = name
        self.text = text
        self.origins = origins
        self.writable = True
        self._starts: list[int] | None = None

    @property
    def is_file(self) -> bool:
        """Whether the decoded text is the file itself, so that its lines are those of the file."""
        return self.origins is None and self.writable

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

    def line_number(self, line: int) -> int | None:
        """The number that a line of the decoded text has in the file; None where it has none."""
        if self.origins is None:
            return line
        start = self.line_starts[line - 1]
        spot = self.origins.spot(start, start)
        return spot.line if isinstance(spot, LineSpan) else None

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
        origins = self.origins
        return Location(
            first.line,
            first.column,
            last.end_line,
            last.end_column,
            spans if len(spans) > 1 else None,
            tuple(origins.spot(start, end) for start, end in parts) if origins else (),
        )
