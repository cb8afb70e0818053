"""A report as a row of blocks, which is what every renderer prints."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from tests.clothes.layout import Sheet, lay_out
from tests.clothes.model import Fact, Report, Section


class Title(NamedTuple):
    """The title, on one line or two."""

    lines: tuple[str, ...]


class Facts(NamedTuple):
    """The metadata head."""

    facts: tuple[Fact, ...]


class Paragraph(NamedTuple):
    """A paragraph of running text."""

    text: str


class Heading(NamedTuple):
    """A heading of level 1 to 3: its number as printed, its words, and text on the same line."""

    level: int
    mark: str
    title: str
    tail: str


Block = Title | Facts | Paragraph | Heading | Sheet


def story(report: Report) -> Iterator[Block]:
    """The blocks of a report in order."""
    head: list[Block] = [Title(report.title)]
    if report.facts:
        head.insert(0 if report.facts_first else 1, Facts(report.facts))
    yield from head
    yield from map(Paragraph, report.opening)
    for section in report.sections:
        yield from _section(report, section, 1)


def _section(report: Report, section: Section, level: int) -> Iterator[Block]:
    paragraphs = section.paragraphs
    tail = f"。{paragraphs[0]}" if section.runs_on else ""
    yield Heading(level, section.mark, section.title, tail)
    yield from map(Paragraph, paragraphs[1:] if section.runs_on else paragraphs)
    if section.table is not None:
        if section.above:
            yield Paragraph(section.above)
        yield lay_out(report.form.tables[section.table], report.tables[section.table])
        if section.below:
            yield Paragraph(section.below)
    for part in section.parts:
        yield from _section(report, part, level + 1)
