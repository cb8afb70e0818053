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

    ``files`` are the files of suppressions, ``baseline`` is the path of a baseline, or None;
    ``rules`` the codes of all rules with their names. Refused where one of the files is unusable.
    """

    def __init__(
        self, files: Sequence[str], baseline: str | None, rules: Mapping[str, str], lang: str
    ) -> None:
        today = date.today()
        read = [read_ignore_file(file, rules, lang) for file in files]
        self.suppressing = {
            os.path.dirname(file.path): Suppressing(file, today, lang) for file in read
        }
        self.baselining = (
            Baselining(baseline, read_baseline(baseline, lang), lang) if baseline else None
        )

    def put(self, results: Iterable[FileResult]) -> Iterator[FileResult]:
        """The results without what is set aside.

        The last one also tells of the entries for files that are not there, which can only be known
        when all have been seen.
        """
        waiting: FileResult | None = None
        for result in results:
            if waiting is not None:
                yield waiting
            waiting = self._put(result)
        if waiting is not None:
            gone = [lapse for one in self.suppressing.values() for lapse in one.gone()]
            gone += self.baselining.gone() if self.baselining else ()
            yield waiting._replace(lapsed=waiting.lapsed + tuple(gone))

    def _put(self, result: FileResult) -> FileResult:
        suppressing = self.suppressing.get(os.path.dirname(result.path))
        if suppressing is not None:
            result = suppressing.put(result)
        return result if self.baselining is None else self.baselining.put(result)
