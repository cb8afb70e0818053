"""The plain values of a diagnosis: what should hold, what was found, what would mend it."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

Cell = tuple[str, str]
"""Row and column of a cell in its table."""

SlipKind = Literal[
    "swapped_digits",
    "doubled_digit",
    "lost_digit",
    "extra_digit",
    "tenfold",
    "wrong_digit",
    "off_by_one",
    "left_blank",
    "split_digits",
    "swapped_cells",
    "one_off",
    "shifted_row",
    "shifted_column",
    "copied_row",
    "copied_column",
]
"""How a typist errs. What is none of these has no kind."""

Undecided = Literal["several", "too_many", "no_time", "entangled"]
"""Why nothing is called most likely.

``several`` sets explain it equally well; ``too_many`` cells would have to change; ``no_time`` was
left to look; ``entangled`` relations do not show which cell it is.
"""


class Equality(NamedTuple):
    """The sum of the terms (coefficient and cell) is the constant."""

    terms: tuple[tuple[int, Cell], ...]
    constant: int


class Bound(NamedTuple):
    """A relation that is no equality: a repair may not break it, but need not mend it."""

    terms: tuple[tuple[int, Cell], ...]
    operator: str
    constant: int


class Change(NamedTuple):
    """A cell, the number that stands there, and the one that would satisfy the relations."""

    cell: Cell
    before: int
    after: int


Changes = tuple[Change, ...]


class Witness(NamedTuple):
    """A number that was stated for a cell elsewhere; ``source`` is handed through."""

    cell: Cell
    value: int
    source: Any


class Slip(NamedTuple):
    """A slip of the pen that explains some of the changes."""

    kind: SlipKind
    cells: tuple[Cell, ...]


class Candidate(NamedTuple):
    """A set of changes that satisfies every relation, and what speaks for it.

    ``cost`` is low for what easily happens to a typist: about the number of slips.
    """

    changes: Changes
    cost: float
    slips: tuple[Slip, ...] = ()
    witnesses: tuple[Witness, ...] = ()


class Cause(NamedTuple):
    """Broken equalities (by number) that the same changes mend.

    ``candidates`` stand in order, the likeliest first. ``undecided`` is None where the first is
    the most likely: the only smallest set, or with ``by_witness`` the one that is vouched for.
    """

    broken: tuple[int, ...]
    candidates: tuple[Candidate, ...]
    undecided: Undecided | None
    by_witness: bool = False
