"""Check kind ``announced_sections``: the opening announces as many sections as the form has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from lint_disclosure.evidence.passage import is_ended
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.verdict import (
    PASS,
    Verdict,
    Violation,
    cannot_evaluate,
    decide,
    not_applicable,
)
from lint_disclosure.report.lookup import section_title, text_mark
from lint_disclosure.report.model import Report, Sentence
from lint_disclosure.report.text_match import compiled, source_parts
from lint_disclosure.rulepack.model import Rule

_NUMERALS = "〇一二三四五六七八九十"
_CUES = ("组成", "构成", "包括", "包含", "涵盖", "分为")
_SUBJECTS = ("报告", "年报", "全文")
_NUMBER = r"(?<![第\d一二三四五六七八九十])(\d{1,2}|[一二三四五六七八九十])个?(?:大?部分|方面)"
_OPENING = 15
"""Sentences within which a report says what it consists of."""
_LIST = 4
"""So many sections named make a list of them."""


class _List(NamedTuple):
    """A sentence that says what the report consists of."""

    sentence: Sentence
    said: int | None
    missing: Sequence[int]
    named: int


def check(rule: Rule, report: Report) -> Verdict:
    """A number that is not the form's, or a list that leaves out sections of the form.

    A list that 等 leaves open leaves nothing out, but 等六部分 closes it.
    """
    if report.form is None:
        return not_applicable("没有可以核对的格式", "there is no form to compare with")
    found = next(_lists(rule, report), None)
    if found is None:
        return not_applicable("文中没有这样的说法", "the text says nothing of the kind")
    full = len(report.form.sections)
    if found.said not in (None, full):
        return decide([_violation(report, found, full, "number")])
    if not found.missing or (found.said is None and "等" in found.sentence.squeezed):
        return PASS
    if not is_ended(report, found.sentence):
        return cannot_evaluate("文本中断，可能写在后面", "the text breaks off, it may come later")
    return decide([_violation(report, found, full, "list")])


def _lists(rule: Rule, report: Report) -> Iterator[_List]:
    needles = needles_of(rule)
    for sentence in report.sentences[:_OPENING]:
        text = sentence.squeezed
        if sentence.section not in (None, 1) or not _may_list(text):
            continue
        entries: Sequence[dict[str, Any]] = rule.options["names"]
        missing = [
            one["section"] for one in entries if not any_found(one["patterns"], needles, text)
        ]
        number = compiled(_NUMBER).search(text)
        said = _value(number[1]) if number else None
        if len(entries) - len(missing) >= _LIST:
            yield _List(sentence, said, missing, len(entries) - len(missing))


def _may_list(text: str) -> bool:
    return any(cue in text for cue in _CUES) and any(name in text for name in _SUBJECTS)


def _value(text: str) -> int:
    return int(text) if text.isdigit() else _NUMERALS.index(text)


def _violation(report: Report, found: _List, full: int, case: str) -> Violation:
    sentence = found.sentence
    at = text_mark(report, source_parts(sentence, 0, len(sentence.squeezed)))
    missing = [section_title(report, number) for number in found.missing]
    slots = {
        "said": found.said or "",
        "full": full,
        "named": found.named,
        "missing": "、".join(f"「{one}」" for one in missing),
    }
    return Violation(at, slots, (sentence.squeezed[:60],), (), (case,))
