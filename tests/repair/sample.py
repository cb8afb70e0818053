"""Small tables with sums: rows and columns of numbers, the last of each being the total."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_disclosure.repair.diagnose import diagnose
from lint_disclosure.repair.model import Bound, Candidate, Cause, Cell, Equality, Witness
from lint_disclosure.repair.slips import Layout
from lint_disclosure.repair.structure import structure


def sums(rows: int, columns: int) -> list[Equality]:
    """In each row and each column the last cell is the sum of the others."""
    lines = [[(f"r{row}", f"c{column}") for column in range(columns)] for row in range(rows)]
    lines += [[(f"r{row}", f"c{column}") for row in range(rows)] for column in range(columns)]
    return [Equality((*((1, cell) for cell in cells[:-1]), (-1, cells[-1])), 0) for cells in lines]


def table(text: str) -> dict[Cell, int]:
    """A table written out: a line a row, numbers with blanks between."""
    return {
        (f"r{row}", f"c{column}"): int(number)
        for row, line in enumerate(text.strip().splitlines())
        for column, number in enumerate(line.split())
    }


def layout(values: Mapping[Cell, int], *blank: Cell) -> Layout:
    """Rows and columns in the order of their numbers."""
    rows = {row: int(row[1:]) for row, _ in values}
    columns = {column: int(column[1:]) for _, column in values}
    return Layout(rows, columns, blank)


def causes_of(
    text: str,
    *,
    witnesses: Sequence[Witness] = (),
    bounds: Sequence[Bound] = (),
    equalities: Sequence[Equality] = (),
) -> list[Cause]:
    """The causes of what is wrong in a table with sums, and whatever else should hold in it."""
    values = table(text)
    rows = {row for row, _ in values}
    known = structure([*sums(len(rows), len(values) // len(rows)), *equalities])
    return diagnose(known, values, layout(values), bounds, witnesses)


def told(candidate: Candidate) -> dict[str, tuple[int, int]]:
    """What a candidate changes, briefly: ``{"r0 c1": (5, 6)}``."""
    return {" ".join(one.cell): (one.before, one.after) for one in candidate.changes}


def kinds(candidate: Candidate) -> list[str]:
    """The kinds of its slips."""
    return [slip.kind for slip in candidate.slips]
