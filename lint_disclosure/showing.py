"""Lay a report out for showing: headings, paragraphs and tables in the order of the text.

What stands within a table and is no cell and no word of the form is kept beside it, so that nothing
of the text is left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from lint_disclosure.place import Location, Place, Source, Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.lookup import ABSENT, table_form
from lint_disclosure.report.model import Cell, Label, Report, Section, Table
from lint_disclosure.report.text_match import squeeze
from lint_disclosure.rulepack.model import Block, TableForm
from lint_disclosure.shown import (
    Shown,
    ShownCell,
    ShownColumn,
    ShownGrid,
    ShownRow,
    ShownSection,
    ShownTable,
    ShownText,
)

_BETWEEN = re.compile(r"[|\t\r\n｜]+")
_RULE = re.compile(r"[-:=+─━—\s|｜]*")
_WORDS = re.compile(r"[^\s|｜](?:.*[^\s|｜])?")
_STOPS = tuple("。．.：:；;")
_FAR = 200
"""Characters without a word after which what stands above no longer belongs to a table."""


class _Region(NamedTuple):
    """A stretch of the text that is no plain paragraph: the title, a heading or a table."""

    start: int
    end: int
    level: int
    number: int | None = None
    table: str | None = None


def show(report: Report, source: Source) -> Shown:
    """The report for showing; ``source`` is its text without what must not be shown again."""
    builder = _Builder(report, source)
    return builder.shown()


def show_tables(report: Report, source: Source) -> Shown:
    """Only the tables, without places: for formats that put the numbers of many side by side."""
    return _TablesOnly(report, source).shown()


class _Builder:
    def __init__(self, report: Report, source: Source) -> None:
        self.report = report
        self.source = source
        self.text = source.text

    def shown(self) -> Shown:
        """All sections, the part before the first heading as the first of them."""
        title: ShownText | None = None
        sections = [ShownSection(0, None, None, ())]
        content: list[ShownText | ShownTable] = []
        at = 0
        for region in self._regions():
            content += self._paragraphs(at, region.start)
            at = max(at, region.end)
            form = table_form(self.report, region.table) if region.table else None
            if form is not None:
                content.append(self._table(form, self.report.tables[form.key], region))
                continue
            while self.text[at : at + 1] in _STOPS and region.level:
                at += 1
            heading = self._line(region.start, at)
            if region.level == 0:
                title = heading
                continue
            sections[-1] = sections[-1]._replace(content=tuple(content))
            content = []
            sections.append(ShownSection(region.level, region.number, heading, ()))
        content += self._paragraphs(at, len(self.text))
        sections[-1] = sections[-1]._replace(content=tuple(content))
        return Shown(title, tuple(one for one in sections if one.heading or one.content))

    def _regions(self) -> list[_Region]:
        """Title, headings and tables in order; none reaches into the one before."""
        found = list(_headings(self.report.sections, 1))
        form = self.report.form
        for key, table in self.report.tables.items():
            if form and key in form.tables:
                known = _known(form.tables[key])
                start, end = self._first_line(table.span[0], known), table.span[1]
                found.append(_Region(start, end, 0, None, key))
        title = self.report.title
        if title is not None and title.parts:
            found.append(_Region(title.parts[0][0], title.parts[-1][1], 0))
        kept: list[_Region] = []
        for region in sorted(found):
            if not kept or region.start >= kept[-1].end:
                kept.append(region)
            elif region.table is not None and kept[-1].table is None:
                kept.append(region._replace(start=kept[-1].end))
        return kept

    def _first_line(self, start: int, known: _Known) -> int:
        """Where a table begins: lines above that hold only words of the form belong to it."""
        line, _ = self.source.line_column(start)
        first = start
        for begin in reversed(self.source.line_starts[:line]):
            pieces = [piece for _, piece in _pieces(self.text, begin, first)]
            if not all(known.has(piece) for piece in pieces):
                break
            if pieces:
                first = begin
            elif first - begin > _FAR:
                break
        return first

    # ---- text

    def _paragraphs(self, start: int, end: int) -> Iterator[ShownText]:
        """The lines of a stretch that hold more than separators."""
        while start < end:
            line, _ = self.source.line_column(start)
            starts = self.source.line_starts
            stop = min(end, starts[line] if line < len(starts) else len(self.text))
            found = _WORDS.search(self.text, start, stop)
            if found and not _RULE.fullmatch(found.group()):
                yield self._line(start, stop)
            start = stop

    def _line(self, start: int, end: int) -> ShownText:
        piece = self.text[start:end]
        begin = start + len(piece) - len(piece.lstrip())
        return ShownText(piece.strip(), *self.source.line_column(begin))

    def _located(self, parts: tuple[Span, ...]) -> Location | None:
        return self.source.locate(parts) if parts else None

    # ---- tables

    def _table(self, form: TableForm, table: Table, region: _Region) -> ShownTable:
        blocks = form.blocks or (Block("", "", tuple(form.rows), tuple(form.columns)),)
        return ShownTable(
            key=form.key,
            title=form.title,
            label=form.label,
            section=form.section,
            flat=form.layout == "flat",
            grids=tuple(self._grid(form, table, block) for block in blocks),
            groups=tuple((key, group.label) for key, group in form.groups.items()),
            others=tuple(self._others(form, table, region)),
            span=(self.source.line_column(region.start)[0], self.source.line_column(region.end)[0]),
        )

    def _grid(self, form: TableForm, table: Table, block: Block) -> ShownGrid:
        glued = _glued(table)
        columns = []
        for key in block.columns:
            own = form.columns[key].label
            label, location = self._label(table.columns.get(key), own, glued)
            printed = key in table.columns or table.torn
            columns.append(ShownColumn(key, label, own, printed, location))
        groups = {
            row: key for key, group in form.groups.items() for row in group.rows if row != key
        }
        rows = []
        for key in block.rows:
            row = form.rows[key]
            label, location = self._label(table.rows.get(key), row.label, glued)
            cells = tuple(
                self._cell(form, key, column, table.cells.get((key, column), ABSENT))
                for column in block.columns
            )
            printed = key in table.rows or table.torn
            rows.append(ShownRow(key, label, row.short, printed, groups.get(key), location, cells))
        return ShownGrid(block.caption, tuple(columns), tuple(rows))

    def _label(
        self, label: Label | None, own: str, glued: frozenset[Span]
    ) -> tuple[str, Location | None]:
        """A label as printed; of several that were read as one word the form's own."""
        if label is None or not label.parts:
            return own, None
        printed = squeeze(self.source.cut(label.parts)).strip("*#|")
        if not glued.isdisjoint(label.parts):
            printed = own
        return printed or own, self._located(label.parts)

    def _cell(self, form: TableForm, row: str, column: str, cell: Cell) -> ShownCell:
        place = Place(form.section, table=form.key, row=row, column=column)
        text = " ".join(self.source.cut(cell.parts).split()) if cell.parts else ""
        return ShownCell(text, cell.state, cell.value, place, self._located(cell.parts))

    def _others(self, form: TableForm, table: Table, region: _Region) -> Iterator[ShownText]:
        """What stands in the region of a table and is shown neither as a label nor as a cell."""
        labels = [*table.rows.values(), *table.columns.values(), *table.blocks.values()]
        taken = sorted(
            part
            for parts in (
                *(cell.parts for cell in table.cells.values()),
                *(label.parts for label in labels),
            )
            for part in parts
        )
        known = _known(form)
        at = region.start
        for start, end in [*taken, (region.end, region.end)]:
            for begin, piece in _pieces(self.text, at, min(start, region.end)):
                if not known.has(piece):
                    yield ShownText(piece, *self.source.line_column(begin))
            at = max(at, end)


