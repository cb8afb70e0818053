"""Check kind ``zero_consistency``: what is said to be nothing is nothing in the table too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.scope import Scope, scope_sentences
from lint_disclosure.evidence.search import (
    Lines,
    Needles,
    as_lines,
    likely,
    lines_with,
    needles_of,
)
from lint_disclosure.evidence.subject import (
    CellKey,
    Subject,
    listed,
    named,
    no_form,
    raw_text,
    subject,
)
from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import cell, cell_mark, table_mark, text_mark
from lint_disclosure.report.model import Cell, Report, Sentence
from lint_disclosure.report.text_match import Match, compiled, find_all
from lint_disclosure.rulepack.model import Rule

_DENIALS = ("未", "无", "没", "不存在")
_QUOTED = r"《[^》]*》"
_YEAR = r"(?:19|20)\d\d(?=年)"
_EARLIER = ("去年", "上年", "上一年", "往年", "历年")
_MOST = 20


def check(rule: Rule, report: Report) -> Verdict:
    """Hold the words, or a column, against the cells that must then be zero."""
    if report.form is None:
        return no_form()
    mode = rule.options["mode"]
    if mode == "statement":
        return _statements(rule, report)
    found = subject(report, rule.options["table"])
    if isinstance(found, Verdict):
        return found
    return _mixed(report, found) if mode == "mixed" else _zero_column(rule, report, found)


def _statements(rule: Rule, report: Report) -> Verdict:
    said = list(_said(rule, report))[:_MOST]
    if not said:
        return not_applicable("文中没有这样的说法", "the text says nothing of the kind")
    violations: list[Violation] = []
    undecided: list[tuple[str, str]] = []
    missing: Verdict | None = None
    for match, cells in said:
        found = subject(report, cells[0].partition(".")[0])
        if isinstance(found, Verdict):
            missing = found
            continue
        keys = [_key(name) for name in cells]
        read = {key: cell(report, found.table.key, *key) for key in keys}
        wrong = {key: one for key, one in read.items() if one.value}
        if wrong:
            violations.append(_contradiction(report, found, match, wrong))
        elif any(one.state in ("unread", "absent", "text") for one in read.values()):
            title = found.form.title
            undecided.append((f"{title}的数字没有读出", f"numbers of {title} could not be read"))
    if missing is not None and not violations and not undecided:
        return missing
    return decide(violations, undecided)


def _said(rule: Rule, report: Report) -> Iterator[tuple[Match, Sequence[str]]]:
    """The statements that speak of this report's year, each with the cells it is about."""
    scope, needles = rule.options.get("in", "report"), needles_of(rule)
    for sentence in _worth_reading(report, scope, tuple(rule.options.get("words", _DENIALS))):
        taken: list[tuple[int, int]] = []
        for statement in rule.options["statements"]:
            for match in _matches(statement["patterns"], needles, sentence):
                span = (match.start, match.end)
                if _overlaps(span, taken) or _of_other_year(sentence, match, report.year):
                    continue
                if _overlaps(span, _excepted(rule, sentence)):
                    continue
                taken.append(span)
                cells = _cells(statement, match)
                if cells:
                    yield match, cells


def _worth_reading(report: Report, scope: Scope, words: Sequence[str]) -> list[Sentence]:
    """The sentences that hold any of the words."""
    sentences, lines = once(report, f"lines {scope}", lambda: _lines(report, scope))
    found = once(report, f"lines {scope} {words}", lambda: lines_with(words, lines))
    return [sentences[line] for line in found]


def _lines(report: Report, scope: Scope) -> tuple[list[Sentence], Lines]:
    sentences = list(scope_sentences(report, scope))
    return sentences, as_lines([one.squeezed for one in sentences])


def _cells(statement: Mapping[str, Any], match: Match) -> list[str]:
    """The cells that a statement is about: all of its own, or those of the words that it holds."""
    found = list(statement.get("cells", ()))
    for subject_of in statement.get("about", ()):
        if any(word in match.text for word in subject_of["words"]):
            found += subject_of["cells"]
    return found


