"""Check kind ``field_format``: a detail of the contact or the head is written as it should be."""

from __future__ import annotations

from lint_disclosure.evidence.fields import FIELD_NAMES, field
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Field, Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a field; that a field is missing is for a rule of kind ``presence`` to say."""
    stated = {
        key: found
        for key in rule.options["fields"]
        if isinstance(found := field(report, key), Field)
    }
    if not stated:
        zh = "、".join(FIELD_NAMES[key][0] for key in rule.options["fields"])
        en = ", ".join(FIELD_NAMES[key][1] for key in rule.options["fields"])
        return not_applicable(f"报告没有写{zh}", f"the report states no {en}")
    return decide(
        [
            _violation(report, key, found)
            for key, found in stated.items()
            if not _is_right(rule, found.value)
        ]
    )


def _is_right(rule: Rule, value: str) -> bool:
    """Does a value hold one of the patterns that it must hold, and none that it must not?"""
    wanted, forbidden = rule.options.get("patterns"), rule.options.get("forbidden", ())
    return (not wanted or any(compiled(one).search(value) for one in wanted)) and not any(
        compiled(one).search(value) for one in forbidden
    )


def _violation(report: Report, key: str, found: Field) -> Violation:
    zh, en = FIELD_NAMES[key]
    slots = {"field": zh, "field_en": en, "value": found.value}
    at = text_mark(report, found.parts)
    if key.startswith("metadata."):
        at = at._replace(locator=zh)
    return Violation(at, slots, (found.value,))
