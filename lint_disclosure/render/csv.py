"""``csv``: a row for each finding and each problem of the run (RFC 4180, UTF-8 with its mark)."""

from __future__ import annotations

import csv
import re
from io import StringIO

from lint_disclosure.finding import FileResult, Finding, Number
from lint_disclosure.formula import guarded
from lint_disclosure.render import Settings
from lint_disclosure.render.equation import in_numbers, number
from lint_disclosure.render.notes import notes, where
from lint_disclosure.render.problems import problems
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words

COLUMNS = (
    "kind",
    "path",
    "issuer",
    "year",
    "line",
    "column",
    "place",
    "severity",
    "rule",
    "name",
    "message",
    "expected",
    "actual",
    "difference",
    "equation",
    "repair",
    "repair_why",
    "also",
    "help",
    "basis",
    "confidence",
    "url",
    "fingerprint",
)
"""``kind`` is ``finding``, or what kept the tool from its work: ``unreadable``, ``undecided``..."""

_MARK = "\ufeff"
_AFTER_SEMICOLON = re.compile(r""";(?=[\s"]*[=+\-@＝＋－＠])""")
"""Where the semicolon separates, as in much of Europe, the rest would be a cell of its own."""


def create(settings: Settings) -> Csv:
    """The renderer of this format."""
    return Csv(settings)


class Csv:
    """Renders for spreadsheet programs: no cell can be taken for a formula, none has two lines."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)

    def begin(self) -> str:
        """The mark of UTF-8 and the names of the columns."""
        return _MARK + _rows([dict(zip(COLUMNS, COLUMNS, strict=True))])

    def file(self, result: FileResult) -> str:
        """The rows of one file."""
        about = {
            "path": result.path,
            "issuer": result.issuer or "",
            "year": str(result.year or ""),
        }
        rows = [
            {
                "kind": one.kind,
                **about,
                "severity": one.severity,
                "rule": " ".join(one.rules),
                "message": one.text,
            }
            for one in problems(result, self.settings.lang)
        ]
        rows += [{"kind": "finding", **about, **self._finding(one)} for one in result.findings]
        return _rows(rows)

    def end(self, totals: Totals) -> str:
        """Nothing."""
        return ""

    def _finding(self, finding: Finding) -> dict[str, str]:
        say = self.words
        at = finding.location.in_file if finding.location else None
        told = notes(finding, say)
        return {
            "line": str(at.line) if at else "",
            "column": str(at.column) if at else "",
            "place": where(finding),
            "severity": finding.severity,
            "rule": finding.rule,
            "name": finding.name,
            "message": finding.message,
            "expected": _value(finding.expected),
            "actual": _value(finding.actual),
            "difference": _value(finding.difference),
            "equation": in_numbers(finding.equation) if finding.equation else "",
            "repair": say.stop.join(text for label, text in told if label == say.repair),
            "repair_why": say.stop.join(
                text for label, text in told if label in (say.why, say.either)
            ),
            "also": " ".join(finding.also),
            "help": finding.help,
            "basis": say.stop.join(text for label, text in told if label == say.basis),
            "confidence": finding.confidence,
            "url": finding.url,
            "fingerprint": finding.fingerprint,
        }


def _value(value: Number | str | None) -> str:
    return "" if value is None else number(value)


def _rows(rows: list[dict[str, str]]) -> str:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    for row in rows:
        writer.writerow([_cell(row.get(name, "")) for name in COLUMNS])
    return text.getvalue()


def _cell(text: str) -> str:
    return guarded(_AFTER_SEMICOLON.sub(";'", visible(text)))
