"""``sarif``: SARIF 2.1.0, for code scanning and the viewers of editors.

https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os-complete.html

Results are written as they come. What SARIF keeps in lists of its own, files and problems of the
run, waits for the end in a spool, so that memory does not grow with the number of files.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lint_disclosure.finding import FileResult, Finding
from lint_disclosure.render import Settings
from lint_disclosure.render.addresses import uri
from lint_disclosure.render.json import VERSION, finding_dict, text_of
from lint_disclosure.render.notes import notes
from lint_disclosure.render.problems import problems
from lint_disclosure.render.sarif_places import ROOT, place, related_places
from lint_disclosure.render.sarif_tool import LEVELS, message, tool
from lint_disclosure.render.spool import Spool
from lint_disclosure.render.totals import Totals
from lint_disclosure.render.words import words

SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)

_KEPT = ("name", "confidence", "expected", "actual", "difference", "equation", "also", "broken")
_KEPT_TOO = ("repair", "help", "basis", "locator", "place")
"""Members of the contract's JSON that SARIF has no place for: the property bag of a result."""


def create(settings: Settings) -> Sarif:
    """The renderer of this format."""
    return Sarif(settings)


class Sarif:
    """Renders one run."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.words = words(settings.lang)
        self.rules = settings.rules()
        self.index = {rule.code: at for at, rule in enumerate(self.rules)}
        self.results = 0
        self.artifacts = Spool()
        self.notifications = Spool()

    def begin(self) -> str:
        """The head, up to the list of results."""
        language = "en-US" if self.settings.lang == "en" else "zh-CN"
        return (
            f'{{\n  "$schema": "{SCHEMA}",\n  "version": "2.1.0",\n  "runs": [\n    {{\n'
            f'      "columnKind": "unicodeCodePoints",\n      "language": "{language}",\n'
            '      "results": ['
        )

    def file(self, result: FileResult) -> str:
        """The results of one file."""
        self._note(self.artifacts, self._artifact(result), 8)
        for notification in self._notifications(result):
            self._note(self.notifications, notification, 12)
        pieces = []
        for finding in result.findings:
            pieces.append(self._element(self._result(result.path, finding), self.results, 8))
            self.results += 1
        return "".join(pieces)

    def end(self, totals: Totals) -> Iterator[str]:
        """The other lists, and the tool with its rules."""
        yield _close(self.results, 6) + ',\n      "artifacts": ['
        yield from self.artifacts.pieces()
        yield _close(self.artifacts.count, 6) + ',\n      "invocations": [\n        {\n'
        successful = "false" if totals.unreadable.count else "true"
        yield f'          "executionSuccessful": {successful},\n'
        yield '          "toolExecutionNotifications": ['
        yield from self.notifications.pieces()
        yield _close(self.notifications.count, 10) + "\n        }\n      ],\n"
        rest = {
            "originalUriBaseIds": {
                ROOT: {"description": {"text": "the root of the repository, or the working folder"}}
            },
            "properties": {"version": VERSION},
            "tool": tool(self.settings, self.rules),
        }
        text = self._text(rest, 4).removeprefix("{\n").removesuffix("\n    }")
        yield text + "\n    }\n  ]\n}\n"

    def _note(self, spool: Spool, value: dict[str, Any], indent: int) -> None:
        spool.add(self._element(value, spool.count, indent))

    def _element(self, value: dict[str, Any], before: int, indent: int) -> str:
        """A member of a list in which so many stand already."""
        return f"{',' if before else ''}\n{'':{indent}}{self._text(value, indent)}"

    def _text(self, value: Any, indent: int) -> str:
        text = text_of(value, ascii_only=self.settings.ascii_json)
        return text.replace("\n", f"\n{'':{indent}}")

    def _artifact(self, result: FileResult) -> dict[str, Any]:
        about = {"form": result.form, "issuer": result.issuer, "year": result.year}
        return {
            "location": {"uri": uri(result.path), "uriBaseId": ROOT},
            "roles": ["analysisTarget"],
            "properties": {
                "number": self.artifacts.count + 1,
                "status": result.status,
                **{name: value for name, value in about.items() if value is not None},
            },
        }

    def _notifications(self, result: FileResult) -> Iterator[dict[str, Any]]:
        """The problems of one file, one for each rule that is concerned."""
        for problem in problems(result, self.settings.lang):
            for code in problem.rules or (None,):
                rule: dict[str, Any] = {}
                if code is not None:
                    rule = {"associatedRule": self._reference(code)}
                yield {
                    "descriptor": {"id": problem.kind},
                    "level": LEVELS[problem.severity],
                    "message": message(f"{code} {problem.why}" if code else problem.text),
                    "locations": [place(result.path, None)],
                    **rule,
                }

    def _reference(self, code: str) -> dict[str, Any]:
        known = self.index.get(code)
        return {"id": code} if known is None else {"id": code, "index": known}

    def _result(self, path: str, finding: Finding) -> dict[str, Any]:
        say = self.words
        told = [f"{label}{say.colon}{text}" for label, text in notes(finding, say)]
        known = self.index.get(finding.rule)
        data = finding_dict(finding)
        made = {
            "ruleId": finding.rule,
            **({} if known is None else {"ruleIndex": known}),
            "level": LEVELS[finding.severity],
            "message": message(finding.message, *told),
            "locations": [place(path, finding.location, finding.place, finding.locator)],
            "partialFingerprints": {f"findingIdentity/v{VERSION}": finding.fingerprint},
            "properties": {name: data[name] for name in (*_KEPT, *_KEPT_TOO)},
        }
        others = related_places(path, finding)
        if others:
            made["relatedLocations"] = others
        return made


def _close(count: int, indent: int) -> str:
    return f"\n{'':{indent}}]" if count else "]"
