"""Words that a text must hold for a regular expression to match it.

Looking for a word takes a fraction of the time of a search with a pattern, and most patterns of
most rules match nothing in most reports: with these words they need not even be compiled.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from lint_disclosure.rulepack.pattern_ways import inside

MOST_EXPANDED = 256
MOST_WORDS = 48
_MOST_FACTORS = 2
_MOST_REPEATS = 3
_NO_FREQUENCIES: Mapping[str, int] = {}

# re._parser has no type stubs; its tree is a list of (opcode, argument).
_PARSER: Any = re._parser  # type: ignore[attr-defined]

_ZERO_WIDTH = ("AT", "ASSERT", "ASSERT_NOT")
_REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")
_CONDITIONS = (*_ZERO_WIDTH, "POSSESSIVE_REPEAT", "ATOMIC_GROUP")

Words = frozenset[str]
_NOTHING: Words = frozenset([""])
Groups = list[list[str]]
"""Words by what they have in common: ``[["示", "批示", "请批示", "妥否批示"], …]``."""


def needles(pattern: str, frequencies: Mapping[str, int] = _NO_FREQUENCIES) -> list[Any] | None:
    """``[exact, groups, …]``: a match holds a word of each list of groups; None if none is known.

    ``exact``: the pattern is nothing but these words. ``frequencies`` tell how common characters
    are, so that words are looked for by the rarest one.
    """
    exact, factors = _all_words(pattern)
    return [exact, *(_grouped(factor, frequencies) for factor in factors)] if factors else None


@lru_cache(maxsize=1024)
def _all_words(pattern: str) -> tuple[bool, tuple[Words, ...]]:
    """Whether the pattern is nothing but words, and sets of which a match holds a word each."""
    tree = _PARSER.parse(pattern)
    if tree.state.flags & re.IGNORECASE:
        return False, ()
    words = _expanded(tree)
    if words and "" not in words and len(words) <= MOST_WORDS and not _has_conditions(tree):
        return True, (_shortest(words),)
    factors = sorted(set(_factors(tree)), key=_worth, reverse=True)[:_MOST_FACTORS]
    return False, tuple(factors)


def all_texts(pattern: str) -> frozenset[str] | None:
    """Everything that a pattern can match, if that is few words and nothing depends on context."""
    tree = _PARSER.parse(pattern)
    if tree.state.flags & re.IGNORECASE or _has_conditions(tree):
        return None
    return _expanded(tree)


def depends_on_context(pattern: str) -> bool:
    """Whether what stands around a match decides on it: look-arounds and ends."""
    return _has_conditions(_PARSER.parse(pattern))


def _worth(words: Words) -> tuple[float, list[str]]:
    """Long words and few of them are best."""
    return min(map(len, words)) - len(words) / 8, sorted(words)


def _factors(sequence: Any) -> Iterator[Words]:
    """Sets of words of which any match of the sequence holds one: the best of each run."""
    for run in _runs(sequence):
        usable = [found for words in run for found in _usable(words)]
        if usable:
            yield max(usable, key=_worth)


def _runs(sequence: Any) -> Iterator[list[Words]]:
    """Stretches that have few texts: those of the first node, of the first two, and so on."""
    run = [_NOTHING]
    for opcode, argument in sequence:
        piece = _texts(str(opcode), argument)
        joined = _product(run[-1], piece) if piece is not None else None
        if joined is not None:
            run.append(joined)
            continue
        yield run
        run = [piece or _NOTHING]
        if piece is None:
            yield from ([words] for words in _inner_factors(str(opcode), argument))
    yield run


def _inner_factors(name: str, argument: Any) -> Iterator[Words]:
    """The factors of a node that has no finite number of texts."""
    if name == "BRANCH":
        best = [max(_factors(branch), key=_worth, default=None) for branch in argument[1]]
        if all(words is not None for words in best):
            yield from _usable(frozenset().union(*(words for words in best if words)))
    elif name in ("SUBPATTERN", "ATOMIC_GROUP") or (name in _REPEATS and argument[0] > 0):
        for inner in inside(name, argument):
            yield from _factors(inner)


def _usable(words: Words) -> Iterator[Words]:
    if "" not in words:
        shortest = _shortest(words)
        if len(shortest) <= MOST_WORDS:
            yield shortest


def _shortest(words: Words) -> Words:
    """The words without those that hold another of them."""
    return frozenset(
        word for word in words if not any(other in word for other in words if other != word)
    )


def _expanded(sequence: Iterable[Any]) -> Words | None:
    """All the texts that a sequence can match, if they are few."""
    found: Words | None = _NOTHING
    for opcode, argument in sequence:
        piece = _texts(str(opcode), argument)
        found = _product(found, piece) if found is not None and piece is not None else None
        if found is None:
            return None
    return found


def _texts(name: str, argument: Any) -> Words | None:
    if name == "LITERAL":
        return frozenset([chr(argument)])
    if name in _ZERO_WIDTH:
        return _NOTHING
    if name == "IN":
        return _members(argument)
    if name == "SUBPATTERN":
        return None if argument[1] or argument[2] else _expanded(argument[3])
    if name == "BRANCH":
        branches = [_expanded(branch) for branch in argument[1]]
        return _union(branches)
    if name in _REPEATS and argument[1] <= _MOST_REPEATS:
        least, most, body = argument
        return _union([_expanded(list(body) * times) for times in range(least, most + 1)])
    return None


def _members(items: Sequence[Any]) -> Words | None:
    """The characters of a set that names each of them, or short ranges."""
    found: set[str] = set()
    for opcode, argument in items:
        if str(opcode) == "LITERAL":
            found.add(chr(argument))
        elif str(opcode) == "RANGE" and argument[1] - argument[0] < MOST_WORDS:
            found.update(map(chr, range(argument[0], argument[1] + 1)))
        else:
            return None
    return frozenset(found)


def _product(left: Words, right: Words) -> Words | None:
    if len(left) * len(right) > MOST_EXPANDED:
        return None
    return frozenset(a + b for a in left for b in right)


def _union(parts: Sequence[Words | None]) -> Words | None:
    known = [part for part in parts if part is not None]
    whole = frozenset().union(*known)
    return whole if len(known) == len(parts) and len(whole) <= MOST_EXPANDED else None


def _has_conditions(sequence: Any) -> bool:
    """Does a match depend on what stands around it?"""
    return any(
        str(opcode) in _CONDITIONS
        or any(_has_conditions(inner) for inner in inside(str(opcode), argument))
        for opcode, argument in sequence
    )


def _grouped(words: Words, frequencies: Mapping[str, int]) -> Groups:
    """The words by what several of them hold: a character that is rare, else two that they share.

    A group is a character, a common part or nothing, and the words.
    """
    left = set(words)
    groups: Groups = []
    while left:
        key = _key(left, frequencies)
        found = sorted(word for word in left if key in word)
        rarest = min(key, key=lambda char: (frequencies.get(char, 0), char))
        groups.append([rarest, key if len(found) > 1 and len(key) > 1 else "", *found])
        left.difference_update(found)
    return groups


def _key(words: set[str], frequencies: Mapping[str, int]) -> str:
    """A part that says much and that as many of the words as possible hold."""
    cover: dict[str, int] = {}
    for word in words:
        pairs = {word[at : at + 2] for at in range(max(1, len(word) - 1))}
        for part in {*pairs, *(char for char in word if not frequencies.get(char))}:
            cover[part] = cover.get(part, 0) + 1
    return max(
        cover,
        key=lambda part: (
            cover[part],
            -min(frequencies.get(char, 0) for char in part),
            len(part),
            part,
        ),
    )
