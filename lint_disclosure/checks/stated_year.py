"""Check kind ``stated_year``: a year in the text is the one that the words around it ask for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lint_disclosure.evidence.report_year import written_year
from lint_disclosure.evidence.scope import nothing_to_search, scope_said, scope_sentences
from lint_disclosure.evidence.search import Needles, any_found, likely, matching, needles_of
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import Match, compiled, find_all
from lint_disclosure.rulepack.model import Rule

_YEAR = r"20\d\d(?=年)"
_CLAUSE_ENDS = ",;:"
_MOST = 20


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a wrong year. Most reports hold none, so the text is first searched whole."""
    scope = rule.options.get("in", "report")
    nothing = nothing_to_search(report, scope)
    if nothing:
        return nothing
    text, needles = scope_said(report, scope), needles_of(rule)
    statements = [
        one for one in rule.options["statements"] if likely(one["patterns"], needles, text)
    ]
    if not statements:
        return PASS
    year = written_year(report)
    if isinstance(year, Verdict):
        return _undecided(statements, needles, text, year)
    wrong = [
        one
        for one in statements
        if _names_other(text, year + one["plus"]) and matching(one["patterns"], needles, text)
    ]
    return decide(list(islice(_violations(rule, report, year, wrong), _MOST))) if wrong else PASS


def _names_other(text: str, wanted: int) -> bool:
    """Does the text name any year but the one that is wanted?"""
    return any(year != str(wanted) for year in compiled(_YEAR).findall(text))


def _undecided(
    statements: Sequence[Mapping[str, Any]], needles: Needles, text: str, why: Verdict
) -> Verdict:
    """Without the report's year: why it is not known, if there is anything to judge."""
    patterns = [pattern for one in statements for pattern in one["patterns"]]
    lines = text.split("\n")
    if any(any_found(patterns, needles, line) for line in lines if "年" in line):
        return why
    return not_applicable("文中没有这样的说法", "the text says nothing of the kind")


def _violations(
    rule: Rule, report: Report, year: int, statements: Sequence[Mapping[str, Any]]
) -> Iterator[Violation]:
    for sentence in scope_sentences(report, rule.options.get("in", "report")):
        taken: list[Span] = []
        exceptions: _Exceptions | None = None
        for statement in statements if "年" in sentence.squeezed else ():
            for match in _wrong(rule, sentence, statement, year + statement["plus"]):
                span = (match.start, match.end)
                exceptions = exceptions or _Exceptions(rule, sentence, year)
                if not exceptions.hold(span) and not any(_overlap(span, one) for one in taken):
                    taken.append(span)
                    yield _violation(report, statement, match, year)


def _wrong(
    rule: Rule, sentence: Sentence, statement: Mapping[str, Any], wanted: int
) -> Iterator[Match]:
    """The statements of a sentence that name another year than is wanted."""
    if _names_other(sentence.squeezed, wanted):
        for pattern in likely(statement["patterns"], needles_of(rule), sentence.squeezed):
            for match in find_all(pattern, sentence):
                if _year_of(match) not in (None, wanted):
                    yield match


def _year_of(match: Match) -> int | None:
    """The year that the first group of a pattern captures."""
    return int(match.groups[0]) if match.groups and match.groups[0] else None


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


class _Exceptions:
    """Where the exceptions of a rule hold in a sentence; each is looked for once."""

    def __init__(self, rule: Rule, sentence: Sentence, year: int) -> None:
        text, needles = sentence.squeezed, needles_of(rule)
        self.ends = [at for at, char in enumerate(text) if char in _CLAUSE_ENDS]
        self.sentence = False
        self.clauses: set[int] = set()
        self.letters: set[int] = set()
        for exception in rule.options.get("except", ()):
            for pattern in likely(exception["patterns"], needles, text):
                for match in find_all(pattern, sentence):
                    if "plus" not in exception or _year_of(match) == year + exception["plus"]:
                        self.add(exception.get("within", "clause"), (match.start, match.end))

    def add(self, within: str, span: Span) -> None:
        if within == "sentence":
            self.sentence = True
        elif within == "clause":
            self.clauses.update(self.clauses_of(span))
        else:
            self.letters.update(range(*span))

    def clauses_of(self, span: Span) -> range:
        """The clauses that a span touches, by number."""
        return range(bisect_left(self.ends, span[0]), bisect_left(self.ends, span[1] - 1) + 1)

    def hold(self, span: Span) -> bool:
        """Does any hold for a statement?"""
        return (
            self.sentence
            or not self.clauses.isdisjoint(self.clauses_of(span))
            or not self.letters.isdisjoint(range(*span))
        )


def _violation(report: Report, statement: Mapping[str, Any], match: Match, year: int) -> Violation:
    stated = _year_of(match)
    return Violation(
        at=text_mark(report, match.parts),
        slots={
            "match": report.source.cut(match.parts),
            "stated": stated,
            "wanted": year + statement["plus"],
            "year": year,
        },
        values=(match.text,),
        cases=_cases(statement, (stated or year) - year),
    )


def _cases(statement: Mapping[str, Any], off: int) -> tuple[str, ...]:
    """The case of a year that is so many years after the report's."""
    if off not in statement.get("usual", (off,)):
        return ("unusual",)
    return (statement["case"],) if "case" in statement else ()
