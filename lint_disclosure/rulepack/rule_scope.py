"""Which reports a rule is for, held against another rule's."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from lint_disclosure.rulepack.model import BodyProfile, Rule, Years
from lint_disclosure.rulepack.years import overlap


def covers(one: Rule, other: Rule) -> bool:
    """Whether a rule is for every report that another is for."""
    return (
        _holds(one.years, other.years)
        and _wider(one.forms, other.forms)
        and _wider(one.kinds, other.kinds)
        and _wider(one.levels, other.levels)
        and _wider(one.functions, other.functions)
        and _wider(one.bodies, other.bodies)
    )


def meet(one: Rule, other: Rule) -> bool:
    """Whether there may be a report that both rules are for."""
    return (
        overlap(one.years, other.years)
        and _share(one.forms, other.forms)
        and _share(one.kinds, other.kinds)
        and _share(one.levels, other.levels)
        and _share(one.functions, other.functions)
        and _profiles_meet(one.bodies or (BodyProfile(),), other.bodies or (BodyProfile(),))
    )


def _profiles_meet(some: Sequence[BodyProfile], others: Sequence[BodyProfile]) -> bool:
    return any(all(map(_share, one, other)) for one in some for other in others)


def _holds(one: Years, other: Years) -> bool:
    return (one.first or 0) <= (other.first or 0) and (other.last or 9999) <= (one.last or 9999)


def _wider(one: Collection[object], other: Collection[object]) -> bool:
    """What limits: nothing at all lets everything through."""
    return not one or (bool(other) and set(other) <= set(one))


def _share(one: Collection[object], other: Collection[object]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)
