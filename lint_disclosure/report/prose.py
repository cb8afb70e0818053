"""Running text: paragraphs over hard line wraps, cut into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_disclosure.document import Line
from lint_disclosure.place import Span
from lint_disclosure.report.folding import PINYIN
from lint_disclosure.report.model import Section, Sentence
from lint_disclosure.report.text_match import squeeze

PAGE_NUMBER = re.compile(
    r"^[ ]*(?:[-_]{1,2} ?\d{1,3} ?[-_]{1,2}|第 ?\d{1,3} ?页(?: ?[/,共]? ?共? ?\d{1,3} ?页)?)[ ]*$",
    re.M,
)
_SENTENCE = re.compile(r"[^。!?]+[。!?]*")
_CLOSED = frozenset("。!?;:")


def without_noise(folded: str) -> str:
    """The text with page numbers and pinyin remarks blanked out; offsets stay what they are."""
    if "- " in folded or "页" in folded:
        folded = PAGE_NUMBER.sub(_blanks, folded)
    if "(" in folded:
        folded = PINYIN.sub(_blanks, folded)
    return folded


def _blanks(match: re.Match[str]) -> str:
    return " " * len(match.group())


def sentences(
    lines: Sequence[Line],
    folded: str,
    headings: dict[int, int],
    tables: Sequence[Span],
    sections: Sequence[Section],
) -> tuple[Sentence, ...]:
    """The sentences outside tables and headings, in order.

    ``headings`` gives for a line the offset at which the heading or title on it ends.
    """
    found: list[Sentence] = []
    bounds = [(section.heading[0], section.number) for section in reversed(sections)]
    section: int | None = None
    for start, end in _paragraphs(lines, folded, headings, tables):
        while bounds and bounds[-1][0] <= start:
            section = bounds.pop()[1]
        for match in _SENTENCE.finditer(folded, start, end):
            text = match.group()
            stripped = text.lstrip()
            if stripped.strip(" 。!?"):
                tidy = stripped.rstrip()
                start = match.end() - len(stripped)
                found.append(Sentence(tidy, start, section, squeeze(tidy)))
    return tuple(found)


def _paragraphs(
    lines: Sequence[Line], folded: str, headings: dict[int, int], tables: Sequence[Span]
) -> Iterator[Span]:
    """Spans of paragraphs; lines that a fixed width broke belong to one paragraph."""
    width = _wrap_width([line for at, line in enumerate(lines) if at not in headings])
    open_start: int | None = None
    last_end = 0
    for number, line in enumerate(lines):
        if folded[line.start : line.end].isspace():
            continue
        start = headings.get(number, line.start)
        in_table = line.cells is not None or any(a <= line.start < b for a, b in tables)
        if in_table or number in headings:
            if open_start is not None:
                yield open_start, last_end
                open_start = None
            if in_table or not folded[start : line.end].strip(" 。:"):
                continue
        if open_start is None:
            open_start = start
        last_end = line.end
        wrapped = (
            width is not None
            and line.end - line.start >= width
            and folded[line.end - 1] not in _CLOSED
        )
        if not wrapped:
            yield open_start, last_end
            open_start = None
    if open_start is not None:
        yield open_start, last_end


def _wrap_width(lines: Sequence[Line]) -> float | None:
    """The least length of a line that was broken at a fixed width, or None where lines are not."""
    lengths = sorted(line.end - line.start for line in lines if line.cells is None)
    if len(lengths) < 8:
        return None
    longest, usual = lengths[-1], lengths[int(len(lengths) * 0.7)]
    if not 15 <= usual <= 60 or longest > usual * 1.6:
        return None
    return usual * 0.8
