"""Check kind ``claim``: a figure that the prose states is the one in the tables."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.evidence.equation import against_cells
from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.subject import Subject, named, no_form, subject
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import (
    CellRelation,
    Verdict,
    Violation,
    decide,
    not_applicable,
)
from lint_disclosure.finding import Equation, Number, Term
from lint_disclosure.report.claims.meeting import value_of
from lint_disclosure.report.lookup import cell, cell_mark, text_mark
from lint_disclosure.report.model import Claim, Reading, Report
from lint_disclosure.rulepack.model import Rule, TableForm, Text

_CLAUSE_MARKS = "，,。；;：:、（(\n\r"
_LONGEST_CLAUSE = 40


def check(rule: Rule, report: Report) -> Verdict:
    """Hold each claim of the rule's quantities against what it may be in the tables.

    Of several numbers of one sentence that do not agree the first is reported, with the others.
    """
    if report.form is None:
        return no_form()
    claims = _claims_of(rule, report)
    if not claims:
        return not_applicable(
            "没有读到能确定说的是哪一格的数", "no figure was read that is surely one of these cells"
        )
    violations: list[Violation] = []
    undecided: list[tuple[str, str]] = []
    told_elsewhere = False
    missing: Verdict | None = None
    for claim in claims:
        if claim.met is not None:
            continue
        found = subject(report, claim.readings[0].terms[0][1])
        if isinstance(found, Verdict):
            missing = found
        elif unread := _unread(report, claim):
            undecided += reasons(report, found, unread)
        elif _first_of_sentence(report, claim) is not claim:
            told_elsewhere = True
        else:
            violations.append(_violation(report, found, claim))
    if violations or undecided:
        return decide(violations, undecided)
    if told_elsewhere:
        return not_applicable(
            "同一句里的另一个数先核对", "deal with another number of the same sentence first"
        )
    return missing or decide([])


def _claims_of(rule: Rule, report: Report) -> list[Claim]:
    quantities = rule.options["quantities"]
    denied = rule.options.get("denied", False)
    return [
        claim
        for claim in report.claims
        if claim.quantity in quantities and (denied or not claim.negated)
    ]


def _unread(report: Report, claim: Claim) -> list[tuple[str, str]]:
    """The cells without a number that leave open whether a claim is met."""
    missing = [at for reading in claim.readings for at in value_of(reading, report.tables)[1]]
    return [(row, column) for _, row, column in dict.fromkeys(missing)]


def _unmet(report: Report) -> dict[int, list[Claim]]:
    """The claims that no table agrees with, by the sentence that they stand in."""
    found: dict[int, list[Claim]] = {}
    for claim in report.claims:
        if claim.met is None and not claim.at_least and not _unread(report, claim):
            found.setdefault(claim.sentence, []).append(claim)
    return found


def _of_sentence(report: Report, claim: Claim) -> list[Claim]:
    """What does not agree in the sentence of a claim."""
    return once(report, "unmet claims", lambda: _unmet(report)).get(claim.sentence, [])


def _first_of_sentence(report: Report, claim: Claim) -> Claim:
    return claim if claim.at_least else next(iter(_of_sentence(report, claim)), claim)


def _violation(report: Report, found: Subject, claim: Claim) -> Violation:
    likeliest = claim.readings[0]
    value = value_of(likeliest, report.tables)[0]
    others = [] if claim.at_least else _of_sentence(report, claim)[1:]
    said = dict.fromkeys(_clause(report, one) for one in others)
    also = Text(
        f"（同一句里的{'、'.join(f'「{one}」' for one in said)}也不一致）",
        f" (nor {', '.join(f'“{one}”' for one in said)} in the same sentence)",
    )
    return Violation(
        at=text_mark(report, claim.parts),
        slots={
            "match": _clause(report, claim),
            "stated": claim.value,
            "table": found.form.title,
            "held": "；".join(_held(report, found.form, one) for one in claim.readings),
            "also": also if said else "",
        },
        values=(
            report.source.cut(claim.parts),
            *(str(_value(report, one)) for one in _cells(claim)),
        ),
        related=tuple(
            (cell_mark(report, *at), str(shown))
            for at in _cells(claim)
            if (shown := _value(report, at)) is not None
        ),
        expected=value,
        actual=claim.value,
        difference=claim.value - value,
        equation=_equation(report, found, claim),
        relation=CellRelation(likeliest.terms, ">=" if claim.at_least else "=", claim.value),
    )


def _equation(report: Report, found: Subject, claim: Claim) -> Equation:
    """The number of the text and the cells of the likeliest reading."""
    said = Term(
        letter="",
        coefficient=1,
        value=claim.value,
        raw=report.source.cut(claim.parts),
        row="",
        column="",
        row_label=_clause(report, claim),
        column_label="",
        location=report.source.locate(claim.parts),
    )
    operator = "<=" if claim.at_least else "="
    terms = [(sign, (row, column)) for sign, _, row, column in claim.readings[0].terms]
    return against_cells(report, found, said, operator, terms)


def _cells(claim: Claim) -> Sequence[tuple[str, str, str]]:
    """The cells of the readings, each once; of long sums only those of the first reading."""
    terms = [at for reading in claim.readings for _, *at in reading.terms]
    return [(table, row, column) for table, row, column in dict.fromkeys(map(tuple, terms))]


def _value(report: Report, at: tuple[str, str, str]) -> Number | None:
    return cell(report, *at).value


def _held(report: Report, form: TableForm, reading: Reading) -> str:
    """What a claim was held against, in the words of the form: 「一、本年新收」总计 3."""
    names: list[str] = []
    for piece in reading.text.split(" "):
        names.append(piece if piece in "+-" else _label(form, piece))
    value = value_of(reading, report.tables)[0]
    return f"{' '.join(names)} = {value}"


def _label(form: TableForm, piece: str) -> str:
    """A cell or the sum of a group in the words of the form."""
    _, row, column = piece.split(".")
    if row.startswith("sum("):
        group = form.groups[row[4:-1]]
        return f"「{group.label}」{form.columns[column].label}"
    return named(form, row, column)


def _clause(report: Report, claim: Claim) -> str:
    """The words that lead to a number, from the last mark on, with the number itself."""
    end = claim.parts[-1][1]
    start = claim.parts[0][0]
    before = report.source.text[max(0, start - _LONGEST_CLAUSE) : start]
    if claim.negated:
        before = ""
    cut = max(before.rfind(mark) for mark in _CLAUSE_MARKS) + 1
    return "".join((before[cut:] + report.source.text[start:end]).split())
