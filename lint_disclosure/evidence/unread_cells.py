"""Say why cells of a table could not be used, and which rule looks after the cause."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lint_disclosure.evidence.subject import CellKey, Subject, listed
from lint_disclosure.report.lookup import cell, cell_mark
from lint_disclosure.report.model import CellState, Report
from lint_disclosure.rulepack.model import TableForm

_STATES = {
    "absent": ("报告中没有", "not in the report"),
    "unread": ("没有读出", "could not be read"),
    "text": ("不是数字", "not a number"),
    "blank": ("空白", "blank"),
    "dash": ("没有填数字", "holds no number"),
}

_ROWS = {"proactive": "TAB002", "requests": "TAB006"}
_GROUP = "other_handling"
_ROWS_OF_GROUP = "TAB007"
_NUMBER_OF_CELLS = "TAB009"


def reasons(report: Report, found: Subject, unusable: Sequence[CellKey]) -> list[tuple[str, str]]:
    """Why some cells kept a relation from being judged; none for no cells."""
    if not unusable:
        return []
    form, table = found
    full = len(form.cells())
    if form.layout == "flat" and table.width not in (None, full):
        zh = f"{form.title}的数不是 {full} 个，见 {_NUMBER_OF_CELLS}"
        return [(zh, f"{form.title} does not have {full} numbers, see {_NUMBER_OF_CELLS}")]
    states = {key: cell(report, table.key, *key).state for key in unusable}
    why: list[tuple[str, str]] = []
    if table.partial and "absent" in states.values():
        why.append((f"文本在{form.title}中间中断", f"the text breaks off within {form.title}"))
        states = {key: state for key, state in states.items() if state != "absent"}
    elif table.key in _ROWS:
        gone = _gone(found, states)
        why += _unseen_rows(form, gone)
        states = {key: state for key, state in states.items() if key[0] not in gone}
    others = [_alone(report, table.key, key, state) for key, state in states.items()]
    if others:
        why.append((listed([zh for zh, _ in others]), listed([en for _, en in others])))
    return why


def _gone(found: Subject, states: Mapping[CellKey, CellState]) -> list[str]:
    """The rows that are not in the table, and those that one row (其他处理) stands for."""
    form, table = found
    rows = dict.fromkeys(row for row, _ in states if row not in {*table.rows, *table.placed})
    group = form.groups.get(_GROUP)
    several = group is not None and len(group.rows) > 1 and set(group.rows) <= set(rows)
    together = group.rows if group and several else ()
    read = {key[0] for key, state in states.items() if state != "absent"}
    return [row for row in rows if row in together or row not in read]


def _unseen_rows(form: TableForm, rows: Sequence[str]) -> list[tuple[str, str]]:
    """A reason for each rule that looks after rows which are not there."""
    group = form.groups.get(_GROUP)
    apart = group.rows if group and len(group.rows) > 1 else ()
    names: dict[str, list[str]] = {}
    if group and apart and set(apart) <= set(rows):
        names[_ROWS_OF_GROUP] = [f"「{group.label}」的分项"]
        rows = [row for row in rows if row not in apart]
    for row in rows:
        code = _ROWS_OF_GROUP if row in apart else _ROWS[form.key]
        names.setdefault(code, []).append(f"「{form.rows[row].short}」")
    return [
        (
            f"没有读到{form.title}{listed(found)}，见 {code}",
            f"{listed(found)} of {form.title} not read, see {code}",
        )
        for code, found in names.items()
    ]


def _alone(report: Report, table: str, key: CellKey, state: CellState) -> tuple[str, str]:
    zh, en = _STATES[state]
    locator = cell_mark(report, table, *key).locator
    return f"{locator} {zh}", f"{locator} {en}"
