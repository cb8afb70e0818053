"""Check kind ``repeated_text``: nothing of some length stands in the report twice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide
from lint_disclosure.report.lookup import text_mark, where
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule

_CHINESE = r"[\u4e00-\u9fff]"
_SHOWN = 16


def check(rule: Rule, report: Report) -> Verdict:
    """One violation for each run of sentences that stood in the text before, word by word."""
    texts = [one.squeezed for one in report.sentences]
    if len(set(texts)) == len(texts):
        return PASS
    least = rule.options["min_length"]
    return decide(
        [
            _violation(report, first, run)
            for first, run in _runs(report.sentences)
            if _length(run) >= least
        ]
    )


def _runs(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, Sequence[Sentence]]]:
    """Each run of sentences that repeats an earlier one, and the first sentence of that."""
    seen: dict[str, int] = {}
    begin, at = 0, 0
    while at < len(sentences):
        begin, first = at, seen.get(sentences[at].squeezed)
        if first is None:
            seen[sentences[at].squeezed] = at
            at += 1
            continue
        before = first
        while (
            at < len(sentences)
            and before < begin
            and sentences[at].squeezed == sentences[before].squeezed
        ):
            at, before = at + 1, before + 1
        yield sentences[first], sentences[begin:at]


def _length(run: Sequence[Sentence]) -> int:
    """Chinese characters, so that rows of figures are no text."""
    return sum(len(compiled(_CHINESE).findall(one.squeezed)) for one in run)


def _violation(report: Report, first: Sentence, run: Sequence[Sentence]) -> Violation:
    start, last = run[0].start, run[-1]
    at = text_mark(report, ((start, last.start + len(last.text)),))
    before = text_mark(report, ((first.start, first.start + len(first.text)),))
    text = squeeze(report.source.cut(at.parts))
    slots = {
        "text": text[:_SHOWN] + ("……" if len(text) > _SHOWN else ""),
        "length": _length(run),
        "where": where(report, before.parts[0]),
    }
    return Violation(at, slots, (run[0].squeezed[:40],), ((before, before.locator),))
