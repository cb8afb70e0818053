"""The part of a report that a rule about wording looks at: option ``in``."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.section_content import content
from lint_disclosure.evidence.verdict import Verdict, cannot_evaluate, not_applicable
from lint_disclosure.place import Place, Span
from lint_disclosure.report.lookup import (
    report_mark,
    section,
    section_mark,
    section_title,
    shown_until,
    text_mark,
)
from lint_disclosure.report.model import Mark, Report, Section, Sentence
from lint_disclosure.report.text_match import squeeze

Scope = str | Sequence[int | str]
"""``report`` (running text), ``preamble``, ``title``, ``headings``, section numbers; or a list.

``headings`` are those that the body wrote itself, not the six of the form.
"""

_HEADINGS_ONLY = 200
"""No section of this length consists of headings alone."""


def parts_of(scope: Scope) -> list[int | str]:
    """The scope as a list, whichever way it is written."""
    return [scope] if isinstance(scope, str) else list(scope)


def scope_text(report: Report, scope: Scope) -> str:
    """Everything said in the scope, squeezed and folded."""
    pieces = []
    for part in parts_of(scope):
        if part == "report":
            return squeeze(report.folded)
        if part == "title":
            pieces.append(squeeze(report.title.value) if report.title else "")
        elif part == "preamble":
            start, end = report.preamble
            pieces.append(squeeze(report.folded[start:end]))
        else:
            pieces.extend(_said(report, found) for found in _sections(report, [part]))
    return "".join(pieces)


def scope_sentences(report: Report, scope: Scope) -> Iterator[Sentence]:
    """The sentences of running text, titles and headings that stand in the scope."""
    parts = parts_of(scope)
    if "title" in parts and report.title and not _in_sentence(report, report.title.parts[0]):
        yield from _lines(report, report.title.parts, None)
    if "headings" in parts:
        for found in report.sections:
            own = () if found.number else (found.heading,)
            yield from _lines(report, (*own, *_headings(found)), found.number)
    if "report" in parts:
        yield from report.sentences
        return
    start, end = report.preamble if "preamble" in parts else (0, 0)
    for sentence in report.sentences:
        if sentence.section in parts or start <= sentence.start < end:
            yield sentence


def _in_sentence(report: Report, span: Span) -> bool:
    """Does a title stand within running text (现公布……2024年政府信息公开工作年度报告)?"""
    return any(one.start <= span[0] < one.start + len(one.text) for one in report.sentences)


def _lines(report: Report, spans: Sequence[Span], section: int | None) -> Iterator[Sentence]:
    """Lines that are no running text, as sentences."""
    for start, end in spans:
        text = report.folded[start:end]
        yield Sentence(text, start, section, squeeze(text))


def _headings(found: Section) -> Iterator[Span]:
    for inner in found.subsections:
        yield inner.heading
        yield from _headings(inner)


def scope_said(report: Report, scope: Scope) -> str:
    """The sentences of the scope, squeezed, one a line."""
    return once(report, f"said {scope}", lambda: _joined(report, parts_of(scope)))


def _joined(report: Report, parts: list[int | str]) -> str:
    if "report" in parts and len(parts) > 1:
        others = [part for part in parts if part != "report"]
        return "\n".join([scope_said(report, "report"), _joined(report, others)])
    return "\n".join([one.squeezed for one in scope_sentences(report, parts)])


def scope_shown(report: Report, scope: Scope) -> bool:
    """Is the scope shown to its end, so that what is missing from it is really missing?"""
    if not report.partial:
        return True
    for part in parts_of(scope):
        if part == "report":
            return False
        if part == "preamble" and not report.sections:
            return False
        if isinstance(part, int) and not shown_until(report, part):
            return False
    return True


def scope_mark(report: Report, scope: Scope) -> Mark:
    """Where to point when something is missing from the scope."""
    parts = parts_of(scope)
    if "title" in parts and report.title:
        return Mark(Place(), report.title.parts, "标题")
    for found in _sections(report, parts):
        if "preamble" not in parts:
            return section_mark(report, found)
    for sentence in report.sentences if "preamble" in parts else ():
        if report.preamble[0] <= sentence.start < report.preamble[1]:
            return text_mark(report, ((sentence.start, sentence.start + len(sentence.text)),))
    return report_mark(report)


def nothing_to_search(report: Report, scope: Scope) -> Verdict | None:
    """A verdict when the scope is sections only and none of them says anything."""
    parts = parts_of(scope)
    if any(isinstance(part, str) for part in parts):
        return None
    names = "、".join(f"「{section_title(report, int(part))}」" for part in parts)
    found = _sections(report, parts)
    if any(_said(report, one) for one in found):
        return None
    if not scope_shown(report, scope):
        return cannot_evaluate(f"文本在{names}之前中断", "the text breaks off before the section")
    if found:
        return not_applicable(f"{names}没有内容", "the section says nothing")
    return not_applicable(f"报告里没有标题{names}", "the report has no such section")


def _sections(report: Report, parts: Sequence[int | str]) -> list[Section]:
    numbers = (part for part in parts if isinstance(part, int))
    return [found for number in numbers if (found := section(report, number))]


def _said(report: Report, found: Section) -> str:
    """The headings inside a section count as said; a section of headings only says nothing."""
    return once(report, f"said in {found.body}", lambda: _whole(report, found))


def _whole(report: Report, found: Section) -> str:
    said = squeeze(report.folded[found.body[0] : found.body[1]])
    if len(said) > _HEADINGS_ONLY or content(report, found).strip("。.;,:"):
        return said
    return ""
