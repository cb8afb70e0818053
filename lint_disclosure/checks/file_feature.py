"""Check kind ``file_feature``: what a file holds beside its text, and should be rid of."""

from __future__ import annotations

from lint_disclosure.document import Feature
from lint_disclosure.evidence.pictured import pictured_tables
from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import section, section_mark, section_title, text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import Rule

_WORDS = {
    "picture": "图片",
    "tracked_change": "修订",
    "comment": "批注",
    "hidden_sheet": "隐藏的工作表",
    "frame": "框架",
}
"""What a related place is called."""

_SHOWN = 10
"""Further places that a finding names."""


def check(rule: Rule, report: Report) -> Verdict:
    """One violation for all features of the kind, or one for each table that they stand for."""
    if report.source.origins is None and not report.features:
        return not_applicable(
            "纯文本里没有图片、批注和修订", "plain text holds no pictures, comments or changes"
        )
    kinds = rule.options["kinds"]
    found = [one for one in report.features if one.kind in kinds]
    if not found:
        return PASS
    if "in_place_of" in rule.options:
        return decide(_tables(rule, report, found))
    amount = sum(one.amount for one in found)
    first, *others = found
    at = text_mark(report, (first.span,))
    related = tuple((text_mark(report, (one.span,)), _WORDS[one.kind]) for one in others[:_SHOWN])
    slots = {"amount": amount, "table": "", "section": at.locator}
    return decide([Violation(at, slots, (str(amount),), related)])


def _tables(rule: Rule, report: Report, found: list[Feature]) -> list[Violation]:
    """A violation for each table of the rule that is not there while a feature is."""
    violations = []
    for key, feature in pictured_tables(report, found).items():
        if key in rule.options["in_place_of"] and report.form is not None:
            form = report.form.tables[key]
            part = section(report, form.section)
            picture = text_mark(report, (feature.span,))
            at = section_mark(report, part) if part else picture
            title = section_title(report, form.section)
            slots = {"amount": feature.amount, "table": form.title, "section": title}
            violations.append(Violation(at, slots, (key,), ((picture, _WORDS[feature.kind]),)))
    return violations
