"""What the words in front of a number mean together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.tokens import Token

_TIMES = frozenset(("now", "last", "next", "part", "sofar"))
_PLACING = frozenset(("area", "others", "own"))
_SCENE = ("own", "area", "others", "other", "not", "noted", "carried")
_LISTING = ("among", "amidst", "altogether", "each", "respectively", "without")
_SPOILING = ("rough", "compared", "becomes")
_MOST_GROUPS = 30
_MODES = frozenset((*_TIMES, *_SCENE, *_LISTING, *_SPOILING))


def sets_scene(token: Token) -> bool:
    """Is it a word for time or place, or for nothing?"""
    return (
        token.kind == "word" and "and" not in token.meanings and _MODES.issuperset(token.meanings)
    )


class Phrase(NamedTuple):
    """The meanings of some tokens.

    ``groups`` are what 、 and 和 part, without the words that only set the scene; those are in
    ``modes``. ``meanings`` are those of all groups. ``understood``: every word is known. ``times``
    are those that are left when 上年结转 and the like have taken theirs.
    """

    groups: tuple[frozenset[str], ...]
    meanings: frozenset[str]
    modes: frozenset[str]
    times: frozenset[str]
    understood: bool

    def objects(self, grammar: Grammar) -> frozenset[str]:
        """What it speaks of."""
        return self.meanings & grammar.objects


_NOTHING = frozenset[str]()
NOTHING = Phrase((), _NOTHING, _NOTHING, _NOTHING, True)


def phrase_of(tokens: Sequence[Token]) -> Phrase:
    """The phrase that some tokens make; numbers among them are passed over."""
    if not tokens:
        return NOTHING
    groups: list[set[str]] = [set()]
    modes: set[str] = set()
    understood = True
    for token in tokens:
        if token.kind == "unknown":
            understood = False
        meanings = token.meanings
        for meaning in meanings:
            if meaning == "and":
                groups.append(set())
            elif meaning == "instance":
                groups = [set()]
                modes.discard("other")
            elif meaning in _MODES and (len(meanings) == 1 or meaning not in _TIMES):
                modes.add(meaning)
            else:
                groups[-1].add(meaning)
    times = modes & _TIMES
    for group in groups:
        if "carry" in group:
            times -= _direction(group, times)
    kept = [frozenset(group) for group in groups if group]
    return Phrase(
        tuple(kept),
        kept[0] if len(kept) == 1 else _NOTHING.union(*kept),
        frozenset(modes - _TIMES) if modes else _NOTHING,
        frozenset(times) if times else _NOTHING,
        understood and len(groups) <= _MOST_GROUPS,
    )


def _direction(carried: set[str], times: Iterable[str]) -> set[str]:
    """Put to 结转 where from or where to; gives the times that are used up."""
    known = carried.intersection(("last", "next"))
    if not known:
        known = {one for one in times if one in ("last", "next")}
        if len(known) == 1:
            carried |= known
            return known | {"now"}
    return {"last", "next"}.intersection(times) if known else set()


def with_opening(phrase: Phrase, opening: Sequence[Token]) -> Phrase:
    """A phrase that is not understood, with time and place of the words that it opens with."""
    first = phrase_of(opening)
    modes = phrase.modes - _PLACING | first.modes & _PLACING
    return phrase._replace(times=first.times, modes=modes)


def joined(lead: Phrase, behind: Phrase, grammar: Grammar) -> tuple[Phrase | None, bool]:
    """The words before a number, with those behind it where these complete them.

    None: what stands behind it may change what is meant, and is not understood.
    """
    if lead.objects(grammar) or behind == NOTHING:
        return lead, False
    clear = behind.understood and behind.modes <= {"amidst", "each"} and not behind.times
    if not lead.meanings:
        return (behind._replace(modes=lead.modes), True) if clear else (None, False)
    if not clear:
        return None, False
    if not behind.meanings:
        return lead, False
    together = lead.meanings | behind.meanings
    return lead._replace(groups=(together,), meanings=together), True


def remark(phrase: Phrase, *, carried: bool) -> Sequence[str]:
    """What a remark in brackets adds to the words before it; ``carried``: 上年结转 is in it."""
    if carried:
        return () if "without" in phrase.modes else ("carried",)
    if phrase.times - {"now"}:
        return ("part",)
    if phrase.understood and not phrase.modes and len(phrase.groups) == 1:
        return tuple(phrase.meanings - {"request", "ask", "info"})
    return ("noted",)
