"""Read out of running text what it states about the figures of the tables."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lint_disclosure.finding import Number
from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.names import Names
from lint_disclosure.report.claims.phrase import NOTHING, Phrase, phrase_of, sets_scene
from lint_disclosure.report.claims.scene import OTHER, UNKNOWN, Kept, Scene
from lint_disclosure.report.claims.tokens import Token, tokens_of
from lint_disclosure.report.claims.tying import WHOLES, Tied, altogether, tie, tie_each
from lint_disclosure.report.model import Body, Claim, Sentence
from lint_disclosure.report.text_match import source_parts

_INCLUDING = ("received", "accepted")
_PLACING = frozenset(("area", "others", "own"))
_BARRED = frozenset(("compared", "becomes", "rough", "not", "without", "other", "others"))


class ClaimReader:
    """Reads sentence after sentence; ``claims`` are what they state, in the order of the text."""

    def __init__(
        self, grammar: Grammar, *, year: int | None, issuer: str | None, body: Body
    ) -> None:
        self.grammar = grammar
        self.year = year
        self.names = Names(issuer)
        reviews = (issuer or "").endswith(grammar.reviewers)
        self.scene = Scene(grammar, body, reviews=reviews)
        self.claims: list[Claim] = []
        self.whole_at: int | None = None

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a squeezed text."""
        return tokens_of(text, self.grammar, self.names, self.year)

    def read(self, sentence: Sentence) -> None:
        """Read a sentence; what was said before it is taken over as far as it goes."""
        self.scene.sentence()
        _SentenceReader(self, sentence).read()


