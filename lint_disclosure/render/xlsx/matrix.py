"""Reports down, rules across: how each rule ended on each report."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from tempfile import SpooledTemporaryFile

from lint_disclosure.finding import SEVERITIES, FileResult, Severity
from lint_disclosure.render import RuleFacts
from lint_disclosure.render.width import visible
from lint_disclosure.render.xlsx.looks import COUNTS
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell, Value
from lint_disclosure.workbook.sheet import Column, Group, Sheet
from lint_disclosure.workbook.styles import Style

_IN_MEMORY = 1024 * 1024
_PASSED, _SKIPPED, _UNDECIDED, _SAME_CAUSE = "passed", "skipped", "undecided", "same"

Mark = str | tuple[Severity, int]
"""How a rule ended; of one that failed the severity and the number of its findings."""


class Matrix:
    """Keeps how each rule ended, since only at the end it is known which rules apply at all."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._applied: set[str] = set()
        self._rows = SpooledTemporaryFile(  # noqa: SIM115 - closed by sheet()
            _IN_MEMORY, "w+", encoding="ascii"
        )

    def add(self, result: FileResult) -> None:
        """Add a report; what was not judged has no row."""
        if result.status not in ("checked", "partly_checked"):
            return
        marks = ended(result)
        self._applied.update(rule for rule, mark in marks.items() if mark != _SKIPPED)
        about = [visible(result.issuer or result.path), result.year, visible(result.path)]
        self._rows.write(json.dumps([about, marks]) + "\n")

    def sheet(self, facts: Mapping[str, RuleFacts]) -> Sheet:
        """The sheet, once all reports were added."""
        codes = sorted(self._applied)
        words = self.words
        columns = [
            Column(words.body, 22),
            Column(words.year, 7, Style.MIDDLE),
            Column(words.file, 24),
        ]
        titles = [facts[code].title if code in facts else code for code in codes]
        sheet = Sheet(
            words.matrix,
            [*columns, *(Column(title, 9) for title in titles)],
            groups=[Group("", 1)] * len(columns) + [Group(code, 1) for code in codes],
            frozen=2,
            filtered=True,
        )
        with self._rows as rows:
            rows.seek(0)
            for line in rows:
                about, marks = json.loads(line)
                sheet.add([*about, *self._cells(codes, marks)])
        return sheet

    def _cells(self, codes: list[str], marks: Mapping[str, Mark]) -> Iterator[Value | Cell]:
        words = self.words
        plain = {
            _PASSED: Cell(words.short_passed, Style.QUIET),
            _SKIPPED: Cell(words.short_not_applicable, Style.QUIET),
            _UNDECIDED: Cell(words.short_undecided, Style.OPEN),
            _SAME_CAUSE: Cell(words.short_same_cause, Style.SAME_CAUSE),
        }
        for code in codes:
            mark = marks.get(code)
            if mark is None or isinstance(mark, str):
                yield plain[mark] if mark else None
            else:
                severity, count = mark
                yield Cell(count, COUNTS[severity])


def ended(result: FileResult) -> dict[str, Mark]:
    """How each rule that was put to a report ended."""
    marks: dict[str, Mark] = dict.fromkeys(result.passed, _PASSED)
    marks.update((note.rule, _SKIPPED) for note in result.not_applicable)
    marks.update((note.rule, _UNDECIDED) for note in result.undecided)
    for finding in result.findings:
        for rule in finding.also:
            marks[rule] = _SAME_CAUSE
    counts: dict[str, int] = {}
    worst: dict[str, Severity] = {}
    for finding in result.findings:
        rule = finding.rule
        counts[rule] = counts.get(rule, 0) + 1
        worst[rule] = max(worst.get(rule, "info"), finding.severity, key=SEVERITIES.index)
    marks.update((rule, (worst[rule], count)) for rule, count in counts.items())
    return marks
