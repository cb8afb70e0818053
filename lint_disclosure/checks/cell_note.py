"""Check kind ``cell_note``: a remark in brackets that stands in a cell behind its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.subject import CellKey, Subject, named, no_form, raw_text, subject
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import cell_mark
from lint_disclosure.report.model import Report, Table
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule


class _Remark(NamedTuple):
    """A remark, squeezed and folded, and the number that it stands behind."""

    key: CellKey
    value: Number
    text: str


def check(rule: Rule, report: Report) -> Verdict:
    """Report every remark, or those that name a part larger than the number of the cell."""
    if report.form is None:
        return no_form()
    tables = rule.options.get("tables") or report.form.tables
    found = [subject(report, key) for key in tables]
    missing = [one for one in found if isinstance(one, Verdict)]
    if len(missing) == len(found):
        return missing[0]
    violations = [
        violation
        for one in found
        if not isinstance(one, Verdict)
        for violation in _violations(rule, report, one)
    ]
    undecided = [one.why for one in missing if one.outcome == "cannot_evaluate" and one.why]
    if violations or undecided or any(_all(report, key) for key in tables):
        return decide(violations, undecided)
    return not_applicable("没有带说明的数字", "no number has a remark")


def _all(report: Report, key: str) -> list[_Remark]:
    """The remarks of a table, in the order of the form."""
    table = report.tables.get(key)
    return once(report, f"remarks {key}", lambda: _read(table)) if table else []


def _read(table: Table) -> list[_Remark]:
    return [
        _Remark(key, cell.value, squeeze(cell.note))
        for key, cell in table.cells.items()
        if cell.note is not None and cell.value is not None
    ]


def _violations(rule: Rule, report: Report, found: Subject) -> Iterator[Violation]:
    options = rule.options
    for remark in _all(report, found.table.key):
        if any_found(options.get("except", ()), needles_of(rule), remark.text):
            continue
        if options["require"] == "none":
            yield _violation(report, found, remark, {})
        elif found.form.columns[remark.key[1]].value == "count":
            parts = list(_parts(options["parts"], options["figures"], remark.text))
            if parts and max(parts) > remark.value:
                yield _violation(report, found, remark, {"figure": max(parts)})


def _parts(places: Sequence[str], figures: Sequence[str], text: str) -> Iterator[int]:
    """The figures that a remark gives for parts of its number."""
    for place in places:
        for stretch in compiled(place).finditer(text):
            for pattern in figures:
                for figure in compiled(pattern).finditer(stretch.group()):
                    digits = (figure[1] or "").replace(",", "")
                    if digits.isdecimal():
                        yield int(digits)


def _violation(
    report: Report, found: Subject, remark: _Remark, slots: Mapping[str, Any]
) -> Violation:
    table = found.table
    raw = raw_text(report, table.cells[remark.key])
    return Violation(
        at=cell_mark(report, table.key, *remark.key),
        slots={
            "table": found.form.title,
            "cell": named(found.form, *remark.key),
            "raw": squeeze(raw),
            "value": remark.value,
            "note": remark.text[1:-1],
            **slots,
        },
        values=(raw,),
        actual=remark.value,
    )
