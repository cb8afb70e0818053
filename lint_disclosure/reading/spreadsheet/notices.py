"""What the user is told about a workbook: what was not read, and what is read but not seen."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.document import Notice
from lint_disclosure.reading.spreadsheet.sheet import Sheet, Workbook, cell_name, column_name

_MOST_NAMED = 5


def notices_of(workbook: Workbook) -> list[Notice]:
    """The remarks on a workbook, in Chinese and English."""
    found: list[Notice] = []
    if workbook.hidden:
        zh = "、".join(f"“{name}”" for name in workbook.hidden[:_MOST_NAMED])
        en = ", ".join(f"“{name}”" for name in workbook.hidden[:_MOST_NAMED])
        more = len(workbook.hidden) > _MOST_NAMED
        found.append(
            (
                f"隐藏的工作表没有读取：{zh}{'等' if more else ''}",
                f"hidden sheets were not read: {en}{', ...' if more else ''}",
            )
        )
    for sheet in workbook.sheets:
        if sheet.unread:
            found.append(_unread(sheet))
        if sheet.hidden_rows or sheet.hidden_columns:
            found.append(_unseen(sheet))
    return found


def _unread(sheet: Sheet) -> Notice:
    names = [cell_name(*at) for at in sorted(sheet.unread)]
    zh, en = _listed(names)
    return (
        f"工作表“{sheet.name}”的公式没有保存结果，未读取：{zh}；"
        "请在 Excel 或 WPS 中打开、保存后再检查",
        f"sheet “{sheet.name}”: formulas without a saved result are unread: {en}; "
        "open the file in Excel or WPS and save it",
    )


def _unseen(sheet: Sheet) -> Notice:
    rows_zh, rows_en = _listed([str(row + 1) for row in sheet.hidden_rows])
    columns_zh, columns_en = _listed([column_name(at) for at in sheet.hidden_columns])
    zh = [f"行 {rows_zh}"] if rows_zh else []
    en = [f"rows {rows_en}"] if rows_en else []
    if columns_zh:
        zh.append(f"列 {columns_zh}")
        en.append(f"columns {columns_en}")
    return (
        f"工作表“{sheet.name}”有隐藏的{'、'.join(zh)}，其中内容照常读取",
        f"sheet “{sheet.name}” has hidden {' and '.join(en)}, which were read all the same",
    )


def _listed(names: Sequence[str]) -> tuple[str, str]:
    more = len(names) > _MOST_NAMED
    shown = names[:_MOST_NAMED]
    zh = "、".join(shown) + (f"等 {len(names)} 处" if more else "")
    return zh, ", ".join(shown) + (f" and {len(names) - len(shown)} more" if more else "")
