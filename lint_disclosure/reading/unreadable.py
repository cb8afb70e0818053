"""When a file is refused: the error, and how large a report may be."""

from __future__ import annotations

MAX_TEXT = 2 * 1024 * 1024
"""Bytes of a text; a report has some ten to fifty kilobytes of it."""

MAX_BYTES = 32 * 1024 * 1024
"""Bytes of any file; a report in a Word file or PDF may hold pictures."""

MAX_LINE = 200_000
"""Characters; a whole report has some ten thousand."""

MAX_CELLS = 1000
"""Cells on one line; the widest table of a form has fifteen."""

MAX_ALL_CELLS = 200_000
"""Cells of all tables, empty and covered ones included; a report has some five hundred."""

MAX_LINES = 50_000
"""Lines that are not blank; a report with a cell a line has some five hundred."""


class UnreadableFile(Exception):
    """A file that could not be read; the message says why, in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


def too_much(zh: str, en: str) -> UnreadableFile:
    """The error of a file that holds more than a report can."""
    return UnreadableFile(
        f"{zh}，不像一份年度报告的文本", f"{en}, which is no text of an annual report"
    )


def needs_extra(zh: str, en: str, extra: str) -> UnreadableFile:
    """The error of a file whose reader stands on a library that is not installed."""
    install = f'pip install "disclosure-lint[{extra}]"'
    return UnreadableFile(f"读{zh}还需要安装：{install}", f"to read {en}, install: {install}")


def too_large(limit: int) -> UnreadableFile:
    """The error of a file that has more bytes than are read of its kind."""
    megabytes = limit // (1024 * 1024)
    return too_much(f"文件超过 {megabytes} MB", f"larger than {megabytes} MB")
