"""The tables of a page: each character in its cell, and rows that a page break cut in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.reading.pages.lattice import Lattice, Slot, lattices
from lint_disclosure.reading.pages.lines import Text, cell_text, is_full
from lint_disclosure.reading.pages.page import Box, Char, Page

_ALIGNED = 4.0


class Filled(NamedTuple):
    """A cell with its characters, and the place of the cell on the page."""

    slot: Slot
    box: Box
    chars: list[Char]


class Table(NamedTuple):
    """A lattice with its characters, cells by row and column."""

    lattice: Lattice
    cells: list[Filled]


def tables_of(page: Page) -> tuple[list[Table], list[Char]]:
    """The tables of a page from top to bottom, and the characters outside them.

    A table without a character is a drawing and left out.
    """
    found = lattices(page.across, page.down)
    if not found:
        return [], page.chars
    owners = [one.owners() for one in found]
    chars: list[list[list[Char]]] = [[[] for _ in one.slots] for one in found]
    outside: list[Char] = []
    smallest = sorted(range(len(found)), key=lambda at: _area(found[at].box))
    tables = [(found[at].box, found[at], owners[at], chars[at]) for at in smallest]
    for char in page.chars:
        _, left, top, right, bottom, _ = char
        x, y = (left + right) / 2, (top + bottom) / 2
        for box, lattice, own, cells in tables:
            if box[0] <= x < box[2] and box[1] <= y < box[3]:
                cells[own[lattice.at(x, y)]].append(char)
                break
        else:
            outside.append(char)
    return [
        Table(
            one,
            [
                Filled(slot, one.box_of(slot), inside)
                for slot, inside in zip(one.slots, chars[at], strict=True)
            ],
        )
        for at, one in enumerate(found)
        if any(chars[at])
    ], outside


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


class Word(NamedTuple):
    """The text of a cell, as stretches on pages."""

    cell: Filled
    texts: list[tuple[int, Text]]


def words_of(page: int, table: Table, without: set[Char], beside_latin: float) -> list[Word]:
    """The cells of a table with their texts; characters of ``without`` do not count."""
    return [
        Word(
            cell,
            [
                (
                    page,
                    cell_text(
                        [char for char in cell.chars if char not in without]
                        if without
                        else cell.chars,
                        cell.box[0],
                        cell.box[2],
                        beside_latin,
                    ),
                )
            ],
        )
        for cell in table.cells
    ]


def mend(above: tuple[Table, list[Word]], below: tuple[Table, list[Word]]) -> None:
    """Put together what a page break cut: a row, or a label that reaches over it.

    ``below`` goes on from ``above``. A row is one when no line closes it, or when one half has the
    end of a label only and the other the numbers. The text moves to where the numbers are.
    """
    last = [word for word in above[1] if _reaches_end(above[0].lattice, word.cell.slot)]
    first = [word for word in below[1] if word.cell.slot.row == 0]
    pairs = [(one, _facing(one, first)) for one in last]
    halves = [(one, other) for one, other in pairs if other is not None]
    if not halves:
        return
    if _is_cut(above[0].lattice, below[0].lattice, halves, len(last) == len(first) == len(halves)):
        keep_above = _numbers(above[1], last) >= _numbers(below[1], first)
        for one, other in halves:
            _move(one, other, keep_above)
        return
    for one, other in halves:
        spans = one.cell.slot.rows > 1 or other.cell.slot.rows > 1
        if spans and _runs_on(one, other):
            _move(one, other, to_above=True)


def _reaches_end(lattice: Lattice, slot: Slot) -> bool:
    return slot.row + slot.rows == len(lattice.ys) - 1


def _facing(one: Word, others: Sequence[Word]) -> Word | None:
    """The cell of the same column on the other side of the page break."""
    left, _, right, _ = one.cell.box
    for other in others:
        box = other.cell.box
        if abs(box[0] - left) <= _ALIGNED and abs(box[2] - right) <= _ALIGNED:
            return other
    return None


def _is_cut(above: Lattice, below: Lattice, halves: list[tuple[Word, Word]], whole: bool) -> bool:
    if not whole:
        return False
    own = [(one, other) for one, other in halves if one.cell.slot.rows == other.cell.slot.rows == 1]
    both = [(one, other) for one, other in own if _text(one) and _text(other)]
    upper = sum(bool(_text(one)) for one, _ in own)
    lower = sum(bool(_text(other)) for _, other in own)
    if both:
        # A label on both sides, its numbers on one; where most are blank it may be but one.
        numbers = max(upper, lower) > 1 and len(own) > 2
        return len(both) == 1 == min(upper, lower) and numbers and _runs_on(*both[0])
    if above.open_bottom or below.open_top:
        return bool(upper and lower)
    # One half holds nothing where the other holds something: label here, numbers there.
    return upper + lower > 2 and min(upper, lower) == 1


def _text(word: Word) -> str:
    return word.texts[-1][1].text


def _runs_on(one: Word, other: Word) -> bool:
    """Whether the text of one cell fills its last line, and so may go on in the other."""
    (_, above), (_, below) = one.texts[-1], other.texts[-1]
    if not above.text or not below.text:
        return False
    last_line = [box for box in above.boxes if abs(box.top - above.boxes[-1].top) < 3]
    if len(last_line) < 2:
        return False
    left, _, right, _ = one.cell.box
    return is_full(Text(above.text[-len(last_line) :], last_line), below, left, right)


def _numbers(words: list[Word], row: list[Word]) -> int:
    return sum(bool(_text(word)) for word in row if word in words)


def _move(one: Word, other: Word, to_above: bool) -> None:
    """Give all the text of two halves to one of them."""
    whole = [text for text in (*one.texts, *other.texts) if text[1].text]
    if not whole:
        return
    target, emptied = (one, other) if to_above else (other, one)
    empty = [(page, Text("", [])) for page, _ in emptied.texts[-1:]]
    target.texts[:] = whole
    emptied.texts[:] = empty
