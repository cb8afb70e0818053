"""``xlsx``: a workbook for the office that reviews many reports.

Overview, bodies and rules, findings, all tables side by side, what could not be checked, the rules,
and what the marks mean. No text of a report can become a formula.
"""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import FileResult
from lint_disclosure.render import Settings
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.xlsx.about import about, told
from lint_disclosure.render.xlsx.findings import Findings
from lint_disclosure.render.xlsx.matrix import Matrix
from lint_disclosure.render.xlsx.overview import Overview
from lint_disclosure.render.xlsx.rules import Rules
from lint_disclosure.render.xlsx.tables import Tables
from lint_disclosure.render.xlsx.unchecked import Unchecked
from lint_disclosure.render.xlsx.words import words
from lint_disclosure.workbook.package import pack
from lint_disclosure.workbook.styles import Style


def create(settings: Settings) -> Xlsx:
    """The renderer of this format."""
    return Xlsx(settings)


class Xlsx:
    """Takes rows as reports come, and gives the workbook at the end."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)
        self.facts = {fact.code: fact for fact in settings.rules()}
        self.overview = Overview(self.words)
        self.matrix = Matrix(self.words)
        self.findings = Findings(self.words, self.facts)
        self.tables = Tables(self.words)
        self.unchecked = Unchecked(self.words)
        self.rules = Rules(self.words)

    def begin(self) -> str:
        """Nothing yet."""
        return ""

    def file(self, result: FileResult) -> str:
        """Nothing yet: the rows are kept. Raises Full when there are too many."""
        self.overview.add(result, self.findings.add(result))
        self.matrix.add(result)
        self.tables.add(result)
        self.unchecked.add(result)
        self.rules.add(result)
        return ""

    def end(self, totals: Totals) -> Iterator[bytes]:
        """The workbook, in pieces."""
        self.overview.sheet.title = told(totals, self.settings)[0]
        self.unchecked.end(totals)
        say = self.words
        units = {
            Style.ERRORS: say.short_error,
            Style.WARNINGS: say.short_warning,
            Style.INFOS: say.short_info,
        }
        sheets = [
            self.overview.sheet,
            self.matrix.sheet(self.facts),
            self.findings.sheet,
            *self.tables.sheets(),
            self.unchecked.sheet,
            self.rules.sheet(self.facts),
            about(totals, self.settings, say),
        ]
        yield from pack(sheets, units)
