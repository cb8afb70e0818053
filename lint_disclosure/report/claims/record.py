"""The claims that were read so far; words that follow may change what a number is."""

from __future__ import annotations

from typing import Literal

from lint_disclosure.finding import Number
from lint_disclosure.report.claims.scene import UNKNOWN, Scene
from lint_disclosure.report.claims.tying import Tied
from lint_disclosure.report.model import Claim, Sentence
from lint_disclosure.report.text_match import source_parts

_INCLUDING = ("received", "accepted")


class Record:
    """``claims`` in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self.claims: list[Claim] = []
        self._scene = scene
        self._whole_at: int | None = None

    def add(
        self,
        tied: Tied,
        sentence: Sentence,
        span: tuple[int, int],
        *,
        value: Number = 0,
        unit: str = "",
        negated: bool = False,
    ) -> None:
        """Note a number, or with ``negated`` a statement; ``span`` is in the squeezed text."""
        scope: Literal["area", "body"] = "area" if self._scene.place == "area" else "body"
        self.claims.append(
            Claim(
                quantity=tied.quantity.key,
                readings=tied.readings,
                value=value,
                unit=unit,
                parts=source_parts(sentence, *span),
                sentence=sentence.start,
                negated=negated,
                scope=scope,
                at_least=tied.quantity.at_least,
            )
        )

    def last_is_whole(self) -> None:
        """The last claim is the number of all requests."""
        self._whole_at = len(self.claims) - 1

    def include_carried(self, sentence: Sentence) -> None:
        """含上年结转: the number of requests before it, in the same sentence, counts these too."""
        whole = self._scene.whole
        if self._whole_at is None or whole is None:
            return
        claim = self.claims[self._whole_at]
        if claim.quantity in _INCLUDING and claim.sentence == sentence.start:
            self.claims[self._whole_at] = claim._replace(readings=whole.with_carried)

    def take_back(self, sentence: Sentence) -> None:
        """行政复议120件，其中涉及政府信息公开3件: the first number is of other cases too."""
        last = self.claims[-1] if self.claims else None
        if last is not None and last.readings[0].terms[0][1] == "disputes":
            if last.sentence == sentence.start:
                self.claims.pop()
            self._scene.last = self._scene.whole_of = UNKNOWN
