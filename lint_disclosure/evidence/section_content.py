"""What a section says: its text without the headings in it and without the signature."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.report.model import Report, Section
from lint_disclosure.report.text_match import compiled, squeeze

_DATE = frozenset(" 0123456789〇零一二三四五六七八九十年月日")
_SIGNER = r"[^0-9,。;:!?]{2,30}[局府办室会委处科乡镇道院部厅社心署区县市省]"

_WITHIN_SENTENCES = frozenset(",;:。!?")
_LABEL_ENDINGS = (
    "问题",
    "情况",
    "措施",
    "方面",
    "不足",
    "打算",
    "计划",
    "方向",
    "思路",
    "重点",
    "安排",
    "建议",
    "事项",
    "工作",
    "公开",
    "管理",
    "建设",
    "保障",
)
_LONGEST_LABEL = 14


def content(report: Report, section: Section) -> str:
    """What is said below a heading: squeezed and folded, without headings and signature."""
    start, end = section.body
    pieces = []
    for inner in _headings(section):
        first, last = inner.heading
        pieces.append(report.folded[start:first])
        start = first if _is_sentence(report, inner) else last
    pieces.append(_without_signature(report.folded[start:end]))
    return squeeze("".join(pieces))


def _headings(section: Section) -> Iterator[Section]:
    """The headings below a section in their order, those of deeper levels among them."""
    for inner in section.subsections:
        yield inner
        yield from _headings(inner)


def _is_sentence(report: Report, inner: Section) -> bool:
    """Is a numbered line a statement (1.专栏内容更新不够及时。) and no heading (1.存在的问题)?

    A statement has several clauses, or a full stop, or is an item 1. 2. 3. with nothing below it.
    """
    title = inner.title
    if not _WITHIN_SENTENCES.isdisjoint(title):
        return True
    start, end = inner.heading
    stopped = report.folded[start:end].rstrip().endswith(("。", ";", "!", "?"))
    if title.endswith(_LABEL_ENDINGS):
        return stopped and len(title) > _LONGEST_LABEL
    item = report.folded[start:end].lstrip("#* (")[:1].isdigit()
    return stopped or (item and not inner.subsections and _is_bare(report, inner))


def _is_bare(report: Report, inner: Section) -> bool:
    start, end = inner.body
    return not _without_signature(report.folded[start:end]).strip()


def _without_signature(text: str) -> str:
    """Drop the date, and the name above it, with which a report ends."""
    lines = text.rstrip().splitlines()
    if not lines or not _is_date(lines[-1].strip()):
        return text
    lines.pop()
    while lines and not lines[-1].strip():
        lines.pop()
    if lines and compiled(_SIGNER).fullmatch(squeeze(lines[-1])):
        lines.pop()
    return "\n".join(lines)


def is_signature(line: str) -> bool:
    """Is a line a date, or a name such as stands above it at the end of a report?"""
    return _is_date(line) or compiled(_SIGNER).fullmatch(line) is not None


def _is_date(line: str) -> bool:
    return 8 <= len(line) <= 20 and "月" in line and _DATE.issuperset(line)
