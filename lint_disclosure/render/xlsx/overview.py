"""The first sheet: a row for each file, with what came out of it."""

from __future__ import annotations

from lint_disclosure.finding import SEVERITIES, FileResult
from lint_disclosure.render.problems import problems
from lint_disclosure.render.verdict import WORDS, Verdict, verdict
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words as said
from lint_disclosure.render.xlsx.looks import BY_SEVERITY
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell, Value
from lint_disclosure.workbook.sheet import Column, Sheet
from lint_disclosure.workbook.styles import Style

_LOOKS: dict[Verdict, Style] = {
    "unreadable": Style.ERROR,
    "errors": Style.ERROR,
    "unchecked": Style.WARNING,
    "not_a_report": Style.INFO,
    "clean": Style.GOOD,
}


class Overview:
    """The sheet as it grows."""

    def __init__(self, words: Words) -> None:
        self.words = words
        say = said(words.lang)
        self.sheet = Sheet(
            words.overview,
            [
                Column(words.file, 30),
                Column(words.body, 22),
                Column(words.year, 8, Style.MIDDLE),
                Column(words.form, 8, Style.MIDDLE),
                Column(words.verdict, 15),
                *(Column(say.severity[level], 7) for level in reversed(SEVERITIES)),
                Column(words.undecided, 9),
                Column(words.passed, 7),
                Column(words.not_applicable, 8),
                Column(words.hidden, 10),
                Column(words.remark, 46, Style.WRAP),
            ],
            titled=True,
            frozen=1,
            filtered=True,
            fit=True,
        )

    def add(self, result: FileResult, first: str | None) -> None:
        """Add a file; ``first`` is the place of its first finding in the workbook."""
        kind = verdict(result)
        path = visible(result.path)
        ends = result.outcomes
        judged = result.status in ("checked", "partly_checked")
        levels = [one.severity for one in result.findings]
        counts: list[Value | Cell] = []
        for level in reversed(SEVERITIES):
            count = levels.count(level)
            counts.append(Cell(count, BY_SEVERITY[level]) if count else 0)
        counts += [ends.cannot_evaluate, ends.passed, ends.not_applicable, result.hidden or None]
        remarks = "\n".join(one.text for one in problems(result, self.words.lang))
        self.sheet.add(
            [
                Cell(path, Style.LINK, first) if first else path,
                visible(result.issuer or "") or None,
                result.year,
                result.form,
                Cell(WORDS[kind][self.words.lang == "en"], _LOOKS[kind]),
                *(counts if judged else [None] * len(counts)),
                remarks or None,
            ]
        )
