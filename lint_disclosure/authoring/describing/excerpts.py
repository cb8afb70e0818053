"""The lines of a text that matter: those that another text does not have, cut to the difference."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import takewhile
from typing import NamedTuple

from lint_disclosure.render.width import ELLIPSIS, clip, text_width, visible

OMITTED = "……"

_WIDTH = 96
_NEIGHBOUR = 48
"""Display cells of a line that is shown, and of one that only shows where another is missing."""
_AROUND = 24
"""Characters that are shown on both sides of a difference inside a long line."""
_BARE = 12
"""Characters of a line that says too little without the one before it."""
_LINES = 12

_SENTENCE_END = re.compile(r"[。；！？]")


class _Hunk(NamedTuple):
    """A range of lines, and how they are shown."""

    start: int
    end: int
    shown: tuple[str, ...]


def relevant(text: str, other: str, origin: str | None = None) -> tuple[str, ...]:
    """The lines of a text that differ from another one or from the text both are made from.

    Where the other one has a line more, the lines around the gap are shown.
    """
    lines = _lines(text)
    hunks = list(_hunks(lines, _lines(other)))
    if origin is not None:
        taken = {index for hunk in hunks for index in range(hunk.start, hunk.end)}
        hunks += [
            hunk
            for hunk in _hunks(lines, _lines(origin))
            if hunk.start < hunk.end and taken.isdisjoint(range(hunk.start, hunk.end))
        ]
    shown: list[str] = []
    done = None
    for hunk in sorted(hunks):
        if done is not None and hunk.start > done:
            shown.append(OMITTED)
        shown += hunk.shown
        done = hunk.end
    return (*shown[:_LINES], OMITTED) if len(shown) > _LINES else tuple(shown)


def distance(one: str, other: str) -> int:
    """How many lines differ."""
    codes = _matcher(_lines(one), _lines(other)).get_opcodes()
    return sum(max(b - a, d - c) for kind, a, b, c, d in codes if kind != "equal")


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _matcher(lines: Sequence[str], others: Sequence[str]) -> SequenceMatcher[str]:
    return SequenceMatcher(None, lines, others, autojunk=False)


def _hunks(lines: Sequence[str], others: Sequence[str]) -> Iterator[_Hunk]:
    for kind, a, b, c, d in _matcher(lines, others).get_opcodes():
        if kind == "equal":
            continue
        if b - a == d - c:
            pairs = zip(lines[a:b], others[c:d], strict=True)
            shown = [_difference(line, other) for line, other in pairs]
            if any(len(line) < _BARE for line in (*lines[a:b], *others[c:d])):
                shown = [_short(line, _NEIGHBOUR) for line in lines[max(0, a - 1) : a]] + shown
        else:
            before = [_short(line, _NEIGHBOUR) for line in lines[max(0, a - 1) : a]]
            after = [_short(line, _NEIGHBOUR) for line in lines[b : b + 1]]
            shown = [*before, *(_short(line, _WIDTH) for line in lines[a:b]), *after]
        yield _Hunk(a, b, tuple(shown))


def _difference(line: str, other: str) -> str:
    """A line, cut to the sentences in which it differs from the other."""
    if text_width(line) <= _WIDTH and text_width(other) <= _WIDTH:
        return visible(line)
    start = _common(line, other)
    tail = min(_common(line[::-1], other[::-1]), min(len(line), len(other)) - start)
    end = len(line) - tail
    first, last = max(0, start - _AROUND), min(len(line), end + _AROUND)
    if start < end and start < len(other) - tail:
        # Words in place of others: the sentence says it all. For words that are left out it takes
        # those around them.
        first = max([first, *(found.end() for found in _SENTENCE_END.finditer(line, 0, start))])
        behind = _SENTENCE_END.search(line, end - 1)
        last = min(last, behind.end()) if behind else last
    lead = OMITTED if first else ""
    trail = OMITTED if last < len(line) else ""
    return lead + visible(line[first:last]) + trail


def _common(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _short(line: str, width: int) -> str:
    line = visible(line)
    shown = clip(line, width)
    return line if shown == line else shown.removesuffix(ELLIPSIS) + OMITTED