class _SentenceReader:
    """One sentence, from its first token to its last."""

    def __init__(self, reader: ClaimReader, sentence: Sentence) -> None:
        self.reader = reader
        self.scene = reader.scene
        self.sentence = sentence
        self.text = sentence.squeezed
        self.all = reader.tokens(self.text)
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
        end = next((i for i in range(at, len(self.all)) if self.all[i].kind == "close"), -1)
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
                self._include_carried()
        else:
            mode = self._remark(phrase, carried=carried)
            self.piece.append(Token("word", self.all[at].start, self.all[end].end, mode))
        return end + 1

    def _remark(self, phrase: Phrase, *, carried: bool) -> Sequence[str]:
        """What a remark in brackets adds to the words before it."""
        if carried:
            return () if "without" in phrase.modes else ("carried",)
        if phrase.times - {"now"}:
            return ("part",)
        if phrase.understood and not phrase.modes and len(phrase.groups) == 1:
            return tuple(phrase.meanings - {"request", "ask", "info"})
        return ("noted",)

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
            self._hear_unknown(piece, phrase)
            if not phrase.meanings & {"request", "ask"}:
                self.scene.broken = True
        if "not" in phrase.modes and phrase.understood and self.scene.speaks_of_this:
            self._denied(piece, phrase)
        if "among" in phrase.modes and phrase.understood:
            self.scene.list_parts(anew=self._begins(piece))

    def _hear_unknown(self, piece: Sequence[Token], phrase: Phrase) -> None:
        """Of words that are not all known: the topic, and time and place where they come first."""
        first = next((at for at, one in enumerate(piece) if not sets_scene(one)), len(piece))
        before = phrase_of(piece[:first])
        modes = phrase.modes - _PLACING | before.modes & _PLACING
        heard = phrase._replace(times=before.times, modes=modes)
        self.scene.hear(heard, self._places(piece[:first]))

    def _about(self, phrase: Phrase) -> None:
        """收到的申请中, and 对自然人的申请, say what the numbers that follow are parts of."""
        scene = self.scene
        applicants = phrase.meanings.intersection(self.reader.grammar.applicants) - {"rest"}
        if applicants and phrase.meanings - applicants == {"ask"}:
            named = sorted(applicants)
            columns = [one for key in named for one in self.reader.grammar.applicants[key]]
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

    def _denied(self, piece: Sequence[Token], phrase: Phrase) -> None:
        """未收到政府信息公开申请 states noughts."""
        nots = [at for at, token in enumerate(piece) if "not" in token.meanings]
        if len(nots) != 1 or phrase.modes & (_BARRED - {"not"}):
            return
        objects = [at for at, token in enumerate(piece) if _names(token, self.reader.grammar)]
        if not objects:
            return
        start = nots[0] if objects[-1] > nots[0] else min(objects[0], nots[0])
        each = tie_each(phrase, self.scene)
        self.scene.act = phrase.meanings - self._objects
        found = [tied for tied in each if tied and tied.quantity.denied]
        alone = sum(bool(group & self._objects) for group in phrase.groups) < 2
        last_known = alone or each[-1] is not None
        end = _end_of(piece, len(phrase.groups) if last_known else len(phrase.groups) - 1)
        span = piece[start].start, piece[max(end, nots[0])].end
        for tied in {one.quantity.key: one for one in found}.values():
            self._claim(tied, 0, "", span, negated=True)

    @property
    def _objects(self) -> frozenset[str]:
        return self.reader.grammar.objects

    # Numbers

    def _number(self, at: int) -> int:
        """A number with the words in front of it; gives where to go on."""
        figure = self.all[at].number
        assert figure is not None
        piece, self.piece = self.piece, []
        self.behind = True
        if figure.kind == "share":
            return at + 1
        lead = phrase_of(piece)
        scene = self.scene
        if lead.understood:
            scene.hear(lead, self._places(piece))
        else:
            self._hear_unknown(piece, lead)
        if "among" in lead.modes:
            scene.list_parts(anew=self._begins(piece))
        if not lead.understood:
            scene.lose()
            scene.told.append("")
            return at + 1
        if lead.modes & _BARRED or not figure.exact or figure.kind == "other":
            scene.last = UNKNOWN
            return at + 1
        if not scene.speaks_of_this:
            scene.last = UNKNOWN
            return at + 1
        if "respectively" in lead.modes:
            return self._respectively(at, lead)
        if "each" in lead.modes and len(lead.groups) > 1:
            self._several(tie_each(lead, scene), [at] * len(lead.groups))
            return at + 1
        follow = self._follow(at)
        behind = phrase_of(follow)
        phrase, used = _joined(lead, behind, self.reader.grammar)
        if "becomes" in behind.modes or self.text[figure.end : figure.end + 1] == "的":
            phrase = None
        if lead.modes >= {"among"} and "info" in lead.meanings:
            self._take_back()
        joined = bool(piece) and "and" in piece[0].meanings
        found = tie(phrase, scene, joined=joined) if phrase is not None else []
        if not found and phrase is not None:
            found = self._otherwise(piece, lead)
            used = False
        bare = used and not lead.meanings and "altogether" not in lead.modes
        if bare or "amidst" in lead.modes or (joined and scene.last is UNKNOWN):
            found = [one for one in found if _clear(one)]
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
        return [one for one in tie(lead, self.scene) if _clear(one)]

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
        self._claim(tied, figure.value, figure.unit, (self.all[at].start, figure.end))
        if including and tied.quantity.key == "carried_in":
            self._include_carried()
        scene.last = tied.quantity
        scene.told.append(tied.quantity.key)
        scene.broken = False
        objects = tied.meanings & self.reader.grammar.objects
        if objects:
            scene.topic = next(iter(objects)) if len(objects) == 1 else OTHER
        act = tied.meanings - self.reader.grammar.objects
        if act - {"ruling"} or tied.quantity.columns:
            scene.act = act
        if tied.quantity.key in WHOLES:
            scene.whole = tied.quantity
            self.reader.whole_at = len(self.reader.claims) - 1

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
        if len(places) == len(lead.groups) > 1 and exact and self._kind(here) != "number":
            self._several(tie_each(lead, self.scene), places)
        else:
            self.scene.lose()
        return here

    def _take_back(self) -> None:
        """行政复议120件，其中涉及政府信息公开3件: the first number is of other cases too."""
        claims = self.reader.claims
        if claims and claims[-1].readings[0].terms[0][1] == "disputes":
            if claims[-1].sentence == self.sentence.start:
                claims.pop()
            self.scene.last = UNKNOWN
            self.scene.whole_of = UNKNOWN

    def _include_carried(self) -> None:
        """含上年结转: the number of requests before it counts these too."""
        at = self.reader.whole_at
        if at is None or self.scene.whole is None:
            return
        claim = self.reader.claims[at]
        if claim.quantity in _INCLUDING and claim.sentence == self.sentence.start:
            self.reader.claims[at] = claim._replace(readings=self.scene.whole.with_carried)

    def _claim(
        self,
        tied: Tied,
        value: Number,
        unit: str,
        span: tuple[int, int],
        *,
        negated: bool = False,
    ) -> None:
        scope: Literal["area", "body"] = "area" if self.scene.place == "area" else "body"
        self.reader.claims.append(
            Claim(
                quantity=tied.quantity.key,
                readings=tied.readings,
                value=value,
                unit=unit,
                parts=source_parts(self.sentence, *span),
                sentence=self.sentence.start,
                negated=negated,
                scope=scope,
                at_least=tied.quantity.at_least,
            )
        )


def _end_of(piece: Sequence[Token], groups: int) -> int:
    """The last token of a piece that says something, within so many of its groups."""
    end, seen, fresh = 0, 0, True
    for at, token in enumerate(piece):
        if "and" in token.meanings:
            fresh = True
            continue
        if token.meanings and not sets_scene(token):
            seen += fresh
            fresh = False
            if seen <= groups:
                end = at
    return end


def _clear(tied: Tied) -> bool:
    """Is it clear by itself, also in a list whose verb was not understood?"""
    return tied.quantity.specific or tied.quantity.key == "answered"


def _names(token: Token, grammar: Grammar) -> bool:
    """Does a word name what a number is about?"""
    return any(one in grammar.objects or one == "ask" or one == "carry" for one in token.meanings)


def _joined(lead: Phrase, behind: Phrase, grammar: Grammar) -> tuple[Phrase | None, bool]:
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
    groups = (lead.meanings | behind.meanings,) if behind.meanings else lead.groups
    return lead._replace(groups=groups), bool(behind.meanings)
