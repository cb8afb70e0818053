"""What a run finds: small frozen values without any output code."""

# Annotations are not postponed here: each of a named tuple's would be compiled when a run starts.

from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple

from lint_disclosure.place import Location, Place, Source, Span

if TYPE_CHECKING:
    from lint_disclosure.shown import Shown

Severity = Literal["error", "warning", "info"]
Confidence = Literal["high", "medium", "low"]
Status = Literal["checked", "partly_checked", "not_a_report", "unreadable"]
Safety = Literal["safe", "unsafe", "display-only"]
"""``safe`` fixes are made with --fix, ``unsafe`` ones when asked for, the others only shown."""
Number = int | Decimal

SEVERITIES: tuple[Severity, ...] = ("info", "warning", "error")
"""In rising order: ``SEVERITIES.index`` compares two of them."""


class Basis(NamedTuple):
    """A source that a rule rests on: a law, an official form, or a stated practice."""

    document: str
    clause: str | None = None
    url: str | None = None


class Related(NamedTuple):
    """A further place that takes part in a finding."""

    place: Place
    location: Location | None
    locator: str
    message: str


class Change(NamedTuple):
    """A cell and the value that would satisfy the relations; never applied by the tool."""

    place: Place
    location: Location | None
    before: Number | None
    after: Number
    locator: str = ""


class Candidate(NamedTuple):
    """One way to make everything hold, and what speaks for it, in words."""

    changes: tuple[Change, ...]
    why: str = ""


Decided = Literal["alone", "witness", "deduced"]
Undecided = Literal["several", "too_many", "no_time", "entangled"]


class Repair(NamedTuple):
    """The smallest sets of changes that explain a finding.

    ``changes`` is the likeliest set, empty where none was found; ``unique`` when it is the only
    smallest one. It is called most likely only where ``decided`` says by what: it is the only one
    (``alone``), a number elsewhere in the report vouches for it (``witness``), or it fills in blank
    cells that follow from the others (``deduced``). Otherwise ``undecided`` says why not, and
    ``candidates`` holds the first few sets. ``mended`` counts the broken relations that would hold,
    ``unused`` those that could not be used for want of a number. ``text`` is what to do, ``why``
    the grounds, both for people; ``witnesses`` are the places of the numbers that speak for it.
    """

    unique: bool
    alternatives: int
    changes: tuple[Change, ...]
    decided: Decided | None = None
    undecided: Undecided | None = None
    candidates: tuple[Candidate, ...] = ()
    mended: int = 0
    unused: int = 0
    slips: tuple[str, ...] = ()
    witnesses: tuple[Related, ...] = ()
    text: str = ""
    why: str = ""


class Term(NamedTuple):
    """One operand of an equation: its letter, coefficient, cell and value."""

    letter: str
    coefficient: int
    value: Number
    raw: str
    row: str
    column: str
    row_label: str
    column_label: str
    location: Location | None


class Equation(NamedTuple):
    """A relation with the report's numbers in it, both sides worked out."""

    left: tuple[Term, ...]
    operator: str
    right: tuple[Term, ...]
    left_value: Number
    right_value: Number


class Edit(NamedTuple):
    """A stretch of the decoded text, and what to put in its place. It never holds a line break."""

    span: Span
    location: Location
    replacement: str


class Fix(NamedTuple):
    """A change of wording that would end a finding; the edits are made together or not at all."""

    safety: Safety
    title: str
    edits: tuple[Edit, ...]


class Broken(NamedTuple):
    """A further relation that does not hold by the same cause: its rule and what that says.

    ``location`` is where the rule would point at by itself.
    """

    rule: str
    name: str
    message: str
    location: Location | None
    equation: Equation | None


