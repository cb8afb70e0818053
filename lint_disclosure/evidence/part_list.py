"""Read “N of them, among these a, b and c” out of running text: a whole and its parts."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from lint_disclosure.evidence.brackets import DEEPEST, Bracket, brackets_in, directly_within, inside
from lint_disclosure.evidence.counts import IN_UNITS, UNITS, Count, counts_in
from lint_disclosure.evidence.passage import LONGEST, Passage
from lint_disclosure.evidence.sub_list import sub_lists
from lint_disclosure.report.text_match import compiled

_DOCUMENTS = frozenset("条件篇则份宗")
"""Units that reports mix when they count what was published or handled."""

_END = r"[。!?]|其中|(?<=[;,])(?:此外|另|同时|与此同时|\(?[二三四五六七八九十][是)])"
_LEFT_OPEN = ("等", "左右", "以上", "以内", ",其中")
_START = attrgetter("start")
_RUNNING_TOTALS = frozenset(("总计", "合计", "共计", "累计", "小计", "共"))
_IN_WORDS = r"(?<![第一二三四五六七八九十百])[一两三四五六七八九十百千]{{1,6}}[条件篇则份宗{}]"
_NUMERALS = frozenset("一两三四五六七八九十百千")
_AMONG = r"其中(?:主要)?(?:包括|包含|涵盖|含|有|是|为)?[,:]?"
_AMONG_ALL = r"(?:在|所有|上述)[^,。;:!?\d()]{0,14}中,"
_NAMELY = r"(?:包[括含]|涵盖)了?[,:]?|[,:]分别[为是]:?|,分为:?"
_NAMELY_WORDS = ("包括", "包含", "涵盖", ",分", ":分")
_SAID_TO_BE_ALL = ("包括", "包含", "分别")
_COLON_CUE = rf"\d(?:{UNITS})[^,。;:!?\d()]{{0,6}}:"
_FAR = 20
_DIGITS = frozenset("0123456789")


class _Cue(NamedTuple):
    """Words that open a list: 其中, 包括, 在……中 (``far``) or a colon right behind the whole."""

    start: int
    end: int
    stated: bool
    far: bool
    colon: bool


class PartList(NamedTuple):
    """A whole and its parts.

    ``wholes`` are the numbers that the parts may belong to, the likeliest last. ``stated``: the
    text says that these are all (包括, 分别为, a colon). ``closed``: the list runs to the end of
    its sentence and nothing such as 等 leaves it open. ``after`` are the counts of the next one.
    """

    passage: Passage
    wholes: tuple[Count, ...]
    parts: tuple[Count, ...]
    after: tuple[Count, ...]
    stated: bool
    closed: bool
    lead: str
    text: str

    @property
    def sure(self) -> bool:
        """Are all the numbers exact, and all of them written in figures?"""
        if any(count.about for count in (*self.wholes, *self.parts)):
            return False
        if _NUMERALS.isdisjoint(self.text):
            return True
        return not compiled(_IN_WORDS.format(self.wholes[-1].unit)).search(self.text)


def part_lists(passage: Passage) -> Iterator[PartList]:
    """All lists of parts in a passage, in the order of the text."""
    text = passage.text
    if len(text) > 2 * LONGEST or _DIGITS.isdisjoint(text):
        return
    cues = _cues(text)
    if not cues and not _counts_before_bracket(text):
        return
    nested = brackets_in(text)
    brackets = [one for one in nested if not one.depth]
    listing = [at for at, one in enumerate(nested) if one.depth < DEEPEST and _may_list(text, one)]
    if not cues and not listing:
        return
    counts = counts_in(text)
    if len(counts) < 3:
        return
    outside = [count for count in counts if not inside(brackets, count.start)]
    inner = [Bracket(start, end, 0) for start, end in sub_lists(text, outside)]
    inner = [one for one in inner if not inside(brackets, one.start)]
    if inner:
        brackets = sorted([*(one for one in brackets if not inside(inner, one.start)), *inner])
        outside = [count for count in outside if not inside(inner, count.start)]
    for cue in cues:
        if not inside(brackets, cue.start):
            yield from _behind(passage, cue, outside, brackets)
    for one in inner:
        within = [other for other in nested if one.start < other.start < one.end]
        found = _in_bracket(passage, one, counts, within)
        if found and not _divides_another(found, outside):
            yield found
    for at in listing:
        found = _in_bracket(passage, nested[at], counts, directly_within(nested, at))
        if found:
            yield found


def _divides_another(found: PartList, counts: Sequence[Count]) -> bool:
    """Do the parts make up a number further up, which may have been meant (办理7件,…)?"""
    total = sum(part.value for part in found.parts)
    before = counts[: bisect_left(counts, found.wholes[0].start, key=_START)]
    return any(count.value == total for count in before[-_FAR:])


def _cues(text: str) -> list[_Cue]:
    """The words that open a list, then the colons that do."""
    found: list[_Cue] = []
    for pattern in _likely_cues(text):
        for match in compiled(pattern).finditer(text):
            word, at = match.group(), match.start()
            far = word[0] in "在所上"
            stated = not far and word[0] != "其" and not text.endswith("主要", 0, at)
            found.append(_Cue(at, match.end(), stated, far, False))
    cues: list[_Cue] = []
    for cue in sorted(found):
        if not cues or cues[-1].end <= cue.start:
            cues.append(cue)
    if ":" in text and any(map(_ends_in_count, text.split(":")[:-1])):
        for match in compiled(_COLON_CUE).finditer(text):
            cues.append(_Cue(match.start() + 1, match.end(), True, False, True))
    return cues


def _likely_cues(text: str) -> Iterator[str]:
    """The patterns of cues that may match the text."""
    among = text.count("其中")
    if among:
        yield _AMONG
    if "中," in text and text.count("中,") > (text.count("其中,") if among else 0):
        yield _AMONG_ALL
    if any(word in text for word in _NAMELY_WORDS):
        yield _NAMELY


def _ends_in_count(text: str) -> bool:
    """Is there a digit, and something like a unit, among the last characters?"""
    return not (_DIGITS.isdisjoint(text[-9:]) or IN_UNITS.isdisjoint(text[-8:]))


def _counts_before_bracket(text: str) -> bool:
    """Does a unit stand right before any bracket?"""
    return "(" in text and any(piece[-1:] in IN_UNITS for piece in text.split("(")[:-1])


def _may_list(text: str, bracket: Bracket) -> bool:
    """Does a bracket stand right behind a unit, and is it long enough for three numbers?"""
    start, end, _ = bracket
    return end - start >= 6 and text[start - 2 : start - 1] in IN_UNITS


def _between(counts: Sequence[Count], start: int, end: int) -> Sequence[Count]:
    """The counts that start in a range."""
    first = bisect_left(counts, start, key=_START)
    return counts[first : bisect_left(counts, end, first, key=_START)]


def _behind(
    passage: Passage, cue: _Cue, counts: Sequence[Count], brackets: Sequence[Bracket]
) -> Iterator[PartList]:
    """The lists that a cue opens, one a unit (1件420元, 2件290元), each with its whole."""
    text = passage.text
    end = _list_end(text, cue.end, brackets)
    listed = [
        count for count in _between(counts, cue.end, end) if count.clause not in _RUNNING_TOTALS
    ]
    for unit in _units(listed):
        wholes = _wholes(text, cue, counts, unit)
        if wholes:
            start = _sentence_start(text, wholes[0].start)
            found = _made(passage, wholes, listed, (start, cue.end, end), cue.stated, counts)
            if found:
                yield found


def _units(listed: Sequence[Count]) -> list[str]:
    """The units that are counted, those of documents only once."""
    units = list(dict.fromkeys(count.unit for count in listed if count.unit))
    documents = [unit for unit in units if unit in _DOCUMENTS]
    return [unit for unit in units if unit not in documents[1:]]


def _in_bracket(
    passage: Passage, bracket: Bracket, counts: Sequence[Count], within: Sequence[Bracket]
) -> PartList | None:
    """A list in brackets right behind its whole: 13件(新制定5件,修改4件,废止4件).

    What stands in brackets ``within`` these belongs to a part, and is a list of its own.
    """
    start, end, _ = bracket
    listed = [one for one in _between(counts, start, end) if not inside(within, one.start)]
    whole = [count for count in _between(counts, start - 24, start) if count.end == start - 1]
    among = passage.text.startswith(("含", "其中"), start)
    few = 2 if among or passage.text.startswith(_SAID_TO_BE_ALL, start) else 3
    if len(listed) < few or not whole:
        return None
    stated = not among
    return _made(passage, whole, listed, (whole[0].start, start, end), stated, ())


def _made(
    passage: Passage,
    wholes: Sequence[Count],
    listed: Sequence[Count],
    bounds: tuple[int, int, int],
    stated: bool,
    counts: Sequence[Count],
) -> PartList | None:
    """The list in the unit of its whole; None when fewer than two parts count the same thing."""
    lead, start, end = bounds
    text = passage.text
    parts = [part for part in listed if _same_kind(part.unit, wholes[-1].unit)]
    if len(parts) < 2:
        return None
    closes = text[end : end + 1] in ("。", ")", "!") or text[end - 1] == ";"
    closes = closes or (end == len(text) and passage.ended)
    stop = _sentence_end(text, end + 1)
    return PartList(
        passage=passage,
        wholes=tuple(wholes),
        parts=tuple(parts),
        after=tuple(
            count for count in _between(counts, end + 1, stop) if count.unit == wholes[-1].unit
        ),
        stated=stated,
        closed=closes and not any(text.find(word, start, end) >= 0 for word in _LEFT_OPEN),
        lead=text[lead:start],
        text=text[start:end],
    )


def _wholes(text: str, cue: _Cue, counts: Sequence[Count], unit: str) -> Sequence[Count]:
    """The numbers that may be the whole: of the cue's own sentence, else of the one before it.

    在公开的信息中 may reach back over two sentences; a colon stands right behind its whole.
    """
    start = cue.start - 24 if cue.colon else _sentence_start(text, cue.start)
    for _ in range(3 if cue.far else 2):
        near = _between(counts, start, cue.start)
        if cue.colon:
            near = [count for count in near if count.end > cue.start]
        same = [count for count in near if count.unit == unit]
        if same or near or not start:
            return same or [count for count in near if _same_kind(unit, count.unit)]
        start = _sentence_start(text, start - 1)
    return []


def _same_kind(unit: str, whole: str) -> bool:
    """Is a part in ``unit`` one of a whole in ``whole``? A last part may lack its unit."""
    return unit in ("", whole) or (unit in _DOCUMENTS and whole in _DOCUMENTS)


def _list_end(text: str, start: int, brackets: Sequence[Bracket]) -> int:
    for match in compiled(_END).finditer(text, start):
        if not inside(brackets, match.start()):
            return match.start()
    return len(text)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, max(0, at)) for mark in "。!?") + 1


def _sentence_end(text: str, at: int) -> int:
    ends = [found for mark in "。!?" if (found := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
