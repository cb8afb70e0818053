"""What is known from the words before: the topic, the time, the place, and what 其中 refers to."""

from __future__ import annotations

from typing import Literal, NamedTuple

from lint_disclosure.report.claims.grammar import Grammar, Quantity
from lint_disclosure.report.claims.phrase import Phrase
from lint_disclosure.report.model import Body

UNKNOWN = Quantity("", (), (), (), frozenset())
"""Stands for a number that was not understood; nothing is a part of it."""

OTHER = ""
"""A topic that is not in the tables."""

_GOVERNING = (None, "government", "zone_committee")
_PLACES = {
    "township": "镇乡街道",
    "county": "县区旗市",
    "city": "市州盟区县",
    "municipal": "市州盟区县",
    "province": "省区市",
}
_CARRIED = ("carried_in", "carried_out")
_WORK = frozenset(("request", "info"))


Time = Literal["now", "other"] | None
Where = Literal["area", "others"] | None
Break = Literal["aside", "lost"] | None


class Kept(NamedTuple):
    """What brackets do not change for the text behind them."""

    last: Quantity | None
    whole_of: Quantity | None
    broken: Break
    topic: str | None
    time: Time
    place: Where


class Scene:
    """Changes with every phrase; ``reviews``: the body decides reconsiderations of others.
    ``time`` and ``place`` are None where nothing was said of them.

    ``last`` is what the last number was, ``whole_of`` what the numbers of a list are parts of,
    ``whole`` the last number of all requests, ``columns`` are those of the applicants that alone
    are spoken of, ``told`` what the numbers of the sentence were. ``broken``: something was not
    understood since the topic was named, so that nothing is taken over; after an ``aside`` a new
    sentence may go on with the requests.
    """

    def __init__(self, grammar: Grammar, body: Body, *, reviews: bool = False) -> None:
        self.grammar = grammar
        self.reviews = reviews
        self.body = body
        self.topic: str | None = None
        self.disclosure = False
        self.broken: Break = None
        self.time: Time = None
        self.place: Where = None
        self.last: Quantity | None = None
        self.whole_of: Quantity | None = None
        self.whole: Quantity | None = None
        self.told: list[str] = []
        self.act: frozenset[str] = frozenset()
        self.columns: tuple[str, ...] = ()

    def paragraph(self, topic: str | None, *, disclosure: bool) -> None:
        """A new paragraph: only what its heading says is known."""
        self.__init__(self.grammar, self.body, reviews=self.reviews)  # type: ignore[misc]
        self.topic = topic
        self.disclosure = disclosure

    def sentence(self) -> None:
        """A new sentence: what 其中 refers to and the year stay what they were."""
        self.place = None
        self.whole_of = None
        self.act = frozenset()
        self.columns = ()
        self.told = []

    @property
    def speaks_of_this(self) -> bool:
        """Is it about this year and this body?"""
        return self.time != "other" and self.place != "others"

    def lose(self) -> None:
        """A number stands in between that was not understood."""
        self.broken = "lost"
        self.last = UNKNOWN

    def pass_by(self, *, aside: bool) -> None:
        """Words without a number were not understood; ``aside``: they are still of the requests."""
        if not aside:
            self.broken = "lost"
        elif self.broken is None and self.topic == "request":
            self.broken = "aside"

    def list_parts(self, *, anew: bool) -> None:
        """其中: what follows are parts of the last number.

        ``anew``: in a new sentence; a number carried in or out is then hardly meant, but the whole.
        """
        beside = self.last is not None and self.last.key in _CARRIED
        self.whole_of = self.whole if anew and beside and self.whole else self.last
        if self.last is not None and self.last.columns:
            self.columns = self.last.columns
            self.whole_of = self.whole or self.grammar.quantity("received")

    def keep(self) -> Kept:
        """What is to be known again behind brackets."""
        return Kept(self.last, self.whole_of, self.broken, self.topic, self.time, self.place)

    def restore(self, kept: Kept) -> None:
        """Take up again what was known before brackets."""
        self.last, self.whole_of, self.broken, self.topic, self.time, self.place = kept

    def hear(self, phrase: Phrase, text: str) -> None:
        """Take over what a phrase says of time, place and topic; ``text`` holds its place names."""
        self._hear_time(phrase)
        if "others" in phrase.modes:
            self.place = "others"
        elif "area" in phrase.modes:
            self.place = "area" if self._governs(text) else "others"
        elif "own" in phrase.modes:
            self.place = None
        self.hear_topic(phrase)

    def _hear_time(self, phrase: Phrase) -> None:
        if "compared" in phrase.modes:
            return
        if phrase.times & {"last", "next", "part"}:
            self.time = "other"
        elif "now" in phrase.times:
            self.time = "now"
        elif "sofar" in phrase.times and self.time is None:
            self.time = "other"

    def hear_topic(self, phrase: Phrase) -> None:
        """Take over what a phrase speaks of."""
        meanings = phrase.meanings
        if meanings & _WORK:
            self.disclosure = True
        objects = meanings & self.grammar.objects
        if "other" in phrase.modes:
            self.topic = OTHER
            self.act = frozenset()
        elif objects:
            self.topic = next(iter(objects)) if len(objects) == 1 else OTHER
            self.broken = None

    def _governs(self, place: str) -> bool:
        """Does the body report for the place (全市) as well?"""
        if self.body.kind not in _GOVERNING:
            return False
        ends = _PLACES.get(self.body.level or "")
        return ends is None or any(one in ends for one in (place[1:2], place[-1:]))
