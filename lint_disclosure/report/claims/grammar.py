"""The words and quantities of ``forms/claims.yaml``, ready to read a text with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.report.model import Reading

_MOST_KEPT = 2000
NO_WORDS: Mapping[str, Any] = {}


class Quantity(NamedTuple):
    """What a number may be a figure of; ``readings`` and the like are those of one form.

    ``columns`` are set where it is a number of some applicants only.
    """

    key: str
    readings: tuple[Reading, ...]
    with_carried: tuple[Reading, ...]
    within_readings: tuple[Reading, ...]
    within: frozenset[str]
    specific: bool = False
    disclosure: bool = False
    denied: bool = False
    at_least: bool = False
    money: bool = False
    part: bool = False
    columns: tuple[str, ...] = ()


class Grammar:
    """Words by their beginnings, and what meanings say together; prepared for one form."""

    def __init__(self, data: Mapping[str, Any], form: str) -> None:
        self.topics: Sequence[str] = data.get("topics", ())
        self.words: Mapping[str, Sequence[str]] = data.get("words", NO_WORDS)
        self.starts: Mapping[str, Sequence[int]] = data.get("starts", NO_WORDS)
        self.asides = tuple(data.get("asides", ()))
        self.reviewers = tuple(data.get("reviewers", ()))
        self.objects = frozenset(data.get("objects", ()))
        self.applicants: Mapping[str, Sequence[str]] = data.get("applicants", NO_WORDS)
        self.passages: Mapping[str, Sequence[str]] = data.get("passages", NO_WORDS)
        self.passages_at: dict[str, list[str]] = {}
        for first in self.passages:
            self.passages_at.setdefault(first[0], []).append(first)
        units = data.get("units", {})
        self.counted: frozenset[str] = frozenset(units.get("count", ()))
        self.money: Mapping[str, str] = units.get("money", NO_WORDS)
        rough = data.get("rough", {})
        self.rough_inside = frozenset(rough.get("inside", ()))
        self.rough_after = tuple(rough.get("after", ()))
        self.titles: dict[str, Any] = {}
        self._form = form
        self._entries: Mapping[str, Any] = data.get("quantities", {})
        self._quantities: dict[str, Quantity | None] = {}
        self._said: dict[frozenset[str], Quantity | None] = {}

    def quantity(self, key: str) -> Quantity | None:
        """A quantity by its key; None where the form has none of its cells."""
        if key not in self._quantities:
            self._quantities[key] = self._made(key)
        return self._quantities[key]

    def said(self, meanings: frozenset[str]) -> Quantity | None:
        """The quantity that meanings say together: the one that needs most of them."""
        if meanings not in self._said:
            best: tuple[int, str] | None = None
            for key, entry in self._entries.items():
                beside = meanings.difference(entry.get("also", ()))
                for says in entry["says"]:
                    fits = beside.issubset(says) and meanings.issuperset(says)
                    if fits and (best is None or len(says) > best[0]):
                        best = len(says), key
            if len(self._said) >= _MOST_KEPT:
                self._said.clear()
            self._said[meanings] = self.quantity(best[1]) if best else None
        return self._said[meanings]

    def _made(self, key: str) -> Quantity | None:
        entry = self._entries[key]
        readings = self._readings(entry, "readings")
        if not readings:
            return None
        return Quantity(
            key,
            readings,
            self._readings(entry, "with_carried") or readings,
            self._readings(entry, "within_readings") or readings,
            frozenset(entry.get("within", ())),
            entry.get("specific", False),
            entry.get("disclosure", False),
            entry.get("denied", False),
            entry.get("at_least", False),
            entry.get("money", False),
            entry.get("part", False),
        )

    def _readings(self, entry: Mapping[str, Any], name: str) -> tuple[Reading, ...]:
        found = entry.get(name, {}).get(self._form, ())
        return tuple([Reading(text, tuple(map(tuple, terms))) for text, terms in found])


def in_columns(readings: Sequence[Reading], columns: Sequence[str]) -> tuple[Reading, ...]:
    """The readings for some columns instead of 总计; none where they are not about that column."""
    found = []
    for reading in readings:
        if any(column != "total" for *_, column in reading.terms):
            return ()
        terms = tuple(
            (sign, table, row, column)
            for column in columns
            for sign, table, row, _ in reading.terms
        )
        texts = [reading.text.replace(".total ", f".{column} ") for column in columns]
        ended = [
            text.removesuffix(".total") + f".{column}" if text.endswith(".total") else text
            for text, column in zip(texts, columns, strict=True)
        ]
        found.append(Reading(" + ".join(ended), terms))
    return tuple(found)


def summed(several: Sequence[tuple[Reading, ...]]) -> tuple[Reading, ...]:
    """The readings of a number that counts several things together."""
    if len({len(readings) for readings in several}) != 1:
        return ()
    found = []
    for together in zip(*several, strict=True):
        text = " + ".join(one.text for one in together)
        found.append(Reading(text, tuple(term for one in together for term in one.terms)))
    return tuple(found)
