"""What the words in front of a number mean together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.tokens import Token

_TIMES = ("now", "last", "next", "part", "sofar")
_SCENE = ("own", "area", "others", "other", "not", "noted", "carried")
_LISTING = ("among", "amidst", "altogether", "each", "respectively", "without")
_SPOILING = ("rough", "compared", "becomes")
_MODES = frozenset((*_TIMES, *_SCENE, *_LISTING, *_SPOILING))


def sets_scene(token: Token) -> bool:
    """Is it a word for time or place, or for nothing?"""
    return (
        token.kind == "word" and "and" not in token.meanings and _MODES.issuperset(token.meanings)
    )


class Phrase(NamedTuple):
    """The meanings of some tokens.

    ``groups`` are what 、 and 和 part, without the words that only set the scene; those are in
    ``modes``. ``understood``: every word is known. ``times`` are those that are left when 上年结转
    and the like have taken theirs.
    """

    groups: tuple[frozenset[str], ...]
    modes: frozenset[str]
    times: frozenset[str]
    understood: bool

    @property
    def meanings(self) -> frozenset[str]:
        """All meanings together."""
        return frozenset().union(*self.groups)

    def objects(self, grammar: Grammar) -> frozenset[str]:
        """What it speaks of."""
        return self.meanings & grammar.objects


NOTHING = Phrase((), frozenset(), frozenset(), True)


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
        for meaning in token.meanings:
            if meaning == "and":
                groups.append(set())
            elif meaning == "instance":
                groups = [set()]
                modes -= {"other"}
            elif meaning in _MODES and (meaning not in _TIMES or len(token.meanings) == 1):
                modes.add(meaning)
            else:
                groups[-1].add(meaning)
    times = modes.intersection(_TIMES)
    for group in groups:
        if "carry" in group:
            times -= _direction(group, times)
    return Phrase(
        tuple(frozenset(group) for group in groups if group),
        frozenset(modes - set(_TIMES)),
        frozenset(times),
        understood,
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
