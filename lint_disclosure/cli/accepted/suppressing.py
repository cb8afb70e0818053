"""Set aside the findings that suppressions are for, and tell of suppressions that are for none."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal
from unicodedata import normalize

from lint_disclosure.cli.accepted.entry import Suppression, values_of
from lint_disclosure.cli.accepted.ignore_file import IgnoreFile
from lint_disclosure.cli.accepted.judged import judged
from lint_disclosure.cli.accepted.telling import Telling
from lint_disclosure.cli.annotated_name import source_of
from lint_disclosure.finding import FileResult, Finding, Lapsed

Why = Literal["stale", "expired", "partial"]


class Suppressing:
    """The suppressions of one folder, put to the results of the files in it.

    Those for a report hold for the copies that annotate makes of it as well.
    """

    def __init__(self, file: IgnoreFile, today: date, lang: str) -> None:
        self.file = file
        self.today = today
        self.telling = Telling(lang)
        self.folder = os.path.dirname(file.path)
        self.by_file: dict[str, list[Suppression]] = {}
        for entry in file.entries:
            self.by_file.setdefault(_name(entry.file), []).append(entry)

    def put(self, result: FileResult) -> FileResult:
        """The result without what is suppressed, and with the entries that did nothing."""
        name = _name(os.path.basename(result.path))
        own = self.by_file.get(name, [])
        entries = own + self.by_file.get(source_of(name) or "", [])
        if not entries:
            return result
        active = [entry for entry in entries if not self._expired(entry)]
        used: Counter[int] = Counter()
        partial: dict[int, Finding] = {}
        left = []
        for finding in result.findings:
            fitting = [one for one in active if used[id(one)] < one.times and one.fits(finding)]
            if set(finding.rules) <= {code for one in fitting for code in one.rules}:
                used.update(id(one) for one in fitting)
            else:
                left.append(finding)
                partial.update((id(one), finding) for one in fitting)
        lapsed = tuple(
            lapse
            for entry in entries
            if not used[id(entry)]
            for lapse in self._lapses(entry, result, left, partial.get(id(entry)))
            # That it is stale is for the report to say, not for a copy of it.
            if lapse.why != "stale" or entry in own
        )
        return result._replace(
            findings=tuple(left),
            suppressed=result.suppressed + len(result.findings) - len(left),
            lapsed=result.lapsed + lapsed,
        )

    def gone(self) -> Iterator[Lapsed]:
        """The entries for files that are not there."""
        there: set[str] | None = None
        for name, entries in self.by_file.items():
            if os.path.lexists(os.path.join(self.folder, name)):
                continue
            if there is None:
                there = _names(os.listdir(self.folder or "."))
            if name not in there:
                for entry in entries:
                    yield self._lapsed(entry, "stale", self.telling.no_file(entry.file))

    def _expired(self, entry: Suppression) -> bool:
        return entry.until is not None and entry.until < self.today

    def _lapses(
        self,
        entry: Suppression,
        result: FileResult,
        left: Sequence[Finding],
        partial: Finding | None,
    ) -> Iterator[Lapsed]:
        if self._expired(entry):
            still = any(entry.fits(finding) for finding in left)
            yield self._lapsed(entry, "expired", self.telling.expired(entry, still=still))
        elif partial is not None:
            yield self._lapsed(entry, "partial", self.telling.partial(entry, partial))
        elif set(entry.rules) <= judged(result, result.findings):
            why = self.telling.stale(entry, _nearest(entry, left))
            yield self._lapsed(entry, "stale", why)

    def _lapsed(self, entry: Suppression, why: Why, text: str) -> Lapsed:
        return Lapsed("suppression", why, entry.rules, self.file.path, entry.line, text)


def _nearest(entry: Suppression, findings: Sequence[Finding]) -> Finding | None:
    """The finding that the entry may have been for: in its place, or else with its values."""
    own = [one for one in findings if not set(entry.rules).isdisjoint(one.rules)]
    here = [one for one in own if entry.is_at(one)]
    return next(
        (one for one in [*here, *own] if one in here or values_of(one) == entry.values), None
    )


def _names(files: Sequence[str]) -> set[str]:
    """The names of files, and of the reports that there are copies of."""
    own = {_name(one) for one in files}
    return own | {source for one in own if (source := source_of(one)) is not None}


def _name(name: str) -> str:
    """A file name as the same on every system: macOS takes letters apart."""
    return normalize("NFC", name)
