"""What a part of the document holds, and how it becomes blocks, or the text of one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.reading.blocks import Block, Grid, Mark, Paragraph, Piece
from lint_disclosure.reading.docx.line import Break, Item
from lint_disclosure.reading.docx.place import Anchor, Container

Content = list[Item] | Grid
"""A paragraph by what it shows, or a table."""


def number_piece(number: str, items: Sequence[Item], container: Container) -> Piece:
    """The automatic number of a paragraph; it stands where its text begins, and takes none."""
    for item in items:
        if not isinstance(item, Mark):
            return number, _anchor(item)._replace(start=0, length=0)
    return number, container.anchor(0, 0)


def carry_on(carried: list[Item], found: list[Content]) -> None:
    """Add a paragraph whose end is deleted, where none follows that could continue it."""
    if carried:
        found.append(carried)


def blocks_of(content: Content) -> Iterator[Block]:
    """A table, or the lines of a paragraph; marks on a line of their own stay marks."""
    if isinstance(content, Grid):
        yield content
        return
    line: list[Piece | Mark] = []
    for item in content:
        if isinstance(item, Break):
            yield Paragraph(line)
            line = []
        else:
            line.append(item)
    if line:
        yield Paragraph(line)


def cell_pieces(contents: Sequence[Content], container: Container) -> list[Piece | Mark]:
    """The text of a cell on one line: a blank stands for each break and between paragraphs."""
    if len(contents) == 1 and isinstance(contents[0], list) and len(contents[0]) == 1:
        only = contents[0][0]
        if not isinstance(only, Break | Mark):
            return [only]
    pieces: list[Piece | Mark] = []
    last: Anchor | None = None
    for content in contents:
        if isinstance(content, Grid) or not content:
            continue
        if last is not None:
            pieces.append((" ", last))
        for item in content:
            if isinstance(item, Break):
                pieces.append((" ", item.anchor))
            else:
                pieces.append(item)
        last = _end(content, container)
    return pieces or [("", container.first())]


def _end(content: Sequence[Item], container: Container) -> Anchor:
    """Where a paragraph of a cell ends."""
    for item in reversed(content):
        if not isinstance(item, Mark):
            anchor = _anchor(item)
            return anchor._replace(start=anchor.start + anchor.length, length=0)
    return container.anchor(0, 0)


def _anchor(item: Piece | Break) -> Anchor:
    if isinstance(item, Break):
        return item.anchor
    anchor: Anchor = item[1]
    return anchor
