"""Check kind ``self_name``: what a report calls its own body (我局) goes with the body's name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.search import likely, needles_of
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import Match, find_all
from lint_disclosure.rulepack.model import Rule

_OPENING, _CLOSING = "《〈(", "》〉)"
_LONGEST_QUOTATION = 200


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a way to call oneself, at the first place. Quotations are left out."""
    names: Sequence[Mapping[str, Any]] = rule.options["names"]
    issuer = report.issuer
    if issuer is None or not any(_fits(entry, issuer) for entry in names):
        return not_applicable("看不出是哪类机关", "the name does not tell what body it is")
    said, needles = scope_said(report, "report"), needles_of(rule)
    violations = []
    for entry in names:
        patterns = likely(entry["said"], needles, said)
        if patterns and not _fits(entry, issuer):
            found = list(_said(report, "|".join(patterns)))
            if found:
                violations.append(_violation(report, issuer, found))
    return decide(violations) if violations else PASS


def _fits(entry: Mapping[str, Any], issuer: str) -> bool:
    """Does the name hold a word that goes with this way to call oneself?"""
    return any(word in issuer for word in entry["words"])


def _said(report: Report, pattern: str) -> Iterator[Match]:
    for sentence in report.sentences:
        if "我" in sentence.squeezed or "本" in sentence.squeezed:
            for match in find_all(pattern, sentence):
                before = sentence.squeezed[max(0, match.start - _LONGEST_QUOTATION) : match.start]
                if not _quoted(before):
                    yield match


def _quoted(before: str) -> bool:
    """Does a quotation, a title or a bracket stand open at the end of the text?"""
    opened = sum(before.count(sign) for sign in _OPENING)
    closed = sum(before.count(sign) for sign in _CLOSING)
    return opened > closed or before.count('"') % 2 == 1


def _violation(report: Report, issuer: str, found: Sequence[Match]) -> Violation:
    first = found[0]
    slots = {"said": first.text, "issuer": issuer, "count": len(found)}
    return Violation(text_mark(report, first.parts), slots, (first.text, issuer))
