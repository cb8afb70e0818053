"""Look things up in a report, and name their places in the words of the form."""

from __future__ import annotations

from lint_disclosure.place import Place, Span
from lint_disclosure.report.model import Cell, Mark, Report, Section
from lint_disclosure.report.text_match import squeeze
from lint_disclosure.rulepack.model import TableForm, Text

ABSENT = Cell("absent")
_NUMERALS = "零一二三四五六"


def cell(report: Report, table: str, row: str, column: str) -> Cell:
    """A cell by its keys; state ``absent`` where the table or the cell is not there."""
    read = report.tables.get(table)
    return read.cells.get((row, column), ABSENT) if read else ABSENT


def table_form(report: Report, table: str) -> TableForm | None:
    """The form's description of a table, on the form that the report is on."""
    return report.form.tables.get(table) if report.form else None


def cell_mark(report: Report, table: str, row: str, column: str) -> Mark:
    """The place of a cell; without a cell in the text, the place of its row or table."""
    form = table_form(report, table)
    found = cell(report, table, row, column)
    parts = found.parts or _row_parts(report, table, row)
    place = Place(form.section if form else None, table=table, row=row, column=column)
    if form is None or row not in form.rows or column not in form.columns:
        return Mark(place, parts, f"{table} {row} {column}")
    label = form.columns[column].label
    return Mark(place, parts, f"{form.title}「{form.rows[row].short}」{label}")


def row_mark(report: Report, table: str, row: str) -> Mark:
    """The place of a row's label."""
    form = table_form(report, table)
    place = Place(form.section if form else None, table=table, row=row)
    short = form.rows[row].short if form and row in form.rows else row
    title = form.title if form else table
    return Mark(place, _row_parts(report, table, row), f"{title}「{short}」")


def column_mark(report: Report, table: str, column: str) -> Mark:
    """The place of a column's label."""
    form = table_form(report, table)
    read = report.tables.get(table)
    label = read.columns.get(column) if read else None
    parts = label.parts if label else _table_parts(report, table)
    name = form.columns[column].label if form and column in form.columns else column
    place = Place(form.section if form else None, table=table, column=column)
    return Mark(place, parts, f"{form.title if form else table}「{name}」列")


def table_mark(report: Report, table: str) -> Mark:
    """The place of a table; where it is missing, the heading of its section."""
    form = table_form(report, table)
    place = Place(form.section if form else None, table=table)
    return Mark(place, _table_parts(report, table), form.title if form else table)


def section(report: Report, number: int) -> Section | None:
    """The level-1 section of that number in the form."""
    return next((one for one in report.sections if one.number == number), None)


def section_mark(report: Report, found: Section) -> Mark:
    """The place of a section's heading."""
    place = Place(section=found.number)
    return Mark(place, (found.heading,), _heading_text(report, found))


def section_title(report: Report, number: int) -> str:
    """The form's heading of a section: 「五、存在的主要问题及改进情况」 without the brackets."""
    form = report.form or report.expected_form
    titles = {one.number: one.title for one in form.sections} if form else {}
    return f"{_NUMERALS[number]}、{titles.get(number, '')}"


def text_mark(report: Report, parts: tuple[Span, ...]) -> Mark:
    """A place in running text, named by the section and sub-section that it stands in."""
    start = parts[0][0]
    found = next(
        (one for one in reversed(report.sections) if one.heading[0] <= start < one.body[1]), None
    )
    if found is None:
        return Mark(Place(), parts, "引言")
    inner = next((one for one in found.subsections if one.heading[0] <= start < one.body[1]), None)
    place = Place(found.number, squeeze(_raw(report, inner.heading)) if inner else None)
    name = _heading_text(report, found)
    return Mark(place, parts, f"{name} {squeeze(_raw(report, inner.heading))}" if inner else name)


def report_mark(report: Report) -> Mark:
    """The report as a whole: its title, or the start of the text."""
    parts = report.title.parts if report.title else ((0, 0),)
    return Mark(Place(), parts, "全文")


def where(report: Report, span: Span) -> Text:
    """Where a span begins in the file, in words: its line, or what the file has in its stead."""
    location = report.source.locate((span,))
    at = location.in_file
    if at is None:
        return Text(location.words, location.words)
    return Text(f"第 {at.line} 行", f"line {at.line}")


def body_text(report: Report, span: Span) -> str:
    """The folded text of a span without blanks."""
    return squeeze(report.folded[span[0] : span[1]])


def shown_until(report: Report, number: int) -> bool:
    """Whether a section can be judged: the text is whole, or something behind it was shown."""
    return not report.partial or any((one.number or 0) > number for one in report.sections)


def _heading_text(report: Report, found: Section) -> str:
    return squeeze(_raw(report, found.heading)).strip("#*。:") or found.title


def _raw(report: Report, span: Span) -> str:
    return report.source.text[span[0] : span[1]]


def _row_parts(report: Report, table: str, row: str) -> tuple[Span, ...]:
    read = report.tables.get(table)
    label = read.rows.get(row) if read else None
    return label.parts if label else _table_parts(report, table)


def _table_parts(report: Report, table: str) -> tuple[Span, ...]:
    read = report.tables.get(table)
    if read is not None:
        return ((read.span[0], min(read.span[1], _line_end(report, read.span[0]))),)
    form = table_form(report, table)
    found = section(report, form.section) if form else None
    if found is not None:
        return (found.heading,)
    return report.title.parts if report.title else ((0, 0),)


def _line_end(report: Report, start: int) -> int:
    end = report.folded.find("\n", start)
    return end if end >= 0 else len(report.folded)
