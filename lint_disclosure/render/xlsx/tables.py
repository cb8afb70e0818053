"""The tables of all reports side by side: a sheet for each table, a row for each report."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.finding import SEVERITIES, FileResult, Severity
from lint_disclosure.place import Place
from lint_disclosure.render.width import visible
from lint_disclosure.render.xlsx.looks import BY_SEVERITY
from lint_disclosure.render.xlsx.words import Words
from lint_disclosure.shown import ShownCell, ShownTable
from lint_disclosure.workbook.cells import Cell, Value
from lint_disclosure.workbook.sheet import Column, Group, Sheet
from lint_disclosure.workbook.styles import Style

_Key = tuple[str, str, tuple[str, ...]]
"""Form, table and its cells: forms of different packs may differ under one name."""

About = tuple[str, int | None, str]
"""Body (the file where it is not known), year and file."""


class Tables:
    """The sheets as they grow; the columns of each are the cells of the form."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self._sheets: dict[_Key, tuple[int, Sheet]] = {}
        self._seen: dict[str, list[About]] = {}

    def add(self, result: FileResult) -> None:
        """Add the tables of a report. One that lacks a table has a row there that says so."""
        if result.shown is None or result.form is None:
            return
        path = visible(result.path)
        about = visible(result.issuer or "") or path, result.year, path
        suspects = suspected(result)
        written = set()
        for table in result.shown.tables:
            key = result.form, table.key, tuple(cell_name(cell) for cell in table.cells)
            if key in written:
                continue
            written.add(key)
            sheet = self._sheet(key, table)
            cells = (self._cell(cell, suspects) for cell in table.cells)
            sheet.add([*about, _remark(table, self.words), *cells])
        for key, (_, sheet) in self._sheets.items():
            if key[0] == result.form and key not in written:
                sheet.add([*about, self.words.no_table])
        self._seen.setdefault(result.form, []).append(about)

    def sheets(self) -> list[Sheet]:
        """All sheets, in the order of the forms and of the tables in them."""
        ordered = sorted(
            self._sheets.items(), key=lambda item: (_later_first(item[0][0]), item[1][0])
        )
        return [sheet for _, (_, sheet) in ordered]

    def _sheet(self, key: _Key, table: ShownTable) -> Sheet:
        """The sheet of a table; reports of the form that came before had no such table."""
        if key not in self._sheets:
            words = self.words
            columns = [
                Column(words.body, 22),
                Column(words.year, 7, Style.MIDDLE),
                Column(words.file, 24),
                Column(words.remark, 14, Style.WRAP),
            ]
            groups = [Group("", 1)] * len(columns)
            for grid in table.grids:
                labels = [Column(column.form_label, 9) for column in grid.columns]
                for row in grid.rows:
                    groups.append(Group(row.form_label, len(labels)))
                    columns += labels
            sheet = Sheet(
                f"{table.title} {key[0]}", columns, groups=groups, frozen=2, filtered=True
            )
            for about in self._seen.get(key[0], ()):
                sheet.add([*about, words.no_table])
            self._sheets[key] = table.section * 100 + len(self._sheets), sheet
        return self._sheets[key][1]

    def _cell(self, cell: ShownCell, suspects: dict[str, Severity]) -> Value | Cell:
        """Numbers as numbers, blanks empty, dashes and words as they stand in the report."""
        value: Value = None
        if cell.state == "number":
            value = cell.value
        elif cell.state == "unread":
            value = self.words.unread
        elif cell.state == "absent":
            value = self.words.absent
        elif cell.state != "blank":
            value = visible(cell.text)
        severity = suspects.get(cell_name(cell))
        return Cell(value, BY_SEVERITY[severity]) if severity else value


def suspected(result: FileResult) -> dict[str, Severity]:
    """The cells that findings are about, or that should be changed, with the worst severity."""
    found: dict[str, Severity] = {}
    for finding in result.findings:
        repair = finding.repair
        changes = repair.changes if repair and repair.decided else ()
        for place in (finding.place, *(change.place for change in changes)):
            if place.table and place.row and place.column:
                name = _name(place)
                found[name] = max(found.get(name, "info"), finding.severity, key=SEVERITIES.index)
    return found


def cell_name(cell: ShownCell) -> str:
    """The symbolic place of a cell as one word."""
    return _name(cell.place)


def not_read(table: ShownTable) -> Iterator[tuple[str, list[str]]]:
    """``unread`` and ``absent``, each with the names of the cells in that state."""
    for state in ("unread", "absent"):
        names = [
            f"{row.form_label} {column.form_label}"
            for grid in table.grids
            for row in grid.rows
            for column, cell in zip(grid.columns, row.cells, strict=True)
            if cell.state == state
        ]
        if names:
            yield state, names


def _remark(table: ShownTable, words: Words) -> str | None:
    labels = {"unread": words.unread, "absent": words.absent}
    told = [f"{labels[state]} {len(names)}" for state, names in not_read(table)]
    return "\n".join(told) or None


def _name(place: Place) -> str:
    return f"{place.table}.{place.row}.{place.column}"


def _later_first(form: str) -> tuple[int, ...]:
    return tuple(-ord(char) for char in form)
