"""What could not be read or evaluated, with the reason: nothing is passed over."""

from __future__ import annotations

from lint_disclosure.finding import FileResult
from lint_disclosure.render.problems import KINDS, problems
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.xlsx.looks import BY_SEVERITY
from lint_disclosure.render.xlsx.tables import not_read
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.workbook.cells import Cell
from lint_disclosure.workbook.sheet import Column, Sheet
from lint_disclosure.workbook.styles import Style

_NAMED = 12
"""Cells of a table that are named; the others are only counted."""


class Unchecked:
    """The sheet as it grows."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.sheet = Sheet(
            words.unchecked,
            [
                Column(words.kind, 22),
                Column(words.file, 36),
                Column(words.body, 26),
                Column(words.year, 8, Style.MIDDLE),
                Column(words.rule, 30, Style.WRAP),
                Column(words.reason, 80, Style.WRAP),
            ],
            filtered=True,
            fit=True,
        )

    def add(self, result: FileResult) -> None:
        """Add what there is of a file."""
        words = self.words
        about = [visible(result.path), visible(result.issuer or "") or None, result.year]
        for one in problems(result, words.lang):
            kind = KINDS[one.kind][words.lang == "en"]
            rules = ", ".join(one.rules) or None
            self.sheet.add([Cell(kind, BY_SEVERITY[one.severity]), *about, rules, one.why])
        for table in result.shown.tables if result.shown else ():
            for state, names in not_read(table):
                listed = [*names[:_NAMED], *(["…"] if len(names) > _NAMED else [])]
                text = words.cells.format(title=table.title, n=len(names), cells="; ".join(listed))
                kind = words.unread if state == "unread" else words.absent
                self.sheet.add([kind, *about, None, text])

    def end(self, totals: Totals) -> None:
        """Add the files that the settings leave out."""
        words = self.words
        left_out = totals.left_out
        for path, why in left_out.kept:
            self.sheet.add([words.left_out, visible(path), None, None, None, visible(why)])
        more = left_out.count - len(left_out.kept)
        if more:
            self.sheet.add(
                [words.left_out, None, None, None, None, words.more_left_out.format(more)]
            )
