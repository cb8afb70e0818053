"""Blank totals: a blank is a zero only where a zero would be right."""

from __future__ import annotations

from lint_disclosure.evidence.subject import CellKey, Subject
from lint_disclosure.finding import Number
from lint_disclosure.report.model import Table

_TOTAL = "total"
_NOT_A_RESULT = {"received", "carried_in", "carried_out", _TOTAL}


def hidden_sum(found: Subject, key: CellKey) -> Number:
    """What a blank cell must stand for: the sum of its parts if it is a total, else 0.

    A total is the cell of a column 总计, of the row （七）总计, or of 四、结转下年度继续办理, which
    is what is left of the requests that came in.
    """
    form, table = found
    row, column = key
    if column == _TOTAL:
        columns = form.rows[row].columns
        across = sum(_number(table, (row, part)) for part in columns if part != _TOTAL)
        if across:
            return across
    if row == _TOTAL:
        results = (part for part in form.rows if part not in _NOT_A_RESULT)
        return sum(_number(table, (part, column)) for part in results)
    if row == "carried_out":
        came_in = _number(table, ("received", column)) + _number(table, ("carried_in", column))
        return max(came_in - _number(table, (_TOTAL, column)), 0)
    return 0


def is_total(key: CellKey) -> bool:
    """A cell that a blank may not leave open: a sum of others."""
    return key[1] == _TOTAL or key[0] in (_TOTAL, "carried_out")


def _number(table: Table, key: CellKey) -> Number:
    cell = table.cells.get(key)
    return cell.value if cell is not None and cell.value is not None else 0
