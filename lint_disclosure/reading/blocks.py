"""What readers of files with a structure find, and how it becomes a Document.

Such a reader gives blocks in order: paragraphs, grids of cells, and marks for what is no text. They
become one text with a line for each paragraph and each row of a grid, so that all that comes after
sees the same, whatever the file was.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from lint_disclosure.document import Document, Feature, GridCell, Line, Notice
from lint_disclosure.place import Source, Span
from lint_disclosure.reading.unreadable import (
    MAX_ALL_CELLS,
    MAX_CELLS,
    MAX_LINE,
    MAX_LINES,
    too_much,
)

if TYPE_CHECKING:
    from lint_disclosure.place import Origins

Piece = tuple[str, Any]
"""A stretch of text without line breaks, and an anchor that tells the reader where it stood."""

_BETWEEN = " | "


class Mark(NamedTuple):
    """Something that is no text, at this place: a picture, a change that is still tracked.

    It stands between blocks, with an anchor of its own, or between the pieces of one.
    """

    kind: str
    amount: int = 1
    anchor: Any = None


class Paragraph(NamedTuple):
    """A paragraph of running text, or a heading."""

    pieces: Sequence[Piece | Mark]


class Cell(NamedTuple):
    """A cell of a grid: where it begins, counted from 0, how far it reaches, and what it holds.

    An empty cell has one empty piece, whose anchor says where it stands. ``unread`` when the file
    does not hold its value, as with a formula that was never calculated.
    """

    row: int
    column: int
    rows: int
    columns: int
    pieces: Sequence[Piece | Mark]
    unread: bool = False


class Grid(NamedTuple):
    """A table, its cells by row and column."""

    cells: Sequence[Cell]


Block = Paragraph | Grid | Mark


class Pieces:
    """Which piece of the file each stretch of the decoded text came from.

    ``starts`` and ``ends`` are offsets into ``text``, the whole decoded text.
    """

    __slots__ = ("anchors", "ends", "starts", "text")

    def __init__(self) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.anchors: list[Any] = []
        self.text = ""

    def of_range(self, start: int, end: int) -> range:
        """The numbers of the pieces that a range of the text touches, at least one."""
        first = max(0, bisect_right(self.starts, start) - 1)
        return range(first, max(first + 1, bisect_left(self.starts, end)))

    def between(self, start: int, end: int) -> Iterator[tuple[Any, int, int]]:
        """The anchors of a range, each with the part of the piece that the range takes of it.

        The part counts from the start of the piece; of the last piece it may reach past its end.
        """
        found = self.of_range(start, end)
        for at in found:
            begin = self.starts[at]
            after = self.starts[at + 1] if at + 1 in found else end
            yield self.anchors[at], max(start - begin, 0), max(after - begin, 0)


def assemble(
    name: str,
    blocks: Iterable[Block],
    origins: Callable[[Pieces], Origins],
    notices: Sequence[Notice] = (),
) -> Document:
    """The document of some blocks. Raises UnreadableFile when they are too many or too long."""
    text = _Text()
    for block in blocks:
        if isinstance(block, Paragraph):
            text.paragraph(block)
        elif isinstance(block, Grid):
            text.grid(block)
        else:
            text.mark(block)
    whole = text.pieces.text = "".join(text.parts)
    return Document(
        Source(name, whole, origins(text.pieces)),
        tuple(text.lines),
        tuple(notices),
        tuple(text.grids),
        tuple(text.features),
    )


class _Text:
    """The decoded text as it grows."""

    def __init__(self) -> None:
        self.at = 0
        self.cells = 0
        self.parts: list[str] = []
        self.pieces = Pieces()
        self.lines: list[Line] = []
        self.grids: list[tuple[GridCell, ...]] = []
        self.features: list[Feature] = []

    def paragraph(self, block: Paragraph) -> None:
        marks = len(self.features)
        start, end = self._pieces(block.pieces)
        if start < end:
            self._line(Line(start, end))
        elif len(self.features) > marks:
            self._add("\n")  # A place of its own for what is marked in an empty paragraph.

    def mark(self, block: Mark) -> None:
        """A feature stands on an empty line of its own, so that its place is not that of a text."""
        span = self._pieces((("", block.anchor),)) if block.anchor is not None else (self.at,) * 2
        self.features.append(Feature(block.kind, span, block.amount))
        self._add("\n")

    def grid(self, block: Grid) -> None:
        found: list[GridCell] = []
        for row in _rows(block.cells):
            cells: list[Span] = []
            covered: list[int] = []
            # Asked before they are made: a cell that reaches down is one of each row.
            self.cells += len(row)
            if self.cells > MAX_ALL_CELLS:
                zh = f"表格超过 {MAX_ALL_CELLS} 格"
                raise too_much(zh, f"more than {MAX_ALL_CELLS} cells in tables")
            unread: list[int] = []
            begin = self.at
            for cell in row:
                if cells:
                    self._add(_BETWEEN)
                if cell is None:
                    covered.append(len(cells))
                    cells.append((self.at, self.at))
                    continue
                span = self._pieces(cell.pieces)
                if cell.unread:
                    unread.append(len(cells))
                cells.append(span)
                found.append(GridCell(cell.row, cell.column, cell.rows, cell.columns, span))
            if len(cells) > MAX_CELLS:
                raise too_much(f"一行有 {len(cells)} 个单元格", f"a row has {len(cells)} cells")
            if any(start < end for start, end in cells):
                line = Line(begin, self.at, tuple(cells), False, False, tuple(covered))
                self._line(line._replace(unread=tuple(unread)) if unread else line)
            else:
                self._add("\n")
        self.grids.append(tuple(found))

    def _pieces(self, pieces: Sequence[Piece | Mark]) -> Span:
        """Add pieces, and give the span of their text without the blanks around it."""
        begin = self.at
        known, parts, first = self.pieces, self.parts, len(self.parts)
        for piece in pieces:
            if isinstance(piece, Mark):
                self.features.append(Feature(piece.kind, (self.at, self.at), piece.amount))
                continue
            text, anchor = piece
            known.starts.append(self.at)
            self.at += len(text)
            known.ends.append(self.at)
            known.anchors.append(anchor)
            parts.append(text)
        joined = parts[-1] if len(parts) == first + 1 else "".join(parts[first:])
        inner = joined.strip()
        if not inner:
            return begin, begin
        start = begin + len(joined) - len(joined.lstrip())
        return start, start + len(inner)

    def _line(self, line: Line) -> None:
        if line.end - line.start > MAX_LINE:
            length = line.end - line.start
            raise too_much(f"一段有 {length} 个字", f"a paragraph has {length} characters")
        if len(self.lines) > MAX_LINES:
            raise too_much(f"超过 {MAX_LINES} 段", f"there are more than {MAX_LINES} paragraphs")
        self.lines.append(line)
        self._add("\n")

    def _add(self, text: str) -> None:
        self.parts.append(text)
        self.at += len(text)


def _rows(cells: Sequence[Cell]) -> Iterator[list[Cell | None]]:
    """The cells of each row by column; None for one that a cell above covers.

    A cell covered before the first cell of the row is the rest of a label, and left out.
    """
    own: dict[int, list[Cell]] = {}
    for cell in cells:
        own.setdefault(cell.row, []).append(cell)
    reaching: list[Cell] = []
    for row in sorted(own):
        reaching = [cell for cell in reaching if cell.row + cell.rows > row]
        here = sorted(own[row], key=_column)
        if reaching:
            first = here[0].column
            merged: list[Cell] = [*here, *(cell for cell in reaching if cell.column > first)]
            merged.sort(key=_column)
            yield [cell if cell.row == row else None for cell in merged]
        else:
            yield list(here)
        reaching += [cell for cell in here if cell.rows > 1]


def _column(cell: Cell) -> int:
    return cell.column
