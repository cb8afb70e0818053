"""The body of a document as blocks: its paragraphs, tables, text boxes and notes in order."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from xml.etree.ElementTree import Element

from lint_disclosure.document import Notice
from lint_disclosure.reading.blocks import Block, Grid
from lint_disclosure.reading.docx.content import (
    Content,
    blocks_of,
    carry_on,
    cell_pieces,
    number_piece,
)
from lint_disclosure.reading.docx.grid import GridInMaking, cell_properties, row_properties
from lint_disclosure.reading.docx.line import Item, Line
from lint_disclosure.reading.docx.names import CELL, PARAGRAPH, ROW, TABLE, w
from lint_disclosure.reading.docx.nesting import unwrapped
from lint_disclosure.reading.docx.numbering import Numbering
from lint_disclosure.reading.docx.paragraph import Paragraphs
from lint_disclosure.reading.docx.place import Anchor, Container, Note
from lint_disclosure.reading.docx.styles import Styles

_COMMENT = w("commentRangeStart")
_FOREIGN = w("altChunk")
_BLOCKS = frozenset((PARAGRAPH, TABLE, _COMMENT, _FOREIGN))
FOREIGN_CONTENT = (
    "文件中嵌有另一种格式的内容，这部分没有检查；请在 Word 中打开后重新保存，再检查",
    "holds content in another format, which is not checked; open it in Word and save it again",
)


class Body:
    """Reads a document from its first paragraph to its last."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        comments: Collection[str],
        notes: Mapping[tuple[str, str], Element],
        new_line: type[Line] = Line,
    ) -> None:
        """``comments`` are the ids of those there are; ``notes`` go by kind and id."""
        self._paragraphs = Paragraphs(styles, numbering, comments, self._box, new_line)
        self._notes = dict(notes)
        self._tables = 0
        self._boxes: list[Content] = []
        self.notices: list[Notice] = []

    def read(self, element: Element) -> list[Block]:
        """The blocks of the body.

        Footnotes stand behind the paragraph or table that refers to them, as in the section that
        they belong to; endnotes at the end of all.
        """
        found: list[Content] = []
        endnotes: list[Note] = []
        container = Container()
        carried: list[Item] = []
        for child in unwrapped(element):
            carried = self._block(child, container, found, carried)
            while self._paragraphs.notes:
                note = self._paragraphs.notes.popleft()
                if note.kind == "endnote":
                    endnotes.append(note)
                else:
                    self._note(note, found)
        carry_on(carried, found)
        for note in endnotes:
            self._note(note, found)
        found.append([*self._paragraphs.pending])
        return [block for content in found for block in blocks_of(content)]

    def _note(self, note: Note, found: list[Content]) -> None:
        element = self._notes.pop((note.kind, note.id), None)
        if element is not None:
            tables = self._tables
            self._content(element, Container(fixed=note.anchor), found)
            self._tables = tables

    def _content(self, element: Element, container: Container, found: list[Content]) -> None:
        """Add what a cell, a text box or a note holds."""
        carried: list[Item] = []
        with self._paragraphs.depth:
            for child in unwrapped(element):
                if child.tag in _BLOCKS:
                    carried = self._block(child, container, found, carried)
        carry_on(carried, found)

    def _block(
        self, element: Element, container: Container, found: list[Content], carried: list[Item]
    ) -> list[Item]:
        """Add a paragraph or table; gives what the next paragraph continues."""
        tag = element.tag
        if tag == PARAGRAPH:
            outer, self._boxes = self._boxes, []
            paragraph = self._paragraphs.read(element, container)
            items = paragraph.items
            if carried:
                carried += items  # In place, as thousands may follow each other.
                items = carried
            if paragraph.number:
                items.insert(0, number_piece(paragraph.number, items, container))
            if paragraph.blank and items:
                items.insert(0, ("", container.anchor(0, 0)))  # Where the marks stand.
            if not paragraph.joined:
                found.append(items)
            found += self._boxes
            self._boxes = outer
            return items if paragraph.joined else []
        if tag == TABLE:
            carry_on(carried, found)
            self._table(element, container, found)
            return []
        if tag == _COMMENT:
            self._paragraphs.comment_ahead(element)
        elif tag == _FOREIGN and FOREIGN_CONTENT not in self.notices:
            self.notices.append(FOREIGN_CONTENT)
        return carried

    def _box(self, element: Element, anchor: Anchor) -> None:
        """Note what a text box holds; it stands behind the paragraph that it is fixed to."""
        found: list[Content] = []
        self._content(element, Container(fixed=anchor), found)
        self._boxes += found

    def _table(self, element: Element, container: Container, found: list[Content]) -> None:
        """Add a table, then those that lie in its cells; a frame becomes what it holds."""
        self._tables += 1
        number = self._tables
        rows = [row for row in unwrapped(element) if row.tag == ROW]
        cells = [[one for one in unwrapped(row) if one.tag == CELL] for row in rows]
        frame = _is_frame(element, cells)
        inner: list[Content] = []
        grid = GridInMaking()
        for at, (row, own) in enumerate(zip(rows, cells, strict=True), 1):
            before, gone = row_properties(row, self._paragraphs)
            if gone:
                self._tables += _tables_in(row)
                continue
            grid.begin_row(before)
            for position, cell in enumerate(own, 1):
                columns, merge, gone = cell_properties(cell, self._paragraphs)
                if gone or grid.continues(columns, merge):
                    self._tables += _tables_in(cell)
                    continue
                place = Container(number, at, position, container.fixed)
                content: list[Content] = []
                self._content(cell, place, content)
                if frame:
                    found += content
                else:
                    inner += [one for one in content if isinstance(one, Grid)]
                    grid.add(columns, merge, cell_pieces(content, place))
        if not frame:
            found.append(grid.finished())
            found += inner


def _is_frame(element: Element, cells: list[list[Element]]) -> bool:
    """Whether a table only frames its content: one cell, or one column that holds tables."""
    if any(len(own) > 1 for own in cells):
        return False
    return len(cells) == 1 or element.find(f".//{CELL}/{TABLE}") is not None


def _tables_in(element: Element) -> int:
    """The tables within what is not shown; they count all the same."""
    return sum(1 for _ in element.iter(TABLE))
