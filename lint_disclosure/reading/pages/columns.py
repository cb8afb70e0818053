"""A table without ruling lines: lines cut at wide gaps, whose stretches stand in columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from lint_disclosure.reading.pages.lines import Text, TextLine, is_full, joined
from lint_disclosure.reading.pages.paragraphs import Placed

Columns = list[tuple[float, float]]
"""From where to where each column reaches."""

_LEAST_LINES = 3
_MOST_COLUMNS = 100
_ALIGNED = 0.5
"""Of the size: how far lines of a column may begin from each other."""

_PADDINGS = 12.0
"""Points that the cells of a table without lines may end before the margin."""


def columns_of(lines: Sequence[TextLine]) -> Columns | None:
    """The columns that the lines with most stretches stand in; None where they are not in line."""
    most = max(len(line.parts) for line in lines)
    full = [line for line in lines if len(line.parts) == most]
    if not 2 <= most <= _MOST_COLUMNS or len(lines) < _LEAST_LINES:
        return None
    columns = [
        (min(line.parts[at].left for line in full), max(line.parts[at].right for line in full))
        for at in range(most)
    ]
    for before, behind in itertools.pairwise(columns):
        if behind[0] <= before[1]:
            return None
    return columns


def places(line: TextLine, columns: Columns) -> list[int] | None:
    """The column of each stretch of a line; None where two would share one."""
    found: list[int] = []
    for part in line.parts:
        best = max(
            range(len(columns)),
            key=lambda at: min(part.right, columns[at][1]) - max(part.left, columns[at][0]),
        )
        if found and best <= found[-1]:
            return None
        found.append(best)
    return found


def wrapped(lines: Sequence[Placed]) -> list[Placed]:
    """The lines, those put together that are one row: the last column of it takes several lines.

    Such a line stands alone below the last stretch of a line that had no room for it.
    """
    found: list[Placed] = []
    above: Text | None = None
    for one in lines:
        part = one.line.parts[-1]
        if len(one.line.parts) > 1:
            above = part
        elif above is not None and found[-1].page == one.page and _hangs(one, above):
            row = found[-1].line
            *others, last = row.parts
            together = joined([last, part], last.left, last.left)
            line = row._replace(parts=[*others, together], bottom=one.line.bottom)
            found[-1] = found[-1]._replace(line=line)
            above = part
            continue
        else:
            above = None
        found.append(one)
    return found


def _hangs(one: Placed, above: Text) -> bool:
    part, size = one.line.parts[0], one.line.size
    return (
        abs(part.left - above.left) <= _ALIGNED * size
        and part.left > one.margins.left + size
        and is_full(above, part, above.left, one.margins.right - _PADDINGS)
    )
