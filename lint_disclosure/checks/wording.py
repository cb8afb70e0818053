"""Check kind ``wording``: words that should not stand in a report, or not in this form."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from itertools import islice

from lint_disclosure.evidence.scope import (
    nothing_to_search,
    scope_mark,
    scope_said,
    scope_sentences,
    scope_shown,
)
from lint_disclosure.evidence.search import any_found, likely, needles_of, without_words
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, cannot_evaluate, decide
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule

_MOST = 20
"""Whoever wrote the same thing more often has seen the point."""


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a match. Most reports hold none, so the text is first searched as a whole."""
    options, needles = rule.options, needles_of(rule)
    scope = options.get("in", "report")
    nothing = nothing_to_search(report, scope)
    if nothing:
        return nothing
    text = scope_said(report, scope)
    patterns = likely(options["patterns"], needles, text)
    if patterns and "except" in options:
        # A match that holds no part of an exception is still whole without the exceptions.
        patterns = likely(patterns, needles, without_words(options["except"], needles, text))
    if not patterns and "required" not in options:
        return PASS
    if any_found(options.get("unless", ()), needles, text):
        return PASS
    violations = list(islice(_violations(rule, report, patterns), _MOST))
    if not violations and "required" in options:
        return _required(rule, report, text)
    return decide(violations)


def _violations(rule: Rule, report: Report, patterns: Sequence[str]) -> Iterator[Violation]:
    needles, exceptions = needles_of(rule), rule.options.get("except", ())
    scope = rule.options.get("in", "report")
    for sentence in scope_sentences(report, scope) if patterns else ():
        text = sentence.squeezed
        found = likely(patterns, needles, text)
        spans = _spans(text, found)
        allowed = likely(exceptions, needles, text) if spans else []
        right = deque(_spans(text, allowed))
        for start, end in spans:
            while right and right[0][1] <= start:
                right.popleft()
            if not (right and right[0][0] < end):
                at = text_mark(report, source_parts(sentence, start, end))
                slots = {"match": report.source.cut(at.parts)}
                yield Violation(at, slots, (text[start:end],))


def _spans(text: str, patterns: Sequence[str]) -> list[Span]:
    """Where any of the patterns matches."""
    if not patterns:
        return []
    return [match.span() for match in compiled("|".join(patterns)).finditer(text)]


def _required(rule: Rule, report: Report, text: str) -> Verdict:
    """Case ``none``: of the words that belong into the scope, none is there."""
    if any_found(rule.options["required"], needles_of(rule), text):
        return PASS
    scope = rule.options.get("in", "report")
    if not scope_shown(report, scope):
        return cannot_evaluate("文本中断，可能写在后面", "the text breaks off, it may come later")
    return decide([Violation(scope_mark(report, scope), {"match": ""}, (), (), ("none",))])
