"""From the meanings of a phrase to the quantity that a number is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.report.claims.grammar import Grammar, Quantity, in_columns, summed
from lint_disclosure.report.claims.phrase import Phrase
from lint_disclosure.report.claims.scene import UNKNOWN, Scene
from lint_disclosure.report.model import Reading

APPLICANTS = "applicants"
WHOLES = ("received", "accepted", "answered")
_WORK = frozenset(("request", "info"))
_COMING_IN = ("received", "accepted")
_NEAR_THE_REST = (".public_interest_org", ".legal_service_org")


class Tied(NamedTuple):
    """A quantity with the readings that hold for it here; ``meanings`` are the words' own."""

    quantity: Quantity
    readings: tuple[Reading, ...]
    meanings: frozenset[str]

    @property
    def clear(self) -> bool:
        """Is it clear by itself, also in a list whose verb was not understood?"""
        return self.quantity.specific or self.quantity.key == "answered"


def tie_each(phrase: Phrase, scene: Scene) -> list[Tied | None]:
    """What each of the groups of a phrase is: 行政许可、行政处罚分别为…"""
    return [_tie(group, phrase, scene) for group in shared(phrase.groups, scene.grammar)]


def tie(phrase: Phrase, scene: Scene, *, joined: bool = False) -> list[Tied]:
    """What all of a phrase is: one quantity, several counted together, or two that are equal.

    ``joined``: 、 joins it to the number before, whose verb may hold here too.
    """
    meanings = phrase.meanings
    whole = _tie(meanings, phrase, scene, joined=joined) if meanings else None
    if whole is not None:
        return [whole]
    if not meanings:
        return []
    equal = _both(meanings, phrase, scene)
    if equal or len(phrase.groups) < 2:
        return equal
    several = tie_each(phrase, scene)
    known = [one for one in several if one is not None and not one.quantity.at_least]
    if len(known) < len(several) or len({one.quantity.key for one in known}) < len(known):
        return []
    readings = summed([one.readings for one in known])
    return [Tied(known[0].quantity, readings, meanings)] if readings else []


def _both(meanings: frozenset[str], phrase: Phrase, scene: Scene) -> list[Tied]:
    """收到并办结5件: two quantities that are the same number."""
    objects = meanings & scene.grammar.objects
    acts = meanings - objects - {"ask", "info"}
    beside = meanings - acts
    if len(acts) != 2 or "answer" not in acts:
        return []
    found = [_tie(beside | {act}, phrase, scene) for act in sorted(acts, reverse=True)]
    known = [one for one in found if one is not None and one.quantity.key in WHOLES]
    return known if len(known) == 2 else []


def altogether(scene: Scene) -> list[Tied]:
    """新收35件,上年结转2件,共37件."""
    accepted = scene.grammar.quantity("accepted")
    if accepted is None or set(scene.told[-2:]) != {"received", "carried_in"}:
        return []
    return [Tied(accepted, accepted.with_carried[:1], frozenset(("accept", "request")))]


def shared(groups: Sequence[frozenset[str]], grammar: Grammar) -> list[frozenset[str]]:
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


def _tie(
    meanings: frozenset[str], phrase: Phrase, scene: Scene, *, joined: bool = False
) -> Tied | None:
    grammar = scene.grammar
    applicants = meanings.intersection(grammar.applicants)
    if "rest" in applicants and not _after_applicants(scene):
        applicants -= {"rest"}
    if "ask" in meanings:
        if "request" not in meanings:
            known = scene.topic == "request"
            if not known and (scene.topic is not None or not (scene.disclosure or applicants)):
                return None
            meanings = meanings | {"request"}
        meanings -= {"ask"}
    if applicants:
        rest = meanings - applicants
        if joined and rest <= _WORK:
            rest |= scene.act
        return _of_applicants(rest, applicants, phrase, scene)
    quantity, named = _said(meanings, scene, joined=joined)
    if quantity is None:
        return None
    if not meanings & _WORK and quantity.disclosure and (scene.reviews or not scene.disclosure):
        return None
    afresh = phrase.times & {"now"} or phrase.modes & {"own"}
    if scene.told[-1:] == [""] and meanings <= grammar.objects | _WORK and not afresh:
        return None
    if "noted" in phrase.modes and not quantity.specific:
        return None
    readings = _within(quantity, phrase, scene, named=named)
    if scene.columns and quantity.key != APPLICANTS:
        readings = in_columns(readings, scene.columns)
    return Tied(quantity, readings, meanings) if readings else None


