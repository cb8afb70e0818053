"""The parsed report: every value with its raw text, its state and its place."""

# Annotations are not postponed here: each of a named tuple's would be compiled when a run starts.

from collections.abc import Mapping
from datetime import date
from typing import Literal, NamedTuple

from lint_disclosure.document import Feature, Notice
from lint_disclosure.finding import Number
from lint_disclosure.place import Place, Source, Span
from lint_disclosure.rulepack.model import Form

CellState = Literal["number", "blank", "dash", "text", "absent", "unread"]


class Mark(NamedTuple):
    """A place to point at: symbolic, concrete, and in words."""

    place: Place
    parts: tuple[Span, ...]
    locator: str


class Field(NamedTuple):
    """A value found in running text. ``value`` is the tidy form, the parts give the raw text."""

    value: str
    parts: tuple[Span, ...]


class Cell(NamedTuple):
    """One cell of a table. ``value`` is set only in state ``number``.

    ``note`` is a remark that stands with the number. ``parts`` is empty for ``absent`` and
    ``unread``; for ``blank`` it is the empty span between the separators, where there is one.
    """

    state: CellState
    value: Number | None = None
    parts: tuple[Span, ...] = ()
    note: str | None = None


class Label(NamedTuple):
    """A label of the form as the report prints it; ``exact`` when the wording is the form's own."""

    parts: tuple[Span, ...]
    exact: bool


class Stray(NamedTuple):
    """Something in a table that the form has not there: words in cells, and the cells behind them.

    ``row`` is the row of the form that stands here once more; None for words that are no label of
    the form. In a header there are no cells behind the words.
    """

    words: tuple[Span, ...]
    cells: tuple[Cell, ...] = ()
    row: str | None = None


class Table(NamedTuple):
    """A table of the form as far as it could be read.

    ``rows`` and ``columns`` hold the labels that were seen, in the order in which they stand.
    ``placed`` are rows that were placed without a label. ``torn`` says that labels and numbers are
    apart, so a label that is missing here may well stand in the original. ``partial`` means that
    the text ends inside the table. ``width`` is the usual number of cells of a row.
    ``loose`` holds numbers that could not be assigned. ``strays`` are in the order of the text.
    """

    key: str
    cells: Mapping[tuple[str, str], Cell]
    rows: Mapping[str, Label]
    columns: Mapping[str, Label]
    blocks: Mapping[str, Label]
    span: Span
    section: int | None
    placed: frozenset[str] = frozenset()
    torn: bool = False
    partial: bool = False
    width: int | None = None
    loose: tuple[Span, ...] = ()
    strays: tuple[Stray, ...] = ()


class Section(NamedTuple):
    """A heading and what stands below it.

    ``number`` is the form's number of a level-1 section, None for anything else. ``heading`` is the
    span of the whole heading, ``body`` what follows up to the next heading of its level or higher.
    ``ordinal`` is the printed number, in ``style`` 0 (一、), 1 (（一）), 2 (1.) or 3 (（1）).
    """

    number: int | None
    level: int
    title: str
    heading: Span
    body: Span
    exact: bool
    subsections: "tuple[Section, ...]" = ()
    style: int = 0
    ordinal: int = 0


class Period(NamedTuple):
    """The stated data period; a missing date could not be read from the raw text."""

    start: date | None
    end: date | None
    parts: tuple[Span, ...]
    damaged: bool = False


class Body(NamedTuple):
    """Level, kind and function of the issuing body; None where nothing tells."""

    level: str | None
    kind: str | None
    function: str | None


class Sentence(NamedTuple):
    """A sentence of running text, in folded characters, and the section it stands in.

    ``squeezed`` is the text without any blanks: patterns are matched on it.
    """

    text: str
    start: int
    section: int | None
    squeezed: str


class Reading(NamedTuple):
    """What a number of the prose may be: a sum of cells.

    ``text`` is the sum in keys (``requests.received.total + requests.carried_in.total``), ``terms``
    are coefficient, table, row and column of each cell.
    """

    text: str
    terms: tuple[tuple[int, str, str, str], ...]


class Claim(NamedTuple):
    """A number that the prose states about the tables, for this body and the year of the report.

    ``readings`` are what it may be, the likeliest first; ``met`` is the text of the one that the
    tables agree with. ``value`` is a whole number, for money 万元 as a Decimal. ``unit`` is as
    printed. ``sentence`` is where its sentence starts. ``negated``: there is no number but a
    statement (未收到申请). ``scope`` is ``area`` where it speaks of 全市 and the like, else
    ``body``. With ``at_least`` the cells count other things too.
    """

    quantity: str
    readings: tuple[Reading, ...]
    value: Number
    unit: str
    parts: tuple[Span, ...]
    sentence: int
    negated: bool = False
    scope: Literal["body", "area"] = "body"
    at_least: bool = False
    met: str | None = None

    @property
    def about(self) -> str:
        """The likeliest reading."""
        return self.readings[0].text


class Report(NamedTuple):
    """A report, as every rule sees it.

    ``folded`` is the text with full-width forms, variants and traditional characters brought to one
    form, character by character, so that offsets agree with ``source.text``. ``end`` is the offset
    up to which the text was shown; with ``partial`` nothing is known of what may follow.
    """

    source: Source
    folded: str
    form: Form | None
    expected_form: Form | None
    year: int | None
    issuer: str | None
    body: Body
    title: Field | None
    title_year: int | None
    period: Period | None
    legal_basis: tuple[Field, ...]
    electronic_version: Field | None
    contact: Mapping[str, Field]
    metadata: Mapping[str, Field]
    preamble: Span
    sections: tuple[Section, ...]
    unlabelled: Mapping[int, Span]
    tables: Mapping[str, Table]
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    partial: bool
    notices: tuple[Notice, ...]
    features: tuple[Feature, ...] = ()
