"""Check kind ``item_numbers``: the sub-headings of a section are numbered without gap or repeat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide
from lint_disclosure.report.lookup import section, section_title, text_mark
from lint_disclosure.report.model import Report, Section
from lint_disclosure.report.text_match import squeeze
from lint_disclosure.rulepack.model import Rule

_NUMERALS = "〇一二三四五六七八九十"
_LONGEST_LABEL = 20


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a section for its numbers, and one for each full stop that others lack."""
    violations: list[Violation] = []
    for number in rule.options["sections"]:
        part = section(report, number)
        items = part.subsections if part else ()
        # Only （一）（二） are numbers of sub-headings; 1. 2. are those of lists as well.
        if part is not None and items and items[0].style == 1:
            violations += _break(report, part, items)
            violations += _stops(report, part, items)
    return decide(violations) if violations else PASS


def _break(report: Report, part: Section, items: Sequence[Section]) -> Iterator[Violation]:
    """The first number that does not follow on the one before; of several lists nothing is said."""
    if sum(item.ordinal == 1 for item in items) > 1:
        return
    before, said = 0, ""
    for item in items:
        ordinal = item.ordinal
        case, missing = None, ""
        if ordinal == before:
            case = "repeated"
        elif ordinal < before:
            case = "order"
        elif ordinal > before + 1:
            gap = [f"({_numeral(number)})" for number in range(before + 1, ordinal)]
            said = said or squeeze(report.folded[part.body[0] : part.body[1]])
            if not any(one in said for one in gap):
                case, missing = "gap", "".join(gap)
        if case is not None:
            yield _violation(report, part, item, case, missing)
            return
        before = ordinal


def _stops(report: Report, part: Section, items: Sequence[Section]) -> Iterator[Violation]:
    """A full stop behind a label that is alone on its line, while others have none."""
    stopped = [item for item in items if _stopped(report, item)]
    if len(stopped) < len(items):
        for item in stopped:
            alone = report.folded[item.heading[0] : item.heading[1]].rstrip().endswith("。")
            label = len(item.title) <= _LONGEST_LABEL and not {*",;:"} & {*item.title}
            if alone and label:
                yield _violation(report, part, item, "stop", "")


def _stopped(report: Report, item: Section) -> bool:
    """Does a full stop end a heading, be it before the text that runs on behind it?"""
    start, end = item.heading
    return report.folded[start : end + 1].rstrip().endswith("。")


def _violation(report: Report, part: Section, item: Section, case: str, missing: str) -> Violation:
    printed = squeeze(report.source.text[item.heading[0] : item.heading[1]]).strip("#*")
    slots = {
        "section": section_title(report, part.number or 0),
        "heading": printed,
        "number": f"（{_numeral(item.ordinal)}）",
        "missing": missing.replace("(", "（").replace(")", "）"),
    }
    at = text_mark(report, (item.heading,))
    return Violation(at, slots, (item.title, case), (), (case,))


def _numeral(number: int) -> str:
    if number <= 10:
        return _NUMERALS[number]
    tens, ones = divmod(number, 10)
    return (_NUMERALS[tens] if tens > 1 else "") + "十" + (_NUMERALS[ones] if ones else "")
