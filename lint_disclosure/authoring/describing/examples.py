"""What a rule finds, shown by its own tests: a wrong text, a right one, and the tool's output."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Formatter
from typing import NamedTuple

from lint_disclosure import api
from lint_disclosure.authoring.describing.excerpts import distance, relevant
from lint_disclosure.authoring.proving.rule_tests import (
    BrokenTest,
    report_text,
    with_features,
)
from lint_disclosure.finding import FileResult, Finding, Severity
from lint_disclosure.render import Settings
from lint_disclosure.render.full import Full
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.model import Rule, RulePack, Text

_UNSURE = 2
"""How many lines more may differ in a report that the rule really judges."""

_MARKS = {
    "picture": "〔图片〕",
    "tracked_change": "〔修订〕",
    "comment": "〔批注〕",
    "hidden_sheet": "〔隐藏的工作表〕",
    "frame": "〔框架〕",
}
"""How a page writes what a file holds beside text."""

REPORT = "report.txt"
"""What the report of an example is called."""


class Example(NamedTuple):
    """A test: its name, and the lines of its report that matter."""

    name: str
    lines: tuple[str, ...]


_NO_EXAMPLE = Example("", ())


class Examples:
    """The tests of one rule, each read once and put to the rule in either language.

    ``changed``: a pack has changed the rule, and its old tests need not hold; then there may be no
    example.
    """

    def __init__(
        self, rule: Rule, tests: Sequence[RuleTest], pack: RulePack, *, changed: bool = False
    ) -> None:
        self.rule = rule
        self.changed = changed
        self.alone = pack._replace(rules={rule.id: rule._replace(needs=(), off=None)})
        read = {test.name: report_text(pack, test) for test in tests}
        self.reports = {
            test.name: with_features(
                api.read(read[test.name].encode(), name=REPORT, partial=test.partial, pack=pack),
                test,
            )
            for test in tests
        }
        self.texts = {test.name: _with_marks(read[test.name], test) for test in tests}
        self.firing = self._holding([test for test in tests if test.want])
        self.silent = self._holding([test for test in tests if not test.want])

    def _holding(self, tests: list[RuleTest]) -> list[RuleTest]:
        """Those that hold; all of them where none does, unless a pack has changed the rule."""
        found = [
            test
            for test in tests
            if bool(test.want) == bool(api.lint(self.reports[test.name], rules=self.alone).findings)
        ]
        return found if found or self.changed else tests

    def pair(self) -> tuple[Example, Example]:
        """The first report in which the rule fires, and the right one that is most like it."""
        if not self.firing or not self.silent:
            return _NO_EXAMPLE, _NO_EXAMPLE
        wrong, right = self.firing[0], self._right(self.firing[0])
        one, other = self.texts[wrong.name], self.texts[right.name]
        origin = None if wrong.text or right.text else self.alone.forms[wrong.form].specimen
        return (
            Example(wrong.name, relevant(one, other, origin)),
            Example(right.name, relevant(other, one, origin)),
        )

    def output(self, lang: str, width: int) -> str:
        """What the tool prints of the first finding, in the format ``full``."""
        if not self.firing:
            return ""
        first = self.firing[0]
        result = self._linted(self.reports[first.name], lang)
        if not result.findings:
            where = f"{self.rule.id} {first.name}"
            raise BrokenTest(f"{where}：应有发现而没有", f"{where}: nothing was found")
        settings = Settings(lang=lang, color=False, width=width)
        return Full(settings).finding(result, result.findings[0]).rstrip("\n")

    def sections(self) -> set[int | None]:
        """The parts of the report in which findings stand; None is what stands before them."""
        return {finding.place.section for finding in self.findings("zh")}

    def findings(self, lang: str) -> list[Finding]:
        """All findings of all tests."""
        return [
            finding
            for test in self.firing
            for finding in self._linted(self.reports[test.name], lang).findings
        ]

    def saying(self, message: Text, severity: Severity, lang: str) -> Finding | None:
        """A finding of the tests whose message was made of this text."""
        form = _form(message.get(lang))
        found = (one for one in self.findings(lang) if one.severity == severity)
        return next((one for one in found if form.fullmatch(one.message)), None)

    def advice(self, text: Text, lang: str) -> str | None:
        """What a finding of the tests advises that was made of this text."""
        form = _form(text.get(lang))
        return next((one.help for one in self.findings(lang) if form.fullmatch(one.help)), None)

    def _right(self, wrong: RuleTest) -> RuleTest:
        """Of the reports on the same form the one that differs least; best is one that passes."""

        def rank(test: RuleTest) -> tuple[bool, int, int]:
            unsure = self._unsure(test)
            apart = distance(self.texts[test.name], self.texts[wrong.name])
            return test.form != wrong.form, apart + _UNSURE * unsure, unsure

        return min(self.silent, key=rank)

    def _unsure(self, test: RuleTest) -> int:
        outcomes = self._linted(self.reports[test.name], "zh").outcomes
        return 0 if outcomes.passed else 1 if outcomes.not_applicable else 2

    def _linted(self, report: Report, lang: str) -> FileResult:
        return api.lint(report, rules=self.alone, lang=lang)


def _with_marks(text: str, test: RuleTest) -> str:
    for kind, words in test.features:
        text = text.replace(words, _MARKS[kind] + words, 1)
    return text


def _form(text: str) -> re.Pattern[str]:
    """A text with slots as a pattern for what is made of it."""
    parts = [
        re.escape(literal) + ("" if slot is None else ".*")
        for literal, slot, _, _ in Formatter().parse(text)
    ]
    return re.compile("".join(parts), re.DOTALL)
