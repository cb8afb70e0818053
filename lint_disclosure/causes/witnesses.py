"""Numbers of the running text that speak for the number of a cell."""

from __future__ import annotations

from lint_disclosure.evidence.related import related
from lint_disclosure.repair.model import Witness
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report


def witnesses(report: Report, table: str) -> list[Witness]:
    """The claims about one cell of the table.

    A claim about a sum says nothing of a single cell, one that may be of other bodies or of less
    than the cell counts is not sure enough, and one that was met by another reading is about that.
    """
    found = []
    for claim in report.claims:
        if claim.at_least or claim.scope == "area" or claim.met not in (None, claim.about):
            continue
        about = claim.about.split(".")
        if len(about) == 3 and about[0] == table and " " not in claim.about:
            value = int(claim.value)
            if value == claim.value:
                mark = text_mark(report, claim.parts)
                source = related(report, mark, report.source.cut(claim.parts))
                found.append(Witness((about[1], about[2]), value, source))
    return found
