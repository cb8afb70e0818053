"""``csv``: a row for each cell of the form's tables, then for each number that the text states.

RFC 4180, UTF-8 with its mark. A claim has the state ``claim``; its ``row`` is the sum of cells
that it is about, its ``note`` the one that the tables agree with.
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from io import StringIO

from lint_disclosure.export import Write
from lint_disclosure.export.labels import labelled_cells, raw
from lint_disclosure.finding import Number
from lint_disclosure.report.lookup import table_form, text_mark
from lint_disclosure.report.model import Report

COLUMNS = (
    "path",
    "issuer",
    "year",
    "form",
    "table",
    "table_label",
    "row",
    "row_label",
    "column",
    "column_label",
    "value",
    "raw",
    "state",
    "note",
    "locator",
)

_STARTS_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n\0]")
_HARMLESS = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?|-", re.A)


def create(write: Write, lang: str, *, several: bool, ascii_only: bool) -> Csv:
    """The exporter of this format."""
    del lang, several, ascii_only
    return Csv(write)


class Csv:
    """Writes rows below a head."""

    def __init__(self, write: Write) -> None:
        self._write = write
        self._text = StringIO(newline="")
        self._rows = csv.writer(self._text)
        self._rows.writerow(COLUMNS)
        write("\ufeff".encode())
        self._flush()

    def report(self, report: Report) -> None:
        """Write the cells of a report."""
        head = [
            guarded(report.source.name),
            guarded(report.issuer or ""),
            report.year,
            report.form.key if report.form else "",
        ]
        for table in report.tables:
            for one in labelled_cells(report, table):
                cell = one.cell
                value = cell.value
                self._rows.writerow(
                    [
                        *head,
                        *one[:6],
                        _plain(value),
                        guarded(raw(report, cell)),
                        cell.state,
                        guarded(cell.note or ""),
                        one.locator,
                    ]
                )
        for claim in report.claims:
            about = claim.readings[0].terms[0][1]
            form = table_form(report, about)
            self._rows.writerow(
                [
                    *head,
                    about,
                    form.title if form else "",
                    claim.about,
                    "",
                    "",
                    "",
                    _plain(claim.value),
                    guarded(report.source.cut(claim.parts)),
                    "claim",
                    claim.met or "",
                    text_mark(report, claim.parts).locator,
                ]
            )
        self._flush()

    def end(self) -> None:
        """Nothing stands at the end."""

    def _flush(self) -> None:
        self._write(self._text.getvalue().encode("utf-8", "backslashreplace"))
        self._text.seek(0)
        self._text.truncate()


def _plain(value: Number | None) -> Number | str | None:
    """A value without an exponent."""
    return format(value, "f") if isinstance(value, Decimal) else value


def guarded(text: str) -> str:
    """The text so that no spreadsheet program takes it for a formula; numbers stay what they are.

    An apostrophe before it is the defence that OWASP names (CSV Injection).
    """
    if _STARTS_FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return "'" + text
    return text
