"""From the meanings of a phrase to the quantity that a number is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.report.claims.grammar import Grammar, Quantity, in_columns, summed
from lint_disclosure.report.claims.phrase import Phrase
from lint_disclosure.report.claims.scene import UNKNOWN, Scene
from lint_disclosure.report.model import Reading

APPLICANTS = "applicants"
_WHOLES = ("received", "accepted", "answered")


class Tied(NamedTuple):
    """A quantity with the readings that hold for it here; ``meanings`` are the words' own."""

    quantity: Quantity
    readings: tuple[Reading, ...]
    meanings: frozenset[str]


def tie_each(phrase: Phrase, scene: Scene) -> list[Tied | None]:
    """What each of the groups of a phrase is: 行政许可、行政处罚分别为…"""
    return [_tie(group, phrase, scene) for group in _shared(phrase.groups, scene.grammar)]


def tie(phrase: Phrase, scene: Scene) -> Tied | None:
    """What all of a phrase is: one quantity, or several that are counted together."""
    whole = _tie(phrase.meanings, phrase, scene)
    if whole is not None or len(phrase.groups) < 2:
        return whole
    several = tie_each(phrase, scene)
    known = [one for one in several if one is not None and not one.quantity.at_least]
    if len(known) < len(several) or len({one.quantity.key for one in known}) < len(known):
        return None
    readings = summed([one.readings for one in known])
    quantity = known[0].quantity._replace(specific=True)
    return Tied(quantity, readings, phrase.meanings) if readings else None


def _shared(groups: Sequence[frozenset[str]], grammar: Grammar) -> list[frozenset[str]]:
    """The groups, each with the object or the act that only another one names."""
    objects = frozenset().union(*groups) & grammar.objects
    acts = [group - grammar.objects for group in groups]
    found: list[frozenset[str]] = []
    for index, group in enumerate(groups):
        full = group
        if not group & grammar.objects and len(objects) == 1:
            full = full | objects
        if not acts[index]:
            near = [*reversed(acts[:index]), *acts[index + 1 :]]
            full = full | next((act for act in near if act), frozenset())
        found.append(full)
    return found


def _tie(meanings: frozenset[str], phrase: Phrase, scene: Scene) -> Tied | None:
    grammar = scene.grammar
    if "ask" in meanings:
        if "request" not in meanings:
            if not (scene.topic == "request" or scene.disclosure):
                return None
            meanings = meanings | {"request"}
        meanings -= {"ask"}
    applicants = meanings.intersection(grammar.applicants)
    if applicants:
        return _of_applicants(meanings, applicants, phrase, scene)
    named = bool(meanings & grammar.objects)
    quantity = grammar.said(meanings) if named else _taken_over(meanings, scene)
    if quantity is None and named and meanings <= grammar.objects and scene.act:
        quantity = grammar.said(meanings | scene.act)
    if quantity is None:
        return None
    if quantity.disclosure and not (scene.disclosure or meanings & {"info", "request"}):
        return None
    if "noted" in phrase.modes and not quantity.specific:
        return None
    readings = _within(quantity, phrase, scene, named=named)
    return Tied(quantity, readings, meanings) if readings else None


def _taken_over(meanings: frozenset[str], scene: Scene) -> Quantity | None:
    """The quantity when the object is that of the words before."""
    if scene.topic is None or scene.topic not in scene.grammar.objects:
        return None
    quantity = scene.grammar.said(meanings | {scene.topic})
    return None if quantity is None or (scene.broken and not quantity.specific) else quantity


def _within(
    quantity: Quantity, phrase: Phrase, scene: Scene, *, named: bool
) -> tuple[Reading, ...]:
    """The readings, if it can be a part of what the list is of; a list ends where one cannot."""
    whole = scene.whole_of
    if whole is None:
        return quantity.with_carried if "carried" in phrase.modes else quantity.readings
    if whole.key in quantity.within:
        return quantity.within_readings
    if "among" in phrase.modes or not named or quantity.key == whole.key:
        return ()
    scene.whole_of = None
    return quantity.readings


def _of_applicants(
    meanings: frozenset[str], applicants: frozenset[str], phrase: Phrase, scene: Scene
) -> Tied | None:
    """A number of requests of some applicants: 自然人申请89件."""
    grammar, whole = scene.grammar, scene.whole_of
    rest = meanings - applicants
    bare = rest <= {"request", "info"}
    if whole is UNKNOWN or not (scene.topic == "request" or "request" in rest):
        return None
    base: Quantity | None
    if bare:
        base = whole or scene.whole or grammar.quantity(_WHOLES[0])
        readings = (*base.readings, *base.with_carried) if base else ()
    else:
        tied = _tie(rest, phrase, scene)
        base, readings = (tied.quantity, tied.readings) if tied else (None, ())
    columns = [column for one in sorted(applicants) for column in grammar.applicants[one]]
    found = in_columns(tuple(dict.fromkeys(readings)), columns)
    if base is None or not found or any(table != "requests" for _, table, *_ in found[0].terms):
        return None
    return Tied(Quantity(APPLICANTS, found, found, found, frozenset(), True), found, meanings)
