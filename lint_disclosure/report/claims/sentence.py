"""Read a sentence: words that set the scene, denials, and numbers with what leads to them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from lint_disclosure.report.claims.aside import is_aside, takes_up
from lint_disclosure.report.claims.denial import denied
from lint_disclosure.report.claims.numbers import Figure
from lint_disclosure.report.claims.phrase import (
    Phrase,
    joined,
    phrase_of,
    remark,
    sets_scene,
    with_opening,
)
from lint_disclosure.report.claims.record import Record
from lint_disclosure.report.claims.scene import OTHER, UNKNOWN, Kept, Scene
from lint_disclosure.report.claims.tokens import Token
from lint_disclosure.report.claims.tying import WHOLES, Tied, altogether, tie, tie_each
from lint_disclosure.report.model import Sentence

_LONGEST_BRACKET = 100
"""Tokens; an endless row of brackets is not looked through again and again."""
_BARRED = frozenset(("compared", "becomes", "rough", "not", "without", "other", "others"))


class SentenceReader:
    """One sentence, from its first token to its last."""

    def __init__(
        self, scene: Scene, record: Record, sentence: Sentence, tokens: Sequence[Token]
    ) -> None:
        self.scene = scene
        self.record = record
        self.grammar = scene.grammar
        self.sentence = sentence
        self.text = sentence.squeezed
        self.all = tokens
        self.piece: list[Token] = []
        self.behind = False
        self.bracketed: list[tuple[Kept, list[Token]]] = []

    def read(self) -> None:
        """Walk over the tokens; a piece ends at a mark, a bracket or a number."""
        at = 0
        while at < len(self.all):
            token = self.all[at]
            if token.kind == "number":
                at = self._number(at)
                continue
            if token.kind == "mark":
                self._mark(at)
            elif token.kind == "open":
                at = self._open(at)
                continue
            elif token.kind == "close":
                self._close()
            else:
                self.piece.append(token)
            at += 1
        self._passing()

    def _mark(self, at: int) -> None:
        colon = self.text[self.all[at].start] == ":"
        if colon and self.piece and self._kind(at + 1) == "number":
            return
        self._passing()
        if colon and self.behind_number(at):
            self.scene.whole_of = self.scene.last

    def behind_number(self, at: int) -> bool:
        """Is the token before a number?"""
        return at > 0 and self.all[at - 1].kind == "number"

    def _kind(self, at: int) -> str:
        return self.all[at].kind if at < len(self.all) else ""

    def _open(self, at: int) -> int:
        """Brackets with numbers are a list of their own, others a remark; gives where to go on."""
        near = self.all[at : at + _LONGEST_BRACKET]
        end = next((i for i, one in enumerate(near, start=at) if one.kind == "close"), -1)
        inner = self.all[at + 1 : end] if end > 0 else []
        if self.piece and [token.kind for token in inner] == ["number"]:
            return at + 1
        if any(token.kind in ("number", "open") for token in inner) or end < 0:
            self.bracketed.append((self.scene.keep(), self.piece))
            self.piece = []
            self.scene.whole_of = self.scene.last if self.behind_number(at) else None
            return at + 1
        phrase = phrase_of(inner)
        carried = {"carry", "last"} <= phrase.meanings and phrase.understood
        if self.behind_number(at):
            if carried and "without" not in phrase.modes:
                self.record.include_carried(self.sentence)
        else:
            mode = remark(phrase, carried=carried)
            self.piece.append(Token("word", self.all[at].start, self.all[end].end, mode))
        return end + 1

    def _close(self) -> None:
        self._passing()
        if self.bracketed:
            kept, self.piece = self.bracketed.pop()
            self.scene.restore(kept)
            self.behind = not self.piece

    # Words without a number

    def _passing(self) -> None:
        """A piece without a number: it may deny something, and it sets the scene."""
        piece, behind = self.piece, self.behind
        self.piece, self.behind = [], False
        if not piece:
            return
        phrase = phrase_of(piece)
        if behind:
            self.scene.hear_topic(phrase)
            if "amidst" in phrase.modes:
                self.scene.list_parts(anew=False)
            return
        if phrase.understood:
            self.scene.hear(phrase, self._places(piece))
            self._about(phrase)
        else:
            self._hear_opening(piece, phrase)
            if not phrase.meanings & {"request", "ask"}:
                self.scene.pass_by(aside=is_aside(piece, self.text, self.grammar))
        if "not" in phrase.modes and phrase.understood and self.scene.speaks_of_this:
            for one in denied(piece, phrase, self.scene):
                self.record.add(one.tied, self.sentence, one.span, negated=True)
        if "among" in phrase.modes and phrase.understood:
            self.scene.list_parts(anew=self._begins(piece))

    def _hear_opening(self, piece: Sequence[Token], phrase: Phrase) -> None:
        """Of words that are not all known: the topic, and time and place where they come first."""
        opening = list(takewhile(sets_scene, piece))
        self.scene.hear(with_opening(phrase, opening), self._places(opening))

    def _about(self, phrase: Phrase) -> None:
        """收到的申请中, and 对自然人的申请, say what the numbers that follow are parts of."""
        scene = self.scene
        applicants = phrase.meanings.intersection(self.grammar.applicants) - {"rest"}
        if applicants and phrase.meanings - applicants == {"ask"}:
            named = sorted(applicants)
            columns = [one for key in named for one in self.grammar.applicants[key]]
            scene.columns = tuple(columns)
        elif "amidst" in phrase.modes and phrase.meanings:
            tied = tie(phrase, scene)
            scene.whole_of = tied[0].quantity if len(tied) == 1 else UNKNOWN
            if scene.whole_of.key in WHOLES:
                scene.whole = scene.whole_of

    def _begins(self, piece: Sequence[Token]) -> bool:
        """Does the sentence begin with a piece?"""
        return piece[0].start == self.all[0].start

    def _places(self, piece: Sequence[Token]) -> str:
        """The text of the last word for a place."""
        found = [one for one in piece if "area" in one.meanings]
        return self.text[found[-1].start : found[-1].end] if found else ""

    # Numbers

    def _number(self, at: int) -> int:
        """A number with the words in front of it; gives where to go on."""
        figure = self.all[at].number
        assert figure is not None
        piece, self.piece = self.piece, []
        self.behind = True
        if figure.kind == "share":
            return at + 1
        lead, scene = phrase_of(piece), self.scene
        if lead.understood:
            scene.hear(lead, self._places(piece))
            if scene.broken == "aside" and takes_up(self.all[:at], lead):
                scene.broken = None
        else:
            self._hear_opening(piece, lead)
        if "among" in lead.modes:
            scene.list_parts(anew=self._begins(piece))
        if not lead.understood:
            scene.lose()
        if not lead.understood or figure.kind == "other":
            scene.told.append("")
        usable = lead.understood and figure.exact and figure.kind != "other"
        if not usable or lead.modes & _BARRED or not scene.speaks_of_this:
            scene.last = UNKNOWN
            return at + 1
        if "respectively" in lead.modes:
            return self._respectively(at, lead)
        if "each" in lead.modes and len(lead.groups) > 1:
            self._several(tie_each(lead, scene), [at] * len(lead.groups))
            return at + 1
        return self._counted(at, figure, piece, lead)

    def _counted(self, at: int, figure: Figure, piece: Sequence[Token], lead: Phrase) -> int:
        """A number that the words around it may tie to a quantity; gives where to go on."""
        scene = self.scene
        follow = self._follow(at)
        behind = phrase_of(follow)
        phrase, used = joined(lead, behind, self.grammar)
        if "becomes" in behind.modes or self.text[figure.end : figure.end + 1] == "的":
            phrase = None
        if "among" in lead.modes and "info" in lead.meanings:
            self.record.take_back(self.sentence)
        listed = bool(piece) and "and" in piece[0].meanings
        found = tie(phrase, scene, joined=listed) if phrase is not None else []
        if not found and phrase is not None:
            found, used = self._otherwise(piece, lead), False
        bare = used and not lead.meanings and "altogether" not in lead.modes
        if bare or "amidst" in lead.modes or (listed and scene.last is UNKNOWN):
            found = [one for one in found if one.clear]
        for tied in found or (None,):
            self._told(tied, at, including="among" in lead.modes)
        if not (used and found):
            return at + 1
        if "amidst" in behind.modes:
            scene.list_parts(anew=False)
        return at + 1 + len(follow)

    def _otherwise(self, piece: Sequence[Token], lead: Phrase) -> list[Tied]:
        """共37件 after its parts; or words in front that are clear without those behind."""
        if piece and all("altogether" in one.meanings or not one.meanings for one in piece):
            first = "altogether" in piece[0].meanings
            return altogether(self.scene) if first else []
        return [one for one in tie(lead, self.scene) if one.clear]

    def _follow(self, at: int) -> list[Token]:
        """The words right behind a number, up to the next mark or 、."""
        found: list[Token] = []
        for token in self.all[at + 1 :]:
            if token.kind not in ("word", "unknown") or "and" in token.meanings:
                break
            found.append(token)
        return found

    def _told(self, tied: Tied | None, at: int, *, including: bool = False) -> None:
        """Note what a number is, or that it was not understood; ``including``: it is 其中 one."""
        figure = self.all[at].number
        scene = self.scene
        if tied is None or figure is None or tied.quantity.money != (figure.kind == "money"):
            scene.last = UNKNOWN
            scene.told.append("")
            return
        span = (self.all[at].start, figure.end)
        self.record.add(tied, self.sentence, span, value=figure.value, unit=figure.unit)
        if including and tied.quantity.key == "carried_in":
            self.record.include_carried(self.sentence)
        scene.last = tied.quantity
        scene.told.append(tied.quantity.key)
        scene.broken = None
        objects = tied.meanings & self.grammar.objects
        if objects:
            scene.topic = next(iter(objects)) if len(objects) == 1 else OTHER
        act = tied.meanings - self.grammar.objects
        if act - {"ruling"} or tied.quantity.columns:
            scene.act = act
        if tied.quantity.key in WHOLES:
            scene.whole = tied.quantity
            self.record.last_is_whole()

    def _several(self, several: Sequence[Tied | None], places: Sequence[int]) -> None:
        """Several quantities, each with its number."""
        for tied, at in zip(several, places, strict=True):
            self._told(tied, at)
        self.scene.last = UNKNOWN

    def _respectively(self, at: int, lead: Phrase) -> int:
        """予以公开、部分公开分别为3件、2件: as many numbers as things are named."""
        places, here = [at], at + 1
        while len(places) < len(lead.groups) and here < len(self.all):
            token = self.all[here]
            if token.kind == "number" and self.all[here - 1].kind != "number":
                places.append(here)
            elif not ("and" in token.meanings or self.text[token.start] == ","):
                break
            here += 1
        figures = [self.all[place].number for place in places]
        exact = all(one is not None and one.exact and one.kind != "other" for one in figures)
        more = self._kind(here) == "number" or self._kind(here + 1) == "number"
        if len(places) == len(lead.groups) > 1 and exact and not more:
            self._several(tie_each(lead, self.scene), places)
        else:
            self.scene.lose()
        return here
