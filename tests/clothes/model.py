"""A report as its author means it, before anything is printed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lint_disclosure.rulepack.model import Form


class Cell(NamedTuple):
    """A cell as printed, and what is to be read from it.

    ``value`` is as ``extract`` writes it: a whole number, a decimal as a string, or None.
    """

    text: str
    state: str
    value: int | str | None = None
    note: str | None = None


Cells = Mapping[tuple[str, str], Cell]
"""The cells of a table, by row and column."""


class Section(NamedTuple):
    """A heading with what stands below it; ``number`` is set for the six sections of the form.

    With ``runs_on`` the first paragraph follows on the line of the heading. ``table`` is the key
    of the table that stands there, ``above`` and ``below`` are words before and behind it.
    """

    number: int | None
    mark: str
    title: str
    paragraphs: tuple[str, ...] = ()
    parts: tuple[Section, ...] = ()
    runs_on: bool = False
    table: str | None = None
    above: str = ""
    below: str = ""


class Fact(NamedTuple):
    """A line of the metadata head."""

    kind: str
    label: str
    value: str


class Period(NamedTuple):
    """The first and the last day as dates in ISO form, and the words that state them."""

    start: str
    end: str
    words: str


class Report(NamedTuple):
    """A whole report. ``facts_first`` when the metadata stand above the title."""

    seed: int
    form: Form
    year: int
    issuer: str
    body: Mapping[str, str | None]
    title: tuple[str, ...]
    facts: tuple[Fact, ...]
    facts_first: bool
    opening: tuple[str, ...]
    legal_basis: tuple[str, ...]
    electronic_version: str
    period: Period
    contact: Mapping[str, str]
    sections: tuple[Section, ...]
    tables: Mapping[str, Cells]
