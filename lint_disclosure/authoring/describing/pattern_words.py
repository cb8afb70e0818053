"""A regular expression in words: ``收取[^,]{0,9}费`` is 「收取」（隔至多 9 字，不含「，」）「费」.

What stands side by side follows each other in the text. ［…］ holds alternatives, of which one
stands there; （…） says what else stands there, or around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Any, Literal, NamedTuple

from lint_disclosure.authoring.describing.alternatives import (
    ENDLESS,
    REPEATS,
    Node,
    flat,
    is_digit,
    joined,
    negated,
    node_words,
    runs_joined,
    words_of,
)
from lint_disclosure.authoring.describing.pattern_phrases import (
    Phrases,
    amount,
    listed,
    members,
    outside,
    phrases,
)
from lint_disclosure.render.width import clip, text_width

LONGEST = 480
"""Display cells; a longer description is worth less than the pattern itself."""

_LISTED = (16, 10, 6, 4, 3)
"""How many alternatives of a list are shown: as many as the length allows."""

_FEW = 4
"""Words that are simply listed, even if they could be put together from their parts."""

# re._parser has no type stubs; its tree is a list of (opcode, argument).
_PARSER: Any = re._parser  # type: ignore[attr-defined]

_BROAD = ("ANY", "NOT_LITERAL")


class _Piece(NamedTuple):
    """A part of a description, and the brackets that it needs beside others."""

    text: str
    kind: Literal["word", "choice", "remark"] = "word"

    def beside(self) -> str:
        """The text as it stands beside others."""
        if self.kind == "word":
            return self.text
        return f"［{self.text}］" if self.kind == "choice" else f"（{self.text}）"


def pattern_words(pattern: str, lang: str, longest: int = LONGEST) -> str:
    """The pattern in words; where that gets long, lists are cut short and say so."""
    tree = _PARSER.parse(pattern)
    say = phrases(lang)
    pieces: list[_Piece] = []
    for most in _LISTED:
        pieces = _Writer(say, most).pieces(tree)
        if text_width(_together(pieces)) <= longest:
            break
    text = _cut(pieces, longest, say)
    return text + (say.any_case if tree.state.flags & re.IGNORECASE else "")


def _together(pieces: Sequence[_Piece]) -> str:
    return pieces[0].text if len(pieces) == 1 else "".join(piece.beside() for piece in pieces)


def _cut(pieces: Sequence[_Piece], longest: int, say: Phrases) -> str:
    """As many pieces as there is room for."""
    kept = list(pieces)
    while len(kept) > 1 and text_width(_together(kept)) > longest:
        kept.pop()
    text = _together(kept)
    short = clip(text, longest)
    return text if short == text and len(kept) == len(pieces) else short + say.left_out


class _Writer:
    """Describes the tree that Python makes of a pattern, with ``most`` entries of a list."""

    def __init__(self, say: Phrases, most: int) -> None:
        self.say = say
        self.most = most

    def words(self, sequence: Any) -> str:
        """A sequence as one text."""
        return _together(self.pieces(sequence))

    def pieces(self, sequence: Any) -> list[_Piece]:
        """A sequence piece by piece; words that follow each other are one piece."""
        nodes = list(runs_joined(flat(sequence)))
        found: list[_Piece] = []
        run: list[str] = []
        for index, node in enumerate(nodes):
            words = self.as_words(node)
            longer = None if words is None else joined(run, words)
            if longer is not None:
                run = longer
                continue
            found += self.plain(run)
            run = []
            if words is not None and "" not in words:
                run = words
            else:
                found.append(self.node(node, between=0 < index < len(nodes) - 1))
        return found + self.plain(run)

    def as_words(self, node: Node) -> list[str] | None:
        """A node as plain words; None also where its parts are said in less room than the words."""
        words = node_words(*node)
        if words is None or node[0] != "BRANCH" or len(words) <= _FEW:
            return words
        apart = self.choice(node[1][1], _FEW)
        return words if len(listed(self.say, words, self.most)) <= len(apart) else None

    def plain(self, words: Sequence[str]) -> list[_Piece]:
        """A word, or the words of which one stands there."""
        if not words:
            return []
        text = listed(self.say, words, self.most)
        return [_Piece(text, "choice" if len(words) > 1 else "word")]

    def node(self, node: Node, *, between: bool) -> _Piece:
        """A node that is no plain word; ``between``: it stands between two others."""
        name, argument = node
        if name == "BRANCH":
            return _Piece(self.choice(argument[1], _FEW), "choice")
        if name in REPEATS:
            return _Piece(self.repeat(argument, between), "remark")
        if name in ("ASSERT", "ASSERT_NOT"):
            direction, body = argument
            forms = self.say.ahead if direction > 0 else self.say.behind
            return _Piece(forms[name == "ASSERT_NOT"].format(self.words(body)), "remark")
        if name == "AT":
            return _Piece(self.edge(str(argument)), "remark")
        if name == "DIGITS":
            return _Piece(amount(self.say, self.say.digits, *argument), "remark")
        return _Piece(self.character(node), "remark")

    def choice(self, branches: Sequence[Any], few: float = inf) -> str:
        """Alternatives: first those that are plain words, and few, then each of the others."""
        plain: list[str] = []
        others: list[str] = []
        for branch in branches:
            words = words_of(branch)
            if words is None or "" in words or len(words) > few:
                others.append(self.words(branch))
            else:
                plain += words
        parts = [listed(self.say, plain, self.most)] if plain else []
        if len(others) > self.most:
            others[self.most :] = [self.say.further.format(len(others) - self.most)]
        return self.say.either.join(parts + others)

    def repeat(self, argument: Any, between: bool) -> str:
        """An optional part, a gap, or several of something."""
        least, most, body = argument
        limit = None if most == ENDLESS else int(most)
        if (least, limit) == (0, 1):
            return self.say.maybe.format(self.words(body))
        nodes = list(flat(body))
        if len(nodes) == 1 and _is_broad(nodes[0]):
            gap = amount(self.say, self.say.characters, least, limit)
            lead = self.say.apart if between else ""
            lead += " " if lead and gap[0].isdigit() else ""
            return lead + gap + self.without(nodes[0])
        return amount(self.say, self.say.times, least, limit, self.words(body))

    def character(self, node: Node) -> str:
        """One character that is not from a short list."""
        if _is_broad(node):
            return self.say.characters[0] + self.without(node)
        name, argument = node
        return members(self.say, argument if name == "IN" else [node], self.most)

    def without(self, node: Node) -> str:
        """What the characters of a gap are not."""
        name, argument = node
        if name == "ANY":
            return ""
        items = [("LITERAL", argument)] if name == "NOT_LITERAL" else argument[1:]
        return self.say.without.format(outside(self.say, items, self.most))

    def edge(self, where: str) -> str:
        """The start or the end of what is searched."""
        if where.startswith("AT_BEGINNING"):
            return self.say.start
        return self.say.end if where.startswith("AT_END") else self.say.edge


def _is_broad(node: Node) -> bool:
    """Whether a node takes any character but a few."""
    name, argument = node
    return name in _BROAD or (name == "IN" and negated(argument) and not is_digit(name, argument))
