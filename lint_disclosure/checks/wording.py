"""Check kind ``wording``: words that should not stand in a report, or not in this form."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from lint_disclosure.checks.scope import (
    nothing_to_search,
    scope_mark,
    scope_sentences,
    scope_shown,
)
from lint_disclosure.checks.verdict import PASS, Verdict, Violation, cannot_evaluate, decide
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
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
    texts = [sentence.squeezed for sentence in sentences]
    if _found("\n".join(texts), options.get("unless", ())):
        return PASS
    violations: list[Violation] = []
    if _found("\n".join(texts), [f"(?m:{pattern})" for pattern in options["patterns"]]):
        violations = list(islice(_violations(rule, report, sentences, texts), _MOST))
    if not violations and "required" in options:
        return _required(rule, report, "\n".join(texts))
    return decide(violations)


def _found(text: str, patterns: Iterable[str]) -> bool:
    """One pattern after the other: each is searched by its first characters, which is fast."""
    return any(compiled(pattern).search(text) for pattern in patterns)


def _violations(
    rule: Rule, report: Report, sentences: Sequence[Sentence], texts: Sequence[str]
) -> Iterator[Violation]:
    patterns, allowed = rule.options["patterns"], rule.options.get("except", ())
    for sentence, text in zip(sentences, texts, strict=True):
        if not _found(text, patterns):
            continue
        right = deque(_spans(text, allowed) if allowed else ())
        for start, end in _spans(text, patterns):
            while right and right[0][1] <= start:
                right.popleft()
            if not (right and right[0][0] < end):
                at = text_mark(report, source_parts(sentence, start, end))
                yield Violation(at, {"match": text[start:end]}, (text[start:end],))


def _spans(text: str, patterns: Sequence[str]) -> list[Span]:
    return [match.span() for match in compiled("|".join(patterns)).finditer(text)]


def _required(rule: Rule, report: Report, text: str) -> Verdict:
    """Case ``none``: of the words that belong into the scope, none is there."""
    if _found(text, rule.options["required"]):
        return PASS
    scope = rule.options.get("in", "report")
    if not scope_shown(report, scope):
        return cannot_evaluate("文本中断，可能写在后面", "the text breaks off, it may come later")
    return decide([Violation(scope_mark(report, scope), {"match": ""}, (), (), ("none",))])
