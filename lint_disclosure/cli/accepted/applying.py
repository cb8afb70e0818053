"""Put suppressions and a baseline to the results of a run, as they come."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from lint_disclosure.cli.accepted.baseline_file import read_baseline
from lint_disclosure.cli.accepted.baselining import Baselining
from lint_disclosure.cli.accepted.ignore_file import read_ignore_file
from lint_disclosure.cli.accepted.suppressing import Suppressing
from lint_disclosure.finding import FileResult


class Accepted:
    """What people have set aside, for all inputs of a run; read before anything is linted.

    ``files`` are the files of suppressions, ``baseline_of`` has the path of the baseline for the
    path of each report that has one; ``rules`` the codes of all rules with their names. Refused
    where one of the files is unusable.
    """

    def __init__(
        self,
        files: Sequence[str],
        baseline_of: Mapping[str, str],
        rules: Mapping[str, str],
        lang: str,
    ) -> None:
        today = date.today()
        read = [read_ignore_file(file, rules, lang) for file in files]
        self.suppressing = {
            os.path.dirname(file.path): Suppressing(file, today, lang) for file in read
        }
        self.baseline_of = baseline_of
        self.baselining = {
            baseline: Baselining(baseline, read_baseline(baseline, lang), lang)
            for baseline in dict.fromkeys(baseline_of.values())
        }

    def put(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results without what is set aside.

        The last one also tells of the entries for files that are not there, which can only be known
        when all have been seen.
        """
        waiting: FileResult | None = None
        for result in results:
            if waiting is not None:
                yield waiting
            waiting = self.one(result)
        if waiting is not None:
            gone = [lapse for one in self.suppressing.values() for lapse in one.gone()]
            gone += [lapse for one in self.baselining.values() for lapse in one.gone()]
            yield waiting._replace(lapsed=waiting.lapsed + tuple(gone))

    def one(self, result: FileResult) -> FileResult:
        """A result without what is set aside, and with the entries for its file that do nothing."""
        suppressing = self.suppressing.get(os.path.dirname(result.path))
        if suppressing is not None:
            result = suppressing.put(result)
        baseline = self.baseline_of.get(result.path)
        return result if baseline is None else self.baselining[baseline].put(result)
