"""Remarks on the requests that are not wholly understood, and sentences that go on after them.

全年新收申请32件，内容集中在土地流转。办结33件: the remark names no other matter than requests, so
that what was 办结 are these.
"""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.phrase import Phrase, sets_scene
from lint_disclosure.report.claims.tokens import Token

_HANDLING = frozenset(("receive", "added", "handle", "accept", "answer"))
_ELSEWHERE = frozenset(("other", "others", "area"))
_GOES_ON = frozenset(("answer", "accept"))
_BESIDE = frozenset(("altogether", "own"))


def is_aside(piece: Sequence[Token], text: str, grammar: Grammar) -> bool:
    """Does a piece without a number say more of the requests before it, and name nothing else?

    A verb of the handling ends it (均按时答复): what follows one would be another thing handled.
    """
    if not text.startswith(grammar.asides, piece[0].start):
        return False
    barred = _ELSEWHERE | grammar.objects - {"request"}
    if any(not barred.isdisjoint(token.meanings) for token in piece):
        return False
    return all(_HANDLING.isdisjoint(token.meanings) for token in piece[:-1])


def takes_up(before: Sequence[Token], lead: Phrase) -> bool:
    """Do the words before a number open their sentence with what was done: 全年办结, 本年度办理?"""
    verb = bool(lead.meanings) and lead.meanings <= _GOES_ON
    plain = lead.modes <= _BESIDE and lead.times <= {"now"}
    opening = (
        token.kind == "mark" or sets_scene(token) or not _GOES_ON.isdisjoint(token.meanings)
        for token in before
    )
    return verb and plain and all(opening)
