"""``github``: workflow commands, which GitHub Actions shows as annotations beside the lines.

Of each type ten are shown a step; what is beyond stands in the log as plain lines, and the last
line says how many. https://docs.github.com/actions/reference/workflow-commands-for-github-actions
"""

from __future__ import annotations

from lint_disclosure.finding import FileResult, Finding, Severity
from lint_disclosure.render import Settings
from lint_disclosure.render.addresses import relative
from lint_disclosure.render.notes import notes, where
from lint_disclosure.render.problems import Problem, problems
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words

MOST = 10
"""Annotations of a type that GitHub shows of one step."""

_TYPES: dict[Severity, str] = {"error": "error", "warning": "warning", "info": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def create(settings: Settings) -> GitHub:
    """The renderer of this format."""
    return GitHub(settings)


class GitHub:
    """Renders for the log of a workflow."""

    def __init__(self, settings: Settings) -> None:
        self.lang = settings.lang
        self.words = words(settings.lang)
        self.counts: dict[Severity, int] = dict.fromkeys(_TYPES, 0)

    def begin(self) -> str:
        """Nothing."""
        return ""

    def file(self, result: FileResult) -> str:
        """A line for each problem of the run and each finding, the weightiest first."""
        lines = [
            (one.severity, self._problem(result.path, one)) for one in problems(result, self.lang)
        ]
        lines += [(one.severity, self._finding(result.path, one)) for one in result.findings]
        lines.sort(key=lambda line: list(_TYPES).index(line[0]))
        return "".join(self._line(severity, *parts) for severity, parts in lines)

    def end(self, totals: Totals) -> str:
        """How many are not shown as annotations."""
        over = {severity: count - MOST for severity, count in self.counts.items() if count > MOST}
        if not over:
            return ""
        say = self.words
        each = say.listed.join(f"{say.severity[one]} {count}" for one, count in over.items())
        total = sum(over.values())
        if self.lang == "en":
            return (
                f"{total} more not annotated ({each}): GitHub shows {MOST} of a type; all are in "
                "the log above and the job summary.\n"
            )
        return (
            f"另有 {total} 处没有标注（{each}）：GitHub 每类只显示 {MOST} 处；"
            "全部见上面的记录和作业小结。\n"
        )

    def _line(self, severity: Severity, properties: dict[str, str], message: str) -> str:
        """The command, or the plain line once GitHub would no longer show it."""
        self.counts[severity] += 1
        if self.counts[severity] > MOST:
            spot = ":".join(
                properties[name] for name in ("file", "line", "col") if name in properties
            )
            plain = f"{spot}: {severity}: {properties['title']}: {message}"
            return inert(plain.replace("\n", " | ")) + "\n"
        written = ",".join(
            f"{name}={value.translate(_PROPERTY)}" for name, value in properties.items()
        )
        return f"::{_TYPES[severity]} {written}::{message.translate(_DATA)}\n"

    def _finding(self, path: str, finding: Finding) -> tuple[dict[str, str], str]:
        at = finding.location.in_file if finding.location else None
        properties = {"title": visible(f"{finding.rule} {finding.name}"), **_file(path)}
        if at is not None:
            properties |= {"line": str(at.line), "col": str(at.column)}
            properties |= {"endLine": str(at.end_line)}
            if at.end_line == at.line:
                properties |= {"endColumn": str(at.end_column)}
        say = self.words
        lines = [visible(finding.message), where(finding)]
        lines += [f"{label}{say.colon}{text}" for label, text in notes(finding, say)]
        return properties, "\n".join(lines)

    def _problem(self, path: str, problem: Problem) -> tuple[dict[str, str], str]:
        return {"title": problem.kind.replace("_", "-"), **_file(path)}, problem.text


def _file(path: str) -> dict[str, str]:
    """The file; standard input is none that GitHub knows."""
    return {} if path == "-" else {"file": visible(relative(path))}


def inert(text: str) -> str:
    """Lines of a log in which the runner finds no command, whatever they quote.

    It takes ``::`` at the start of a line for one, and ``##[`` anywhere.
    """
    lines = text.replace("##[", "##%5B").split("\n")
    return "\n".join(
        line.replace("::", "%3A%3A", 1) if line.lstrip().startswith("::") else line
        for line in lines
    )
