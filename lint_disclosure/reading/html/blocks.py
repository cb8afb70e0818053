"""From the events of a page to blocks: paragraphs as a browser would part them, and tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from lint_disclosure.reading.blocks import Block, Mark, Paragraph, Piece
from lint_disclosure.reading.html.table import Table
from lint_disclosure.reading.html.tree import END, START, Event

_SPACE = re.compile(r"[ \t\n\f\r]+")
_LISTS = frozenset({"ul", "menu", "dir"})
_GROUPS = frozenset({"tbody", "thead", "tfoot"})


def blocks_of(events: Iterable[Event]) -> list[Block]:
    """The blocks of a page in order.

    The anchor of a piece is where the last tag before its text begins. A piece that is not in the
    markup has the anchor ``generated(offset)`` of the tag that it is written for.
    """
    page = _Page()
    text, start, end = page.text, page.start, page.end
    for kind, value, attributes, at in events:
        if kind == START:
            start(value, attributes, at)
        elif kind == END:
            end(value)
        else:
            text(value, at)
    page.finish_paragraph()
    return page.out


def generated(offset: int) -> int:
    """The anchor of a piece that is not in the markup; of such an anchor, the offset."""
    return -offset - 1


class _Page:
    """The blocks found so far, and the tables that are open."""

    def __init__(self) -> None:
        self.out: list[Block] = []
        self.pieces: list[Piece] = []
        self.tables: list[Table] = []
        self.lists: list[int | None] = []
        self.preformatted = 0

    def text(self, data: str, at: int) -> None:
        if self.preformatted:
            self._lines(data, at)
            return
        text = _SPACE.sub(" ", data)
        pieces = self.pieces
        if text[:1] == " " and (not pieces or pieces[-1][0][-1:] == " "):
            text = text[1:]
        if text:
            pieces.append((text, at))

    def _lines(self, data: str, at: int) -> None:
        """Text whose line breaks count; each line is a paragraph."""
        for number, line in enumerate(data.split("\n")):
            if number:
                self.finish_paragraph()
            if line:
                self.pieces.append((line, at))

    def start(self, tag: str, attributes: Mapping[str, Any], at: int) -> None:
        if tag == "img":
            self.out.append(Mark("picture", anchor=generated(at)))
            return
        if tag == "iframe":
            self.out.append(Mark("frame", anchor=generated(at)))
            return
        if self.pieces:
            self.finish_paragraph()
        if tag == "td" or tag == "th":
            self._start_cell(attributes, at)
        elif tag == "tr":
            if self.tables:
                self.tables[-1].new_row()
        elif tag == "table":
            self.tables.append(Table(self.out))
        elif tag in _GROUPS:
            if self.tables:
                self.tables[-1].new_group()
        elif tag == "pre":
            self.preformatted += 1
        elif tag == "ol":
            self.lists.append(_number(attributes.get("start"), 1))
        elif tag in _LISTS:
            self.lists.append(None)
        elif tag == "li":
            self._item(attributes, at)

    def _start_cell(self, attributes: Mapping[str, Any], at: int) -> None:
        if self.tables:
            rows, columns = attributes.get("rowspan"), attributes.get("colspan")
            self.out = self.tables[-1].new_cell(
                _number(rows, 1), _number(columns, 1), generated(at)
            )

    def _item(self, attributes: Mapping[str, Any], at: int) -> None:
        """The number that a browser writes before an item of a numbered list."""
        if self.lists and self.lists[-1] is not None:
            number = _number(attributes.get("value"), self.lists[-1])
            self.lists[-1] = number + 1
            self.pieces.append((f"{number}. ", generated(at)))

    def end(self, tag: str) -> None:
        if self.pieces:
            self.finish_paragraph()
        if tag == "td" or tag == "th":
            if self.tables:
                self.out = self.tables[-1].around
        elif tag == "table":
            table = self.tables.pop()
            self.out = table.around
            self.out.extend(table.blocks())
        elif tag == "pre":
            self.preformatted -= 1
        elif tag == "ol" or tag in _LISTS:
            self.lists.pop()

    def finish_paragraph(self) -> None:
        if self.pieces:
            self.out.append(Paragraph(self.pieces))
            self.pieces = []


def _number(value: Any, otherwise: int) -> int:
    """The whole number at the start of an attribute, as browsers read it."""
    if value is None:
        return otherwise
    match = re.match(r"\s*(\d{1,6})", value)
    return int(match[1]) if match else otherwise
