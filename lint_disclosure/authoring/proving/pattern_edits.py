"""Small changes of a regular expression that make it another one, for ``rules test --mutate``.

- each alternative of the whole pattern is taken out (``a|b``; also inside brackets round it all)
- each repeat that may go on is held to its least (``x?`` and ``x*`` go, ``x{2,5}`` is ``x{2}``)
- each condition goes: look-arounds, ``^``, ``$``, ``\\b``
- a pattern without alternatives gets another character in the place of one that must be there

Alternatives further inside are left alone: a list of words that matters is written as a list.
"""

from __future__ import annotations

import re
from typing import NamedTuple

STRANGER = "亍"
"""A character that stands in no report."""

_REPEAT = re.compile(r"(?:[*+?]|\{(?=[\d,])(?P<least>\d*)(?P<more>,(?P<most>\d*))?\})[?+]?")
_CLASS = re.compile(r"\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
_LOOK = re.compile(r"\(\?<?[=!]")
_GROUP = re.compile(r"\((?:\?(?:P<\w+>|[:>]|[a-zA-Z]*(?:-[a-zA-Z]+)?:))?")
_CONDITIONS = ("^", "$", r"\b", r"\B", r"\A", r"\Z")


class Edit(NamedTuple):
    """What stands at a range of a text is replaced."""

    start: int
    end: int
    new: str

    def apply(self, text: str) -> str:
        """The text with the change."""
        return text[: self.start] + self.new + text[self.end :]


def pattern_edits(pattern: str) -> list[Edit]:
    """The changes of a pattern, in the order of their places."""
    scanner = _Scanner(pattern)
    whole = scanner.alternatives(0)
    while len(whole) == 1 and whole[0] in scanner.groups:
        whole = scanner.groups[whole[0]]
    edits = scanner.edits
    if len(whole) > 1:
        edits += [_without(whole, index) for index in range(len(whole))]
    elif obliged := scanner.literal or scanner.obliged:
        edits.append(Edit(*obliged, STRANGER))
    return sorted(set(edits))


_Spans = list[tuple[int, int]]


def _without(whole: _Spans, index: int) -> Edit:
    """One alternative and the bar beside it are taken out."""
    start, end = whole[index]
    return Edit(start - 1, end, "") if index else Edit(start, end + 1, "")


class _Scanner:
    """Goes through a pattern that is known to be well formed, and notes what can be changed.

    ``groups`` are the alternatives of each pair of brackets that is not a look-around, by the
    place of the brackets; ``literal`` is where the first character stands that must be there,
    ``obliged`` the first part of any kind.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.edits: list[Edit] = []
        self.groups: dict[tuple[int, int], _Spans] = {}
        self.literal: tuple[int, int] | None = None
        self.obliged: tuple[int, int] | None = None
        self.depth = 0

    def alternatives(self, looking: int) -> _Spans:
        """Go up to the closing bracket or the end; ``looking``: inside how many look-arounds."""
        found = [self.sequence(looking)]
        while self.text.startswith("|", self.at):
            self.at += 1
            found.append(self.sequence(looking))
        return found

    def sequence(self, looking: int) -> tuple[int, int]:
        """Go through one alternative; gives where it stands."""
        start = self.at
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            self.atom(looking)
        return start, self.at

    def atom(self, looking: int) -> None:
        """Go through one character, class or group, with its repeat."""
        start, before = self.at, self.literal
        kind = self.skip(looking)
        end = self.at
        repeat = _REPEAT.match(self.text, end)
        if repeat is not None:
            self.at = repeat.end()
            self.repeat(start, end, repeat)
            if _least(repeat) == 0:
                self.literal = before
                return
        if kind == "literal":
            self.literal = self.literal or (start, end)
        if kind != "condition" and not self.depth:
            self.obliged = self.obliged or (start, end)

    def skip(self, looking: int) -> str:
        """Go behind an atom; tells whether it is a literal, a condition, or another."""
        text, start = self.text, self.at
        if text[start] == "(":
            return self.group(looking)
        if text[start] == "[":
            found = _CLASS.match(text, start)
            self.at = found.end() if found else start + 1
            return "set"
        self.at += 2 if text[start] == "\\" else 1
        atom = text[start : self.at]
        if atom in _CONDITIONS:
            if not looking:
                self.edits.append(Edit(start, self.at, ""))
            return "condition"
        return "set" if atom == "." or (len(atom) == 2 and atom[1].isalnum()) else "literal"

    def group(self, looking: int) -> str:
        """Go behind a pair of brackets; what must be there is not inside one of several."""
        start, before = self.at, self.literal
        look = _LOOK.match(self.text, start)
        opening = look or _GROUP.match(self.text, start)
        self.at = opening.end() if opening else start + 1
        self.depth += 1
        spans = self.alternatives(looking + bool(look))
        self.depth -= 1
        self.at += 1
        if look or len(spans) > 1:
            self.literal = before
        if look:
            self.edits.append(Edit(start, self.at, ""))
            return "condition"
        self.groups[start, self.at] = spans
        return "group"

    def repeat(self, start: int, end: int, repeat: re.Match[str]) -> None:
        """Note the change of a repeat that may go on beyond its least."""
        counted = repeat.group().startswith("{")
        if counted and (repeat["more"] is None or repeat["most"] == repeat["least"]):
            return
        least = _least(repeat)
        if least == 0:
            self.edits.append(Edit(start, repeat.end(), ""))
        else:
            self.edits.append(Edit(end, repeat.end(), "" if least == 1 else f"{{{least}}}"))


def _least(repeat: re.Match[str]) -> int:
    """How often a repeat repeats at least."""
    if repeat.group().startswith("{"):
        return int(repeat["least"] or 0)
    return int(repeat.group().startswith("+"))
