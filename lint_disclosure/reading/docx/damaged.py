"""The error of a Word file that is not whole."""

from __future__ import annotations

from lint_disclosure.reading.unreadable import UnreadableFile


def damaged() -> UnreadableFile:
    """The error of a package whose parts are missing or broken."""
    return UnreadableFile(
        "文件不完整或已损坏，无法按 Word 文件打开；请用 Word 或 WPS 打开后重新保存，再检查",
        "incomplete or damaged, cannot be opened as a Word file; open it in Word or WPS and save it"
        " again",
    )
