"""Set aside the findings of a baseline, and know which of its entries match nothing any more."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from lint_disclosure.cli.accepted.baseline_file import Known, seen_from
from lint_disclosure.cli.accepted.entry import place_words
from lint_disclosure.cli.accepted.judged import judged
from lint_disclosure.cli.accepted.telling import Telling
from lint_disclosure.cli.annotated_name import source_of
from lint_disclosure.finding import FileResult, Finding, Lapsed


class Baselining:
    """A baseline put to results one after the other.

    A finding is known when the baseline has its fingerprint for its file, or for a file that is not
    there any more: it was moved or renamed. A copy of a report is new, but for the copies that
    annotate makes: what is known of the report is known of them. ``kept`` are the entries that
    still match, each for the file where it does; ``stale`` the keys of those that match nothing.
    """

    def __init__(self, path: str, known: Iterable[Known], lang: str) -> None:
        self.path = path
        self.folder = os.path.dirname(path)
        self.telling = Telling(lang)
        self.by_file: dict[str, dict[str, Known]] = {}
        self.by_fingerprint: dict[str, list[Known]] = {}
        for one in known:
            self.by_file.setdefault(one.file, {})[one.fingerprint] = one
            self.by_fingerprint.setdefault(one.fingerprint, []).append(one)
        self.kept: dict[tuple[str, str], Known] = {}
        self.stale: set[tuple[str, str]] = set()
        self._there: dict[str, bool] = {"-": True}

    def put(self, result: FileResult) -> FileResult:
        """The result without what is known, and with the entries for it that match nothing."""
        file = seen_from(self.folder, result.path)
        left = []
        for finding in result.findings:
            if not self._is_known(finding, file):
                left.append(finding)
        return result._replace(
            findings=tuple(left),
            baselined=result.baselined + len(result.findings) - len(left),
            lapsed=result.lapsed + tuple(self._lapses(file, result)),
        )

    def gone(self) -> Iterator[Lapsed]:
        """The entries for files that are not there, and that no other file answers to."""
        for file, entries in self.by_file.items():
            for one in entries.values():
                if one.key not in self.kept and not self._is_there(file):
                    yield self._lapsed(one, self.telling.gone(file, one.locator))

    def pruned(self, known: Iterable[Known]) -> list[Known]:
        """The entries without the stale ones, moved where their reports were."""
        return [self.kept.get(one.key, one) for one in known if one.key not in self.stale]

    def _is_known(self, finding: Finding, file: str) -> bool:
        source = source_of(file)
        own = self.by_file.get(file, {}).get(finding.fingerprint)
        of_source = self.by_file.get(source or "", {}).get(finding.fingerprint)
        if source is not None and own is None and of_source is not None:
            # While the report is there, it is for the report to say whether the entry holds.
            if not self._is_there(source):
                self.kept.setdefault(of_source.key, of_source)
            return True
        one = own or self._moved(finding, file)
        if one is not None:
            self.kept[one.key] = one._replace(file=file)
        return one is not None

    def _moved(self, finding: Finding, file: str) -> Known | None:
        """The entry for a file that is not there any more, so that this one may be it."""
        others = self.by_fingerprint.get(finding.fingerprint, ())
        return next(
            (one for one in others if self._is_free(one, file) and not self._is_there(one.file)),
            None,
        )

    def _is_free(self, one: Known, file: str) -> bool:
        """Whether no other file answers to an entry; a file may be put more than once."""
        return one.key not in self.kept or self.kept[one.key].file == file

    def _lapses(self, file: str, result: FileResult) -> Iterator[Lapsed]:
        entries = self.by_file.get(file)
        if not entries:
            return
        rules = judged(result, result.findings)
        for one in entries.values():
            if one.rule in rules and one.key not in self.kept:
                yield self._lapsed(one, self.telling.fixed(file, one.locator))

    def _lapsed(self, one: Known, text: str) -> Lapsed:
        self.stale.add(one.key)
        return Lapsed("baseline", "stale", (one.rule,), self.path, None, text)

    def _is_there(self, file: str) -> bool:
        if file not in self._there:
            self._there[file] = os.path.lexists(os.path.join(self.folder, file))
        return self._there[file]


def known_finding(finding: Finding, path: str, folder: str) -> Known:
    """The entry for a finding in the file at ``path``, in a baseline that lies in ``folder``."""
    place = {key: part for key, part in finding.place._asdict().items() if part is not None}
    return Known(
        finding.fingerprint,
        min(finding.rules),
        seen_from(folder, path),
        place,
        place_words(finding),
    )
