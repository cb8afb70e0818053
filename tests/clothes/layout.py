"""Where the cells of a form's tables stand on paper: merged as the official form has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.rulepack.model import TableForm
from tests.clothes.model import Cells

_LABEL_COLUMNS = 3
"""Columns that labels of table three take: the result, its kind, its reason."""


class Laid(NamedTuple):
    """A cell on the grid, from 0, how far it reaches, and whether it is a label of the form."""

    row: int
    column: int
    rows: int
    columns: int
    text: str
    label: bool = True


class Sheet(NamedTuple):
    """A table on its grid, ``head`` rows of it being the header."""

    key: str
    cells: tuple[Laid, ...]
    width: int
    height: int
    head: int

    def rows(self) -> list[list[Laid]]:
        """The cells that begin in each row, from left to right: a row packed to the left."""
        found: list[list[Laid]] = [[] for _ in range(self.height)]
        for cell in self.cells:
            found[cell.row].append(cell)
        for row in found:
            row.sort(key=lambda cell: cell.column)
        return found

    def rectangle(self) -> list[list[Laid | None]]:
        """Every place of the grid: the cell where it begins, None where one reaches over it."""
        found: list[list[Laid | None]] = [[None] * self.width for _ in range(self.height)]
        for cell in self.cells:
            found[cell.row][cell.column] = cell
        return found


def lay_out(form: TableForm, cells: Cells) -> Sheet:
    """The table of a form with its cells in place."""
    if form.layout == "flat":
        laid, head = _flat(form, cells), 3
    elif form.blocks:
        laid, head = _blocks(form, cells), 2
    else:
        laid, head = _grouped(form, cells), 3
    width = max(cell.column + cell.columns for cell in laid)
    height = max(cell.row + cell.rows for cell in laid)
    return Sheet(form.key, tuple(laid), width, height, head)


def _blocks(form: TableForm, cells: Cells) -> list[Laid]:
    """Table two: blocks below each other, each with a caption and a header of its own."""
    width = 1 + max(len(block.columns) for block in form.blocks)
    laid: list[Laid] = []
    at = 0
    for block in form.blocks:
        laid.append(Laid(at, 0, 1, width, block.caption))
        spans = _spans(len(block.columns), width - 1)
        head = [form.columns[column].label for column in block.columns]
        laid.append(Laid(at + 1, 0, 1, 1, form.captions[0]))
        laid += _line(at + 1, 1, head, spans)
        at += 2
        for row in block.rows:
            texts = [cells[row, column].text for column in block.columns]
            laid.append(Laid(at, 0, 1, 1, form.rows[row].label))
            laid += _line(at, 1, texts, spans, label=False)
            at += 1
    return laid


def _grouped(form: TableForm, cells: Cells) -> list[Laid]:
    """Table three: labels of groups reach over their rows, that of the results over all groups."""
    applicant, legal_person, results, balance = form.captions
    columns = [column.label for column in form.columns.values()]
    count = len(columns)
    first = _LABEL_COLUMNS
    laid = [
        Laid(0, 0, 3, first, f"（{balance}）"),
        Laid(0, first, 1, count, applicant),
        Laid(1, first, 2, 1, columns[0]),
        Laid(1, first + 1, 1, count - 2, legal_person),
        Laid(1, first + count - 1, 2, 1, columns[-1]),
        *_line(2, first + 1, columns[1:-1], [1] * (count - 2)),
    ]
    groups = {group.rows[0]: group for group in form.groups.values() if len(group.rows) > 1}
    grouped = {row for group in groups.values() for row in group.rows}
    inner = [key for key, row in form.rows.items() if key in grouped or row.label[0] == "（"]
    for at, (key, row) in enumerate(form.rows.items(), start=3):
        if key == inner[0]:
            laid.append(Laid(at, 0, len(inner), 1, results))
        if key in groups:
            laid.append(Laid(at, 1, len(groups[key].rows), 1, groups[key].label))
        begin = 2 if key in grouped else 1 if key in inner else 0
        laid.append(Laid(at, begin, 1, first - begin, row.label))
        texts = [cells[key, column].text for column in row.columns]
        laid += _line(at, first, texts, [1] * count, label=False)
    return laid


def _flat(form: TableForm, cells: Cells) -> list[Laid]:
    """Table four: one row of values, the first label above it higher than the others."""
    columns = [column.label for column in form.columns.values()]
    count = len(columns)
    first, *others = form.rows.values()
    laid = [
        Laid(0, 0, 1, count, first.label),
        Laid(0, count, 1, count * len(others), form.captions[0]),
        *(cell._replace(rows=2) for cell in _line(1, 0, columns, [1] * count)),
    ]
    for at, row in enumerate(others, start=1):
        laid.append(Laid(1, at * count, 1, count, row.label))
        laid += _line(2, at * count, columns, [1] * count)
    texts = [cells[key].text for key in form.cells()]
    return [*laid, *_line(3, 0, texts, [1] * len(texts), label=False)]


def _spans(count: int, width: int) -> list[int]:
    """Widths of so many cells that fill a row; the last one takes what is left."""
    return [*[1] * (count - 1), width - count + 1]


def _line(
    row: int, column: int, texts: Sequence[str], spans: Iterable[int], label: bool = True
) -> list[Laid]:
    found: list[Laid] = []
    for text, span in zip(texts, spans, strict=True):
        found.append(Laid(row, column, 1, span, text, label))
        column += span
    return found
