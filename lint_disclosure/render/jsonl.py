"""``jsonl``: one JSON object a line, to be read while it is written.

``type`` says what a line is: ``run`` first, then a ``file`` and after it each ``finding`` in it,
``summary`` last. The members are those of the contract's JSON, version 1; a finding has ``path``.
"""

from __future__ import annotations

from typing import Any

from lint_disclosure.finding import FileResult
from lint_disclosure.render import Settings
from lint_disclosure.render.json import VERSION, file_dict, finding_dict, summary_dict, text_of
from lint_disclosure.render.totals import Totals


def create(settings: Settings) -> JsonLines:
    """The renderer of this format."""
    return JsonLines(settings)


class JsonLines:
    """Renders for programs that read a line at a time."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def begin(self) -> str:
        """The line that names the version and the tool."""
        settings = self.settings
        tool = {"name": settings.tool, "version": settings.version}
        packs = [{"name": pack.name, "version": pack.version} for pack in settings.packs]
        return self._line("run", {"version": VERSION, "tool": tool, "packs": packs})

    def file(self, result: FileResult) -> str:
        """The line of the file and those of its findings."""
        about = file_dict(result._replace(findings=()))
        del about["findings"]
        about["notices"] = list(result.notices)
        lines = [self._line("file", about)]
        for finding in result.findings:
            lines.append(self._line("finding", {"path": result.path, **finding_dict(finding)}))
        return "".join(lines)

    def end(self, totals: Totals) -> str:
        """The line of the summary."""
        return self._line("summary", summary_dict(totals))

    def _line(self, kind: str, members: dict[str, Any]) -> str:
        value = {"type": kind, **members}
        return text_of(value, None, ascii_only=self.settings.ascii_json) + "\n"
