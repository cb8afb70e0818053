"""A rule, described: all that a person may want to know of it, in one language."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from lint_disclosure.authoring.describing.examples import Example, Examples
from lint_disclosure.authoring.describing.option_words import (
    Setting,
    demand,
    settings,
)
from lint_disclosure.authoring.describing.rule_source import RuleSource
from lint_disclosure.authoring.describing.scope_words import (
    bodies_words,
    forms_words,
    not_for,
    years_words,
)
from lint_disclosure.authoring.describing.sections import sections_of
from lint_disclosure.finding import Basis, Confidence, Severity
from lint_disclosure.rulepack.model import Rule, RulePack, Text

WIDTH = 100
"""Display cells of the tool's output on a page."""


class Named(NamedTuple):
    """Another rule."""

    code: str
    title: str


class Change(NamedTuple):
    """What a version changed."""

    version: str
    change: str


class CaseWords(NamedTuple):
    """A case with words or a severity of its own; ``help`` is empty where it is the rule's.

    ``message`` is from a test; where no test shows the case, its slots are left out.
    """

    severity: Severity
    message: str
    help: str


class Description(NamedTuple):
    """A rule in words. ``title`` is what it demands; empty texts are what does not apply.

    ``off`` says why a pack has switched the rule off, ``changed`` that one has changed it.
    ``sections`` are the parts of the report that it is about; None is what stands before them.
    """

    code: str
    name: str
    lang: str
    title: str
    severity: Severity
    confidence: Confidence
    since: str
    history: tuple[Change, ...]
    pack: str | None
    off: str
    changed: bool
    file: str
    url: str
    years: str
    forms: str
    bodies: str
    basis: tuple[Basis, ...]
    check: str
    demand: str
    settings: tuple[Setting, ...]
    exceptions: str
    needs: tuple[Named, ...]
    not_for: tuple[str, ...]
    cases: tuple[CaseWords, ...]
    help: str
    wrong: Example
    output: str
    right: Example
    related: tuple[Named, ...]
    sections: tuple[int | None, ...]
    options: Mapping[str, Any]


class Describer:
    """Describes one rule; its tests are read once for both languages."""

    def __init__(self, source: RuleSource, pack: RulePack) -> None:
        self.source = source
        self.pack = pack
        self.examples = Examples(source.rule, source.tests, pack, changed=source.changed)

    def describe(self, lang: str, width: int = WIDTH) -> Description:
        """The description in one language; ``width`` is that of the tool's output."""
        source, rule = self.source, self.source.rule
        wrong, right = self.examples.pair()
        return Description(
            code=rule.id,
            name=rule.name,
            lang=lang,
            title=rule.title.get(lang),
            severity=rule.severity,
            confidence=rule.confidence,
            since=rule.since,
            history=tuple(Change(version, text.get(lang)) for version, text in source.history),
            pack=source.pack,
            off=rule.off or "",
            changed=source.changed,
            file=source.file,
            url=rule.url,
            years=years_words(rule.years, lang),
            forms=forms_words(rule, self.pack, lang),
            bodies=bodies_words(rule, lang),
            basis=rule.basis,
            check=rule.check,
            demand=demand(rule.check, lang),
            settings=settings(source, self.pack, lang),
            exceptions=rule.exceptions.get(lang) if rule.exceptions else "",
            needs=self._named(rule.needs, lang),
            not_for=tuple(not_for(rule, self.pack, lang)),
            cases=tuple(self._cases(rule, lang)),
            help=self._advice(rule.help, lang),
            wrong=wrong,
            output=self.examples.output(lang, width),
            right=right,
            related=self._named(rule.related, lang),
            sections=sections_of(source, self.examples, self.pack),
            options=source.options,
        )

    def _named(self, codes: tuple[str, ...], lang: str) -> tuple[Named, ...]:
        return tuple(
            Named(code, self.pack.rules[code].title.get(lang))
            for code in codes
            if code in self.pack.rules
        )

    def _advice(self, text: Text, lang: str) -> str:
        return self.examples.advice(text, lang) or _plain(text, lang)

    def _cases(self, rule: Rule, lang: str) -> list[CaseWords]:
        found = []
        for case in rule.cases.values():
            severity = case.severity or rule.severity
            message = case.message or rule.message
            shown = self.examples.saying(message, severity, lang)
            said = shown.message if shown else _plain(message, lang)
            advice = self._advice(case.help, lang) if case.help else ""
            found.append(CaseWords(severity, said, advice))
        return found


def _plain(text: Text, lang: str) -> str:
    """A text of which only the fixed words are known."""
    return text.get(lang).format_map(_Dots())


class _Dots(dict[str, str]):
    """Has dots for every slot."""

    def __missing__(self, slot: str) -> str:
        return "..."
