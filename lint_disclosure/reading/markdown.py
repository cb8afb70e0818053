"""Markdown: text whose tables have bars, and that may hold tables written as HTML."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_disclosure.document import Document, Line
from lint_disclosure.place import Source, Span
from lint_disclosure.reading.blocks import (
    Block,
    Cell,
    Grid,
    Mark,
    Paragraph,
    Piece,
    assemble,
)
from lint_disclosure.reading.html.blocks import blocks_of
from lint_disclosure.reading.html.origins import HtmlOrigins
from lint_disclosure.reading.html.tree import events
from lint_disclosure.reading.text import TRUNCATED, decoded, read_text
from lint_disclosure.reading.unreadable import MAX_TEXT

_TAG = re.compile(
    r"</?(?:table|t[rdh]|p|div|span|br|font|b|i|u|em|strong|center|h[1-6])\b[^>]*>", re.I
)
_HEADING = re.compile(r"#{1,6}[ \t]+(?=\S)")
_TABLE_END = re.compile(r"</table\s*>", re.I)
_TABLE = re.compile(r"<table\b", re.I)


def read(name: str, data: bytes) -> Document:
    """The document of a Markdown file. Raises UnreadableFile."""
    text, truncated = decoded(data, MAX_TEXT)
    if _TAG.search(text):
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        document = assemble(name, _blocks(text), lambda pieces: HtmlOrigins(pieces, text))
    else:
        document = read_text(name, text)
    document = _without_marks(document)
    return document._replace(notices=(TRUNCATED,), truncated=True) if truncated else document


def _without_marks(document: Document) -> Document:
    """The document with its headings begun behind their marks, which are no words of theirs."""
    text = document.source.text
    return document._replace(
        lines=tuple(
            line._replace(start=mark.end())
            if line.cells is None and (mark := _HEADING.match(text, line.start, line.end))
            else line
            for line in document.lines
        )
    )


def _blocks(text: str) -> Iterator[Block]:
    """The blocks of a text that holds tags; anchors are offsets, as those of a page are."""
    at = 0
    for start, end in _html_parts(text):
        yield from _written(text, at, start)
        for block in blocks_of(events(text[start:end])):
            yield _moved(block, start)
        at = end
    yield from _written(text, at, len(text))


def _html_parts(text: str) -> Iterator[Span]:
    """Where blocks of HTML stand; a table goes on to its end tag, whatever blank lines it holds."""
    from markdown_it import MarkdownIt

    starts = [*Source("", text).line_starts, len(text)]
    done = 0
    for token in MarkdownIt("commonmark").parse(text):
        if token.type != "html_block" or token.map is None or starts[token.map[0]] < done:
            continue
        start, end = starts[token.map[0]], starts[token.map[1]]
        if _TABLE.search(text, start, end) and not _TABLE_END.search(text, start, end):
            close = _TABLE_END.search(text, end)
            end = close.end() if close else end
        yield start, end
        done = end


def _written(text: str, start: int, end: int) -> Iterator[Block]:
    """The blocks of a part without blocks of HTML; tags within its lines are left out."""
    rows: list[Cell] = []
    number = 0
    for line in read_text("", text[start:end]).lines:
        if line.cells is None:
            if rows:
                yield Grid(rows)
                rows = []
            yield Paragraph([_piece(text, start + line.start, start + line.end)])
        else:
            rows += _row(text, line, start, number)
            number += 1
    if rows:
        yield Grid(rows)


def _row(text: str, line: Line, start: int, number: int) -> Iterator[Cell]:
    cells = list(line.cells or ())
    cells = cells[1 if line.opens else 0 : -1 if line.closes else None]
    for column, (first, last) in enumerate(cells):
        yield Cell(number, column, 1, 1, [_piece(text, start + first, start + last)])


def _piece(text: str, start: int, end: int) -> tuple[str, int]:
    return _TAG.sub(" ", text[start:end]), start


def _moved(block: Block, by: int) -> Block:
    """The same block, its anchors counted from the start of the whole text."""
    if isinstance(block, Mark):
        return block._replace(anchor=_shifted(block.anchor, by))
    if isinstance(block, Paragraph):
        return Paragraph(_moved_pieces(block.pieces, by))
    return Grid([cell._replace(pieces=_moved_pieces(cell.pieces, by)) for cell in block.cells])


def _moved_pieces(pieces: Sequence[Piece | Mark], by: int) -> list[Piece | Mark]:
    return [
        piece if isinstance(piece, Mark) else (piece[0], _shifted(piece[1], by)) for piece in pieces
    ]


def _shifted(anchor: int, by: int) -> int:
    return anchor + by if anchor >= 0 else anchor - by
