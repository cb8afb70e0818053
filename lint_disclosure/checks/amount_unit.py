"""Check kind ``amount_unit``: an amount is in units of 10 000 yuan, as its label says."""

from __future__ import annotations

from decimal import Decimal

from lint_disclosure.evidence.subject import CellKey, Subject, named, raw_text, subject
from lint_disclosure.evidence.unread_cells import reasons
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import cell_mark, text_mark
from lint_disclosure.report.model import Cell, Mark, Report
from lint_disclosure.report.text_match import find_all, squeeze
from lint_disclosure.rulepack.model import Rule

_UNIT = 10_000
_YUAN = r"(?<![\d.,])(\d[\d,]{0,20}(?:\.\d{1,4})?)元"


def check(rule: Rule, report: Report) -> Verdict:
    """Is the number of a cell that of the text in yuan, or more than bodies of its kind take in?"""
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    form, table = found
    keys = [
        (row, column)
        for row in rule.options["rows"]
        for column in form.rows[row].columns
        if form.columns[column].value == "amount" and "万元" in form.columns[column].label
    ]
    if not keys:
        return not_applicable("表里没有以万元计的金额", "the table has no amount in 10 000 yuan")
    violations: list[Violation] = []
    for key in keys:
        cell = table.cells.get(key)
        if cell is not None and cell.value:
            violations += _judged(rule, report, found, key, cell)
    open_ = [key for key in keys if (one := table.cells.get(key)) is None or one.state == "unread"]
    return decide(violations, reasons(report, found, open_))


def _judged(
    rule: Rule, report: Report, found: Subject, key: CellKey, cell: Cell
) -> list[Violation]:
    value = cell.value or 0
    if value >= rule.options["at_least"] and (said := _said_in_yuan(report, value)):
        return [_violation(report, found, key, cell, said, ("stated",))]
    most = _most(rule, report)
    if most is not None and value > most and value == int(value):
        return [_violation(report, found, key, cell, None, ("large",))]
    return []


def _said_in_yuan(report: Report, value: Number) -> Mark | None:
    """Where the text gives the very number in yuan."""
    for sentence in report.sentences:
        if "元" in sentence.text:
            for match in find_all(_YUAN, sentence):
                if Decimal((match.groups[0] or "0").replace(",", "")) == value:
                    return text_mark(report, match.parts)
    return None


def _most(rule: Rule, report: Report) -> int | None:
    """The largest amount that is likely for a body of this level and kind."""
    for limit in rule.options.get("limits", ()):
        if report.body.level in limit["levels"] and report.body.kind in limit["kinds"]:
            most: int = limit["most"]
            return most
    return None


def _violation(
    report: Report,
    found: Subject,
    key: CellKey,
    cell: Cell,
    said: Mark | None,
    cases: tuple[str, ...],
) -> Violation:
    value, raw = cell.value or 0, raw_text(report, cell)
    as_said = squeeze(report.source.cut(said.parts)) if said else ""
    return Violation(
        at=cell_mark(report, found.table.key, *key),
        slots={
            "table": found.form.title,
            "cell": named(found.form, *key),
            "raw": raw,
            "value": value,
            "yuan": f"{value * _UNIT:,}",
            "converted": f"{(Decimal(value) / _UNIT).normalize():f}",
            "said": as_said,
        },
        values=(raw, as_said),
        related=((said, as_said),) if said else (),
        cases=cases,
        actual=value,
    )
