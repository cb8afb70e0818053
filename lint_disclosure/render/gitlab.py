"""``gitlab``: a report of GitLab's code quality, as its merge requests show it.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from lint_disclosure.finding import FileResult, Finding
from lint_disclosure.render import Settings
from lint_disclosure.render.addresses import relative
from lint_disclosure.render.json import text_of
from lint_disclosure.render.notes import short, where
from lint_disclosure.render.problems import Problem, problems
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.words import words

_OF_PROBLEM = {"error": "blocker", "warning": "major", "info": "info"}


def create(settings: Settings) -> GitLab:
    """The renderer of this format."""
    return GitLab(settings)


class GitLab:
    """Renders an array of issues, one for each finding and each problem of the run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)
        self.first = True

    def begin(self) -> str:
        """The start of the array."""
        return "["

    def file(self, result: FileResult) -> str:
        """The issues of one file."""
        issues = [self._of_problem(result, one) for one in problems(result, self.settings.lang)]
        issues += [self._of_finding(result, one) for one in result.findings]
        return "".join(map(self._element, issues))

    def end(self, totals: Totals) -> str:
        """The end of the array."""
        return "]\n" if self.first else "\n]\n"

    def _element(self, issue: dict[str, Any]) -> str:
        lead = "\n  " if self.first else ",\n  "
        self.first = False
        text = text_of(issue, ascii_only=self.settings.ascii_json)
        return lead + text.replace("\n", "\n  ")

    def _of_finding(self, result: FileResult, finding: Finding) -> dict[str, Any]:
        say = self.words
        at = finding.location.in_file if finding.location else None
        return _issue(
            result.path,
            at.line if at else 1,
            f"{finding.rule} {short(finding, say)}{say.bracketed.format(where(finding))}",
            finding.rule,
            _severity(finding),
            finding.fingerprint,
        )

    def _of_problem(self, result: FileResult, problem: Problem) -> dict[str, Any]:
        severity = _OF_PROBLEM[problem.severity]
        kind = problem.kind.replace("_", "-")
        return _issue(result.path, 1, problem.text, kind, severity, f"{kind}\0{problem.why}")


def _issue(
    path: str, line: int, description: str, check: str, severity: str, what: str
) -> dict[str, Any]:
    """An issue. Copies of a report in two files have the same findings, so the path is hashed too:
    GitLab takes issues of one fingerprint for one.
    """
    told = f"{path}\0{what}".encode("utf-8", "surrogatepass")
    return {
        "description": description,
        "check_name": check,
        "fingerprint": sha256(told).hexdigest(),
        "severity": severity,
        "location": {"path": relative(path), "lines": {"begin": line}},
    }


def _severity(finding: Finding) -> str:
    """On GitLab's scale; ``blocker`` is kept for files that could not be read."""
    if finding.severity == "error":
        return "critical"
    if finding.severity == "warning":
        return "major" if finding.confidence == "high" else "minor"
    return "info"
