"""Lists with each part on a line of its own: 共173条，其中： / （1）动态88条； / （2）公告85条。"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from lint_disclosure.evidence.counts import counts_in
from lint_disclosure.evidence.passage import LONGEST, Passage, is_ended
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, squeeze

_NUMBERING = r"\s*(?:\((\d{1,2})\)|(\d{1,2})[.、](?!\d))"
_OPENINGS = ("其中:", "包括:", "包含:", "涵盖:", "分别为:", "分别是:", "分为:", "如下:")
_CLOSINGS = ("。", ";", ",")
_FAR = 600
"""So far behind a list it is looked whether the list goes on after all."""


class _Line(NamedTuple):
    """A numbered line: where it stands, what it says behind its number."""

    start: int
    end: int
    number: int
    said: str


def opens_list(passage: Passage) -> bool:
    """Does a paragraph end with words that leave its list to the lines below?"""
    if not passage.text.endswith(":"):
        return False
    numbers = counts_in(passage.text)
    behind = len(passage.text) - 1
    near = bool(numbers) and behind - numbers[-1].end <= 6 and numbers[-1].unit != ""
    return near or (bool(numbers) and passage.text.endswith(_OPENINGS))


def with_items(report: Report, passage: Passage) -> Passage | None:
    """The paragraph together with the numbered lines below it; itself where there are none.

    None if there are such lines but not each of them holds just one number, so that it is not sure
    what belongs into the sum.
    """
    sentence = passage.sentence
    begin = sentence.start + len(sentence.text)
    items = list(_lines(report.folded, begin))
    if sum(bool(counts_in(item.said)) for item in items) < 2:
        return passage
    if not all(map(_holds_one_count, items)) or _goes_on(report.folded, items):
        return None
    pieces = [report.folded[sentence.start : items[0].start]]
    for item, behind in zip(items, [*items[1:], None], strict=True):
        line = report.folded[item.start : item.end]
        if behind is not None:
            # Offsets stay what they are: one mark stands for another.
            line = line[:-1] + ";" if line.endswith(_CLOSINGS) else line
            line += report.folded[item.end : behind.start]
        pieces.append(line)
    text = "".join(pieces)
    whole = Sentence(text, sentence.start, sentence.section, squeeze(text))
    return Passage(whole, whole.squeezed, is_ended(report, whole))


def _lines(folded: str, begin: int) -> Iterator[_Line]:
    """The lines below that are numbered 1, 2, 3 without a gap."""
    at, number = begin, 1
    while at < len(folded) and at - begin < LONGEST:
        stop = folded.find("\n", at)
        stop = stop if stop >= 0 else len(folded)
        line = folded[at:stop].rstrip()
        if line.strip():
            match = compiled(_NUMBERING).match(line)
            if match is None or "|" in line or int(match[1] or match[2]) != number:
                return
            yield _Line(at, at + len(line), number, squeeze(line[match.end() :]))
            number += 1
        at = stop + 1


def _holds_one_count(item: _Line) -> bool:
    """One number with a unit, and the line is not broken within it."""
    counts = counts_in(item.said)
    if len(counts) != 1 or not counts[0].unit:
        return False
    return item.said.endswith(_CLOSINGS) or counts[0].end == len(item.said)


def _goes_on(folded: str, items: list[_Line]) -> bool:
    """Does the next number stand further down, behind a line that has none?"""
    last = items[-1]
    following = folded[last.end : last.end + _FAR].splitlines()
    for line in following:
        match = compiled(_NUMBERING).match(line)
        if match and int(match[1] or match[2]) == last.number + 1:
            return True
    return last.said.endswith((";", ","))
