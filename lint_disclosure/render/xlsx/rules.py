"""The rules that were put to the reports: what each says, and how often it ended how."""

from __future__ import annotations

from collections.abc import Mapping

from lint_disclosure.finding import FileResult
from lint_disclosure.render import RuleFacts
from lint_disclosure.render.words import words as said
from lint_disclosure.render.xlsx.matrix import ended
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell
from lint_disclosure.workbook.sheet import Column, Sheet
from lint_disclosure.workbook.styles import Style


class _Count:
    """One rule: its findings, and on how many reports it ended how."""

    __slots__ = ("failed", "findings", "passed", "skipped", "undecided")

    def __init__(self) -> None:
        self.findings = self.failed = self.passed = self.skipped = self.undecided = 0


class Rules:
    """Counts while reports come."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._counts: dict[str, _Count] = {}

    def add(self, result: FileResult) -> None:
        """Count a report."""
        for rule, mark in ended(result).items():
            count = self._counts.setdefault(rule, _Count())
            if mark == "passed":
                count.passed += 1
            elif mark == "skipped":
                count.skipped += 1
            elif mark == "undecided":
                count.undecided += 1
            else:
                count.failed += 1
        for finding in result.findings:
            for rule in {finding.rule, *finding.also}:
                self._counts[rule].findings += 1

    def sheet(self, facts: Mapping[str, RuleFacts]) -> Sheet:
        """The sheet, once all reports were added."""
        words = self.words
        say = said(words.lang)
        sheet = Sheet(
            words.rules,
            [
                Column(words.rule, 10),
                Column(words.title, 44, Style.WRAP),
                Column(words.severity, 9),
                Column(words.times, 9),
                Column(words.reports, 9),
                Column(words.passed, 9),
                Column(words.not_applicable, 10),
                Column(words.undecided, 10),
                Column(words.basis, 60, Style.WRAP),
                Column(words.advice, 60, Style.WRAP),
            ],
            frozen=1,
            filtered=True,
            fit=True,
        )
        for code, count in sorted(self._counts.items()):
            fact = facts.get(code)
            basis = [say.comma.join(filter(None, one)) for one in fact.basis] if fact else []
            sheet.add(
                [
                    Cell(code, Style.LINK, fact.url) if fact and fact.url else code,
                    fact.title if fact else None,
                    say.severity[fact.severity] if fact else None,
                    count.findings,
                    count.failed,
                    count.passed,
                    count.skipped,
                    count.undecided,
                    "\n".join(basis) or None,
                    fact.help or None if fact else None,
                ]
            )
        return sheet
