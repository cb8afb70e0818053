"""Check kind ``table_labels``: the labels of a table are printed as the form prints them.

``table_shape`` says of each row and column whether it is there, and in which words. This kind looks
at what that leaves: the numbers in front of labels, labels that were not known again because they
are misspelt, and the note in the corner.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from lint_disclosure.evidence.label_wording import numbering_of, other_wording, words_of
from lint_disclosure.evidence.subject import Subject, listed, no_form, subject
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.place import Place, Span
from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.report.lookup import section, table_mark
from lint_disclosure.report.model import Mark, Report
from lint_disclosure.report.text_match import squeeze
from lint_disclosure.rulepack.model import Rule, TableForm

_ALIKE = 0.75
_MOST_CHANGED = 3

Found = tuple[list[Violation], list[tuple[str, str]]]
"""Violations, and reasons why something could not be judged."""


class _Printed(NamedTuple):
    """A label as the report prints it, and as the form does."""

    parts: tuple[Span, ...]
    own: str


def check(rule: Rule, report: Report) -> Verdict:
    """Judge each table against the form that was recognised; one violation a table."""
    if report.form is None:
        return no_form()
    tables = rule.options.get("tables") or report.form.tables
    subjects = [subject(report, key) for key in tables]
    missing = [one for one in subjects if isinstance(one, Verdict)]
    if len(missing) == len(subjects):
        return missing[0]
    violations: list[Violation] = []
    undecided = [one.why for one in missing if one.outcome == "cannot_evaluate" and one.why]
    for found in subjects:
        if not isinstance(found, Verdict):
            more, open_ = _REQUIREMENTS[rule.options["require"]](rule, report, found)
            violations += more
            undecided += open_
    return decide(violations, undecided)


def _numbering(_: Rule, report: Report, found: Subject) -> Found:
    """Labels in the words of the form with another number in front; a lost number passes."""
    form, table = found
    wrong = [
        _Printed(label.parts, form.rows[row].label)
        for row, label in table.rows.items()
        if not label.exact and _is_misnumbered(report, label.parts, form.rows[row].label)
    ]
    by_words = _by_words(form) if table.strays else {}
    for parts in _cells_of_words(found):
        own = by_words.get(words_of(_folded(report, parts)))
        if own is not None and _is_misnumbered(report, parts, own):
            wrong.append(_Printed(parts, own))
    return _violations(report, found, wrong), []


def _is_misnumbered(report: Report, parts: tuple[Span, ...], own: str) -> bool:
    printed, number = numbering_of(_folded(report, parts)), numbering_of(own)
    return printed is not None and number is not None and printed != number


def _by_words(form: TableForm) -> dict[str, str]:
    """The labels of groups and rows by their words without numbers; none that two have."""
    labels = [group.label for group in form.groups.values()]
    labels += [row.label for row in form.rows.values()]
    words = [words_of(label) for label in labels]
    return {one: label for one, label in zip(words, labels, strict=True) if words.count(one) == 1}


def _spelling(_: Rule, report: Report, found: Subject) -> Found:
    """Cells of words that are nearly a label of the form which was not seen."""
    if not found.table.strays:
        return [], []
    unseen = list(_unseen(report, found))
    wrong = []
    for parts in _cells_of_words(found):
        own = _nearest(_folded(report, parts), unseen)
        if own is not None:
            wrong.append(_Printed(parts, own))
    return _violations(report, found, wrong), []


def _unseen(report: Report, found: Subject) -> Iterator[str]:
    form, table = found
    yield from (one.label for key, one in form.columns.items() if key not in table.columns)
    seen = {*table.rows, *table.placed}
    for block in form.blocks:
        if block.key not in table.blocks and not seen.isdisjoint(block.rows):
            yield block.caption
    text = squeeze(report.folded[slice(*table.span)])
    yield from (one.label for one in form.groups.values() if words_of(one.label) not in text)
    yield from (row.label for key, row in form.rows.items() if key not in seen)


def _nearest(text: str, labels: Sequence[str]) -> str | None:
    """The one label that a text nearly is; None where it is none, or more than one."""
    from difflib import SequenceMatcher

    near = [
        label
        for label in labels
        if abs(len(bare(WIDTHS.fold(label))) - len(bare(text))) <= _MOST_CHANGED
        and SequenceMatcher(None, bare(text), bare(WIDTHS.fold(label)), False).ratio() >= _ALIKE
    ]
    if len(near) != 1 or other_wording(text, near[0], header=True) is None:
        return None
    return near[0]


def _note(rule: Rule, report: Report, found: Subject) -> Found:
    """A note that the form prints in the table stands somewhere in its section."""
    form, table = found
    part = section(report, form.section)
    start, end = part.body if part else table.span
    text = squeeze(report.folded[min(start, table.span[0]) : max(end, table.span[1])])
    if any(word in text for word in rule.options["words"]):
        return [], []
    if table.torn or len(table.columns) < len(form.columns):
        zh = f"{form.title}的表头没有完整读出"
        return [], [(zh, f"the header of {form.title} was not read completely")]
    at = table_mark(report, table.key)
    return [Violation(at=at, slots={"table": form.title}, values=(table.key,))], []


_REQUIREMENTS: Mapping[str, Callable[[Rule, Report, Subject], Found]] = {
    "numbering": _numbering,
    "spelling": _spelling,
    "note": _note,
}


def _cells_of_words(found: Subject) -> Iterator[tuple[Span, ...]]:
    """The cells of words in the table that are no label of the form, each by itself."""
    for stray in found.table.strays:
        if stray.row is None:
            for span in stray.words:
                yield (span,)


def _folded(report: Report, parts: tuple[Span, ...]) -> str:
    return squeeze("".join(report.folded[start:end] for start, end in parts))


def _violations(report: Report, found: Subject, wrong: Sequence[_Printed]) -> list[Violation]:
    """One for all of a table, at the first that stands there."""
    if not wrong:
        return []
    title = found.form.title
    in_order = sorted(wrong, key=lambda one: one.parts[0])
    printed = [squeeze(report.source.cut(one.parts)).strip("|*#") for one in in_order]
    place = Place(found.form.section, table=found.table.key)
    marks = [
        Mark(place, one.parts, f"{title}「{label}」")
        for one, label in zip(in_order, printed, strict=True)
    ]
    pairs = [f"「{label}」（{one.own}）" for one, label in zip(in_order, printed, strict=True)]
    violation = Violation(
        at=marks[0],
        slots={
            "table": title,
            "count": len(printed),
            "seen": printed[0],
            "label": in_order[0].own,
            "pairs": listed(pairs),
        },
        values=tuple(printed),
        related=tuple(zip(marks[1:], printed[1:], strict=True)),
        cases=("several",) if len(printed) > 1 else (),
        expected=in_order[0].own,
        actual=printed[0],
    )
    return [violation]
