"""What a check says of one rule on one report, before the rule's wording is put to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from lint_disclosure.finding import Equation, Number
from lint_disclosure.report.model import Mark

Outcome = Literal["pass", "fail", "not_applicable", "cannot_evaluate"]


class CellRelation(NamedTuple):
    """A linear relation over cells that the report breaks, so that findings can be put together.

    ``terms`` are coefficient, table, row and column; their sum stands in ``operator`` (``=`` or
    ``>=``) to ``constant``, a number that the text states.
    """

    terms: tuple[tuple[int, str, str, str], ...]
    operator: str
    constant: Number


class Violation(NamedTuple):
    """One instance of a rule that does not hold.

    ``slots`` fill the message (``{column}``); ``values`` are the raw texts that take part and go
    into the fingerprint; ``cases`` name the cases of the rule that apply, the most special first.
    ``expected`` is what the form fixes, or the other side of an equation (which may be the wrong
    one); two statements of the text that differ have neither ``expected`` nor ``actual``.
    What is ``private`` is not shown again. ``relation`` is what the violation says over cells.
    """

    at: Mark
    slots: Mapping[str, object]
    values: tuple[str, ...] = ()
    related: tuple[tuple[Mark, str], ...] = ()
    cases: tuple[str, ...] = ()
    expected: Number | str | None = None
    actual: Number | str | None = None
    difference: Number | None = None
    equation: Equation | None = None
    private: bool = False
    relation: CellRelation | None = None


class Verdict(NamedTuple):
    """A rule's outcome. ``why`` is a Chinese and an English reason unless it passed or failed."""

    outcome: Outcome
    violations: tuple[Violation, ...] = ()
    why: tuple[str, str] | None = None


PASS = Verdict("pass")


def not_applicable(zh: str, en: str) -> Verdict:
    """The rule does not apply to this report, and why."""
    return Verdict("not_applicable", (), (zh, en))


def cannot_evaluate(zh: str, en: str) -> Verdict:
    """The rule could not be judged on what was read, and why."""
    return Verdict("cannot_evaluate", (), (zh, en))


def decide(violations: Sequence[Violation], undecided: Sequence[tuple[str, str]] = ()) -> Verdict:
    """One outcome for all instances: fail if any fails, else undecided if any is, else pass.

    A rule that fails keeps the reasons of the instances that could not be judged.
    """
    why = (
        (
            "；".join(dict.fromkeys(zh for zh, _ in undecided)),
            "; ".join(dict.fromkeys(en for _, en in undecided)),
        )
        if undecided
        else None
    )
    if violations:
        return Verdict("fail", tuple(violations), why)
    return Verdict("cannot_evaluate", (), why) if why else PASS
