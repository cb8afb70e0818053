"""A table without ruling lines: lines cut at wide gaps, whose stretches stand in columns."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from lint_disclosure.reading.pages.lines import TextLine

Columns = list[tuple[float, float]]
"""From where to where each column reaches."""

_LEAST_LINES = 3
_MOST_COLUMNS = 100


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
