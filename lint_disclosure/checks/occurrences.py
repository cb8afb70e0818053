"""Check kind ``occurrences``: something is said often enough, or not too often."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.evidence.scope import (
    nothing_to_search,
    scope_mark,
    scope_shown,
    scope_text,
)
from lint_disclosure.evidence.search import likely, needles_of
from lint_disclosure.evidence.subject import listed
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, cannot_evaluate, decide
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_SHOWN = 5
"""Matches that the message may name."""


def check(rule: Rule, report: Report) -> Verdict:
    """Count the matches in the part of the scope that is meant; overlapping ones count once."""
    options = rule.options
    scope = options.get("in", "report")
    nothing = nothing_to_search(report, scope)
    if nothing:
        return nothing
    text = _part(rule, scope_text(report, scope))
    if text is None:
        return cannot_evaluate("没有找到从哪里数起", "the words to count from are not there")
    found = _matches(rule, options["patterns"], text)
    least, most = options.get("at_least", 0), options.get("at_most", len(found))
    if least <= len(found) <= most:
        return PASS
    if len(found) < least and not scope_shown(report, scope):
        return cannot_evaluate("文本中断，可能写在后面", "the text breaks off, it may come later")
    slots = {
        "count": len(found),
        "at_least": least,
        "at_most": most,
        "found": listed(found, _SHOWN) or "-",
    }
    case = "few" if len(found) < least else "many"
    values = (str(len(found)), *found[:5])
    return decide([Violation(scope_mark(report, scope), slots, values, (), (case,))])


def _part(rule: Rule, text: str) -> str | None:
    """The text from the first match of ``after``, and up to the next match of ``before``.

    None where there is nothing of ``after``: then it is not known what to count.
    """
    start = 0
    if "after" in rule.options:
        starts = _spans(rule, rule.options["after"], text)
        if not starts:
            return None
        start = starts[0][1]
    if "before" in rule.options:
        ends = [end for end, _ in _spans(rule, rule.options["before"], text) if end >= start]
        return text[start : min(ends, default=len(text))]
    return text[start:]


def _matches(rule: Rule, patterns: Sequence[str], text: str) -> list[str]:
    return [text[start:end] for start, end in _spans(rule, patterns, text)]


def _spans(rule: Rule, patterns: Sequence[str], text: str) -> list[tuple[int, int]]:
    """Where any of the patterns matches, from the front; each character takes part once."""
    found = likely(patterns, needles_of(rule), text)
    if not found:
        return []
    return [match.span() for match in compiled("|".join(found)).finditer(text)]
