"""Forms and rules as plain values: what the YAML files say once they have been checked."""

# Annotations are not postponed here: each of a named tuple's would be compiled when a run starts.

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from lint_disclosure.finding import Basis, Confidence, Safety, Severity

Layout = Literal["grid", "flat"]
ValueKind = Literal["count", "amount", "change"]


class Text(NamedTuple):
    """The same text in the two languages of the program."""

    zh: str
    en: str

    def get(self, lang: str) -> str:
        """The text in ``lang``; anything but ``en`` is Chinese."""
        return self.en if lang == "en" else self.zh


class Years(NamedTuple):
    """A closed range of report years; None leaves a side open."""

    first: int | None = None
    last: int | None = None

    def __contains__(self, year: object) -> bool:
        return (
            isinstance(year, int)
            and (self.first is None or year >= self.first)
            and (self.last is None or year <= self.last)
        )


class Row(NamedTuple):
    """A row of a form's table. ``label`` is the form's wording, ``columns`` the columns it has."""

    key: str
    label: str
    short: str
    aliases: tuple[str, ...]
    columns: tuple[str, ...]


class Column(NamedTuple):
    """A column of a form's table. ``value`` says what its cells hold."""

    key: str
    label: str
    aliases: tuple[str, ...]
    value: ValueKind


class Block(NamedTuple):
    """A part of a table under a caption of its own (第二十条第（一）项)."""

    key: str
    caption: str
    rows: tuple[str, ...]
    columns: tuple[str, ...]


class Group(NamedTuple):
    """Rows under a common label ((三)不予公开); in some forms a single row."""

    key: str
    label: str
    aliases: tuple[str, ...]
    rows: tuple[str, ...]


class TableForm(NamedTuple):
    """A table as the form prints it.

    ``layout`` is ``grid`` (a label before each row of values) or ``flat`` (all rows side by side on
    one line of values). ``captions`` are header words that are no row and no column.
    """

    key: str
    title: str
    label: str
    section: int
    layout: Layout
    rows: Mapping[str, Row]
    columns: Mapping[str, Column]
    groups: Mapping[str, Group]
    blocks: tuple[Block, ...]
    captions: tuple[str, ...]

    def cells(self) -> list[tuple[str, str]]:
        """The (row, column) keys of all cells, in the order of the form."""
        return [(row.key, column) for row in self.rows.values() for column in row.columns]

    def size(self) -> int:
        """How many cells there are."""
        return sum([len(row.columns) for row in self.rows.values()])


class SectionForm(NamedTuple):
    """A section of the form.

    ``keywords`` are groups of words: a heading with all words of one group is taken for this
    section when its wording is not known. ``hints`` are phrases that betray the body of a section
    whose heading is lost.
    """

    number: int
    title: str
    aliases: tuple[str, ...]
    keywords: tuple[tuple[str, ...], ...]
    hints: tuple[str, ...]
    tables: tuple[str, ...]


class Form(NamedTuple):
    """An official form: what a report of certain years looks like."""

    key: str
    title: Text
    document: str
    years: Years
    sections: tuple[SectionForm, ...]
    tables: Mapping[str, TableForm]
    specimen: str


class Case(NamedTuple):
    """What a rule says in one of the cases that its check tells apart; None: the rule's own."""

    severity: Severity | None = None
    message: Text | None = None
    help: Text | None = None


class FixForm(NamedTuple):
    """How a rule would have the text it reports written.

    What ``find`` matches in the text that is reported (all of it without ``find``) becomes
    ``text``; or, where ``text`` is None, each of the characters ``old`` becomes the one of ``new``
    at the same place. With ``case`` only in that case of the rule; with ``everywhere`` the related
    places of the finding are changed as well as its own.
    """

    safety: Safety
    find: str | None = None
    text: str | None = None
    old: str = ""
    new: str = ""
    case: str | None = None
    everywhere: bool = False


class BodyProfile(NamedTuple):
    """Bodies that a rule is for; what is empty does not restrict."""

    kinds: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()
    functions: tuple[str, ...] = ()


class Rule(NamedTuple):
    """A rule. ``options`` are the settings of its check kind, compiled (see docs/writing-rules.md).

    ``forms`` and ``kinds``/``levels``/``functions`` are empty when the rule applies to all of them.
    With ``bodies`` one of these profiles must fit as well. ``pack`` is the name of the pack that it
    comes from; ``off`` says why a pack has switched it off. Of ``fixes`` the first that changes
    anything in a finding is offered with it.
    """

    id: str
    name: str
    title: Text
    severity: Severity
    confidence: Confidence
    since: str
    years: Years
    forms: tuple[str, ...]
    kinds: tuple[str, ...]
    levels: tuple[str, ...]
    functions: tuple[str, ...]
    bodies: tuple[BodyProfile, ...]
    basis: tuple[Basis, ...]
    check: str
    options: Mapping[str, Any]
    needs: tuple[str, ...]
    related: tuple[str, ...]
    message: Text
    help: Text
    exceptions: Text | None
    cases: Mapping[str, Case]
    url: str
    pack: str = ""
    off: str | None = None
    fixes: tuple[FixForm, ...] = ()


class PackInfo(NamedTuple):
    """What a pack is called; ``title`` is for people."""

    name: str
    version: str
    title: Text


class RulePack(NamedTuple):
    """Rules and forms that were checked together, and the tables of words that reading needs.

    ``packs`` are the packs that the rules come from, each later one over those before it.

    ``characters`` maps variant and traditional characters to the ones the forms use; ``bodies`` is
    the table that tells level, kind and function of a body; ``vocabulary`` holds the labels
    of title, contact block and metadata head. ``claims`` says how prose states figures of the
    tables (see ``claim_words``).
    """

    packs: tuple[PackInfo, ...]
    rules: Mapping[str, Rule]
    forms: Mapping[str, Form]
    characters: Mapping[str, str]
    bodies: tuple[Mapping[str, Any], ...]
    vocabulary: Mapping[str, Any]
    claims: Mapping[str, Any] = {}
