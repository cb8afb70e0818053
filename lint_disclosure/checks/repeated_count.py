"""Check kind ``repeated_count``: a number that the text gives twice is the same both times.

Two numbers are taken for the same thing only where nothing but the year, the body and words such as
全年, 共 stand in front of them: a channel, a department or a quarter makes it another number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.evidence.counts import Count, counts_in
from lint_disclosure.evidence.scope import scope_said
from lint_disclosure.evidence.search import likely, matching, needles_of
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Mark, Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule, Text

_SHORTEST_NAME = 3
_MARKS = frozenset(",:、")


class _Mention(NamedTuple):
    """A number of the quantity, and where it stands."""

    number: Count
    at: Mark


def check(rule: Rule, report: Report) -> Verdict:
    """One violation for each quantity and unit that has two numbers, at the second of them."""
    violations: list[Violation] = []
    repeated = False
    for quantity in rule.options["quantities"]:
        by_unit: dict[str, list[_Mention]] = {}
        for mention in _mentions(rule, report, quantity["patterns"]):
            by_unit.setdefault(mention.number.unit, []).append(mention)
        for mentions in by_unit.values():
            repeated = repeated or len(mentions) > 1
            first = mentions[0]
            other = next((one for one in mentions if one.number.value != first.number.value), None)
            if other:
                violations.append(_violation(quantity, first, other))
    if not repeated:
        return not_applicable("正文没有重复写同一个数", "the text gives no number twice")
    return decide(violations)


def _mentions(rule: Rule, report: Report, patterns: Sequence[str]) -> Iterator[_Mention]:
    """The exact numbers right behind the patterns that are about the whole year and body."""
    needles = needles_of(rule)
    patterns = matching(patterns, needles, scope_said(report, "report"))
    for sentence in report.sentences if patterns else ():
        text = sentence.squeezed
        for pattern in likely(patterns, needles, text):
            for match in compiled(pattern).finditer(text):
                if not text[match.end() : match.end() + 1].isdigit():
                    continue
                if not _is_whole(rule, report, sentence, text[: match.start()]):
                    continue
                for count in counts_in(text[match.start() :]):
                    if match.start() + count.start == match.end():
                        if count.unit and not count.about:
                            yield _mention(report, sentence, count, match.start())
                        break


def _mention(report: Report, sentence: Sentence, count: Count, offset: int) -> _Mention:
    parts = source_parts(sentence, offset + count.start, offset + count.end)
    return _Mention(count, text_mark(report, parts))


def _is_whole(rule: Rule, report: Report, sentence: Sentence, lead: str) -> bool:
    """Does nothing in front of a number, nor the heading above it, make it a part?"""
    words = [*rule.options["lead"], *_names(report)]
    if report.year is not None:
        words[:0] = [f"{report.year}年度", f"{report.year}年"]
    while lead:
        word = next((one for one in words if lead.startswith(one)), "")
        if not word and lead[0] not in _MARKS:
            return False
        lead = lead[len(word) or 1 :]
    heading = _heading(report, sentence)
    return not any(word in heading for word in rule.options.get("not_under", ()))


def _names(report: Report) -> list[str]:
    """The name of the body and its endings (云川县水利局, 县水利局, 水利局), the longest first."""
    name = report.issuer or ""
    return [name[start:] for start in range(len(name) - _SHORTEST_NAME + 1)]


def _heading(report: Report, sentence: Sentence) -> str:
    """The last heading of a sub-section above a sentence, within its section."""
    found = ""
    for section in report.sections:
        for inner in section.subsections:
            if inner.heading[0] <= sentence.start:
                found = report.folded[inner.heading[0] : inner.heading[1]]
        if section.body[1] > sentence.start:
            break
        found = ""
    return found


def _violation(quantity: Mapping[str, Any], first: _Mention, other: _Mention) -> Violation:
    values = (first.number.value, other.number.value)
    name = quantity["name"]
    return Violation(
        at=other.at,
        slots={
            "name": Text(name["zh"], name["en"]),
            "first": values[0],
            "second": values[1],
            "unit": first.number.unit,
            "place": first.at.locator,
        },
        values=tuple(map(str, values)),
        related=((first.at, str(values[0])),),
    )
