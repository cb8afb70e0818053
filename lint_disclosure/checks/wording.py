"""Check kind ``wording``: words that should not stand in a report, or not in this form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lint_disclosure.checks.scope import (
    nothing_to_search,
    scope_mark,
    scope_sentences,
    scope_shown,
)
from lint_disclosure.checks.verdict import PASS, Verdict, Violation, cannot_evaluate, decide
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, find_all, squeeze
from lint_disclosure.rulepack.model import Rule

_MOST = 20
"""Whoever wrote the same thing more often has seen the point."""


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a match. Most reports hold none, so the text is first searched as a whole."""
    options = rule.options
    scope = options.get("in", "report")
    nothing = nothing_to_search(report, scope)
    if nothing:
        return nothing
    sentences = list(scope_sentences(report, scope))
    texts = [squeeze(sentence.text) for sentence in sentences]
    if _found("\n".join(texts), options.get("unless", ())):
        return PASS
    violations: list[Violation] = []
    patterns = [f"(?m:{pattern})" for pattern in options["patterns"]]
    if _found("\n".join(texts), patterns):
        hits = [one for one, text in zip(sentences, texts, strict=True) if _found(text, patterns)]
        violations = list(islice(_violations(rule, report, hits), _MOST))
    if not violations and "required" in options:
        return _required(rule, report, "\n".join(texts))
    return decide(violations)


def _found(text: str, patterns: Iterable[str]) -> bool:
    """One pattern after the other: each is searched by its first characters, which is fast."""
    return any(compiled(pattern).search(text) for pattern in patterns)


def _violations(rule: Rule, report: Report, sentences: Sequence[Sentence]) -> Iterator[Violation]:
    pattern, allowed = "|".join(rule.options["patterns"]), "|".join(rule.options.get("except", ()))
    for sentence in sentences:
        spared = [
            (found.start, found.end) for found in (find_all(allowed, sentence) if allowed else ())
        ]
        for match in find_all(pattern, sentence):
            if not any(start < match.end and match.start < end for start, end in spared):
                at = text_mark(report, match.parts)
                yield Violation(at, {"match": match.text}, (match.text,))


def _required(rule: Rule, report: Report, text: str) -> Verdict:
    """Case ``none``: of the words that belong into the scope, none is there."""
    if _found(text, rule.options["required"]):
        return PASS
    scope = rule.options.get("in", "report")
    if not scope_shown(report, scope):
        return cannot_evaluate("文本中断，可能写在后面", "the text breaks off, it may come later")
    return decide([Violation(scope_mark(report, scope), {"match": ""}, (), (), ("none",))])
