"""Search text for the patterns of a rule: first for the words that a match must hold.

The words come with the compiled options (``needles``), so that few patterns need be compiled.
"""

from __future__ import annotations

from bisect import bisect
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

Needles = Mapping[str, Sequence[Any]]
"""For a pattern: whether it is nothing but its words, then words in groups (see there)."""


def needles_of(rule: Rule) -> Needles:
    """The words of all patterns of a rule; a pattern that has none is always tried."""
    found: Needles = rule.options.get("needles", {})
    return found


_NONE: Sequence[Any] = ()


def may_match(needle: Sequence[Any] | None, text: str) -> bool:
    """Does the text hold what any match of a pattern must hold?"""
    return bool(likely(("",), {"": needle or _NONE}, text))


def likely(patterns: Sequence[str], needles: Needles, text: str) -> list[str]:
    """The patterns that may match the text: those for which it holds what any match must hold.

    This is the innermost loop of most rules on words, so it is written out in one piece.
    """
    found = []
    for pattern in patterns:
        for groups in needles.get(pattern, _NONE):
            if groups is True or groups is False:
                continue
            for group in groups:
                # A single character is looked for much faster than a word.
                if group[0] in text and group[1] in text:
                    for word in group[2:]:
                        if word in text:
                            break
                    else:
                        continue
                    break
            else:
                break
        else:
            found.append(pattern)
    return found


def matching(patterns: Sequence[str], needles: Needles, text: str) -> list[str]:
    """The patterns that match some line of the text; at the ends of lines they are not tried."""
    return [
        pattern
        for pattern in likely(patterns, needles, text)
        if _is_anchored(pattern) or compiled(pattern).search(text)
    ]


@cache
def _is_anchored(pattern: str) -> bool:
    """Does a pattern ask for the beginning or the end of a sentence?"""
    return compiled(r"(?<!\[)\^|(?<!\\)\$|\\[AZ]").search(pattern) is not None


class Lines(NamedTuple):
    """Texts that are searched together: one a line, and where in the whole each begins."""

    texts: Sequence[str]
    whole: str
    starts: Sequence[int]


def as_lines(texts: Sequence[str]) -> Lines:
    """Texts that hold no line break, to be searched together."""
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    return Lines(texts, "\n".join(texts), starts)


def lines_with(words: Sequence[str], among: Lines) -> list[int]:
    """The lines that hold any of the words, in their order."""
    _, whole, starts = among
    found: set[int] = set()
    for word in words:
        at = whole.find(word)
        while at >= 0:
            behind = bisect(starts, at)
            found.add(behind - 1)
            at = whole.find(word, starts[behind])
    return sorted(found)


def any_found(patterns: Sequence[str], needles: Needles, text: str) -> bool:
    """Does any of the patterns match? Those that are mere words are tried first."""
    left = []
    for pattern in patterns:
        needle = needles.get(pattern)
        if may_match(needle, text):
            if needle is not None and needle[0]:
                return True
            left.append(pattern)
    return any(compiled(pattern).search(text) for pattern in left)


def without_words(patterns: Sequence[str], needles: Needles, text: str) -> str:
    """The text without what the patterns match that are mere words."""
    for pattern in patterns:
        needle = needles.get(pattern)
        if needle is not None and needle[0]:
            for group in needle[1]:
                for word in group[2:]:
                    text = text.replace(word, "\n")
    return text
