"""Find the parts of a part in a list that goes on: …；公众号54条，其中原创30条、转载24条；…"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from lint_disclosure.evidence.counts import Count
from lint_disclosure.place import Span

_AMONG = "其中"
_OPENERS = ("其中", "包括", "包含", ":")
_ENDS = "。!?"
_NEAR = 400
_START = attrgetter("start")


def sub_lists(text: str, counts: Sequence[Count]) -> list[Span]:
    """From the 其中 behind an item to the end of the item, for items that are parted by ；.

    Only where the item holds one number in front of it, so that nothing else can be meant, and the
    sentence has opened a list before. ``counts`` are those of the text, in its order.
    """
    found: list[Span] = []
    if ";" not in text or _AMONG not in text:
        return found
    before = sentence = 0
    at = text.find(_AMONG)
    while at >= 0:
        sentence = max(sentence, *(text.rfind(mark, before, at) + 1 for mark in _ENDS))
        item = max(text.rfind(";", before, at) + 1, sentence, before)
        for word in _OPENERS:
            opener = text.rfind(word, item, at)
            item = opener + len(word) if opener >= 0 else item
        end = _item_end(text, at)
        parted = text[item - 1 : item] == ";" or text[end : end + 1] == ";"
        near = text[max(sentence, item - _NEAR) : item]
        opened = any(word in near for word in _OPENERS)
        if opened and parted and text[at - 1] == "," and _numbers(counts, item, at) == 1:
            found.append((at, end))
        before = at + len(_AMONG)
        at = text.find(_AMONG, before)
    return found


def _numbers(counts: Sequence[Count], start: int, end: int) -> int:
    first = bisect_left(counts, start, key=_START)
    return bisect_left(counts, end, first, key=_START) - first


def _item_end(text: str, at: int) -> int:
    """Where the item ends: the next ；, the end of the sentence, or another 其中."""
    ends = [found for mark in (";", _AMONG, *_ENDS) if (found := text.find(mark, at + 1)) >= 0]
    return min(ends, default=len(text))
