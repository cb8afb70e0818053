"""``json``: the contract's object for one report, an array of them for several."""

from __future__ import annotations

from typing import Any

from lint_disclosure.export import Write
from lint_disclosure.extraction import extract
from lint_disclosure.render.json import text_of
from lint_disclosure.report.model import Report


def create(write: Write, lang: str, *, several: bool, ascii_only: bool) -> Json:
    """The exporter of this format."""
    del lang
    return Json(write, several=several, ascii_only=ascii_only)


class Json:
    """Writes objects, in an array if there may be several."""

    def __init__(self, write: Write, *, several: bool, ascii_only: bool) -> None:
        self._write = write
        self._several = several
        self._ascii = ascii_only
        self._written = 0

    def report(self, report: Report) -> None:
        """Write a report."""
        self.value(extract(report))

    def value(self, value: dict[str, Any]) -> None:
        """Write any object."""
        text = text_of(value, ascii_only=self._ascii)
        if self._several:
            lead = ",\n  " if self._written else "[\n  "
            text = lead + text.replace("\n", "\n  ")
        self._write(text.encode())
        self._written += 1

    def end(self) -> None:
        """Close the array."""
        if self._several:
            self._write(b"\n]" if self._written else b"[]")
        if self._several or self._written:
            self._write(b"\n")
