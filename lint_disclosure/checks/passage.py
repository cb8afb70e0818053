"""Paragraphs as one sentence each, for what is said over more than one sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.place import Span
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import source_parts, squeeze

LONGEST = 3000
"""Text without any line break is cut here, so that no text takes long."""

_STOPS = tuple("。;!?")
_NEXT = re.compile(r"\S")
_GOES_ON = ("其中", "在", "所有", "上述")


class Passage(NamedTuple):
    """A paragraph, its squeezed text, and whether it is known to end where the text ends."""

    sentence: Sentence
    text: str
    ended: bool

    def parts(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans in the source of a range of the squeezed text."""
        return source_parts(self.sentence, start, end)


def passages(report: Report) -> Iterator[Passage]:
    """The running text by paragraphs; a line that goes on with 其中 belongs to the one before."""
    group: list[Sentence] = []
    for sentence in report.sentences:
        if group and not _continues(report, group, sentence):
            yield _passage(report, group)
            group = []
        group.append(sentence)
    if group:
        yield _passage(report, group)


def _continues(report: Report, group: Sequence[Sentence], sentence: Sentence) -> bool:
    before = group[-1]
    if sentence.start - group[0].start > LONGEST:
        return False
    gap = report.folded[before.start + len(before.text) : sentence.start]
    if before.section != sentence.section or gap.strip(" \t\r\n。;!?"):
        return False
    return "\n" not in gap or sentence.text.startswith(_GOES_ON)


def _passage(report: Report, group: Sequence[Sentence]) -> Passage:
    first, last = group[0], group[-1]
    end = last.start + len(last.text)
    text = report.folded[first.start : end]
    sentence = Sentence(text, first.start, first.section, squeeze(text))
    ended = not report.partial or text.endswith(_STOPS) or _NEXT.search(report.folded, end)
    return Passage(sentence, sentence.squeezed, bool(ended))
