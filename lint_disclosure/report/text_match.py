"""Find patterns in a sentence as if it had no blanks, and say where they stand in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from lint_disclosure.place import Span
from lint_disclosure.report.model import Sentence


class Match(NamedTuple):
    """A match; ``start`` and ``end`` count in the squeezed text, ``parts`` in the source."""

    text: str
    parts: tuple[Span, ...]
    groups: tuple[str | None, ...]
    start: int
    end: int


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The compiled pattern; each is compiled once, when it is first needed."""
    return re.compile(pattern)


def squeeze(text: str) -> str:
    """The text without any blanks."""
    return "".join(text.split())


def find_all(pattern: str, sentence: Sentence) -> Iterator[Match]:
    """All matches of a pattern in the squeezed, folded text of a sentence."""
    for match in compiled(pattern).finditer(sentence.squeezed):
        yield Match(
            match.group(),
            source_parts(sentence, match.start(), match.end()),
            match.groups(),
            match.start(),
            match.end(),
        )


def source_parts(sentence: Sentence, start: int, end: int) -> tuple[Span, ...]:
    """The spans in the source of a range of the squeezed text, one part a line."""
    text = sentence.text
    if len(sentence.squeezed) == len(text):
        return ((sentence.start + start, sentence.start + end),)
    offsets = [index for index, char in enumerate(text) if not char.isspace()][start:end]
    if not offsets:
        return ((sentence.start, sentence.start),)
    parts: list[Span] = []
    first = previous = offsets[0]
    for offset in offsets[1:]:
        if "\n" in text[previous:offset] or "\r" in text[previous:offset]:
            parts.append((sentence.start + first, sentence.start + previous + 1))
            first = offset
        previous = offset
    parts.append((sentence.start + first, sentence.start + previous + 1))
    return tuple(parts)
