"""``markdown``: what was found, for a merge request, a ticket or the summary of a job.

Nothing that comes from a report is Markdown or HTML: its special characters are escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_disclosure.finding import SEVERITIES, FileResult, Finding, Severity
from lint_disclosure.render import Settings
from lint_disclosure.render.notes import notes, where
from lint_disclosure.render.position import position
from lint_disclosure.render.problems import problems
from lint_disclosure.render.summary import summary
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$!^&]|:(?=//|[\w+-]+:)")
_AT_START = re.compile(r"([-+]|\d+[.)])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_MENTION = re.compile(r"@(?=\S)|(?<=\\#)(?=\d)")
_WWW = re.compile(r"www\.", re.I)
_URL = re.compile(r"https?://[\w.~%/?#=&+,;:-]+", re.A)


def create(settings: Settings) -> Markdown:
    """The renderer of this format."""
    return Markdown(settings)


class Markdown:
    """Renders a section for each file of which there is something to say, and a summary."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)

    def begin(self) -> str:
        """The title."""
        return f"# {self._say('年报检查结果', 'Annual reports checked')}\n"

    def file(self, result: FileResult) -> str:
        """One section; nothing for a report in which nothing was found."""
        found = list(problems(result, self.settings.lang))
        if not found and not result.findings:
            return ""
        lines = [f"\n## {escaped(result.path)}\n", self._verdict(result), ""]
        for problem in found:
            lines.append(f"- {self._severity(problem.severity)} {escaped(problem.text)}")
        for finding in result.findings:
            lines += self._finding(finding)
        return "\n".join(lines) + "\n"

    def end(self, totals: Totals) -> str:
        """The summary, as text that is shown as it is."""
        plain = self.settings._replace(color=False)
        text = summary(totals, plain)
        if not text:
            return ""
        longest = max((len(run) for run in re.findall("`+", text)), default=0)
        fence = "`" * max(3, longest + 1)
        return f"\n## {self._say('小结', 'Summary')}\n\n{fence}text\n{text}{fence}\n"

    def _verdict(self, result: FileResult) -> str:
        """The first words on a report, what was found, and whose it is."""
        levels = [one.severity for one in result.findings]
        if "error" in levels:
            verdict = self._say("发现错误", "Errors found")
        elif result.status != "checked":
            verdict = self._say("未能全部核对", "Could not check everything")
        else:
            verdict = self._say("未见错误", "No errors seen")
        about = [
            f"{self.words.severity[level]} {levels.count(level)}"
            for level in reversed(SEVERITIES)
            if level in levels
        ]
        about += [result.issuer] if result.issuer else []
        about += [str(result.year)] if result.year else []
        told = self.words.colon + escaped(self.words.comma.join(about)) if about else ""
        return f"**{verdict}**{told}"

    def _finding(self, finding: Finding) -> Iterator[str]:
        say = self.words
        at = finding.location
        spot = f"{position(at)} " if at and at.in_file else ""
        yield (
            f"- {self._severity(finding.severity)} {_linked(finding.rule, finding.url)} "
            f"{escaped(finding.message)}"
        )
        yield f"  - {escaped(spot + where(finding))}"
        for label, text in notes(finding, say):
            yield f"  - {label}{say.colon}{escaped(text)}"

    def _severity(self, severity: Severity) -> str:
        return f"**{self.words.severity[severity]}**"

    def _say(self, zh: str, en: str) -> str:
        return en if self.settings.lang == "en" else zh


def _linked(text: str, url: str) -> str:
    return f"[{escaped(text)}](<{url}>)" if _URL.fullmatch(url) else escaped(text)


def escaped(text: str) -> str:
    """A text that is shown as it is: no Markdown, no HTML, no link, and nobody is notified.

    After ``@`` and before the number of an issue stands a character without width, since GitHub and
    GitLab look for them in what is shown.
    """
    shown = _SPECIAL.sub(lambda found: _ENTITIES.get(found[0], f"\\{found[0]}"), visible(text))
    shown = _WWW.sub(lambda found: f"{found[0][:3]}\\.", shown)
    shown = _MENTION.sub(lambda found: f"{found[0]}\u200b", shown).strip(" ")
    start = _AT_START.match(shown)
    if start:
        shown = f"{shown[: start.end() - 1]}\\{shown[start.end() - 1 :]}"
    return shown