class _TablesOnly(_Builder):
    """What is built for each report of many has to be small, since processes hand it on."""

    def shown(self) -> Shown:
        """One section with all tables of the form, in its order."""
        forms = self.report.form.tables if self.report.form else {}
        found = tuple(
            self._table(form, self.report.tables[key], _Region(*self.report.tables[key].span, 0))
            for key, form in forms.items()
            if key in self.report.tables
        )
        return Shown(None, (ShownSection(0, None, None, found),))

    def _located(self, parts: tuple[Span, ...]) -> Location | None:
        return None

    def _others(self, form: TableForm, table: Table, region: _Region) -> Iterator[ShownText]:
        return iter(())


def _glued(table: Table) -> frozenset[Span]:
    """The spans that are labels of more than one row or column."""
    parts = Counter(
        part for label in (*table.rows.values(), *table.columns.values()) for part in label.parts
    )
    return frozenset(part for part, count in parts.items() if count > 1)


def _headings(sections: Sequence[Section], level: int) -> Iterator[_Region]:
    for one in sections:
        yield _Region(*one.heading, level, one.number)
        yield from _headings(one.subsections, level + 1)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, str]]:
    """What stands between separators, with its offset; lines that are only drawn are none."""
    at = start
    for cut in [*_BETWEEN.finditer(text, start, end), None]:
        stop = cut.start() if cut else end
        piece = text[at:stop]
        if piece.strip() and not _RULE.fullmatch(piece):
            yield at + len(piece) - len(piece.lstrip()), piece.strip()
        at = cut.end() if cut else end


class _Known(NamedTuple):
    words: frozenset[str]
    joined: str

    def has(self, piece: str) -> bool:
        """Whether a piece is a word of the form, several side by side, or a part of a torn one."""
        words = self.words
        plain = _plain(piece)
        return (
            plain in words
            or (not plain.isdigit() and plain in self.joined)
            or all(_plain(word) in words for word in piece.split())
        )


_forms: dict[int, tuple[TableForm, _Known]] = {}


def _known(form: TableForm) -> _Known:
    """The words of a form's table, as they are compared; kept for the forms of a run."""
    kept = _forms.get(id(form))
    if kept is None or kept[0] is not form:
        words = frozenset(_words(form))
        kept = _forms[id(form)] = form, _Known(words, "\n".join(words))
    return kept[1]


def _words(form: TableForm) -> Iterator[str]:
    for text in (form.title, form.label, *form.captions, *(one.caption for one in form.blocks)):
        yield _plain(text)
    for row in form.rows.values():
        yield from map(_plain, (row.label, row.short, *row.aliases))
    for column in form.columns.values():
        yield from map(_plain, (column.label, *column.aliases))
    for group in form.groups.values():
        yield from map(_plain, (group.label, *group.aliases))


@lru_cache(1000)
def _plain(text: str) -> str:
    return bare(WIDTHS.fold(text)).strip("()")
