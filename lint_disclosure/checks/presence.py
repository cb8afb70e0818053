"""Check kind ``presence``: something that belongs into a report is said in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.evidence.fields import FIELD_NAMES, field
from lint_disclosure.evidence.scope import (
    nothing_to_search,
    scope_mark,
    scope_said,
    scope_sentences,
    scope_shown,
    scope_text,
)
from lint_disclosure.evidence.search import any_found, likely, needles_of
from lint_disclosure.evidence.subsections import is_shown, said_below, subsections
from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Mark, Report
from lint_disclosure.report.text_match import find_all
from lint_disclosure.rulepack.model import Rule

_BLOCKS = ("contact.", "metadata.")


class _Wanted(NamedTuple):
    """One thing to look for: its names in the two languages, and whether it was found."""

    zh: str
    en: str
    found: bool


def check(rule: Rule, report: Report) -> Verdict:
    """All of the things must be there, or any one of them, as ``require`` says."""
    options = rule.options
    for key in options.get("beside", ()):
        if field(report, key) is None:
            zh, en = FIELD_NAMES[key]
            return not_applicable(f"报告没有写{zh}", f"the report states no {en}")
    if "under" in options:
        return _under(rule, report)
    scope = options.get("in", "report")
    text = scope_text(report, scope) if "mentions" in options else ""
    nothing = None if text else nothing_to_search(report, scope)
    if nothing:
        return nothing
    wanted = _wanted(rule, report, text)
    blank = _left_blank(rule, report, wanted)
    if blank:
        return decide([blank])
    enough = any if options.get("require") == "any" else all
    if enough(item.found for item in wanted):
        return PASS
    if not scope_shown(report, "preamble" if _in_one_block(report, options) else scope):
        missing = "、".join(item.zh for item in wanted if not item.found)
        return cannot_evaluate(
            f"文本中断，看不到后面有没有{missing}", "the text breaks off, it may be said later"
        )
    return decide([_violation(rule, report, wanted)])


def _under(rule: Rule, report: Report) -> Verdict:
    """The same within each sub-section that is meant, by what stands below its heading."""
    options = rule.options
    violations, undecided = [], []
    found = subsections(report, options["in"], options["under"])
    for one in found:
        wanted = _wanted(rule, report, said_below(report, one))
        enough = any if options.get("require") == "any" else all
        if enough(item.found for item in wanted):
            continue
        if not is_shown(report, one):
            undecided.append(("文本在这个小节中断", "the text breaks off within the sub-section"))
        else:
            violation = _violation(rule, report, wanted)
            violations.append(violation._replace(at=text_mark(report, (one.heading,))))
    if not found:
        zh, en = f"没有小标题“{options['under']}”", "there is no such sub-section"
        return not_applicable(zh, en) if not report.partial else cannot_evaluate(zh, en)
    return decide(violations, undecided)


def _wanted(rule: Rule, report: Report, text: str) -> list[_Wanted]:
    fields = rule.options.get("fields", ())
    wanted = [_Wanted(*FIELD_NAMES[key], field(report, key) is not None) for key in fields]
    needles = needles_of(rule)
    for mention in rule.options.get("mentions", ()):
        name = mention["name"]
        found = any_found(mention["patterns"], needles, text)
        wanted.append(_Wanted(name["zh"], name["en"], found))
    return wanted


def _in_one_block(report: Report, options: Mapping[str, Any]) -> bool:
    """Details of a block stand together: where one was found, the others are not further down."""
    fields = (*options.get("fields", ()), *options.get("instead", ()), *options.get("beside", ()))
    return "mentions" not in options and any(
        key.startswith(_BLOCKS) and field(report, key) is not None for key in fields
    )


def _left_blank(rule: Rule, report: Report, wanted: Sequence[_Wanted]) -> Violation | None:
    """The thing is announced and then left out: 可在网站下载()."""
    patterns, needles = rule.options.get("blank"), needles_of(rule)
    if not patterns:
        return None
    scope = rule.options.get("in", "report")
    if not likely(patterns, needles, scope_said(report, scope)):
        return None
    for sentence in scope_sentences(report, scope):
        found = likely(patterns, needles, sentence.squeezed)
        for match in find_all("|".join(found), sentence) if found else ():
            slots = {"match": report.source.cut(match.parts), **_slots(report, wanted)}
            at = text_mark(report, match.parts)
            return Violation(at, slots, (match.text,), (), ("blank",))
    return None


def _violation(rule: Rule, report: Report, wanted: Sequence[_Wanted]) -> Violation:
    missing = tuple(item.zh for item in wanted if not item.found)
    return Violation(
        at=_mark(rule, report),
        slots={"match": "", **_slots(report, wanted)},
        values=missing,
        cases=(*(("fragment",) if report.partial else ()), *_cases(rule, report, wanted)),
    )


def _mark(rule: Rule, report: Report) -> Mark:
    """Where something is missing: beside what was found, or in the scope."""
    for key in rule.options.get("beside", ()):
        found = field(report, key)
        if found is not None:
            return text_mark(report, found.parts)._replace(locator=FIELD_NAMES[key][0])
    return scope_mark(report, rule.options.get("in", "report"))


def _cases(rule: Rule, report: Report, wanted: Sequence[_Wanted]) -> tuple[str, ...]:
    options, needles = rule.options, needles_of(rule)
    if any(item.found for item in wanted):
        return ("some",)
    if any(field(report, key) is not None for key in options.get("instead", ())):
        return ("some",)
    if "elsewhere" in options:
        patterns = [one for mention in options["mentions"] for one in mention["patterns"]]
        if any(any_found(patterns, needles, one.squeezed) for one in report.sentences):
            return ("elsewhere", "none")
    return ("none",)


def _slots(report: Report, wanted: Sequence[_Wanted]) -> dict[str, str]:
    return {
        "missing": "、".join(item.zh for item in wanted if not item.found),
        "found": "、".join(item.zh for item in wanted if item.found),
        "missing_en": ", ".join(item.en for item in wanted if not item.found),
        "found_en": ", ".join(item.en for item in wanted if item.found),
        "title": "".join(report.title.value.split()) if report.title else "",
    }
