"""Which cells, labels and stretches of text a report's findings point at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from lint_disclosure.finding import Finding, Severity
from lint_disclosure.place import LineSpan, Location, Place
from lint_disclosure.render.equation import number
from lint_disclosure.shown import Shown, ShownText

Spot = tuple[str, str, str]
"""Table, row and column: a cell; with one of the last two empty the label of the other one, with
both the caption of the table."""


class Mark(NamedTuple):
    """A finding at a place: ``number`` counts from 1, ``letter`` is the one in its equation.

    ``proposed`` is what most likely should stand there. ``first`` is where the note leads back to.
    """

    number: int
    severity: Severity
    primary: bool
    letter: str = ""
    proposed: str = ""
    first: bool = False


class Stretch(NamedTuple):
    """Marked characters of a line, counted from 1, end exclusive."""

    start: int
    end: int
    mark: Mark


class Marks(NamedTuple):
    """All marks of a report, and beside what the note of each finding stands.

    ``homes`` has a table's key, the line and column of a text, or None: the report as a whole.
    """

    spots: dict[Spot, list[Mark]]
    lines: dict[int, list[Stretch]]
    homes: dict[str | tuple[int, int] | None, list[int]]
    placed: frozenset[int]


def find_marks(findings: tuple[Finding, ...], shown: Shown) -> Marks:
    """The marks of the findings in a report as shown."""
    return _Finder(shown).find(findings)


class _Finder:
    def __init__(self, shown: Shown) -> None:
        self.shown = shown
        self.spots: dict[Spot, list[Mark]] = defaultdict(list)
        self.lines: dict[int, list[Stretch]] = defaultdict(list)
        self.texts: dict[int, list[ShownText]] = defaultdict(list)
        self.texts_of: dict[tuple[int, int], str | tuple[int, int]] = {}
        self.targets: dict[int, list[tuple[LineSpan, Spot]]] = defaultdict(list)
        self.known: set[Spot] = set()
        self.headings: dict[int, tuple[int, int]] = {}
        self._index()

    def _index(self) -> None:
        if self.shown.title:
            self._text(self.shown.title)
        for section in self.shown.sections:
            if section.heading:
                self._text(section.heading)
                if section.number:
                    at = section.heading.line, section.heading.column
                    self.headings.setdefault(section.number, at)
            for one in section.content:
                if isinstance(one, ShownText):
                    self._text(one)
        for table in self.shown.tables:
            self.known.add((table.key, "", ""))
            self.known.update((table.key, group, "") for group, _ in table.groups)
            for text in table.others:
                self._text(text, table.key)
            for grid in table.grids:
                for column in grid.columns:
                    self._target((table.key, "", column.key), column.location)
                for row in grid.rows:
                    self._target((table.key, row.key, ""), row.location)
                    for cell, column in zip(row.cells, grid.columns, strict=True):
                        self._target((table.key, row.key, column.key), cell.location)

    def _text(self, text: ShownText, home: str | None = None) -> None:
        self.texts[text.line].append(text)
        at = text.line, text.column
        self.texts_of[at] = home or at

    def _target(self, spot: Spot, location: Location | None) -> None:
        self.known.add(spot)
        if location is not None:
            for span in location.parts or (LineSpan(*location[:4]),):
                self.targets[span.line].append((span, spot))

    def find(self, findings: tuple[Finding, ...]) -> Marks:
        homes: dict[str | tuple[int, int] | None, list[int]] = defaultdict(list)
        placed = set()
        for index, finding in enumerate(findings, start=1):
            home = self._finding(index, finding)
            if home is not None:
                placed.add(index)
            homes[home or self._near(finding)].append(index)
        return Marks(self.spots, self.lines, homes, frozenset(placed))

    def _finding(self, index: int, finding: Finding) -> str | tuple[int, int] | None:
        """Mark all places of a finding; what its note belongs beside, if its own place is shown."""
        letters = _letters(finding)
        proposed = _proposed(finding)
        mark = Mark(index, finding.severity, True, first=True)
        home = self._mark(finding.place, finding.location, mark, letters, proposed)
        other = mark._replace(primary=False, first=False)
        seen = {finding.location}
        for place, location in _others(finding):
            if location not in seen or (place and place.table):
                seen.add(location)
                self._mark(place, location, other, letters, proposed)
        return home

    def _mark(
        self,
        place: Place | None,
        location: Location | None,
        mark: Mark,
        letters: dict[Location, str],
        proposed: dict[Spot, str],
    ) -> str | tuple[int, int] | None:
        if location is not None:
            mark = mark._replace(letter=letters.get(location, ""))
        home: str | tuple[int, int] | None = None
        if place is not None and place.table:
            spot = place.table, place.row or "", place.column or ""
            if not any(spot[1:]) and location and (home := self._on_others(location, mark)):
                return home
            if spot in self.known:
                self._on_spot(spot, mark._replace(proposed=proposed.get(spot, "")))
                return place.table
        for line, start, end in _pieces(location) if location else ():
            found = self._on_line(line, start, end, mark)
            if found is not None and home is None:
                home = found
                mark = mark._replace(first=False)
        return home

    def _on_others(self, location: Location, mark: Mark) -> str | tuple[int, int] | None:
        """Mark what stands beside a table, if a finding about the table points at it."""
        for line, start, end in _pieces(location):
            for text in self.texts.get(line, ()):
                if text.column == start and len(text.text) >= end - start:
                    return self._on_text(text, start, end, mark)
        return None

    def _on_spot(self, spot: Spot, mark: Mark) -> None:
        marks = self.spots[spot]
        if all(one.number != mark.number for one in marks):
            marks.append(mark)

    def _on_line(self, line: int, start: int, end: int, mark: Mark) -> str | tuple[int, int] | None:
        for span, spot in self.targets.get(line, ()):
            stop = span.end_column if span.end_line == line else 1 << 30
            if start < stop and span.column < max(end, start + 1):
                self._on_spot(spot, mark)
                return spot[0]
        for text in self.texts.get(line, ()):
            stop = text.column + len(text.text)
            if start <= stop and text.column <= max(end - 1, start):
                return self._on_text(text, start, end, mark)
        return None

    def _on_text(self, text: ShownText, start: int, end: int, mark: Mark) -> str | tuple[int, int]:
        first = max(start, text.column)
        last = min(end, text.column + len(text.text))
        self.lines[text.line].append(Stretch(first, max(first, last), mark))
        return self.texts_of[text.line, text.column]

    def _near(self, finding: Finding) -> str | tuple[int, int] | None:
        """What the note of a finding stands beside whose own place is not shown."""
        place = finding.place
        if place.table and any(table.key == place.table for table in self.shown.tables):
            return place.table
        return self.headings.get(place.section) if place.section else None


def _letters(finding: Finding) -> dict[Location, str]:
    """The letters of the operands of a finding, by their places."""
    equations = [finding.equation, *(one.equation for one in finding.broken)]
    found: dict[Location, str] = {}
    for equation in equations:
        for term in equation.left + equation.right if equation else ():
            if term.location is not None:
                found.setdefault(term.location, term.letter)
    return found


def _proposed(finding: Finding) -> dict[Spot, str]:
    """What most likely should stand in a cell; nothing where that cannot be told."""
    repair = finding.repair
    if repair is None or repair.decided is None:
        return {}
    return {
        (change.place.table or "", change.place.row or "", change.place.column or ""): number(
            change.after
        )
        for change in repair.changes
    }


def _others(finding: Finding) -> Iterator[tuple[Place | None, Location | None]]:
    """The places that take part: the related ones, and the operands that are not among them."""
    for related in finding.related:
        yield related.place, related.location
    for change in finding.repair.changes if finding.repair else ():
        yield change.place, change.location
    for location in _letters(finding):
        yield None, location


def _pieces(location: Location) -> Iterator[tuple[int, int, int]]:
    """The part of each line that a location covers: line, and columns from 1, end exclusive."""
    for span in location.parts or (LineSpan(*location[:4]),):
        for line in range(span.line, span.end_line + 1):
            start = span.column if line == span.line else 1
            end = span.end_column if line == span.end_line else 1 << 30
            if start < end or span.line == span.end_line:
                yield line, start, end
