"""Other settings for some of the reports: which ones are meant, and what is set for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from lint_disclosure.cli.config.entries import Entry
from lint_disclosure.cli.config.patterns import Pattern, matched
from lint_disclosure.report.model import Report


class Override(NamedTuple):
    """A report must fit all that is asked for; empty where nothing is."""

    files: tuple[Pattern, ...]
    issuers: tuple[str, ...]
    levels: tuple[str, ...]
    kinds: tuple[str, ...]
    entries: tuple[Entry, ...]

    @property
    def asks_for_report(self) -> bool:
        """Whether the report has to be read to tell."""
        return bool(self.issuers or self.levels or self.kinds)

    def holds(self, path: str | None, report: Report | None) -> bool:
        """Whether it holds for a file, by its absolute path, and the report in it.

        What is not known fits nothing: standard input has no path, a broken file no report.
        """
        if self.files and (path is None or not matched(self.files, path)):
            return False
        if not self.asks_for_report:
            return True
        if report is None:
            return False
        return (
            _names(self.issuers, report.issuer)
            and (not self.levels or report.body.level in self.levels)
            and (not self.kinds or report.body.kind in self.kinds)
        )


def read_override(
    table: Mapping[str, Any], roots: tuple[str, ...], entries: Sequence[Entry]
) -> Override:
    """The override in a table that keeps to the schema."""
    body = table.get("body", {})
    return Override(
        tuple(Pattern(text, roots) for text in _several(table.get("files"))),
        _several(table.get("issuer")),
        _several(body.get("level")),
        _several(body.get("kind")),
        tuple(entries),
    )


def _several(value: str | Sequence[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    return (value,) if isinstance(value, str) else tuple(value)


def _names(wanted: tuple[str, ...], issuer: str | None) -> bool:
    if not wanted:
        return True
    return issuer is not None and any(fnmatchcase(issuer, pattern) for pattern in wanted)
