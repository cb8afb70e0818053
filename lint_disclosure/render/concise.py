"""``concise``: one line a finding, ``path:line:column: severity[RULE] message``."""

from __future__ import annotations

from lint_disclosure.finding import FileResult, Finding
from lint_disclosure.render import Settings
from lint_disclosure.render.notes import sentence
from lint_disclosure.render.position import position
from lint_disclosure.render.style import Paint
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words


def create(settings: Settings) -> Concise:
    """The renderer of this format."""
    return Concise(settings)


class Concise:
    """Renders for editors, hooks and grep: the same shape in every language."""

    def __init__(self, settings: Settings) -> None:
        self.paint = Paint(settings.color)
        self.words = words(settings.lang)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, result: FileResult) -> str:
        """A line for each finding."""
        return "".join(self._line(result.path, finding) for finding in result.findings)

    def end(self, totals: Totals) -> str:
        """Nothing; the summary goes to standard error."""
        return ""

    def _line(self, path: str, finding: Finding) -> str:
        kind = self.paint(finding.severity, f"{finding.severity}[{finding.rule}]")
        at = position(finding.location) if finding.location else "1:1"
        place = self.paint("bold", f"{visible(path)}:{at}:")
        return f"{place} {kind} {sentence(finding, self.words)}\n"