def _matches(patterns: Sequence[str], needles: Needles, sentence: Sentence) -> list[Match]:
    found = likely(patterns, needles, sentence.squeezed)
    return [match for pattern in found for match in find_all(pattern, sentence)]


def _excepted(rule: Rule, sentence: Sentence) -> list[tuple[int, int]]:
    matches = _matches(rule.options.get("except", ()), needles_of(rule), sentence)
    return [(match.start, match.end) for match in matches]


def _overlaps(span: tuple[int, int], others: list[tuple[int, int]]) -> bool:
    return any(span[0] < end and start < span[1] for start, end in others)


def _of_other_year(sentence: Sentence, match: Match, year: int | None) -> bool:
    """Whether the last year named in front of the statement is not the report's."""
    before = sentence.squeezed[: match.start]
    if "年" not in before:
        return False
    years = compiled(_YEAR).findall(compiled(_QUOTED).sub("", before))
    if years and year is not None and int(years[-1]) != year:
        return True
    clause = before[max(before.rfind(mark) for mark in ",;:") + 1 :]
    return any(word in clause for word in _EARLIER)


def _key(name: str) -> CellKey:
    _, row, column = name.split(".")
    return row, column


def _contradiction(
    report: Report, found: Subject, match: Match, wrong: Mapping[CellKey, Cell]
) -> Violation:
    first = next(iter(wrong))
    return Violation(
        at=text_mark(report, match.parts),
        slots={
            "match": report.source.cut(match.parts),
            "table": found.form.title,
            "cell": named(found.form, *first),
            "value": wrong[first].value,
            "cells": listed([f"{named(found.form, *key)} {wrong[key].value}" for key in wrong]),
        },
        values=(match.text, *(f"{one.value}" for one in wrong.values())),
        related=tuple(
            (cell_mark(report, found.table.key, *key), raw_text(report, one))
            for key, one in wrong.items()
        ),
    )


def _zero_column(rule: Rule, report: Report, found: Subject) -> Verdict:
    """Where a column has nothing in the rows ``when_zero``, the rows ``then_zero`` have nothing."""
    form, table = found
    violations = []
    for column in form.columns:
        when = [table.cells.get((row, column)) for row in rule.options["when_zero"]]
        if not all(one is not None and _is_zero(one) for one in when):
            continue
        wrong = [
            (row, column)
            for row in rule.options["then_zero"]
            if (one := table.cells.get((row, column))) is not None and one.value
        ]
        if wrong:
            violations.append(_unexpected(report, found, wrong))
    return decide(violations)


def _is_zero(one: Cell) -> bool:
    return one.value == 0 or one.state in ("blank", "dash")


def _unexpected(report: Report, found: Subject, wrong: list[CellKey]) -> Violation:
    form, table = found
    cells = [table.cells[key] for key in wrong]
    return Violation(
        at=cell_mark(report, table.key, *wrong[0]),
        slots={
            "table": form.title,
            "column": form.columns[wrong[0][1]].label,
            "cells": listed([named(form, *key) for key in wrong]),
            "value": cells[0].value,
        },
        values=tuple(raw_text(report, one) for one in cells),
        related=tuple((cell_mark(report, table.key, *key), "") for key in wrong[1:]),
        expected=0,
        actual=cells[0].value,
    )


_WORDS: dict[str, Any] = {"blank": "空白", "dash": "“/”", "zero": "0"}


def _mixed(report: Report, found: Subject) -> Verdict:
    """Nothing is written in one way throughout a table, not as a blank here and a zero there."""
    kinds = {
        "zero" if one.value == 0 else one.state
        for one in found.table.cells.values()
        if one.value == 0 or one.state in ("blank", "dash")
    }
    if len(kinds) < 2:
        return PASS
    used = [word for kind, word in _WORDS.items() if kind in kinds]
    violation = Violation(
        at=table_mark(report, found.table.key),
        slots={"table": found.form.title, "kinds": "、".join(used)},
        values=tuple(sorted(kinds)),
    )
    return decide([violation])
