"""Check kind ``table_surplus``: a table has no rows and columns beside those of its form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lint_disclosure.evidence.subject import Subject, listed, named, no_form, subject
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.place import Place
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.lookup import table_mark
from lint_disclosure.report.model import Cell, Mark, Report, Stray
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule

_REMARK = r"[(（][^()（）]*[)）]$"
_SECOND_TABLE = 3
"""So many rows that stand there once more are no longer single rows."""

Found = tuple[list[Violation], list[tuple[str, str]]]
"""Violations, and reasons why something could not be judged."""


def check(rule: Rule, report: Report) -> Verdict:
    """Judge each table against the form that was recognised."""
    if report.form is None:
        return no_form()
    tables = rule.options.get("tables") or report.form.tables
    subjects = [subject(report, key) for key in tables]
    missing = [one for one in subjects if isinstance(one, Verdict)]
    if len(missing) == len(subjects):
        return missing[0]
    violations: list[Violation] = []
    undecided = [one.why for one in missing if one.outcome == "cannot_evaluate" and one.why]
    judge = _repeated if rule.options["require"] == "once" else _added
    for found in subjects:
        if not isinstance(found, Verdict) and found.table.strays:
            more, open_ = judge(rule, report, found)
            violations += more
            undecided += open_
    return decide(violations, undecided)


def _added(rule: Rule, report: Report, found: Subject) -> Found:
    """Rows and columns of the body's own, one violation for each kind in a table."""
    known = _bare(rule.options.get("labels", ()))
    left_out = _bare(rule.options.get("extra_rows", ()))
    strays = [one for one in found.table.strays if one.row is None]
    strays = [one for one in strays if not _label(report, one).startswith(left_out)]
    columns = [one for one in strays if not one.cells and _is_column(report, found, one, known)]
    rows = [one for one in strays if _is_row(report, found, one, known)]
    if not all(_is_surely_more(found, one) for one in rows):
        title = found.form.title
        zh = f"{title}的各行没有完整读出，多出来的也可能是格式里的行"
        return [], [(zh, f"the rows of {title} were not all read; what is more may be one of them")]
    violations = [
        _surplus(report, found, those, case)
        for those, case in ((rows, "row"), (columns, "column"))
        if those
    ]
    return violations, []


def _bare(labels: Iterable[str]) -> tuple[str, ...]:
    return tuple(bare(WIDTHS.fold(label)) for label in labels)


def _label(report: Report, stray: Stray) -> str:
    return bare("".join(report.folded[start:end] for start, end in stray.words))


def _is_row(report: Report, found: Subject, stray: Stray, known: Sequence[str]) -> bool:
    """Words with numbers behind them, among the rows of the form; behind them only known words.

    A table of the body's own may follow without anything that parts the two.
    """
    if not any(cell.state in ("number", "dash") for cell in stray.cells):
        return False
    return _is_within(found, stray) or _label(report, stray) in known


def _is_column(report: Report, found: Subject, stray: Stray, known: Sequence[str]) -> bool:
    """A known word in a header; with one value too many in each row, any word that is no label."""
    form, table = found
    text = _label(report, stray)
    if text in known:
        return True
    first = min((label.parts[0][0] for label in table.rows.values()), default=0)
    wider = not form.blocks and (table.width or 0) == len(form.columns) + 1
    return (
        wider
        and stray.words[0][0] < first
        and set(table.columns) == set(form.columns)
        and not any(text in label for label in _texts(found))
    )


def _texts(found: Subject) -> Iterator[str]:
    """What the form prints in a header, bare."""
    for text in (*found.form.captions, *(one.label for one in found.form.columns.values())):
        yield bare(WIDTHS.fold(text))


def _is_surely_more(found: Subject, stray: Stray) -> bool:
    """Were all rows seen that the form has at this place, so that none of them can be what is more?

    Behind the last row of the form there is none.
    """
    form, table = found
    at = stray.words[0][0]
    order = list(form.rows)
    seen = sorted((label.parts[0][0], order.index(row)) for row, label in table.rows.items())
    before = max(((start, place) for start, place in seen if start < at), default=(0, -1))[1]
    after = min(((start, place) for start, place in seen if start > at), default=(0, len(order)))[1]
    open_ = set(range(before + 1, after)) - {place for _, place in seen}
    return not table.torn and before < after and not open_


def _surplus(report: Report, found: Subject, strays: Sequence[Stray], case: str) -> Violation:
    labels = [_without_remark(squeeze(report.source.cut(one.words))) for one in strays]
    form_case = f"form_{report.form.key}" if report.form else ""
    marks = [_mark(found, one, label) for one, label in zip(strays, labels, strict=True)]
    return Violation(
        at=marks[0],
        slots={
            "table": found.form.title,
            "count": len(labels),
            "labels": listed([f"「{label}」" for label in labels]),
        },
        values=tuple(labels),
        related=tuple(zip(marks[1:], labels[1:], strict=True)),
        cases=(f"{case}_{form_case}", case),
    )


def _without_remark(label: str) -> str:
    return compiled(_REMARK).sub("", label) or label


def _mark(found: Subject, stray: Stray, label: str) -> Mark:
    place = Place(found.form.section, table=found.table.key)
    return Mark(place, stray.words, f"{found.form.title}「{label}」")


def _repeated(_: Rule, report: Report, found: Subject) -> Found:
    """Rows of the form that stand there once more, with other numbers."""
    form, table = found
    first: dict[str, Sequence[Cell]] = {
        key: [table.cells[key, column] for column in row.columns]
        for key, row in form.rows.items()
        if form.layout == "grid"
    }
    again = [one for one in table.strays if one.row is not None]
    others: dict[str, tuple[Stray, str, str, str]] = {}
    for stray in again:
        key = stray.row or ""
        known = first.setdefault(key, stray.cells)
        pairs = zip(form.rows[key].columns, known, stray.cells, strict=False)
        for column, one, other in pairs:
            if one.value is not None and other.value is not None and one.value != other.value:
                others.setdefault(key, (stray, column, f"{one.value}", f"{other.value}"))
    if not others:
        return [], []
    whole = len({one.row for one in again}) >= _SECOND_TABLE
    if whole:
        return [_twice(report, found, others, "table")], []
    within = {key: one for key, one in others.items() if _is_within(found, one[0])}
    return ([_twice(report, found, within, "row")] if within else []), []


def _is_within(found: Subject, stray: Stray) -> bool:
    starts = [label.parts[0][0] for label in found.table.rows.values()]
    return bool(starts) and min(starts) < stray.words[0][0] < max(starts)


def _twice(
    report: Report, found: Subject, others: dict[str, tuple[Stray, str, str, str]], case: str
) -> Violation:
    form = found.form
    key, (stray, column, one, other) = next(iter(others.items()))
    place = Place(form.section, table=found.table.key, row=key, column=column)
    at = Mark(place, stray.words, f"{form.title}{named(form, key, column)}")
    return Violation(
        at=at,
        slots={
            "table": form.title,
            "rows": listed([f"「{form.rows[row].short}」" for row in others]),
            "cell": named(form, key, column),
            "first": one,
            "second": other,
            "count": len(others),
        },
        values=tuple(value for _, _, *values in others.values() for value in values),
        related=((table_mark(report, found.table.key), one),),
        cases=(case,),
    )
