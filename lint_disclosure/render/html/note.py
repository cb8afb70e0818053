"""A finding as a note in the margin: what is wrong, the sums, what should stand there, and why."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.finding import Finding
from lint_disclosure.render.equation import in_letters
from lint_disclosure.render.html.escape import escaped, linked
from lint_disclosure.render.html.inline import LETTER, Inline
from lint_disclosure.render.html.words import Words
from lint_disclosure.render.notes import notes, where
from lint_disclosure.render.position import position
from lint_disclosure.render.words import Words as Said


class Notes:
    """Writes the notes of one report; ``placed`` are the findings whose place is shown."""

    def __init__(self, inline: Inline, said: Said, words: Words, placed: frozenset[int]) -> None:
        self.inline = inline
        self.said = said
        self.words = words
        self.placed = placed

    def margin(self, entries: Sequence[tuple[int, Finding, int]], behind: int) -> str:
        """Notes beside one place; of each the index, the finding, and the rows of room before it.

        ``behind`` are the rows of the place that follow the last one.
        """
        notes = "".join(
            f'<li class="g{_step(before)}">{self.note(index, finding)}</li>'
            for index, finding, before in entries
        )
        return f'<ol class="notes z{_step(behind)}">{notes}</ol>'

    def note(self, index: int, finding: Finding) -> str:
        """One note."""
        say = self.words
        back = ""
        if index in self.placed:
            back = f' <a href="#{self.inline.place(index)}">{say.back}</a>'
        at = finding.location
        spot = f"{position(at)} " if at and at.in_file else ""
        facts = "".join(
            f"<div{self._class(label)}><dt>{escaped(label)}</dt>"
            f"<dd>{self._told(label, text, finding)}</dd></div>"
            for label, text in notes(finding, self.said)
        )
        return (
            f'<article class="note {LETTER[finding.severity]}" id="{self.inline.note(index)}" '
            f'tabindex="-1" data-fingerprint="{finding.fingerprint}">'
            f'<p class="what"><b class="b {LETTER[finding.severity]}">{index}</b> '
            f'<b class="sev">{say.severity[finding.severity]}</b> '
            f"{linked(finding.rule, finding.url)} {escaped(finding.message)}</p>"
            f'<p class="where">{escaped(spot + where(finding))}{back}</p>'
            f"<dl>{facts}</dl></article>"
        )

    def _class(self, label: str) -> str:
        return ' class="fix"' if label == self.said.repair else ""

    def _told(self, label: str, text: str, finding: Finding) -> str:
        """A fact; an equation in letters as well, which stand in the cells."""
        if label == self.said.equation and finding.equation is not None:
            return f"{escaped(in_letters(finding.equation))}<br>{escaped(text)}"
        if label == self.said.basis:
            for basis in finding.basis:
                if basis.url and text.startswith(basis.document):
                    return linked(text, basis.url)
        return escaped(text)


def _step(rows: int) -> int:
    """The class that gives so much room; there are steps up to 40."""
    return min(max(rows, 0), 40)
