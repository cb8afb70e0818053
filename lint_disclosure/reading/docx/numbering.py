"""Automatic numbering: the text that Word puts in front of a paragraph and does not store."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import FALLBACK, VAL, is_on, w, whole
from lint_disclosure.reading.docx.numerals import written
from lint_disclosure.reading.docx.styles import Resolved, Styles

_LEVELS = 9
_LONGEST_TEXT = 255
_PLACE = re.compile(r"%([1-9])")
_LEVEL = w("lvl")
_LEVEL_ID = w("ilvl")
_NUMBER_ID = w("numId")


class Level(NamedTuple):
    """How a level of a list is numbered. ``style`` is the paragraph style that stands for it.

    A number of a level up to ``restart``, from 1, begins this one anew; None for each level above
    it, 0 when it is never begun anew.
    """

    start: int
    format: str
    text: str
    spaced: bool
    decimal: bool
    restart: int | None
    style: str | None


class Numbered(NamedTuple):
    """A list (``w:num``): the counters that it shares, its levels and the numbers it begins at."""

    counters: str
    levels: dict[int, Level]
    starts: dict[int, int]


class Numbering:
    """The lists of a document, and how far each is counted."""

    def __init__(self, part: Callable[[], Element | None], styles: Styles) -> None:
        """``part`` gives the part that defines the lists, None without one; asked when needed."""
        self._part: Callable[[], Element | None] | None = part
        self._styles = styles
        self._numbers: dict[str, Element] = {}
        self._abstract: dict[str, Element] = {}
        self._linked: dict[str, str] = {}
        self._lists: dict[str, Numbered | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[str, int]] = set()

    def _open(self) -> None:
        """Note the lists by their ids."""
        root = self._part() if self._part else None
        self._part = None
        if root is not None:
            for element in root.iter(w("num")):
                self._numbers.setdefault(element.get(_NUMBER_ID, ""), element)
            for element in root.iter(w("abstractNum")):
                name = element.get(w("abstractNumId"), "")
                self._abstract.setdefault(name, element)
                link = element.find(w("styleLink"))
                if link is not None:
                    self._linked.setdefault(link.get(VAL, ""), name)

    def next(self, number_id: str | None, level: str | None, style: Resolved) -> str:
        """The text in front of the next paragraph with this number, direct or by its style."""
        direct = number_id is not None
        number_id = number_id if direct else style.number_id
        if number_id is None:
            return ""
        numbered = self._list(number_id)
        if numbered is None:
            return ""
        at = _level_of_style(numbered, style) if not direct and level is None else None
        if at is None:
            at = min(whole(level if direct else level or style.level, 0), _LEVELS - 1)
        found = numbered.levels.get(at)
        if found is None:
            return ""
        counters = self._counters.setdefault(numbered.counters, [None] * _LEVELS)
        self._count(number_id, numbered, counters, at, found)
        return _text(numbered, counters, found)

    def _count(
        self,
        number_id: str,
        numbered: Numbered,
        counters: list[int | None],
        at: int,
        level: Level,
    ) -> None:
        """Count on at a level, and begin anew below it."""
        count = counters[at]
        override = numbered.starts.get(at)
        if override is not None and (number_id, at) not in self._begun:
            counters[at] = override
        else:
            counters[at] = level.start if count is None else count + 1
        self._begun.add((number_id, at))
        for below in range(at + 1, _LEVELS):
            other = numbered.levels.get(below)
            if other is None or other.restart is None or at < other.restart:
                counters[below] = None

    def _list(self, number_id: str) -> Numbered | None:
        if self._part is not None:
            self._open()
        if number_id not in self._lists:
            self._lists[number_id] = self._read(number_id)
        return self._lists[number_id]

    def _read(self, number_id: str) -> Numbered | None:
        number = self._numbers.get(number_id)
        if number is None:
            return None
        name = self._abstract_of(number)
        abstract = self._abstract.get(name)
        if abstract is None:
            return None
        link = abstract.find(w("numStyleLink"))
        if link is not None:
            name = self._by_style(link.get(VAL, "")) or name
            abstract = self._abstract[name]
        levels = dict(map(_read_level, abstract.findall(_LEVEL)))
        starts: dict[int, int] = {}
        for override in number.findall(w("lvlOverride")):
            at = whole(override.get(_LEVEL_ID), 0)
            own = override.find(_LEVEL)
            if own is not None:
                levels[at] = _read_level(own)[1]
            start = override.find(w("startOverride"))
            if start is not None:
                starts[at] = whole(start.get(VAL), 0)
        return Numbered(name, levels, starts)

    def _abstract_of(self, number: Element) -> str:
        link = number.find(w("abstractNumId"))
        return "" if link is None else link.get(VAL, "")

    def _by_style(self, style: str) -> str | None:
        """The list that a style of lists stands for."""
        if style in self._linked:
            return self._linked[style]
        number = self._numbers.get(self._styles.named(style).number_id or "")
        name = None if number is None else self._abstract_of(number)
        return name if name in self._abstract else None


def _level_of_style(numbered: Numbered, style: Resolved) -> int | None:
    """The level that names one of the styles of the paragraph as its own."""
    for name in style.names:
        for at, level in numbered.levels.items():
            if level.style == name:
                return at
    return None


def _text(numbered: Numbered, counters: list[int | None], level: Level) -> str:
    """The number with the words around it: （三）. A level that has not come counts as begun."""

    def number(match: re.Match[str]) -> str:
        at = int(match[1]) - 1
        other = numbered.levels.get(at)
        if other is None:
            return ""
        count = counters[at]
        shown = "decimal" if level.decimal and other.format != "none" else other.format
        return written(other.start if count is None else count, shown)

    if level.format == "bullet":
        return ""  # A sign of no meaning, mostly from a font of signs.
    text = _PLACE.sub(number, level.text)
    return f"{text} " if level.spaced and text and text[-1].isalnum() else text


def _read_level(element: Element) -> tuple[int, Level]:
    def value(name: str, default: str | None = None) -> str | None:
        found = element.find(w(name))
        return default if found is None else found.get(VAL)

    number_format = element.find(w("numFmt"))
    if number_format is None:  # A format of a later version of Word, with another beside it.
        number_format = element.find(f".//{FALLBACK}/{w('numFmt')}")
    legal = element.find(w("isLgl"))
    restart = value("lvlRestart")
    return whole(element.get(_LEVEL_ID), 0), Level(
        start=whole(value("start"), 0),
        format="decimal" if number_format is None else number_format.get(VAL, "decimal"),
        text=(value("lvlText") or "")[:_LONGEST_TEXT],
        spaced=value("suff", "tab") != "nothing",
        decimal=legal is not None and is_on(legal.get(VAL)),
        restart=None if restart is None else whole(restart, 0),
        style=value("pStyle"),
    )
