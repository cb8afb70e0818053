"""Which reports a rule is for, held against another rule's."""

from __future__ import annotations

from collections.abc import Collection

from lint_disclosure.rulepack.model import Rule, Years
from lint_disclosure.rulepack.years import overlap


def covers(one: Rule, other: Rule) -> bool:
    """Whether a rule is for every report that another is for."""
    return (
        _holds(one.years, other.years)
        and _wider(one.forms, other.forms)
        and _wider(one.kinds, other.kinds)
        and _wider(one.levels, other.levels)
    )


def meet(one: Rule, other: Rule) -> bool:
    """Whether there may be a report that both rules are for."""
    return (
        overlap(one.years, other.years)
        and _share(one.forms, other.forms)
        and _share(one.kinds, other.kinds)
        and _share(one.levels, other.levels)
    )


def _holds(one: Years, other: Years) -> bool:
    return (one.first or 0) <= (other.first or 0) and (other.last or 9999) <= (one.last or 9999)


def _wider(one: Collection[str], other: Collection[str]) -> bool:
    """Words that limit: none at all is all of them."""
    return not one or (bool(other) and set(other) <= set(one))


def _share(one: Collection[str], other: Collection[str]) -> bool:
    return not one or not other or not set(one).isdisjoint(other)
