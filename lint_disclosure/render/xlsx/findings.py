"""A row for each finding, with all that is known of it."""

from __future__ import annotations

from collections.abc import Mapping

from lint_disclosure.finding import FileResult, Finding, Number
from lint_disclosure.render import RuleFacts
from lint_disclosure.render.equation import in_letters, in_numbers
from lint_disclosure.render.notes import notes, where
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words as said
from lint_disclosure.render.xlsx.looks import BY_SEVERITY
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell, Value
from lint_disclosure.workbook.sheet import Column, Sheet
from lint_disclosure.workbook.styles import Style


class Findings:
    """The sheet as it grows; ``facts`` are the rules by their codes."""

    def __init__(self, words: Words, facts: Mapping[str, RuleFacts]) -> None:
        self.words = words
        self.say = said(words.lang)
        self.facts = facts
        self.sheet = Sheet(
            words.findings,
            [
                Column(words.file, 26),
                Column(words.body, 20),
                Column(words.year, 7, Style.MIDDLE),
                Column(words.severity, 8),
                Column(words.rule, 10),
                Column(words.message, 44, Style.WRAP),
                Column(words.place, 30, Style.WRAP),
                Column(words.line, 7),
                Column(words.column, 7),
                Column(words.actual, 12, Style.WRAP),
                Column(words.expected, 12, Style.WRAP),
                Column(words.difference, 9),
                Column(words.equation, 34, Style.WRAP),
                Column(words.proposal, 34, Style.WRAP),
                Column(words.why, 34, Style.WRAP),
                Column(words.same_cause, 34, Style.WRAP),
                Column(words.see_also, 30, Style.WRAP),
                Column(words.advice, 34, Style.WRAP),
                Column(words.basis, 34, Style.WRAP),
                Column(words.title, 30, Style.WRAP),
                Column(words.confidence, 16),
                Column(words.fingerprint, 20),
            ],
            frozen=1,
            filtered=True,
        )

    def add(self, result: FileResult) -> str | None:
        """Add what was found in a file; gives the place of the first one, if there is any."""
        if not result.findings:
            return None
        place = f"#'{self.sheet.name}'!A{self.sheet.rows + 1}"
        about = [visible(result.path), visible(result.issuer or "") or None, result.year]
        for finding in result.findings:
            self.sheet.add([*about, *self._finding(finding)])
        return place

    def _finding(self, finding: Finding) -> list[Value | Cell]:
        say = self.say
        at = finding.location.in_file if finding.location else None
        told: dict[str, list[str]] = {}
        for label, text in notes(finding, say):
            told.setdefault(label, []).append(text)

        def joined(*labels: str) -> str | None:
            return "\n".join(text for label in labels for text in told.get(label, ())) or None

        equation = finding.equation
        fact = self.facts.get(finding.rule)
        return [
            Cell(say.severity[finding.severity], BY_SEVERITY[finding.severity]),
            Cell(finding.rule, Style.LINK, finding.url) if finding.url else finding.rule,
            visible(finding.message),
            where(finding),
            at.line if at else None,
            at.column if at else None,
            _value(finding.actual),
            _value(finding.expected),
            _value(finding.difference),
            f"{in_letters(equation)}\n{in_numbers(equation)}" if equation else None,
            joined(say.repair),
            joined(say.why, say.either),
            joined(say.same_cause),
            joined(say.see_also),
            joined(say.advice),
            joined(say.basis),
            fact.title if fact else finding.name,
            say.confidence[finding.confidence],
            finding.fingerprint,
        ]


def _value(value: Number | str | None) -> Value:
    return visible(value) if isinstance(value, str) else value
