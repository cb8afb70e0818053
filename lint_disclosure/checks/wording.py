"""Check kind ``wording``: words that should not stand in a report, or not in this form."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any, NamedTuple

from lint_disclosure.evidence.scope import (
    nothing_to_search,
    scope_mark,
    scope_said,
    scope_sentences,
    scope_shown,
)
from lint_disclosure.evidence.search import (
    Needles,
    any_found,
    likely,
    matching,
    needles_of,
    without_words,
)
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, cannot_evaluate, decide
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Mark, Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule

_MOST = 20
"""Whoever wrote the same thing more often has seen the point."""

_NOTHING = {"match": "", "instead": ""}


class _Words(NamedTuple):
    """Words that may be in the text, and the entry of the rule that they belong to."""

    patterns: Sequence[str]
    entry: Mapping[str, Any]


class _Found(NamedTuple):
    """Where such words stand in a sentence."""

    start: int
    end: int
    entry: Mapping[str, Any]


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a match. Most reports hold none, so the text is first searched as a whole."""
    options, needles = rule.options, needles_of(rule)
    scope = options.get("in", "report")
    nothing = nothing_to_search(report, scope)
    if nothing:
        return nothing
    text = scope_said(report, scope)
    words = _likely_words(rule, text)
    if words and "except" in options:
        # A match that holds no part of an exception is still whole without the exceptions.
        words = _likely_words(rule, without_words(options["except"], needles, text))
    if not words and "required" not in options:
        return PASS
    if any_found(options.get("unless", ()), needles, text):
        return PASS
    violations = list(islice(_violations(rule, report, words), _MOST))
    if not violations and "required" in options:
        return _required(rule, report, text)
    return decide(violations)


def _likely_words(rule: Rule, text: str) -> list[_Words]:
    """The words of the rule that the text may hold; those of no entry come first."""
    options, needles = rule.options, needles_of(rule)
    entries = chain([options] if "patterns" in options else [], options.get("entries", ()))
    words = ((matching(entry["patterns"], needles, text), entry) for entry in entries)
    return [_Words(patterns, entry) for patterns, entry in words if patterns]


def _violations(rule: Rule, report: Report, words: Sequence[_Words]) -> Iterator[Violation]:
    needles, exceptions = needles_of(rule), rule.options.get("except", ())
    scope = rule.options.get("in", "report")
    told: list[Mapping[str, Any]] = []
    for sentence in scope_sentences(report, scope) if words else ():
        text = sentence.squeezed
        found = _found(words, needles, text)
        allowed = likely(exceptions, needles, text) if found else []
        right = deque(_spans(text, allowed))
        for start, end, entry in found:
            while right and right[0][1] <= start:
                right.popleft()
            if not (right and right[0][0] < end) and entry not in told:
                if entry.get("once"):
                    told.append(entry)
                at = _mark(report, sentence, start, end)
                slots = {"match": report.source.cut(at.parts), "instead": entry.get("instead", "")}
                cases = (entry["case"],) if "case" in entry else ()
                yield Violation(at, slots, (text[start:end],), (), cases)


def _mark(report: Report, sentence: Sentence, start: int, end: int) -> Mark:
    """The place of a match; the lines of the title are no running text."""
    at = text_mark(report, source_parts(sentence, start, end))
    title = report.title.parts if report.title else ()
    if any(first == sentence.start for first, _ in title):
        return at._replace(locator="标题")
    return at


def _found(words: Sequence[_Words], needles: Needles, text: str) -> list[_Found]:
    """The matches in a sentence, in order; of two that overlap the first one counts."""
    found = [
        _Found(start, end, entry)
        for patterns, entry in words
        for start, end in _spans(text, likely(patterns, needles, text))
    ]
    if len(words) == 1 or len(found) < 2:
        return found
    found.sort(key=lambda one: one[:2])
    apart = found[:1]
    for one in found[1:]:
        if one.start >= apart[-1].end:
            apart.append(one)
    return apart


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
    return decide([Violation(scope_mark(report, scope), _NOTHING, (), (), ("none",))])
