"""Put the sets of changes apart: what hangs together is one cause."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lint_disclosure.repair.model import Candidate, Cause, Changes, Undecided, Witness
from lint_disclosure.repair.slips import Layout, explain
from lint_disclosure.repair.structure import Structure


def causes(
    structure: Structure,
    broken: Sequence[int],
    sets: Sequence[Changes],
    patterns: Sequence[Candidate],
    layout: Layout,
    witnesses: Sequence[Witness],
    undecided: Undecided | None,
) -> list[Cause]:
    """One cause for each group of broken equalities that share a changed cell in some set.

    Cells of a set that share an equality belong together as well, broken or not: changed one by
    one they would break it. ``undecided`` says why the sets may not be all.
    """
    number = structure.number
    group_of = list(range(len(structure.equalities)))
    for changes in (*sets, *(one.changes for one in patterns)):
        for change in changes:
            own = [group_of[index] for _, index in structure.touched[number[change.cell]]]
            group_of = [own[0] if group in own else group for group in group_of]
    groups: dict[int, list[int]] = {}
    for index in broken:
        groups.setdefault(group_of[index], []).append(index)
    found = []
    for group, members in groups.items():
        # All sets of one group, whatever stands beside them.
        own_sets = dict.fromkeys(
            layout.in_order(
                change
                for change in changes
                if group_of[structure.touched[number[change.cell]][0][1]] == group
            )
            for changes in sets
        )
        for one in patterns:
            own_sets.pop(one.changes, None)
        candidates = [_candidate(one, structure, layout) for one in own_sets if one]
        ranked = _ranked([*patterns, *candidates], witnesses, layout)
        found.append(_decided(tuple(members), ranked, undecided))
    return found


def _candidate(changes: Changes, structure: Structure, layout: Layout) -> Candidate:
    sums = {structure.cells[index] for index in structure.sums}
    cost, slips = explain(changes, layout, sums)
    return Candidate(changes, cost, slips)


def _ranked(
    candidates: Iterable[Candidate], witnesses: Sequence[Witness], layout: Layout
) -> list[Candidate]:
    """What most witnesses speak for, then what needs the least slips, then the fewest changes.

    What is equal in all of this stands in the order of the table.
    """
    vouched = [one._replace(witnesses=_speaking(one, witnesses)) for one in candidates]
    return sorted(
        vouched,
        key=lambda one: (
            -len(one.witnesses),
            one.cost,
            len(one.changes),
            [layout.place(change.cell) for change in one.changes],
        ),
    )


def _speaking(candidate: Candidate, witnesses: Sequence[Witness]) -> tuple[Witness, ...]:
    """The witnesses for the new numbers of a candidate.

    A cell for which different numbers were stated has none, and who repeats the printed number
    says nothing about the others.
    """
    speaking = []
    for change in candidate.changes:
        about = [one for one in witnesses if one.cell == change.cell]
        if about and {one.value for one in about} == {change.after}:
            speaking.append(about[0])
    return tuple(speaking)


def _decided(
    broken: tuple[int, ...], ranked: Sequence[Candidate], undecided: Undecided | None
) -> Cause:
    if undecided is None and len(ranked) > 1:
        support = [len(one.witnesses) for one in ranked[:2]]
        if support[0] > support[1]:
            return Cause(broken, tuple(ranked), None, by_witness=True)
        undecided = "several"
    if not ranked and undecided is None:
        undecided = "too_many"
    return Cause(broken, tuple(ranked), undecided)
