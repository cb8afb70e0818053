"""The tables of a report as tables, with what the findings point at framed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.inline import Inline, classes
from lint_disclosure.render.html.marks import Mark, Spot
from lint_disclosure.render.html.words import Words
from lint_disclosure.shown import ShownCell, ShownColumn, ShownGrid, ShownRow, ShownTable


class Tables:
    """Writes the tables of one report."""

    def __init__(self, inline: Inline, spots: Mapping[Spot, Sequence[Mark]], words: Words) -> None:
        self.inline = inline
        self.spots = spots
        self.words = words

    def table(self, table: ShownTable) -> str:
        """All parts of a table, each one a table of its own."""
        write = self._flat if table.flat else self._grid
        return "".join(
            write(table, grid, self._caption(table, grid, first=index == 0))
            for index, grid in enumerate(table.grids)
        )

    def _caption(self, table: ShownTable, grid: ShownGrid, *, first: bool) -> str:
        """The caption, with the marks of the whole table at its first part."""
        marks = self.spots.get((table.key, "", ""))
        text = escaped(f"{table.title} {grid.caption or table.label}")
        if not (first and marks):
            return text
        return f'<mark class="{classes(marks)}">{text}</mark>{self._badges(marks)}'

    def _grid(self, table: ShownTable, grid: ShownGrid, caption: str) -> str:
        """A label before each row; groups of rows have a label before those."""
        groups = dict(table.groups)
        wide = 2 if any(row.group for row in grid.rows) else 1
        heads = "".join(self._column(table.key, one) for one in grid.columns)
        bodies = []
        for group, members in groupby(grid.rows, key=lambda row: row.group):
            rows = list(members)
            lead = self._group((table.key, group, ""), groups[group], len(rows)) if group else ""
            reach = 1 if lead else wide
            first = self._row(table.key, rows[0], grid.columns, reach, lead)
            others = [self._row(table.key, row, grid.columns, reach) for row in rows[1:]]
            bodies.append(f"<tbody>{first}{''.join(others)}</tbody>")
        head = f'<tr><th scope="col"{_reach("col", wide)}>{self.words.item}</th>{heads}</tr>'
        return self._framed(table, caption, f"<thead>{head}</thead>{''.join(bodies)}")

    def _group(self, spot: Spot, label: str, rows: int) -> str:
        """The label before a group of rows."""
        return f'<th scope="rowgroup"{_reach("row", rows)}>{self._label(spot, label, True)}</th>'

    def _row(
        self,
        table: str,
        row: ShownRow,
        columns: Sequence[ShownColumn],
        reach: int,
        lead: str = "",
    ) -> str:
        """A row; its label reaches over so many columns."""
        label = self._label((table, row.key, ""), row.label, row.printed)
        cells = "".join(
            self._cell((table, row.key, column.key), cell)
            for cell, column in zip(row.cells, columns, strict=True)
        )
        return f'<tr>{lead}<th scope="row"{_reach("col", reach)}>{label}</th>{cells}</tr>\n'

    def _flat(self, table: ShownTable, grid: ShownGrid, caption: str) -> str:
        """All rows side by side on one line, as the form prints them."""
        span = len(grid.columns)
        above = "".join(
            f'<th scope="colgroup" colspan="{span}">'
            f"{self._label((table.key, row.key, ''), row.label, row.printed)}</th>"
            for row in grid.rows
        )
        heads = "".join(self._column(table.key, one) for one in grid.columns)
        # The labels of the columns stand above each row again; only the first ones are marked.
        again = "".join(f'<th scope="col">{escaped(one.label)}</th>' for one in grid.columns)
        cells = "".join(
            self._cell((table.key, row.key, column.key), cell)
            for row in grid.rows
            for cell, column in zip(row.cells, grid.columns, strict=True)
        )
        groups = f'<colgroup span="{span}"></colgroup>' * len(grid.rows)
        head = f"<tr>{above}</tr><tr>{heads}{again * (len(grid.rows) - 1)}</tr>"
        body = f"<thead>{head}</thead><tbody><tr>{cells}</tr></tbody>"
        return self._framed(table, caption, groups + body)

    def _framed(self, table: ShownTable, caption: str, inner: str) -> str:
        """A table with its caption, in a frame that scrolls where the screen is narrow."""
        name = escaped(table.title)
        return (
            f'<div class="scroll" tabindex="0" role="group" aria-label="{name}">'
            f"<table><caption>{caption}</caption>{inner}</table></div>"
        )

    def _column(self, table: str, column: ShownColumn) -> str:
        label = self._label((table, "", column.key), column.label, column.printed)
        return f'<th scope="col">{label}</th>'

    def _label(self, spot: Spot, label: str, printed: bool) -> str:
        marks = self.spots.get(spot)
        text = escaped(label)
        if marks:
            text = f'<mark class="{classes(marks)}">{text}</mark>{self._badges(marks)}'
        return text if printed else f'{text}<i class="s">{self.words.not_printed}</i>'

    def _cell(self, spot: Spot, cell: ShownCell) -> str:
        text = escaped(cell.text)
        state = self.words.state.get(cell.state)
        if state and not text:
            text = f'<i class="s">{state}</i>'
        marks = self.spots.get(spot)
        if not marks:
            return f"<td>{text}</td>"
        proposed = next((one.proposed for one in marks if one.proposed), "")
        if proposed:
            text += f' <ins><span class="v">{self.words.should}</span>→{escaped(proposed)}</ins>'
        where = ".".join(spot)
        return f'<td class="{classes(marks)}" data-cell="{where}">{text}{self._badges(marks)}</td>'

    def _badges(self, marks: Sequence[Mark]) -> str:
        return "".join(map(self.inline.badge, marks))


def _reach(axis: str, count: int) -> str:
    return f' {axis}span="{count}"' if count > 1 else ""


def unread(table: ShownTable) -> Iterator[tuple[str, int]]:
    """The states of cells that hold nothing to check, with how many there are."""
    for state in ("unread", "absent"):
        count = sum(cell.state == state for cell in table.cells)
        if count:
            yield state, count
