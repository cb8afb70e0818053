"""Statements that there was nothing: 未收到政府信息公开申请."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.phrase import Phrase, sets_scene
from lint_disclosure.report.claims.scene import Scene
from lint_disclosure.report.claims.tokens import Token
from lint_disclosure.report.claims.tying import Tied, tie_each

_BARRED = frozenset(("compared", "becomes", "rough", "without", "other", "others"))


class Denied(NamedTuple):
    """What is denied, and the range of the statement in the squeezed text."""

    tied: Tied
    span: tuple[int, int]


def denied(piece: Sequence[Token], phrase: Phrase, scene: Scene) -> list[Denied]:
    """The quantities that a piece of a sentence, which is understood, says to be nought."""
    grammar = scene.grammar
    nots = [at for at, token in enumerate(piece) if "not" in token.meanings]
    objects = [at for at, token in enumerate(piece) if _names(token, grammar)]
    if len(nots) != 1 or not objects or phrase.modes & _BARRED:
        return []
    each = tie_each(phrase, scene)
    scene.act = phrase.meanings - grammar.objects
    alone = sum(bool(group & grammar.objects) for group in phrase.groups) < 2
    groups = len(phrase.groups) if alone or each[-1] else len(phrase.groups) - 1
    if objects[-1] > nots[0]:
        span = piece[nots[0]].start, piece[max(_last_of(piece, groups), nots[0])].end
    else:
        first = next(token for token in piece if not sets_scene(token))
        span = first.start, piece[-1].end
    found = [tied for tied in each if tied is not None and tied.quantity.denied]
    return [Denied(tied, span) for tied in {one.quantity.key: one for one in found}.values()]


def _names(token: Token, grammar: Grammar) -> bool:
    """Does a word name what is denied?"""
    return any(one in grammar.objects or one in ("ask", "carry") for one in token.meanings)


def _last_of(piece: Sequence[Token], groups: int) -> int:
    """The last token that says something, within so many of the groups that 、 and 和 part."""
    last, seen, fresh = 0, 0, True
    for at, token in enumerate(piece):
        if "and" in token.meanings:
            fresh = True
        elif token.meanings and not sets_scene(token):
            seen += fresh
            fresh = False
            if seen <= groups:
                last = at
    return last
