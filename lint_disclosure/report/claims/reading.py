"""Read out of running text what it states about the figures of the tables."""

from __future__ import annotations

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.names import Names
from lint_disclosure.report.claims.record import Record
from lint_disclosure.report.claims.scene import Scene
from lint_disclosure.report.claims.sentence import SentenceReader
from lint_disclosure.report.claims.tokens import Token, tokens_of
from lint_disclosure.report.model import Body, Claim, Sentence


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
        self.record = Record(self.scene)

    @property
    def claims(self) -> list[Claim]:
        """What the sentences state, in the order of the text."""
        return self.record.claims

    def tokens(self, text: str) -> list[Token]:
        """The tokens of a squeezed text."""
        return tokens_of(text, self.grammar, self.names, self.year)

    def read(self, sentence: Sentence) -> None:
        """Read a sentence; what was said before it is taken over as far as it goes."""
        self.scene.sentence()
        SentenceReader(self.scene, self.record, sentence, self.tokens(sentence.squeezed)).read()
