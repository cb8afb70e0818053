"""What ``extract`` writes of reports: one module a format, imported when chosen."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Protocol

from lint_disclosure.report.model import Report
from lint_disclosure.workbook.limits import Full as Full

FORMATS = ("json", "csv", "xlsx")
"""Every format; each is the module of the same name."""

BINARY = frozenset({"xlsx"})
"""The formats that are no text."""

Write = Callable[[bytes], object]
"""Takes what is to be written next."""


class Exporter(Protocol):
    """Writes reports as they come, so that few of them have to be held in memory."""

    def report(self, report: Report) -> None:
        """Take a report. Raises Full."""
        ...

    def end(self) -> None:
        """Write what stands at the end; nothing at all may have been taken."""
        ...


def exporter(name: str, write: Write, lang: str, *, several: bool, ascii_only: bool) -> Exporter:
    """The exporter of a format of ``FORMATS``; ``several`` when more than one file was asked for.

    ``ascii_only`` where the output cannot show every character.
    """
    module = import_module(f"{__name__}.{name}")
    made: Exporter = module.create(write, lang, several=several, ascii_only=ascii_only)
    return made
