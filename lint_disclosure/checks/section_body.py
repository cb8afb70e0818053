"""Check kind ``section_body``: a section says something."""

from __future__ import annotations

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.section_content import content, is_signature
from lint_disclosure.evidence.verdict import (
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import (
    section,
    section_mark,
    section_title,
    shown_until,
    text_mark,
)
from lint_disclosure.report.model import Report, Section, Sentence
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_CLOSING = "。.;,:!、"
_STOPS = ("。", "!", "?")
_SIGNATURE = 60
"""A sentence that is longer is no signature, and no empty word either."""


def check(rule: Rule, report: Report) -> Verdict:
    """An empty body, a body of one empty word, or one that is too short, as the options ask."""
    violations, undecided, judged = [], [], False
    for number in rule.options["sections"]:
        part = section(report, number)
        if not shown_until(report, number):
            title = section_title(report, number)
            undecided.append((f"文本在「{title}」中断", f"the text breaks off in “{title}”"))
        elif part is not None:
            judged = True
            violation = _judge(rule, report, number, part)
            if violation:
                violations.append(violation)
    if judged or violations:
        return decide(violations, undecided)
    if undecided:
        return cannot_evaluate(*undecided[0])
    names = "、".join(section_title(report, number) for number in rule.options["sections"])
    return not_applicable(f"报告里没有「{names}」", "the report has no such section")


def _judge(rule: Rule, report: Report, number: int, part: Section) -> Violation | None:
    if "unfinished" in rule.options:
        return _unfinished(rule, report, number, part)
    enough = max(_SIGNATURE, rule.options.get("min_length", 0))
    longest = once(report, "longest sentences", lambda: _longest_sentences(report))
    if longest.get(number, 0) > enough:
        return None
    text = content(report, part)
    case = _case(rule, report, number, text)
    if case is None:
        return None
    at = section_mark(report, part)
    slots = {"title": at.locator, "text": text[:20], "length": len(text)}
    cases = (f"{case}_{number}", case)
    return Violation(at, slots, (text[:40],), (), cases)


def _unfinished(rule: Rule, report: Report, number: int, part: Section) -> Violation | None:
    """Does the last sentence of a section end in the middle? Behind a table nothing is judged."""
    last = _last_sentence(report, number)
    if last is None or _has_table(report, number):
        return None
    text = last.squeezed
    if text.endswith(_STOPS) or not any(
        compiled(one).search(text) for one in rule.options["unfinished"]
    ):
        return None
    at = text_mark(report, ((last.start, last.start + len(last.text)),))
    slots = {"title": section_mark(report, part).locator, "text": text[-20:], "length": len(text)}
    return Violation(at, slots, (text[-40:],), (), (f"unfinished_{number}", "unfinished"))


def _last_sentence(report: Report, number: int) -> Sentence | None:
    """The last sentence of a section that is no signature."""
    for one in reversed(report.sentences):
        if one.section == number and not is_signature(one.squeezed):
            return one
    return None


def _longest_sentences(report: Report) -> dict[int | None, int]:
    """The length of the longest sentence of each section."""
    longest: dict[int | None, int] = {}
    for one in report.sentences:
        if len(one.squeezed) > longest.get(one.section, 0):
            longest[one.section] = len(one.squeezed)
    return longest


def _case(rule: Rule, report: Report, number: int, text: str) -> str | None:
    options = rule.options
    if not text.strip(_CLOSING):
        return "empty" if options.get("empty") and not _has_table(report, number) else None
    if _has_table(report, number):
        return None
    if text.strip(_CLOSING) in options.get("words", ()):
        return "word"
    return "short" if len(text) < options.get("min_length", 0) else None


def _has_table(report: Report, number: int) -> bool:
    return any(table.section == number for table in report.tables.values())
