"""Cut the lines of a table into a stream of cells, however the table ended up as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from lint_disclosure.document import Line
from lint_disclosure.report.folding import bare
from lint_disclosure.report.model import CellState
from lint_disclosure.report.values import classify

_GAP = re.compile(r" {2,}")
_VALUE = r"(?:[+-]{0,2}\d[\d,.]{0,20}(?:[ ]?\([^()]{1,60}\))?|[-/])"
_VALUES = re.compile(rf"{_VALUE}(?!\S)")
_TRAILING_VALUES = re.compile(rf"(.*?[^\s\d,.+/-])\s+({_VALUE}(?:\s+{_VALUE})*)")
_ONLY_VALUES = re.compile(rf"{_VALUE}(?:\s+{_VALUE})+")
_LONGEST_LABEL = 240


class Token(NamedTuple):
    """A cell, or a piece of one. ``state`` is None for words that are no value.

    ``hard`` when separators mark it off; ``joins`` when only a line break parts it from the next
    token, so that the two may be one cell.
    """

    text: str
    start: int
    end: int
    line: int
    hard: bool
    joins: bool
    state: CellState | None


_new = tuple.__new__
"""Makes a named tuple in half the time; for the cells of tables, of which there are hundreds."""


def tokenise(lines: Sequence[Line], first: int, last: int, folded: str) -> list[Token]:
    """The tokens of ``lines[first:last]``; running text counts as one token a line."""
    tokens: list[Token] = []
    closed = False
    for number in range(first, last):
        line = lines[number]
        if line.cells is None:
            _running(tokens, line, number, folded)
            closed = False
            continue
        cells, covered, unread = line.cells, line.covered, line.unread
        skip_first = line.opens and not closed
        if skip_first and tokens and tokens[-1].joins:
            tokens[-1] = tokens[-1]._replace(joins=False)
        last_cell = len(cells) - 1
        for position in range(1 if skip_first else 0, last_cell if line.closes else last_cell + 1):
            start, end = cells[position]
            # Between a bar that ends a line and one that begins the next there may be a blank cell
            # or nothing: such a blank counts to the line before, where it can only be padding.
            owner = number - 1 if position == 0 and line.opens else number
            text, state = _content(folded[start:end])
            if position in covered:
                state = "absent"
            elif position in unread:
                state = "unread"
            cell = (text, start, end, owner, True, position == last_cell, state)
            tokens.append(_new(Token, cell))
        if line.opens and not skip_first and line.closes and not _framed(lines[first:last]):
            _keep_first_blank(tokens, len(cells) - 1, number)
        closed = line.closes
    return tokens


def _framed(lines: Iterable[Line]) -> bool:
    """Whether a separator that opens a line is the frame of the table, not an empty cell's end."""
    return all(line.opens for line in lines if line.closes)


def _keep_first_blank(tokens: list[Token], count: int, number: int) -> None:
    """Give a blank at the start of a line of values to that line; it is no padding."""
    first = tokens[-count]
    if all(token.state is not None for token in tokens[-count:]):
        tokens[-count] = first._replace(line=number)


@lru_cache(maxsize=4096)
def _content(folded: str) -> tuple[str, CellState | None]:
    """A value as it is, or bare words; the labels and small numbers of most cells come again."""
    state = classify(folded)
    return (folded, state) if state else (bare(folded), None)


def _running(tokens: list[Token], line: Line, number: int, folded: str) -> None:
    """Tokens of a line without separators: runs of blanks part cells, numbers part from labels."""
    text = folded[line.start : line.end]
    if len(text) > _LONGEST_LABEL:
        tokens.append(Token(bare(text), line.start, line.end, number, False, False, None))
    elif "  " in text:
        at = line.start
        for piece in _GAP.split(text):
            start = folded.index(piece, at)
            at = start + len(piece)
            _piece(tokens, piece, start, number)
    else:
        _piece(tokens, text, line.start, number)


def _piece(tokens: list[Token], piece: str, start: int, number: int) -> None:
    """The tokens of a run without wide gaps: a label, values, or a label and values behind it."""
    text, state = _content(piece)
    if state is None and " " in piece:
        match = _TRAILING_VALUES.fullmatch(piece)
        if match:
            label_end = start + match.end(1)
            tokens.append(Token(bare(match[1]), start, label_end, number, False, False, None))
            _values(tokens, match[2], start + match.start(2), number)
            return
        if _ONLY_VALUES.fullmatch(piece):
            _values(tokens, piece, start, number)
            return
    if state != "blank":
        tokens.append(Token(text, start, start + len(piece), number, False, True, state))


def _values(tokens: list[Token], text: str, start: int, number: int) -> None:
    for match in _VALUES.finditer(text):
        word = match.group()
        begin = start + match.start()
        end = begin + len(word)
        tokens.append(Token(word, begin, end, number, False, False, classify(word) or "text"))
