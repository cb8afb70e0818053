"""What a section says: its text without the headings in it and without the signature."""

from __future__ import annotations

from lint_disclosure.place import Span
from lint_disclosure.report.model import Report, Section
from lint_disclosure.report.text_match import compiled, squeeze

_DATE = r"[ 0-9〇零一二三四五六七八九十年月日]{8,20}"
_SIGNER = r"[^0-9,。;:!?]{2,30}[局府办室会委处科乡镇道院部厅社心署区县市省]"


def content(report: Report, section: Section) -> str:
    """What is said below a heading: squeezed and folded, without headings and signature."""
    start, end = section.body
    pieces = []
    for heading in _headings(section):
        pieces.append(report.folded[start : heading[0]])
        start = heading[1]
    pieces.append(_without_signature(report.folded[start:end]))
    return squeeze("".join(pieces))


def _headings(section: Section) -> list[Span]:
    """The headings below a section in their order, those of deeper levels among them."""
    found: list[Span] = []
    for inner in section.subsections:
        found.append(inner.heading)
        found.extend(_headings(inner))
    return found


def _without_signature(text: str) -> str:
    """Drop the date, and the name above it, with which a report ends."""
    lines = text.rstrip().splitlines()
    if not lines or "月" not in lines[-1] or not compiled(_DATE).fullmatch(lines[-1].strip()):
        return text
    lines.pop()
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and compiled(_SIGNER).fullmatch(squeeze(lines[-1])):
        lines.pop()
    return "\n".join(lines)
