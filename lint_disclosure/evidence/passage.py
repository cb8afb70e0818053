"""Paragraphs as one sentence each, for what is said over more than one sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_disclosure.evidence.memory import once
from lint_disclosure.place import Span
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import source_parts, squeeze

LONGEST = 3000
"""Text without any line break is cut here, so that no text takes long."""

_STOPS = tuple("。;!?")
_GOES_ON = ("其中", "在", "所有", "上述")


class Passage(NamedTuple):
    """A paragraph, its squeezed text, and whether it is known to end where the text ends."""

    sentence: Sentence
    text: str
    ended: bool

    def parts(self, start: int, end: int) -> tuple[Span, ...]:
        """The spans in the source of a range of the squeezed text."""
        return source_parts(self.sentence, start, end)


def passages(report: Report) -> Sequence[Passage]:
    """The running text by paragraphs; a line that goes on with 其中 belongs to the one before."""
    return once(report, "passages", lambda: list(_passages(report)))


def _passages(report: Report) -> Iterator[Passage]:
    group: list[Sentence] = []
    end, whole = -1, True
    for sentence in report.sentences:
        if group:
            # A paragraph that is cut into sentences goes on where the last one ends.
            close = sentence.start == end and end - group[0].start <= LONGEST
            whole = whole and close
            if not close and not _continues(report, group, sentence):
                yield _passage(report, group, whole)
                group = []
        if not group:
            whole = True
        group.append(sentence)
        end = sentence.start + len(sentence.text)
    if group:
        yield _passage(report, group, whole)


def _continues(report: Report, group: Sequence[Sentence], sentence: Sentence) -> bool:
    before = group[-1]
    if sentence.start - group[0].start > LONGEST:
        return False
    if before.section != sentence.section:
        return False
    gap = report.folded[before.start + len(before.text) : sentence.start]
    if gap.strip(" \t\r\n。;!?"):
        return False
    return "\n" not in gap or sentence.text.startswith(_GOES_ON)


def _passage(report: Report, group: Sequence[Sentence], whole: bool) -> Passage:
    """The sentences as one; ``whole``: nothing stands between them."""
    first, last = group[0], group[-1]
    sentence = first
    if len(group) > 1:
        text = report.folded[first.start : last.start + len(last.text)]
        squeezed = "".join([one.squeezed for one in group]) if whole else squeeze(text)
        sentence = Sentence(text, first.start, first.section, squeezed)
    return Passage(sentence, sentence.squeezed, is_ended(report, sentence))


def is_ended(report: Report, sentence: Sentence) -> bool:
    """Is a paragraph known to end here, or may it go on where the text breaks off?"""
    if not report.partial or sentence.text.endswith(_STOPS):
        return True
    return bool(report.folded[sentence.start + len(sentence.text) :].strip())
