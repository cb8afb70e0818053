"""Which rules a run has judged on a file, so that a finding that is missing is really gone."""

from __future__ import annotations

from collections.abc import Iterable

from lint_disclosure.finding import FileResult, Finding


def judged(result: FileResult, findings: Iterable[Finding]) -> frozenset[str]:
    """The rules of which all findings on a file are known; ``findings`` are all that were made.

    Not among them are rules that were not asked for, that do not apply, that could not be
    evaluated, or of which findings are below the profile.
    """
    if result.status not in ("checked", "partly_checked"):
        return frozenset()
    broken = {code for finding in findings for code in finding.rules}
    unknown = {note.rule for note in result.undecided} | set(result.hidden_rules)
    return frozenset((broken | set(result.passed)) - unknown)
