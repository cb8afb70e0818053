"""The prose frame: source lines with carets, in display cells, under what a finding is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise, zip_longest
from typing import NamedTuple

from lint_disclosure.finding import Finding, Related
from lint_disclosure.place import LineSpan, Location, Source
from lint_disclosure.render.style import SPAN, Paint
from lint_disclosure.render.width import BEFORE, Shown, char_width, cut_line, text_width, visible

_MAX_RELATED_LINES = 6
"""Lines with related places that a frame shows; the places on others are only counted."""

_MAX_LINES = 4
"""Lines of one span that are shown: the first ones and the last."""


class Mark(NamedTuple):
    """A stretch of one line, 0-based and end exclusive, with what to write beside it.

    ``name`` is written when there is no ``label`` and nothing else is marked on the line.
    """

    line: int
    start: int
    end: int
    primary: bool
    label: str = ""
    name: str = ""


def marks(finding: Finding, source: Source) -> list[Mark]:
    """What the frame of a finding marks, in the order of the text."""
    found: list[Mark] = []
    terms = operands(finding)
    for location, letter in terms.items():
        found += _marks(source, location, location == finding.location, letter)
    if finding.location is not None and finding.location not in terms:
        found += _marks(source, finding.location, True, "")
    for related in framed(finding):
        if related.location is not None:
            label, name = _label(related, source)
            found += _marks(source, related.location, False, label, name)
    alone = Counter(mark.line for mark in found)
    found = [
        mark._replace(label=mark.label or mark.name) if alone[mark.line] == 1 else mark
        for mark in found
    ]
    return sorted(found, key=lambda mark: (mark.line, mark.start, not mark.primary))


def operands(finding: Finding) -> dict[Location, str]:
    """Where the operands of the equation stand, and their letters."""
    if finding.equation is None:
        return {}
    terms = finding.equation.left + finding.equation.right
    return {term.location: term.letter for term in terms if term.location is not None}


def apart(finding: Finding) -> list[Related]:
    """The related places that are no operands."""
    terms = operands(finding)
    return [related for related in finding.related if related.location not in terms]


def framed(finding: Finding) -> list[Related]:
    """The related places that the frame shows: all of a line, up to a number of lines."""
    lines: set[int] = set()
    found = []
    for related in apart(finding):
        if related.location is None:
            continue
        lines.add(related.location.line)
        if len(lines) > _MAX_RELATED_LINES:
            break
        found.append(related)
    return found


def prose_frame(
    finding: Finding, source: Source, shown: Sequence[Mark], gutter: int, width: int, paint: Paint
) -> list[str]:
    """The source lines with the marks under them, each line behind a gutter of ``gutter`` cells."""
    room = width - gutter - 3
    out: list[str] = []
    last_line = 0
    for line, on_line in groupby(shown, key=lambda mark: mark.line):
        if last_line and line == last_line + 2:
            between = cut_line(source.line_text(line - 1), 0, 0, room).text
            number = source.line_number(line - 1) or ""
            out.append(f"{paint('frame', f'{number:>{gutter}} |')} {between}".rstrip())
        elif last_line and line > last_line + 1:
            out.append(paint("frame", "..."))
        last_line = line
        text = source.line_text(line)
        for cluster in _clusters(text, list(on_line), room):
            start = min(mark.start for mark in cluster)
            drawn = cut_line(text, start, max(mark.end for mark in cluster), room)
            number = paint("frame", f"{source.line_number(line) or '':>{gutter}} |")
            out.append(f"{number} {_painted(drawn, cluster, finding, paint)}".rstrip())
            margin = paint("frame", f"{'':>{gutter}} |")
            out += [f"{margin} {row}" for row in _rows(text, drawn, cluster, finding, paint)]
    return out


def _label(related: Related, source: Source) -> tuple[str, str]:
    """What to write beside a related place: nothing that the marked text says already."""
    at = related.location
    marked = ""
    if at is not None and at.line == at.end_line:
        marked = "".join(source.line_text(at.line)[at.column - 1 : at.end_column - 1].split())
    label = "" if "".join(related.message.split()) == marked else visible(related.message)
    name = "" if marked and marked in related.locator else visible(related.locator)
    return label, name


def _marks(
    source: Source, location: Location, primary: bool, label: str, name: str = ""
) -> list[Mark]:
    spans = location.parts or (LineSpan(*location[:4]),)
    pieces = [piece for span in spans for piece in _pieces(source, span)]
    if len(pieces) > _MAX_LINES:
        pieces = [*pieces[: _MAX_LINES - 1], pieces[-1]]
    *first, last = [Mark(*piece, primary) for piece in pieces]
    return [*first, last._replace(label=label, name=name)]


def _pieces(source: Source, span: LineSpan) -> Iterator[tuple[int, int, int]]:
    """The part of each line that a span covers, without the blanks at its turns."""
    if span.line == span.end_line:
        yield span.line, span.column - 1, span.end_column - 1
        return
    found = False
    for line in range(span.line, span.end_line + 1):
        text = source.line_text(line)
        start = span.column - 1 if line == span.line else len(text) - len(text.lstrip())
        end = span.end_column - 1 if line == span.end_line else len(text.rstrip())
        if start < end:
            found = True
            yield line, start, end
    if not found:
        yield span.line, span.column - 1, span.column - 1


def _clusters(text: str, on_line: list[Mark], room: int) -> Iterator[list[Mark]]:
    """Marks of one line that fit into one view of it; a very long line is shown more than once."""
    cluster: list[Mark] = []
    for mark in on_line:
        if cluster:
            between = text[cluster[0].start : mark.end]
            fits = len(between) <= room and sum(map(char_width, between)) <= room - 2 * BEFORE
            if len(text) > room // 2 and not fits:
                yield cluster
                cluster = []
        cluster.append(mark)
    yield cluster


def _style(mark: Mark, finding: Finding) -> str:
    return SPAN[finding.severity] if mark.primary else "related_span"


def _painted(drawn: Shown, cluster: Sequence[Mark], finding: Finding, paint: Paint) -> str:
    if not paint.on:
        return drawn.text
    text, at = "", 0
    for mark in cluster:
        start, end = drawn.offset(mark.start), drawn.offset(mark.end)
        if start >= at:
            text += drawn.text[at:start] + paint(_style(mark, finding), drawn.text[start:end])
            at = end
    return text + drawn.text[at:]


def _rows(
    text: str, drawn: Shown, cluster: Sequence[Mark], finding: Finding, paint: Paint
) -> list[str]:
    """The line of carets, with the last label behind it, and a line for each further label."""
    cells: list[tuple[int, int, Mark]] = []
    for mark in cluster:
        cell = drawn.cell(_base(text, mark.start))
        cells.append((cell, max(cell + 1, drawn.cell(mark.end)), mark))
    row, below = _carets(cells, finding, paint)
    rows = [row]
    while below:
        cell, mark = below.pop()
        bars = "".join(
            f"{'|':>{at - before}}" for before, at in pairwise([-1, *(c for c, _ in below)])
        )
        rows.append(f"{bars:<{cell}}{paint(_plain(mark, finding), mark.label)}")
    return rows


def _carets(
    cells: list[tuple[int, int, Mark]], finding: Finding, paint: Paint
) -> tuple[str, list[tuple[int, Mark]]]:
    """The line of carets, and the labels that find no room between them."""
    row, at = "", 0
    below: list[tuple[int, Mark]] = []
    for (start, end, mark), after in zip_longest(cells, cells[1:]):
        limit = after[0] if after else 1 << 30
        first, end = max(start, at), min(end, max(limit, start))
        text = ("^" if mark.primary else "-") * (end - first)
        if mark.label and end + text_width(mark.label) + 2 <= limit:
            text += f" {mark.label}"
        elif mark.label:
            below.append((start, mark))
        if text:
            row += " " * (first - at) + paint(_plain(mark, finding), text)
            at = first + text_width(text)
    return row, below


def _plain(mark: Mark, finding: Finding) -> str:
    return finding.severity if mark.primary else "frame"


def _base(text: str, index: int) -> int:
    """The character that a combining one stands on: a caret goes under both."""
    while 0 < index < len(text) and text[index] != "\t" and char_width(text[index]) == 0:
        index -= 1
    return index
