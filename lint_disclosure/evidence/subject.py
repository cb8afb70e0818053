"""The table that a rule is about, or why there is nothing to judge."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.evidence.verdict import Verdict, cannot_evaluate, not_applicable
from lint_disclosure.report.lookup import shown_until
from lint_disclosure.report.model import Cell, Report, Table
from lint_disclosure.rulepack.model import TableForm

CellKey = tuple[str, str]


class Subject(NamedTuple):
    """A table of the report and the same table as the form prints it."""

    form: TableForm
    table: Table


def no_form() -> Verdict:
    """Nothing can be said of tables when their form was not recognised."""
    return not_applicable(
        "没有认出报告采用的统计表格式", "the form of the report's tables was not recognised"
    )


def subject(report: Report, key: str) -> Subject | Verdict:
    """The table ``key`` of the report; a verdict where there is none."""
    if report.form is None:
        return no_form()
    form = report.form.tables.get(key)
    if form is None:
        return not_applicable(
            f"{report.form.title.zh}没有这张表", f"the {report.form.title.en} has no such table"
        )
    table = report.tables.get(key)
    if table is not None:
        return Subject(form, table)
    if not shown_until(report, form.section):
        return cannot_evaluate(
            f"文本在{form.title}之前中断", f"the text breaks off before {form.title}"
        )
    return not_applicable(f"没有{form.title}，见 STR013", f"there is no {form.title}, see STR013")


def named(form: TableForm, row: str, column: str) -> str:
    """A cell in the form's own words, short enough for a sentence."""
    return f"「{form.rows[row].short}」{form.columns[column].label}"


def listed(names: list[str], shown: int = 3) -> str:
    """Names for a sentence in either language: the first few, and a sign that there are more."""
    return "、".join(names[:shown]) + ("……" if len(names) > shown else "")


def raw_text(report: Report, cell: Cell) -> str:
    """The text of a cell as the report prints it."""
    return report.source.cut(cell.parts) if cell.parts else ""
