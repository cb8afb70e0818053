"""The last sheet: what made the workbook, what the run came to, what marks and colours mean."""

from __future__ import annotations

from lint_disclosure.finding import SEVERITIES
from lint_disclosure.render import Settings
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.words import words as said
from lint_disclosure.render.xlsx.looks import BY_SEVERITY, COUNTS
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell
from lint_disclosure.workbook.sheet import Column, Sheet
from lint_disclosure.workbook.styles import Style


def told(totals: Totals, settings: Settings) -> list[str]:
    """The summary of the run, line by line."""
    plain = settings._replace(color=False, quiet=False, statistics=False, timings=False)
    return summary(totals, plain).splitlines()


def about(totals: Totals, settings: Settings, words: Words) -> Sheet:
    """The sheet."""
    sheet = Sheet(words.about, [Column("", 14), Column(words.about, 110, Style.WRAP)], fit=True)
    sheet.add([words.tool, f"{settings.tool} {settings.version}".strip()])
    for pack in settings.packs:
        sheet.add([words.packs, f"{pack.title} ({pack.name} {pack.version})"])
    for number, line in enumerate(told(totals, settings)):
        sheet.add([None if number else words.summary, line])
    for text in words.legend:
        sheet.add([None, text])
    say = said(words.lang)
    for level, look in zip(reversed(SEVERITIES), words.looks, strict=True):
        sheet.add([Cell(say.severity[level], BY_SEVERITY[level]), look])
    marks = [
        Cell(words.short_passed, Style.QUIET),
        Cell(words.short_not_applicable, Style.QUIET),
        Cell(words.short_undecided, Style.OPEN),
        *(Cell(2, COUNTS[level]) for level in reversed(SEVERITIES)),
        Cell(words.short_same_cause, Style.SAME_CAUSE),
    ]
    for mark, meaning in zip(marks, words.marks, strict=True):
        sheet.add([mark, meaning])
    return sheet
