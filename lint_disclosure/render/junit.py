"""``junit``: JUnit's XML, a suite for each report and in it a case for each rule.

A rule that was broken is a failure (an info stays a remark in the output of a passed case), one
that could not be evaluated is skipped, a file that cannot be read is an error. A rule that does not
apply to the report has no case.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_disclosure.finding import Broken, FileResult, Finding
from lint_disclosure.render import Settings
from lint_disclosure.render.addresses import relative
from lint_disclosure.render.notes import notes, sentence, where
from lint_disclosure.render.position import position
from lint_disclosure.render.problems import Problem, problems
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.width import visible
from lint_disclosure.render.words import words

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for, not even as a reference."""

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def create(settings: Settings) -> JUnit:
    """The renderer of this format."""
    return JUnit(settings)


class JUnit:
    """Renders suite by suite; the sums over all suites are left to the reader."""

    def __init__(self, settings: Settings) -> None:
        self.lang = settings.lang
        self.tool = settings.tool
        self.words = words(settings.lang)
        self.names = {rule.code: rule.name for rule in settings.rules()}

    def begin(self) -> str:
        """The head."""
        return (
            f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="{_escaped(self.tool)}">\n'
        )

    def file(self, result: FileResult) -> str:
        """One suite."""
        found = list(problems(result, self.lang))
        cases = [*self._of_file(result, found), *self._of_rules(result, found)]
        kinds = [kind for kind, _ in cases]
        counts = {
            "tests": len(cases),
            "failures": kinds.count("failure"),
            "errors": kinds.count("error"),
            "skipped": kinds.count("skipped"),
        }
        numbers = "".join(f' {name}="{count}"' for name, count in counts.items())
        path = _escaped(visible(relative(result.path)))
        lines = [
            f'  <testsuite name="{path}"{numbers}>\n',
            *self._properties(result),
            *(text for _, text in cases),
            *(f"    <system-out>{_escaped(text)}</system-out>\n" for text in _notices(found)),
            "  </testsuite>\n",
        ]
        return "".join(lines)

    def end(self, totals: Totals) -> str:
        """The end."""
        return "</testsuites>\n"

    def _properties(self, result: FileResult) -> Iterator[str]:
        about = {
            "status": result.status,
            "form": result.form,
            "issuer": result.issuer,
            "year": result.year,
            "not_applicable": result.outcomes.not_applicable,
            "hidden": result.hidden,
        }
        yield "    <properties>\n"
        for name, value in about.items():
            if value is not None:
                yield f'      <property name="{name}" value="{_escaped(visible(str(value)))}"/>\n'
        yield "    </properties>\n"

    def _of_file(self, result: FileResult, found: list[Problem]) -> Iterator[tuple[str, str]]:
        """The cases that are no rule's: whether the file could be read, and is a report."""
        for problem in found:
            if problem.kind == "unreadable":
                yield self._case(result, problem.kind, "error", problem.text)
            elif problem.kind == "not_a_report" or (
                problem.kind == "partly_checked" and not problem.rules
            ):
                yield self._case(result, problem.kind, "skipped", problem.text)

    def _of_rules(self, result: FileResult, found: list[Problem]) -> Iterator[tuple[str, str]]:
        """A case for each rule that was put to the report, in the order of the codes."""
        broken: dict[str, list[Finding]] = {}
        for finding in result.findings:
            for code in dict.fromkeys((finding.rule, *finding.also)):
                broken.setdefault(code, []).append(finding)
        skipped = {code: one for one in found for code in one.rules}
        for code in sorted({*broken, *skipped, *result.passed}):
            name = self._named(code, broken)
            if code in broken:
                yield self._broken(result, code, name, broken[code])
            elif code in skipped:
                yield self._case(result, name, "skipped", skipped[code].text)
            else:
                yield self._case(result, name)

    def _named(self, code: str, broken: dict[str, list[Finding]]) -> str:
        """The code and the name of a rule."""
        told: list[Finding | Broken] = []
        for one in broken.get(code, ()):
            told += (one, *one.broken)
        own = (each.name for each in told if each.rule == code)
        return f"{code} {self.names.get(code) or next(own, '')}".rstrip()

    def _broken(
        self, result: FileResult, code: str, name: str, findings: list[Finding]
    ) -> tuple[str, str]:
        failing = any(one.severity != "info" for one in findings)
        body = "\n\n".join(self._told(result.path, code, one) for one in findings)
        message = sentence(findings[0], self.words)
        if len(findings) > 1:
            message += self.words.stop + self.words.further.format(len(findings) - 1)
        severity = "error" if any(one.severity == "error" for one in findings) else "warning"
        return self._case(
            result, name, "failure" if failing else "system-out", message, body, severity
        )

    def _told(self, path: str, code: str, finding: Finding) -> str:
        """A finding as lines of text; for a rule that is broken by the same cause, whose it is."""
        say = self.words
        at = finding.location
        spot = f":{position(at)}" if at and at.in_file else ""
        lines = [f"{visible(relative(path))}{spot} {where(finding)}"]
        if code != finding.rule:
            lines.append(f"{say.same_cause}{say.colon}{finding.rule}")
        lines.append(visible(finding.message))
        lines += [f"{label}{say.colon}{text}" for label, text in notes(finding, say)]
        return "\n".join(lines)

    def _case(
        self,
        result: FileResult,
        name: str,
        kind: str = "",
        message: str = "",
        body: str = "",
        severity: str = "",
    ) -> tuple[str, str]:
        """The kind of a case and its element."""
        path = _escaped(visible(relative(result.path)))
        head = f'    <testcase classname="{path}" name="{_escaped(name)}" file="{path}"'
        if not kind:
            return kind, f"{head}/>\n"
        if kind == "system-out":
            inside = f"<system-out>{_escaped(body)}</system-out>"
        else:
            type_of = f' type="{severity}"' if severity else ""
            inside = f'<{kind} message="{_escaped(message)}"{type_of}'
            inside += f">{_escaped(body)}</{kind}>" if body else "/>"
        return kind, f"{head}>\n      {inside}\n    </testcase>\n"


def _notices(found: list[Problem]) -> list[str]:
    told = [one.text for one in found if one.kind == "notice"]
    return ["\n".join(told)] if told else []


def _escaped(text: str) -> str:
    """The text as character data or the value of an attribute."""
    plain = _FORBIDDEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
    return plain.translate(_ESCAPES)
