"""The parts of a regular expression that are nothing but a few words, as these words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, product
from math import inf
from typing import Any

REPEATS = ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT")

Node = tuple[str, Any]

# re._parser has no type stubs.
ENDLESS: Any = re._parser.MAXREPEAT  # type: ignore[attr-defined]

_MOST = 200
"""Words of a list."""
_MOST_REPEATED = 16
"""Characters that may be said over and over when words are joined to each of a list."""
_MOST_CROSSED = 6
_MOST_OPTIONAL = 4
_SMALL_RANGE = 9


def flat(sequence: Any) -> Iterator[Node]:
    """The nodes of a sequence, with groups dissolved."""
    for opcode, argument in sequence:
        name = str(opcode)
        if name == "SUBPATTERN":
            yield from flat(argument[3])
        elif name == "ATOMIC_GROUP":
            yield from flat(argument)
        else:
            yield name, argument


def words_of(sequence: Any) -> list[str] | None:
    """All that a sequence matches; None when that is no short list."""
    found = [""]
    for node in flat(sequence):
        words = node_words(*node)
        if words is None or len(found) * len(words) > _MOST:
            return None
        found = [start + end for start, end in product(found, words)]
    return found


def node_words(name: str, argument: Any) -> list[str] | None:
    """All that a node matches; None when that is no short list. An optional part holds ``""``."""
    if name == "WORD":
        return [argument]
    if name == "LITERAL":
        return [chr(argument)]
    if name == "IN" and not negated(argument) and not is_digit(name, argument):
        return characters_of(argument)
    if name in REPEATS and tuple(argument[:2]) == (0, 1):
        words = words_of(argument[2])
        return None if words is None else [*words, ""]
    if name == "BRANCH":
        found: list[str] = []
        for branch in argument[1]:
            words = words_of(branch)
            if words is None or len(found) + len(words) > _MOST:
                return None
            found += words
        return list(dict.fromkeys(found))
    return None


def joined(run: Sequence[str], words: Sequence[str]) -> list[str] | None:
    """Words followed by words, as one list; None when the two read better side by side."""
    if not run:
        return None if "" in words else list(words)
    if "" in words:
        if len(words) > 2 or len(run) * 2 > _MOST_OPTIONAL:
            return None
    elif len(run) > 1 and len(words) > 1:
        if len(run) * len(words) > _MOST_CROSSED:
            return None
    elif any(len(side) > 1 and all(map(is_sign, side)) for side in (run, words)):
        return None
    else:
        single, several = (run, words) if len(run) == 1 else (words, run)
        if len(single[0]) * (len(several) - 1) > _MOST_REPEATED:
            return None
    return [start + end for start, end in product(run, words)]


def negated(items: Sequence[Any]) -> bool:
    """Whether a set is of the characters that it does not name."""
    return bool(items) and str(items[0][0]) == "NEGATE"


def is_digit(name: str, argument: Any) -> bool:
    """Whether a node is one digit: ``[0-9]`` or a backslash and d."""
    if name != "IN" or len(argument) != 1:
        return False
    opcode, inner = argument[0]
    return (str(opcode), str(inner)) in (
        ("RANGE", str((ord("0"), ord("9")))),
        ("CATEGORY", "CATEGORY_DIGIT"),
    )


def runs_joined(nodes: Iterable[Node]) -> Iterator[Node]:
    """Neighbouring characters as one node ``WORD``, and neighbouring digits as one ``DIGITS``.

    ``DIGITS`` has the least and the greatest number of them; None is without end.
    """
    for kind, members in groupby(nodes, key=_run_kind):
        if kind == "WORD":
            yield kind, "".join(chr(argument) for _, argument in members)
        elif kind == "DIGITS":
            amounts = [_amount(*node) for node in members]
            most = sum(high for _, high in amounts)
            yield kind, (sum(low for low, _ in amounts), None if most == inf else int(most))
        else:
            yield from members


def _run_kind(node: Node) -> str:
    name, argument = node
    if name == "LITERAL":
        return "WORD"
    repeated = name in REPEATS and len(argument[2]) == 1
    inner = next(flat(argument[2]), ("", None)) if repeated else node
    return "DIGITS" if is_digit(*inner) else ""


def _amount(name: str, argument: Any) -> tuple[int, float]:
    if name not in REPEATS:
        return 1, 1
    return argument[0], inf if argument[1] == ENDLESS else argument[1]


def characters_of(items: Sequence[Any]) -> list[str] | None:
    """The characters of a set; None when it names too many."""
    found: list[str] = []
    for opcode, argument in items:
        if str(opcode) == "LITERAL":
            found.append(chr(argument))
        elif str(opcode) == "RANGE" and argument[1] - argument[0] < _SMALL_RANGE:
            found += [chr(code) for code in range(argument[0], argument[1] + 1)]
        else:
            return None
    return found


def is_sign(word: str) -> bool:
    """Whether a word is a punctuation mark."""
    return len(word) == 1 and not word.isalnum()
