"""Marked text: the stretches that findings are about, and the numbers that lead to their notes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from lint_disclosure.render.html.escape import escaped
from lint_disclosure.render.html.marks import Mark, Stretch
from lint_disclosure.render.html.words import Words
from lint_disclosure.shown import ShownText

LETTER = {"error": "e", "warning": "w", "info": "i"}
"""The class of each severity."""


class Inline:
    """Writes marks; ``name`` is the report's part of all addresses within the page."""

    def __init__(self, name: str, words: Words) -> None:
        self.name = name
        self.words = words

    def note(self, index: int) -> str:
        """The address of a note."""
        return f"{self.name}f{index}"

    def place(self, index: int) -> str:
        """The address of the place that a note is about."""
        return f"{self.name}p{index}"

    def line(self, text: ShownText, stretches: Sequence[Stretch]) -> str:
        """A line of text with its marks; where they overlap the line is cut."""
        first = text.column
        size = len(text.text)
        here = [
            one._replace(start=one.start - first, end=one.end - first)
            for one in stretches
            if first <= one.start and one.end <= first + size
        ]
        if not here:
            return escaped(text.text)
        out = [self._ending(here, 0)]
        for start, end in pairwise(sorted({0, size, *(edge for one in here for edge in one[:2])})):
            piece = escaped(text.text[start:end])
            over = [one.mark for one in here if one.start <= start and end <= one.end]
            out.append(f'<mark class="{classes(over)}">{piece}</mark>' if over else piece)
            out.append(self._ending(here, end))
        return "".join(out)

    def _ending(self, stretches: Sequence[Stretch], at: int) -> str:
        return "".join(self.badge(one.mark) for one in stretches if one.end == at)

    def badge(self, mark: Mark) -> str:
        """The number of a finding, which leads to its note; operands have their letter as well."""
        where = f' id="{self.place(mark.number)}"' if mark.first else ""
        kind = LETTER[mark.severity] + ("" if mark.primary else " r")
        spoken = self.words.severity[mark.severity] if mark.primary else self.words.notes_on
        return (
            f'<a class="b {kind}"{where} href="#{self.note(mark.number)}">'
            f'<span class="v">{spoken} </span>{mark.number}{mark.letter}</a>'
        )


def classes(marks: Iterable[Mark]) -> str:
    """The classes of a place: the heaviest severity, and solid if it is the place of a finding."""
    found = list(marks)
    primary = [one for one in found if one.primary]
    heaviest = min(("error", "warning", "info").index(one.severity) for one in primary or found)
    return f"{'ewi'[heaviest]} {'p' if primary else 'r'}"
