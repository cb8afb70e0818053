"""Find the sections of a report and their sub-sections, whatever numbering the report uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from lint_disclosure.document import Line
from lint_disclosure.place import Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.model import Section
from lint_disclosure.rulepack.model import Form, SectionForm

_NUMERALS = {char: value for value, char in enumerate("一二三四五六七八九十", start=1)}
_STYLES = (
    re.compile(r"[#*\s]*第?([一二三四五六七八九十]{1,3})(?:部分)?\s*[、.,:]\s*"),
    re.compile(r"[#*\s]*\(\s*([一二三四五六七八九十]{1,3})\s*\)\s*、?"),
    re.compile(r"[#*\s]*(\d{1,2})\s*[.、](?!\d)\s*"),
    re.compile(r"[#*\s]*\(\s*(\d{1,2})\s*\)\s*"),
)
_FIRST_CHARACTERS = frozenset("一二三四五六七八九十第(0123456789#*")
_LONGEST_HEADING = 45
_STOP = re.compile(r"[。:;!?]")
_STOP_WITHIN = re.compile(r"[。;!?].")


class Heading(NamedTuple):
    """A numbered line: its style (0 to 3), its ordinal, its title and where they stand."""

    style: int
    ordinal: int
    title: str
    start: int
    end: int
    line: int
    number: int | None = None
    exact: bool = False
    score: int = 0


class SectionTitles:
    """The titles of a form's sections in bare form."""

    def __init__(self, form: Form) -> None:
        self.forms = form.sections
        self.exact = {_bare(section.title): section for section in form.sections}
        self.aliases = {
            _bare(alias): section for section in form.sections for alias in section.aliases
        }
        self.starts: dict[str, list[str]] = {}
        for title in sorted([*self.exact, *self.aliases], key=len, reverse=True):
            self.starts.setdefault(title[:1], []).append(title)

    def score(self, title: str, ordinal: int) -> tuple[SectionForm | None, int]:
        """The section that a title names; how sure that is: 3 exact, 2 known, 1 by its words."""
        section = self.exact.get(title)
        if section is not None:
            return section, 3
        section = self.aliases.get(title)
        if section is not None:
            return section, 2
        for section in self.forms:
            if section.number == ordinal and any(
                all(word in title for word in words) for words in section.keywords
            ):
                return section, 1
        return None, 0


def find_headings(
    lines: Sequence[Line], folded: str, titles: SectionTitles, labels: Iterable[str]
) -> list[Heading]:
    """All numbered headings in order; lines that are labels of a table are none."""
    known_labels = frozenset(labels)
    headings: list[Heading] = []
    for number, line in enumerate(lines):
        if line.cells is None and folded[line.start] in _FIRST_CHARACTERS:
            headings.extend(_on_line(line, number, folded, titles, known_labels))
    return headings


def _on_line(
    line: Line, number: int, folded: str, titles: SectionTitles, labels: frozenset[str]
) -> list[Heading]:
    """The heading at the start of a line, and the ones that follow it on the same line."""
    found: list[Heading] = []
    at = line.start
    while at < line.end:
        numbered = _numbered(folded, at, line.end)
        if numbered is None:
            break
        style, ordinal, begin = numbered
        stop = _title_end(folded, begin, line.end, titles.starts if style in (0, 2) else None)
        title = bare(folded[begin:stop])
        if not title or bare(folded[at:stop]) in labels:
            break
        section, score = titles.score(title, ordinal)
        if section is None:
            found.append(Heading(style, ordinal, title, at, stop, number))
            break
        found.append(
            Heading(style, ordinal, title, at, stop, number, section.number, score == 3, score)
        )
        rest = folded[stop : line.end]
        at = stop + len(rest) - len(rest.lstrip(" 。.;,|"))
        if style != 0:
            break
    return found


def _numbered(folded: str, at: int, end: int) -> tuple[int, int, int] | None:
    for style, pattern in enumerate(_STYLES):
        match = pattern.match(folded, at, end)
        if match:
            text = match.group(1)
            return style, int(text) if text.isdigit() else _ordinal(text), match.end()
    return None


def _ordinal(numeral: str) -> int:
    if len(numeral) == 1:
        return _NUMERALS[numeral]
    tens, _, ones = numeral.partition("十")
    return 10 * _NUMERALS.get(tens, 1) + _NUMERALS.get(ones, 0)


