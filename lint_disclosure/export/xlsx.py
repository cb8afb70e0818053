"""``xlsx``: the reports on a sheet, a sheet for each table, headings and claims."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from lint_disclosure.export import Write
from lint_disclosure.export.labels import Labelled, labelled_cells, raw
from lint_disclosure.export.workbook import Sheet, Value, pack
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import where
from lint_disclosure.report.model import Report, Section

_CONTACT = ("address", "postcode", "phone", "fax", "email", "website")
_WORDS = {
    "zh": {"absent": "〔无此格〕", "unread": "〔未读出〕"},
    "en": {"absent": "[absent]", "unread": "[unread]"},
}
"""Cells that hold neither a number nor text; an empty cell is a blank, and a dash stays a dash."""

_NAMES = {
    "zh": ("报告", "标题", "文中的数"),
    "en": ("reports", "headings", "claims"),
}
_REPORT = ("path", "issuer", "year", "form", "title", "period_start", "period_end", *_CONTACT)
_CLAIM = ("path", "about", "met", "quantity", "value", "unit", "raw", "place")
_ROW = ("path", "issuer", "year", "row", "row_label")


def create(write: Write, lang: str, *, several: bool, ascii_only: bool) -> Xlsx:
    """The exporter of this format."""
    del several, ascii_only
    return Xlsx(write, lang)


class Xlsx:
    """Gathers rows, and writes the workbook at the end."""

    def __init__(self, write: Write, lang: str) -> None:
        self._write = write
        self._lang = lang
        self._words = _WORDS["en" if lang == "en" else "zh"]
        reports, headings, claims = _NAMES["en" if lang == "en" else "zh"]
        self._reports = Sheet(reports, [*_REPORT, "partial", "notices"], [24] * 15)
        self._headings = Sheet(
            headings, ("path", "level", "number", "title", "raw", "place"), (24, 8, 8, 40, 40, 24)
        )
        self._claims = Sheet(claims, _CLAIM, [24] * len(_CLAIM))
        self._tables: dict[tuple[int, str, str], Sheet] = {}

    def report(self, report: Report) -> None:
        """Take a report."""
        name = report.source.name
        notices = "\n".join(en if self._lang == "en" else zh for zh, en in report.notices)
        contact = [report.contact.get(kind) for kind in _CONTACT]
        period = report.period
        self._reports.add(
            [
                name,
                report.issuer,
                report.year,
                report.form.key if report.form else None,
                report.title.value if report.title else None,
                period.start.isoformat() if period and period.start else None,
                period.end.isoformat() if period and period.end else None,
                *(field.value if field else None for field in contact),
                "partial" if report.partial else None,
                notices or None,
            ]
        )
        for table in report.tables:
            self._table(report, table)
        for section in report.sections:
            self._section(report, section)
        for claim in report.claims:
            raw_text = report.source.cut(claim.parts)
            place = self._place(report, claim.parts)
            what = (claim.about, claim.met, claim.quantity, claim.value, claim.unit, raw_text)
            self._claims.add([name, *what, place])

    def end(self) -> None:
        """Write the workbook."""
        tables = [sheet for _, sheet in sorted(self._tables.items())]
        self._write(pack([self._reports, *tables, self._headings, self._claims]))

    def _table(self, report: Report, key: str) -> None:
        """Add the rows of a table to its sheet; tables of another form have other columns."""
        rows: dict[str, list[Labelled]] = {}
        columns: dict[str, str] = {}
        for one in labelled_cells(report, key):
            rows.setdefault(one.row, []).append(one)
            columns.setdefault(one.column, one.column_label)
        sheet = self._sheet(report, key, rows, columns)
        for row, cells in rows.items():
            values = {one.column: self._value(report, one) for one in cells}
            notes = [f"{one.column_label}{one.cell.note}" for one in cells if one.cell.note]
            sheet.add(
                [
                    report.source.name,
                    report.issuer,
                    report.year,
                    row,
                    cells[0].row_label,
                    *(values.get(column) for column in columns),
                    "；".join(notes) or None,
                ]
            )

    def _sheet(
        self, report: Report, key: str, rows: dict[str, list[Labelled]], columns: dict[str, str]
    ) -> Sheet:
        title = next(iter(rows.values()))[0].table_label
        form = report.form.key if report.form else ""
        order = (list(report.form.tables).index(key) if report.form else 0, form, key)
        if order not in self._tables:
            widths = [24, 24, 8, 24, 40, *[12] * len(columns), 24]
            self._tables[order] = Sheet(
                f"{title} {form}", [*_ROW, *columns.values(), "note"], widths
            )
        return self._tables[order]

    def _value(self, report: Report, one: Labelled) -> Value:
        """Numbers as numbers; blanks empty; dashes and words as they stand in the report."""
        cell = one.cell
        if cell.state == "blank":
            return None
        if isinstance(cell.value, int | Decimal):
            return cell.value
        return self._words.get(cell.state) or raw(report, cell)

    def _section(self, report: Report, section: Section) -> None:
        parts = (section.heading,)
        self._headings.add(
            [
                report.source.name,
                section.level,
                section.number,
                section.title,
                report.source.cut(parts),
                self._place(report, parts),
            ]
        )
        for one in section.subsections:
            self._section(report, one)

    def _place(self, report: Report, parts: Sequence[Span]) -> str:
        words = where(report, parts[0])
        return words.en if self._lang == "en" else words.zh
