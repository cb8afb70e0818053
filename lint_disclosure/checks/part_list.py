"""Read “N of them, among these a, b and c” out of running text: a whole and its parts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from lint_disclosure.checks.passage import LONGEST, Passage
from lint_disclosure.report.text_match import compiled

_UNITS = (
    "条次|件次|人次|场次|条|件|篇|则|期|份|宗|项|个|次|人|名|场|元|册|例|起|封|户|家|批|幅|张|类"
)
_DOCUMENTS = frozenset("条件篇则份宗")
"""Units that reports mix when they count what was published or handled."""

_END = (
    r"[。!?]|其中|(?<=[;,])"
    r"(?:此外|另|同时|与此同时|[二三四五六七八九十]是|\([二三四五六七八九]\))"
)
_LEFT_OPEN = r"等|左右|以上|以内"
_COMPARED = r"同比|环比|[比较](?:上|去|前|20\d\d)"
_START = attrgetter("start")
_RUNNING_TOTALS = frozenset(("总计", "合计", "共计", "累计", "小计", "共"))
_IN_WORDS = r"(?<![第一二三四五六七八九十百])[一两三四五六七八九十百千]{{1,6}}[条件篇则份宗{}]"
_NOT_A_COUNT = r"(?:年|电话|热线|邮编|传真|平台|代码|编号)[:为]?$"
_NUMBER = (
    r"(\d\d{0,11}(?:,\d{3}(?!\d)){0,3})(?![\dA-Za-z%‰/:~-])(\.\d+)?([万亿千百]|[余多几来])?[余多]?"
    rf"(?:({_UNITS})(?!工作日|百分点|小时|月|部[委门]))?"
)
_NOT_BEFORE = frozenset("0123456789.-/_~第ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_CUE = (
    r"其中(?:主要)?(?:包括|包含|涵盖|含|有|是|为)?[,:]?"
    r"|在[^,。;:!?\d()]{0,14}中,|所有[^,。;:!?\d()]{0,14}中,|上述[^,。;:!?\d()]{0,14}中,"
    r"|包括了?[,:]?|包含了?[,:]?|涵盖了?[,:]?|,分别[为是]:?|:分别[为是]:?|,分为:?"
)
_COLON_CUE = rf"\d(?:{_UNITS})[^,。;:!?\d()]{{0,6}}:"
_CUE_WORDS = ("其中", "中,", "包括", "包含", "涵盖", ",分", ":")


class Count(NamedTuple):
    """A number with its unit in the squeezed text of a passage; ``clause`` is what leads to it."""

    value: int
    unit: str
    start: int
    end: int
    clause: str
    about: bool


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
        exact = not any(count.about for count in (*self.wholes, *self.parts))
        in_words = compiled(_IN_WORDS.format(self.wholes[-1].unit))
        return exact and not in_words.search(self.text)


def part_lists(passage: Passage) -> Iterator[PartList]:
    """All lists of parts in a passage, in the order of the text."""
    text = passage.text
    if len(text) > 2 * LONGEST:
        return
    cues = list(_cues(text))
    brackets = _brackets(text) if cues or "(" in text else []
    if not cues and not brackets:
        return
    counts = _counts(text)
    if len(counts) < 3:
        return
    outside = [count for count in counts if not _inside(brackets, count.start)]
    for cue in cues:
        if not _inside(brackets, cue.start):
            yield from _behind(passage, cue, outside, brackets)
    for start, end in brackets:
        found = _in_bracket(passage, start, end, counts)
        if found:
            yield found


def _cues(text: str) -> Iterator[_Cue]:
    """The words that open a list."""
    if any(word in text for word in _CUE_WORDS[:-1]):
        for match in compiled(_CUE).finditer(text):
            word, at = match.group(), match.start()
            far = word[0] in "在所上"
            stated = not far and word[0] != "其" and not text.endswith("主要", 0, at)
            yield _Cue(at, match.end(), stated, far, False)
    if ":" in text:
        for match in compiled(_COLON_CUE).finditer(text):
            yield _Cue(match.start() + 1, match.end(), True, False, True)


def _counts(text: str) -> list[Count]:
    """All numbers that count something, years and percentages left out."""
    found = []
    for match in compiled(_NUMBER).finditer(text):
        digits, fraction, scale, unit = match.groups()
        first = match.start()
        if text[first - 1 : first] in _NOT_BEFORE or (
            text[first - 1 : first] == ":" and text[first - 2 : first - 1].isdigit()
        ):
            continue
        behind = text[match.end() : match.end() + 1]
        if unit is None and (fraction or scale or behind not in "。;!?"):
            continue
        before = text[max(0, match.start() - 24) : match.start()]
        clause = before[_last_mark(before) + 1 :]
        if unit is None and compiled(_NOT_A_COUNT).search(before):
            continue
        if compiled(_COMPARED).search(clause):
            continue
        about = bool(fraction or scale) or before.endswith(("近", "约", "超", "逾", "过", "达到"))
        value = int(digits.replace(",", ""))
        found.append(Count(value, unit or "", match.start(), match.end(), clause, about))
    return found


def _last_mark(text: str) -> int:
    find = text.rfind
    return max(find(","), find(";"), find(":"), find("。"), find("、"), find("!"), find("?"))


def _brackets(text: str) -> list[tuple[int, int]]:
    """Ranges inside round brackets and book titles, the outer ones only."""
    found, opened = [], []
    for match in compiled(r"[()《》]").finditer(text):
        if match.group() in "(《":
            opened.append(match.end())
        elif opened:
            start = opened.pop()
            if not opened:
                found.append((start, match.start()))
    return found


def _inside(ranges: Sequence[tuple[int, int]], at: int) -> bool:
    index = bisect_right(ranges, (at, LONGEST * 3)) - 1
    return index >= 0 and at < ranges[index][1]


def _between(counts: Sequence[Count], start: int, end: int) -> Sequence[Count]:
    """The counts that start in a range."""
    first = bisect_left(counts, start, key=_START)
    return counts[first : bisect_left(counts, end, first, key=_START)]


def _behind(
    passage: Passage, cue: _Cue, counts: Sequence[Count], brackets: Sequence[tuple[int, int]]
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


def _in_bracket(passage: Passage, start: int, end: int, counts: Sequence[Count]) -> PartList | None:
    """A list in brackets right behind its whole: 13件(新制定5件,修改4件,废止4件)."""
    listed = _between(counts, start, end)
    whole = [count for count in _between(counts, start - 24, start) if count.end == start - 1]
    if len(listed) < 3 or not whole:
        return None
    stated = not passage.text.startswith(("含", "其中"), start)
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
        closed=closes and not compiled(_LEFT_OPEN).search(text, start, end),
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


def _list_end(text: str, start: int, brackets: Sequence[tuple[int, int]]) -> int:
    for match in compiled(_END).finditer(text, start):
        if not _inside(brackets, match.start()):
            return match.start()
    return len(text)


def _sentence_start(text: str, at: int) -> int:
    return max(text.rfind(mark, 0, max(0, at)) for mark in "。!?") + 1


def _sentence_end(text: str, at: int) -> int:
    ends = [found for mark in "。!?" if (found := text.find(mark, at)) >= 0]
    return min(ends, default=len(text))