def _title_end(
    folded: str, begin: int, end: int, titles: Mapping[str, Sequence[str]] | None
) -> int:
    """Where a title ends: with its line, or before the text that runs on behind it.

    ``titles`` are those that it may be, by their first characters.
    """
    text = folded[begin:end]
    squeezed = bare(text[: 2 * _LONGEST_HEADING]) if titles else ""
    for title in titles.get(squeezed[:1], ()) if titles else ():
        if squeezed.startswith(title) and len(squeezed) > len(title):
            stop = _offset_of(text, len(title))
            behind = text[stop:].lstrip(" *#")
            if not behind or behind[0] in "。.:;,|一二三四五六":
                return begin + stop
    if len(text) <= _LONGEST_HEADING and not _STOP_WITHIN.search(text):
        return end
    match = _STOP.search(text, 0, _LONGEST_HEADING + 1)
    return begin + match.start() if match else begin + min(len(text), _LONGEST_HEADING)


def _offset_of(text: str, characters: int) -> int:
    """The offset behind so many characters that are not blank."""
    count = 0
    for offset, char in enumerate(text):
        if not char.isspace() and char not in "\"'*#":
            count += 1
        if count == characters:
            return offset + 1
    return len(text)


def build_sections(headings: Sequence[Heading], folded: str, end: int) -> tuple[Section, ...]:
    """The level-1 sections with their sub-sections nested below them."""
    top = {heading.start for heading in _level_one(headings, folded, end)}
    at = [position for position, heading in enumerate(headings) if heading.start in top]
    return tuple(
        _section(headings, position, following, end, 1)
        for position, following in zip(at, [*at, len(headings)][1:], strict=True)
    )


def _section(
    headings: Sequence[Heading], position: int, following: int, end: int, level: int
) -> Section:
    """The section of one heading; the headings up to ``following`` stand inside it."""
    heading = headings[position]
    stop = headings[following].start if following < len(headings) else end
    return Section(
        heading.number if level == 1 else None,
        level,
        heading.title,
        (heading.start, heading.end),
        (heading.end, stop),
        heading.exact and level == 1,
        _nest(headings[position + 1 : following], stop, level + 1),
        heading.style,
        heading.ordinal,
    )


def _nest(headings: Sequence[Heading], end: int, level: int) -> tuple[Section, ...]:
    """Sub-sections by the order in which styles of numbering first appear, each below the last."""
    if not headings:
        return ()
    style = headings[0].style
    at = [position for position, heading in enumerate(headings) if heading.style == style]
    return tuple(
        _section(headings, position, following, end, level)
        for position, following in zip(at, [*at, len(headings)][1:], strict=True)
    )


def _level_one(headings: Sequence[Heading], folded: str, end: int) -> list[Heading]:
    """The headings of sections: sure ones, then those that their neighbours make likely."""
    sure = [one for one in headings if _is_sure(one)]
    if not sure and not any(one.score == 2 for one in headings):
        return [one for one in headings if one.style == 0]
    taken = {one.number for one in sure}
    highest, lowest = 0, [7]
    for one in reversed(sure):
        lowest.append(min(lowest[-1], one.number or 7))
    found: list[Heading] = []
    passed = 0
    for one in headings:
        if _is_sure(one):
            found.append(one)
            highest = max(highest, one.number or 0)
            passed += 1
        elif one.score == 2 and one.style == 0 and one.number not in taken:
            fits = highest < (one.number or 0) < lowest[len(sure) - passed]
            found.extend([one] if fits else [])
    return _without_contents(found, folded, end)


def _is_sure(one: Heading) -> bool:
    """The form's own title, or another wording of it under the number it should have."""
    if one.score == 3:
        return one.style in (0, 2)
    return one.score > 0 and one.style == 0 and one.ordinal == one.number


def _without_contents(top: list[Heading], folded: str, end: int) -> list[Heading]:
    """Drop a table of contents: a heading that comes again later and has nothing below it here."""
    last = {one.number: one.start for one in top}
    kept: list[Heading] = []
    for position, one in enumerate(top):
        stop = top[position + 1].start if position + 1 < len(top) else end
        again = last[one.number] > one.start
        if not (again and not folded[one.end : stop].strip(" 。.|\r\n\t…0123456789")):
            kept.append(one)
    return kept


def spans_without_heading(
    sections: Sequence[Section], form: Form, lines: Sequence[Line], folded: str
) -> dict[int, Span]:
    """Where the body of a section stands whose heading is lost, by the hints of the form."""
    by_number = {section.number: section for section in sections}
    found: dict[int, Span] = {}
    for section in form.sections:
        if section.number in by_number or not section.hints:
            continue
        before = by_number.get(section.number - 1)
        after = by_number.get(section.number + 1)
        if before is None:
            continue
        start, end = before.body[0], after.heading[0] if after else before.body[1]
        for line in lines:
            if start <= line.start < end and line.cells is None:
                text = bare(folded[line.start : line.end])
                if any(hint in text for hint in section.hints):
                    found[section.number] = (line.start, end)
                    break
    return found


def _bare(text: str) -> str:
    return bare(WIDTHS.fold(text))
