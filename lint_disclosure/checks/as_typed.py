"""Check kind ``as_typed``: a few characters are typed in another way than the rest of the text.

Rules on words see a text with widths and variants brought to one form; this one sees it as it is.
Where most of the characters are of the other kind, the whole text was converted, by a site or a
program, and nobody typed it so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from re import Pattern, escape
from typing import Any

from lint_disclosure.evidence.verdict import PASS, Verdict, Violation, decide, not_applicable
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_SHOWN = 10
"""Further places that a finding names."""
_AROUND = 3
"""Characters on either side that the message shows."""
_ALL = 100


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a group of characters, at the first of them."""
    violations = []
    converted = False
    for group in rule.options["groups"]:
        found = _found(report, group, 0)
        if not found:
            continue
        proper = _found(report, group, 1)
        if len(found) * _ALL > rule.options["at_most_percent"] * (len(found) + len(proper)):
            converted = True
        else:
            violations.append(_violation(report, group, found))
    if converted and not violations:
        return not_applicable(
            "全文大多是这样写的，应当是转换时统一换的", "most of the text is so: it was converted"
        )
    return decide(violations) if violations else PASS


def _found(report: Report, group: Mapping[str, Any], which: int) -> list[Span]:
    """Where the first (0) or second (1) characters of the pairs stand in running text."""
    chinese = group.get("between") == "chinese"
    signs = compiled(_pattern("".join(group["pairs"])[which::2], chinese=chinese))
    text = report.source.text
    if next(_spans(signs, text, 0, len(text), chinese=chinese), None) is None:
        return []
    return [
        span
        for one in report.sentences
        for span in _spans(signs, text, one.start, one.start + len(one.text), chinese=chinese)
    ]


def _spans(
    signs: Pattern[str], text: str, start: int, end: int, *, chinese: bool
) -> Iterator[Span]:
    """Where the characters stand in a range; with ``chinese`` only those beside Chinese ones."""
    for match in signs.finditer(text, start, end):
        if not chinese or _is_beside_chinese(text, match.start(), end):
            yield match.span()


def _is_beside_chinese(text: str, at: int, end: int) -> bool:
    """A Chinese character in front; behind another one, a blank, or the end of the range."""
    if not (at and _FIRST_HAN <= text[at - 1] <= _LAST_HAN):
        return False
    behind = text[at + 1 : min(at + 2, end)]
    return not behind or _FIRST_HAN <= behind <= _LAST_HAN or behind.isspace()


@cache
def _pattern(characters: str, *, chinese: bool) -> str:
    """The characters as a set; with ``chinese`` not those behind Latin ones.

    No pattern asks for Chinese ones: a set of them all takes longest to compile of all patterns.
    """
    signs = f"[{''.join(map(escape, characters))}]"
    return rf"{signs}(?<![\x00-\xff]{signs})" if chinese else signs


def _violation(report: Report, group: Mapping[str, Any], found: Sequence[Span]) -> Violation:
    text = report.source.text
    start, end = found[0]
    instead = {pair[0]: pair[1] for pair in group["pairs"]}
    before = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
    behind = text[start : end + _AROUND].partition("\n")[0]
    shown = "".join((before + behind).split())
    at = text_mark(report, (found[0],))
    slots = {
        "count": len(found),
        "match": shown,
        "sign": text[start:end],
        "instead": instead[text[start:end]],
    }
    related = tuple(
        (text_mark(report, (span,)), text[span[0] : span[1]]) for span in found[1 : _SHOWN + 1]
    )
    cases = (group["case"],) if "case" in group else ()
    return Violation(at, slots, (shown, str(len(found))), related, cases)