def _said(meanings: frozenset[str], scene: Scene, *, joined: bool) -> tuple[Quantity | None, bool]:
    """The quantity, and whether its object is named here or taken over from before."""
    grammar = scene.grammar
    if meanings & grammar.objects:
        plain = grammar.said(meanings)
        if scene.act and meanings <= grammar.objects | {"ruling"} and (joined or plain is None):
            return grammar.said(meanings | scene.act) or plain, True
        return plain, True
    if meanings <= _WORK:
        return None, False
    if "carry" in meanings and not meanings & {"last", "next"}:
        return _carried(meanings, scene), False
    topic = "request" if scene.topic is None else scene.topic
    if topic not in grammar.objects:
        return None, False
    quantity = grammar.said(meanings | {topic})
    if quantity is None or ((scene.broken or scene.topic is None) and not quantity.specific):
        return None, False
    return quantity, False


def _carried(meanings: frozenset[str], scene: Scene) -> Quantity | None:
    """A bare 结转: carried out when it follows what was answered; else it may be either."""
    last = scene.last
    if last is None or scene.topic != "request" or not meanings <= {"carry", "request"}:
        return None
    carried_in = scene.grammar.quantity("carried_in")
    carried_out = scene.grammar.quantity("carried_out")
    if last.key in _COMING_IN and carried_in and carried_out:
        return carried_in._replace(
            readings=(*carried_in.readings, *carried_out.readings),
            within_readings=(*carried_in.readings, *carried_out.readings),
        )
    return carried_out if last.key == "answered" or "granted" in last.key else None


def _after_applicants(scene: Scene) -> bool:
    """Is 其他 the last of the applicants: does it follow one of the rarer kinds?"""
    last = scene.last
    if last is None or last.key != APPLICANTS:
        return False
    return last.readings[0].text.endswith(_NEAR_THE_REST) and len(last.columns) == 1


def _within(
    quantity: Quantity, phrase: Phrase, scene: Scene, *, named: bool
) -> tuple[Reading, ...]:
    """The readings, if it can be a part of what the list is of; a list ends where one cannot."""
    whole = scene.whole_of
    if whole is None:
        if quantity.part:
            return ()
        return quantity.with_carried if "carried" in phrase.modes else quantity.readings
    if whole.key in quantity.within:
        return quantity.within_readings
    if "among" in phrase.modes or not named or quantity.key == whole.key:
        return ()
    scene.whole_of = None
    return quantity.readings


def _of_applicants(
    rest: frozenset[str], applicants: frozenset[str], phrase: Phrase, scene: Scene
) -> Tied | None:
    """A number of requests of some applicants: 自然人申请89件."""
    grammar, whole = scene.grammar, scene.whole_of
    if whole is UNKNOWN or not (scene.topic in (None, "request") or "request" in rest):
        return None
    base: Quantity | None
    if rest <= _WORK:
        base = whole or scene.whole or grammar.quantity(WHOLES[0])
        readings = (*base.readings, *base.with_carried) if base else ()
    else:
        tied = _tie(rest, phrase, scene)
        base, readings = (tied.quantity, tied.readings) if tied else (None, ())
    columns = tuple(column for one in sorted(applicants) for column in grammar.applicants[one])
    found = in_columns(tuple(dict.fromkeys(readings)), columns)
    if base is None or not found or any(table != "requests" for _, table, *_ in found[0].terms):
        return None
    quantity = Quantity(APPLICANTS, found, found, found, frozenset(), True, columns=columns)
    return Tied(quantity, found, rest)
