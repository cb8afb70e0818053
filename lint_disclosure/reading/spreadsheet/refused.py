"""Why a workbook is refused: what its readers raise."""

from __future__ import annotations

from lint_disclosure.reading.unreadable import UnreadableFile


def damaged() -> UnreadableFile:
    """The error of a workbook that is not whole."""
    return UnreadableFile(
        "表格文件已损坏或不完整，请用 Excel 或 WPS 打开后重新保存",
        "the spreadsheet is damaged or cut off; open it in Excel or WPS and save it again",
    )


def locked() -> UnreadableFile:
    """The error of a workbook that asks for a password."""
    return UnreadableFile(
        "文件设有打开密码，请先在 Excel 或 WPS 中取消密码再检查",
        "the file asks for a password; take it off in Excel or WPS first",
    )
