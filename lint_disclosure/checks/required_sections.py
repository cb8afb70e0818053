"""Check kind ``required_sections``: every section of the form stands under its heading."""

from __future__ import annotations

from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.place import Place, Span
from lint_disclosure.report.lookup import (
    section,
    section_mark,
    section_title,
    shown_until,
    text_mark,
    where,
)
from lint_disclosure.report.model import Mark, Report
from lint_disclosure.rulepack.model import Rule


def check(rule: Rule, report: Report) -> Verdict:
    """A heading that is lost while its text is there is a case of its own: ``unlabelled``."""
    violations, undecided = [], []
    for number in rule.options["sections"]:
        if section(report, number) is not None:
            continue
        title = section_title(report, number)
        shown = shown_until(report, number)
        span = report.unlabelled.get(number) or (_table(report, number) if shown else None)
        if span is not None:
            violations.append(_unlabelled(report, number, title, span))
        elif shown:
            at = _gap(report, number, title)
            slots = {"title": title, "where": ""}
            violations.append(Violation(at, slots, (title,), (), ("missing",)))
        else:
            undecided.append(
                (f"文本中断，看不到「{title}」是否在后面", f"the text breaks off before “{title}”")
            )
    return decide(violations, undecided)


def _unlabelled(report: Report, number: int, title: str, span: Span) -> Violation:
    found = text_mark(report, (_first_line(report, span),))
    at = found._replace(place=Place(section=number), locator=f"疑为「{title}」")
    return Violation(
        at, {"title": title, "where": where(report, span)}, (title,), (), ("unlabelled",)
    )


def _table(report: Report, number: int) -> Span | None:
    """Where the first table of a section stands, which may be there without its heading."""
    sections = report.form.sections if report.form else ()
    keys = [key for one in sections if one.number == number for key in one.tables]
    spans = [report.tables[key].span for key in keys if key in report.tables]
    return min(spans, default=None)


def _gap(report: Report, number: int, title: str) -> Mark:
    """Where the section should stand: at the heading after it, or behind the last one before it."""
    present = [(other, section(report, other)) for other in range(1, 7)]
    after = [found for other, found in present if found and other > number]
    before = [found for other, found in present if found and other < number]
    parts: tuple[Span, ...] = ((0, 0),)
    if after:
        parts = section_mark(report, after[0]).parts
    elif before:
        end = len(report.folded[: before[-1].body[1]].rstrip())
        parts = ((end, end),)
    return Mark(Place(section=number), parts, f"「{title}」应在的位置")


def _first_line(report: Report, span: Span) -> Span:
    start, end = span
    text = report.source.text[start:end]
    lead = len(text) - len(text.lstrip())
    lines = text.lstrip().splitlines()
    return start + lead, start + lead + len(lines[0].rstrip()) if lines else end
