"""Pages to blocks in reading order: paragraphs over page breaks, tables, marks for pictures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from lint_disclosure.reading.blocks import Block, Cell, Grid, Mark, Paragraph, Piece
from lint_disclosure.reading.pages.columns import Columns, columns_of, places, wrapped
from lint_disclosure.reading.pages.furniture import furniture, near_edge
from lint_disclosure.reading.pages.lines import (
    Text,
    TextLine,
    blank_beside_latin,
    cell_text,
    lines_of,
)
from lint_disclosure.reading.pages.page import Box, Char, Page
from lint_disclosure.reading.pages.paragraphs import Margins, Placed, margins, paragraphs, pitch
from lint_disclosure.reading.pages.places import Stretch
from lint_disclosure.reading.pages.tables import Table, Word, mend, tables_of, words_of
from lint_disclosure.reading.pages.turned import Turn, upright

_TEXT_ON_PICTURE = 10
"""Characters on a picture that make it a background."""


class _Content(NamedTuple):
    """What is on a page, without page numbers and the like."""

    page: Page
    tables: list[tuple[Table, list[Word]]]
    lines: list[TextLine]
    aside: list[Text]
    pictures: list[Box]


Turns = dict[int, Turn]
Item = Placed | tuple[Table, list[Word]] | Mark


def blocks_of(pages: Sequence[Page]) -> list[Block]:
    """The blocks of all pages; their anchors are what ``places`` needs."""
    turned = [upright(page) for page in pages]
    turns = {page.number: turn for page, turn in turned}
    contents = _contents([page for page, _ in turned])
    edges = margins((one.page.width, one.lines) for one in contents)
    items = [item for one in contents for item in _items(one, edges)]
    before: tuple[Table, list[Word]] | None = None
    for item in items:
        table = item if not isinstance(item, Placed | Mark) else None
        if before is not None and table is not None and _page(before) + 1 == _page(table):
            mend(before, table)
        before = table
    usual = pitch([item for item in items if isinstance(item, Placed)])
    return list(_blocks(items, turns, usual))


def _page(table: tuple[Table, list[Word]]) -> int:
    return table[1][0].texts[0][0]


def _contents(pages: Sequence[Page]) -> list[_Content]:
    found = [tables_of(page) for page in pages]
    in_table = [
        {
            char
            for table in tables
            for cell in table.cells
            if near_edge(cell.box, page)
            for char in cell.chars
        }
        for page, (tables, _) in zip(pages, found, strict=True)
    ]
    contents = []
    beside = blank_beside_latin(page.chars for page in pages)
    taken = furniture(pages, in_table)
    for page, (tables, outside), without in zip(pages, found, taken, strict=True):
        chars = [char for char in outside if char not in without] if without else outside
        level = [char for char in chars if char.turn not in (1, 3)]
        turned = [char for char in chars if char.turn in (1, 3)] if len(level) < len(chars) else []
        contents.append(
            _Content(
                page,
                [(table, words_of(page.number, table, without, beside)) for table in tables],
                lines_of(level, beside),
                [cell_text(turned, 0, page.width)] if turned else [],
                [box for box in page.pictures if not _is_background(box, page)],
            )
        )
    return contents


def _is_background(box: Box, page: Page) -> bool:
    """Whether a picture has text on it, so that it hides none."""
    left, top, right, bottom = box
    on = sum(left <= char.left <= right and top <= char.top <= bottom for char in page.chars)
    return on >= _TEXT_ON_PICTURE


def _items(content: _Content, edges: dict[float, Margins]) -> list[Item]:
    """Lines, tables and pictures of a page from top to bottom."""
    page = content.page
    found: list[tuple[float, int, Item]] = []
    for line in content.lines:
        placed = Placed(page.number, line, edges[page.width], page.width)
        found.append((line.top, 1, placed))
    found += [(table[0].lattice.ys[0], 2, table) for table in content.tables]
    found += [(box[1], 0, Mark("picture")) for box in content.pictures]
    found.sort(key=lambda one: one[:2])
    aside = [
        Placed(
            page.number,
            TextLine([text], text.left, page.height, text.right, page.height, 1.0),
            edges.get(page.width, Margins(0.0, page.width)),
            page.width,
        )
        for text in content.aside
    ]
    return [*(item for *_, item in found), *aside]


def _blocks(items: Iterable[Item], turns: Turns, usual: float | None) -> Iterator[Block]:
    for kind, group in groupby(items, key=type):
        if kind is Placed:
            lines = [one for one in group if isinstance(one, Placed)]
            yield from _text_blocks(lines, turns, usual)
            continue
        for item in group:
            if isinstance(item, Mark):
                yield item
            elif not isinstance(item, Placed):
                yield _grid(item[1], turns)


def _grid(words: list[Word], turns: Turns) -> Grid:
    return Grid(
        [
            Cell(
                *word.cell.slot,
                [_piece(page, text, turns, word.cell.box) for page, text in word.texts],
            )
            for word in words
        ]
    )


def _piece(page: int, text: Text, turns: Turns, box: Box = (0.0, 0.0, 0.0, 0.0)) -> Piece:
    return text.text, Stretch(page, text.boxes or [Char("", *box)], turns[page])


def _text_blocks(lines: list[Placed], turns: Turns, usual: float | None) -> Iterator[Block]:
    """Paragraphs, and tables of lines whose stretches stand in columns."""
    for several, group in groupby(wrapped(lines), key=lambda one: len(one.line.parts) > 1):
        run = list(group)
        columns = columns_of([one.line for one in run]) if several else None
        if columns is not None:
            yield from _column_blocks(run, columns, turns)
            continue
        for paragraph in paragraphs(run, usual):
            yield Paragraph([_piece(page, text, turns) for page, text in paragraph])


def _column_blocks(run: list[Placed], columns: Columns, turns: Turns) -> Iterator[Block]:
    cells: list[Cell] = []
    for row, one in enumerate(run):
        at = places(one.line, columns) or list(range(len(one.line.parts)))
        texts = dict(zip(at, one.line.parts, strict=True))
        for column in range(min(texts), max(texts) + 1):
            left, right = columns[column]
            box = (left, one.line.top, right, one.line.bottom)
            text = texts.get(column, Text("", []))
            cells.append(Cell(row, column, 1, 1, [_piece(one.page, text, turns, box)]))
    yield Grid(cells)