class Finding(NamedTuple):
    """One thing that a person should look at. Contract: JSON, version 1.

    ``identity`` is what the finding is about: rule, body, year, symbolic place, the values that
    take part, and a counter among equals; no line number, so an edit elsewhere does not change it.
    ``values`` are those values: raw texts of cells, or the words that were matched.
    """

    rule: str
    name: str
    severity: Severity
    confidence: Confidence
    message: str
    help: str
    place: Place
    location: Location | None
    locator: str
    basis: tuple[Basis, ...]
    url: str
    identity: str
    expected: Number | str | None = None
    actual: Number | str | None = None
    difference: Number | None = None
    related: tuple[Related, ...] = ()
    also: tuple[str, ...] = ()
    repair: Repair | None = None
    equation: Equation | None = None
    broken: tuple[Broken, ...] = ()
    values: tuple[str, ...] = ()
    fix: Fix | None = None

    @property
    def rules(self) -> tuple[str, ...]:
        """The codes of all rules that are broken by the cause."""
        return (self.rule, *self.also)

    @property
    def fingerprint(self) -> str:
        """SHA-256 of the identity, in hexadecimal."""
        from hashlib import sha256

        return sha256(self.identity.encode()).hexdigest()


class RuleNote(NamedTuple):
    """Why a rule was not applied, or could not be evaluated."""

    rule: str
    why: str


class Outcomes(NamedTuple):
    """How many rules ended how; each rule is counted once."""

    passed: int = 0
    failed: int = 0
    not_applicable: int = 0
    cannot_evaluate: int = 0


class Limits(NamedTuple):
    """From what on a file makes the run end with exit code 1."""

    fail_on: Severity | Literal["never"] = "error"
    undecided: bool = False
    unrecognised: bool = False
    stale: bool = False


class Lapsed(NamedTuple):
    """An entry that once set a finding aside, and does not any more.

    It is ``stale`` when it matches nothing, ``expired`` past its date, ``partial`` when the finding
    that it matches breaks further rules, which it does not name. ``file`` and ``line`` are where
    the entry stands, ``text`` tells in one line what is the matter.
    """

    source: Literal["suppression", "baseline"]
    why: Literal["stale", "expired", "partial"]
    rules: tuple[str, ...]
    file: str
    line: int | None
    text: str

    @property
    def spot(self) -> str:
        """Where the entry stands, for a person."""
        return self.file if self.line is None else f"{self.file}:{self.line}"


class FileResult(NamedTuple):
    """All that is known after one file was linted.

    ``passed`` are the rules that hold, ``hidden`` counts findings below the profile, of the rules
    in ``hidden_rules``. Findings that a person has set aside are not among ``findings``: they are
    counted in ``suppressed`` and ``baselined``, and ``lapsed`` are entries that set nothing aside.
    ``shown`` is the report itself, filled only for a format that shows it.
    """

    path: str
    status: Status
    reason: str | None = None
    form: str | None = None
    issuer: str | None = None
    year: int | None = None
    outcomes: Outcomes = Outcomes()
    undecided: tuple[RuleNote, ...] = ()
    not_applicable: tuple[RuleNote, ...] = ()
    findings: tuple[Finding, ...] = ()
    notices: tuple[str, ...] = ()
    undecided_error: bool = False
    hidden: int = 0
    source: Source | None = None
    timings: tuple[tuple[str, float], ...] = ()
    passed: tuple[str, ...] = ()
    shown: "Shown | None" = None
    hidden_rules: tuple[str, ...] = ()
    suppressed: int = 0
    baselined: int = 0
    lapsed: tuple[Lapsed, ...] = ()
    limits: Limits = Limits()

    @property
    def fails(self) -> bool:
        """Whether it is to be ended with exit code 1 for this file, by its limits."""
        limits = self.limits
        if limits.fail_on != "never":
            level = SEVERITIES.index(limits.fail_on)
            if any(SEVERITIES.index(one.severity) >= level for one in self.findings):
                return True
        if limits.undecided and self.status == "partly_checked":
            return True
        if limits.stale and self.lapsed:
            return True
        return limits.unrecognised and self.status == "not_a_report"
