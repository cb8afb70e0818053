"""The grid frame: the cells of a broken equation, with row labels, column heads and letters.

The grid is drawn from the cells as they were read, so it lines up even where the table of the
source is ragged; the gutter keeps the real line numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.finding import Finding, Term
from lint_disclosure.place import Location
from lint_disclosure.render.equation import number
from lint_disclosure.render.style import SPAN, Paint
from lint_disclosure.render.width import clip, pad, text_width, visible, wrap
from lint_disclosure.render.words import Words

_RAW = 16
"""Cells given to what stands in a table cell; a longer remark is cut."""
_HEADS = (1000, 8, 4)
"""Widths to which column heads are broken, the first that fits; a short head is never broken."""
_SHORT_HEAD = 6
_LABEL = 16
"""Cells that a row label keeps when the grid has to shrink."""


class _Row(NamedTuple):
    """A row; ``line`` counts in the decoded text, ``number`` in the file, where it has lines."""

    label: str
    line: int | None
    number: int | None
    terms: dict[str, Term]


def grid_frame(
    finding: Finding, terms: Sequence[Term], gutter: int, width: int, paint: Paint, words: Words
) -> list[str]:
    """The rows and columns that take part, the operands marked and lettered."""
    rows = _rows(terms)
    columns = _columns(rows)
    heads, label_width, widths = _fit(rows, columns, width - gutter - 3)
    margin = paint("frame", f"{'':>{gutter}} |")
    out = [
        f"{margin} {_line('', label_width, head, widths, paint)}".rstrip()
        for head in _header_lines(heads, list(columns))
    ]
    for row in rows:
        cells = [pad(_raw(row.terms.get(key)), widths[key], right=True) for key in columns]
        styles = [_span_style(finding, row.terms.get(key)) for key in columns]
        front = paint("frame", f"{row.number or '':>{gutter}} |")
        label = clip(row.label, label_width)
        out.append(f"{front} {_line(label, label_width, cells, widths, paint, styles)}".rstrip())
        marks = _markers(row, label_width, widths, finding, paint, words, width - gutter - 3)
        out += [f"{margin} {line}" for line in marks]
    return out


def _rows(terms: Iterable[Term]) -> list[_Row]:
    """Rows in the order of the text; the line of a row is that of its first cell."""
    rows: dict[str, _Row] = {}
    for term in terms:
        line = term.location.line if term.location else None
        at = term.location.in_file if term.location else None
        number = at.line if at else None
        row = rows.setdefault(term.row, _Row(visible(term.row_label), line, number, {}))
        if line is not None and (row.line is None or line < row.line):
            rows[term.row] = row = row._replace(line=line, number=number)
        row.terms[term.column] = term
    known = [row.line for row in rows.values() if row.line is not None]
    return sorted(rows.values(), key=lambda row: row.line or max(known, default=0))


def _columns(rows: Iterable[_Row]) -> dict[str, str]:
    """Column keys and heads, in the order in which the text has them."""
    columns: dict[str, str] = {}
    for row in rows:
        for term in sorted(row.terms.values(), key=_position):
            columns.setdefault(term.column, visible(term.column_label))
    return columns


def _position(term: Term) -> tuple[int, int]:
    return (term.location.line, term.location.column) if term.location else (1 << 30, 0)


def _fit(
    rows: Sequence[_Row], columns: dict[str, str], room: int
) -> tuple[dict[str, list[str]], int, dict[str, int]]:
    """Heads broken over as few lines as the room allows, then row labels cut."""
    raw = {key: max(text_width(_raw(row.terms.get(key))) for row in rows) for key in columns}
    label_width = max(text_width(row.label) for row in rows)
    heads: dict[str, list[str]] = {}
    widths: dict[str, int] = {}
    for limit in _HEADS:
        heads = {
            key: [head] if text_width(head) <= _SHORT_HEAD else wrap(head, limit)
            for key, head in columns.items()
        }
        widths = {key: max(raw[key], *(text_width(line) for line in heads[key])) for key in columns}
        if label_width + sum(widths.values()) + 3 * len(widths) <= room:
            return heads, label_width, widths
    spare = room - sum(widths.values()) - 3 * len(widths)
    return heads, max(min(label_width, _LABEL), min(label_width, spare)), widths


def _header_lines(heads: dict[str, list[str]], columns: Sequence[str]) -> list[list[str]]:
    """The lines of the header; a short head stands on the last line."""
    height = max(len(lines) for lines in heads.values())
    return [
        [([""] * (height - len(heads[key])) + heads[key])[index] for key in columns]
        for index in range(height)
    ]


def _line(
    label: str,
    label_width: int,
    cells: Sequence[str],
    widths: dict[str, int],
    paint: Paint,
    styles: Sequence[str] | None = None,
) -> str:
    text = pad(label, label_width)
    for index, (cell, width) in enumerate(zip(cells, widths.values(), strict=True)):
        body = cell.lstrip(" ")
        filled = pad(cell, width, right=True)
        if styles and styles[index]:
            filled = filled[: len(filled) - len(body)] + paint(styles[index], body)
        text += f" | {filled}"
    return text


def _markers(
    row: _Row,
    label_width: int,
    widths: dict[str, int],
    finding: Finding,
    paint: Paint,
    words: Words,
    room: int,
) -> list[str]:
    """The line under a row: carets under the primary cell, dashes under the others.

    What the primary cell should be stands at its end, or where there is no room on a line below.
    """
    text, at, edge, below = "", 0, label_width, 0
    note = ""
    for key, width in widths.items():
        edge += 3 + width
        term = row.terms.get(key)
        if term is None:
            continue
        size = max(1, text_width(_raw(term)))
        primary = _is_primary(finding, term)
        mark = ("^" if primary else "-") * size + f" {term.letter}"
        text += " " * (edge - size - at) + paint(finding.severity if primary else "frame", mark)
        at = edge + 1 + len(term.letter)
        if not note and (note := _likely(finding, term, words)):
            below = edge - size
    if not note:
        return [text]
    if at + 2 + text_width(note) <= room:
        return [f"{text}  {note}"]
    return [text, " " * max(0, min(below, room - text_width(note))) + note]


def _raw(term: Term | None) -> str:
    return clip(visible(term.raw), _RAW) if term else ""


def _span_style(finding: Finding, term: Term | None) -> str:
    if term is None:
        return ""
    return SPAN[finding.severity] if _is_primary(finding, term) else "related_span"


def _is_primary(finding: Finding, term: Term) -> bool:
    return _same(finding.location, term.location)


def _same(one: Location | None, other: Location | None) -> bool:
    return one is not None and one == other


def _likely(finding: Finding, term: Term, words: Words) -> str:
    """What the likeliest repair would change in this cell."""
    repair = finding.repair
    if repair is None or repair.decided is None:
        return ""
    for change in repair.changes:
        if _same(change.location, term.location):
            return words.likely.format(letter=term.letter, after=number(change.after))
    return ""
