"""What a run comes to: counted file by file, so that no result has to be kept."""

from __future__ import annotations

from collections.abc import Iterable

from lint_disclosure.finding import FileResult, Outcomes, RuleNote, Severity, Status

KEPT = 20
"""Files of a kind that are named in the summary; the others are only counted."""


class Named:
    """Files with something to say about each: all counted, the first ones kept."""

    def __init__(self) -> None:
        self.count = 0
        self.kept: list[tuple[str, str]] = []

    def add(self, path: str, text: str = "") -> None:
        """Count one, and keep it while there is room."""
        self.count += 1
        if len(self.kept) < KEPT:
            self.kept.append((path, text))


class Reasons:
    """Rules that were not judged, grouped by the reason given."""

    def __init__(self) -> None:
        self.rules: dict[str, dict[str, None]] = {}
        self.times: dict[str, int] = {}

    def add(self, notes: Iterable[RuleNote]) -> None:
        """Count the notes of one file."""
        why_here = set()
        for note in notes:
            self.rules.setdefault(note.why, {})[note.rule] = None
            why_here.add(note.why)
        for why in why_here:
            self.times[why] = self.times.get(why, 0) + 1

    def grouped(self) -> list[tuple[str, tuple[str, ...], int]]:
        """Reason, rules and number of files, the most frequent first."""
        found = [(why, tuple(sorted(rules)), self.times[why]) for why, rules in self.rules.items()]
        return sorted(found, key=lambda entry: (-entry[2], entry[1]))


class Totals:
    """The figures of the summary."""

    def __init__(self) -> None:
        self.files = 0
        self.seconds = 0.0
        self.statuses: dict[Status, int] = {}
        self.severities: dict[Severity, int] = {"error": 0, "warning": 0, "info": 0}
        self.hidden = 0
        self.outcomes = Outcomes()
        self.undecided = Reasons()
        self.not_applicable = Reasons()
        self.partly = Named()
        self.not_reports = Named()
        self.unreadable = Named()
        self.notices = Named()
        self.left_out = Named()
        self.by_rule: dict[str, tuple[str, int]] = {}
        self.timings: dict[str, float] = {}

    def add(self, result: FileResult) -> None:
        """Count one file."""
        self.files += 1
        self.statuses[result.status] = self.statuses.get(result.status, 0) + 1
        self.outcomes = Outcomes(
            *(one + more for one, more in zip(self.outcomes, result.outcomes, strict=True))
        )
        self.hidden += result.hidden
        self._name(result)
        self.undecided.add(result.undecided)
        self.not_applicable.add(result.not_applicable)
        for finding in result.findings:
            self.severities[finding.severity] += 1
            names = {one.rule: one.name for one in finding.broken} | {finding.rule: finding.name}
            for rule, name in names.items():
                self.by_rule[rule] = (name, self.by_rule.get(rule, ("", 0))[1] + 1)
        for name, seconds in result.timings:
            self.timings[name] = self.timings.get(name, 0.0) + seconds

    def _name(self, result: FileResult) -> None:
        kinds = {
            "partly_checked": self.partly,
            "not_a_report": self.not_reports,
            "unreadable": self.unreadable,
        }
        if result.status in kinds:
            kinds[result.status].add(result.path, result.reason or "")
        for notice in result.notices:
            self.notices.add(result.path, notice)

    @property
    def reports(self) -> int:
        """Files that were judged as annual reports."""
        return self.statuses.get("checked", 0) + self.statuses.get("partly_checked", 0)

    @property
    def cannot_evaluate(self) -> int:
        """Rules that could not be judged, over all files."""
        return self.outcomes.cannot_evaluate
