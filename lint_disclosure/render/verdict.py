"""The first words on a file: what came out of it, before any detail."""

from __future__ import annotations

from typing import Literal

from lint_disclosure.finding import FileResult

Verdict = Literal["unreadable", "not_a_report", "errors", "unchecked", "clean"]

WORDS: dict[Verdict, tuple[str, str]] = {
    "unreadable": ("无法读取", "could not be read"),
    "not_a_report": ("不是年报，未核对", "not an annual report, not checked"),
    "errors": ("发现错误", "errors found"),
    "unchecked": ("未能全部核对", "could not check everything"),
    "clean": ("未见错误", "no errors seen"),
}
"""Each verdict in Chinese and English."""


def verdict(result: FileResult) -> Verdict:
    """The verdict; a report that was checked in part only is never said to be clean."""
    if result.status in ("unreadable", "not_a_report"):
        return "unreadable" if result.status == "unreadable" else "not_a_report"
    if any(one.severity == "error" for one in result.findings):
        return "errors"
    return "clean" if result.status == "checked" else "unchecked"
