"""Check kind ``identity_number``: numbers and addresses that belong to a person, not to an office.

The text is searched as it stands, since a blank may part two numbers. What is found is never told
in full: a finding may end up in a public log.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from lint_disclosure.evidence.checksum import CHECKSUMS
from lint_disclosure.evidence.memory import once
from lint_disclosure.evidence.search import any_found, likely, needles_of
from lint_disclosure.evidence.verdict import Verdict, Violation, decide
from lint_disclosure.place import Span
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled, squeeze
from lint_disclosure.rulepack.model import Rule

_LEAST = 11
_EVERY = 3
_IN_NUMBER = frozenset("0123456789-")
_DIGITS = "0123456789"
_IN_ADDRESS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._%+-")
_LONGEST_ADDRESS = 64
_REACH = 30
"""So near a number stand the words that say what it is."""
_LONGEST = 300
"""No sentence about a number is longer."""
_STOPS = "。!?\n"
_MOST = 20


def check(rule: Rule, report: Report) -> Verdict:
    """One violation a number, 20 at most. The first entry of ``numbers`` that fits it decides."""
    spans = once(report, "identity numbers", lambda: _candidates(report.folded))
    entries = _likely_entries(rule, report.folded, spans)
    return decide(list(islice(_violations(rule, report, entries, spans), _MOST)))


def _candidates(text: str) -> list[Span]:
    """Where eleven digits or more, or a mail address, stand."""
    found: list[Span] = []
    # A run of eleven characters covers three neighbours of every third one: few are looked at.
    sample, pattern, behind = text[::_EVERY], compiled("[0-9-][0-9-][0-9-]"), 0
    while match := pattern.search(sample, behind):
        start, end = _stretch(text, match.start() * _EVERY, _IN_NUMBER)
        behind = -(-end // _EVERY)
        if sum(char in _DIGITS for char in text[start:end]) >= _LEAST:
            found.append((start, end))
    at = text.find("@")
    while at >= 0:
        found.append(_stretch(text, at, _IN_ADDRESS, _LONGEST_ADDRESS))
        at = text.find("@", at + 1)
    return sorted(found)


def _likely_entries(rule: Rule, text: str, spans: Sequence[Span]) -> list[Mapping[str, Any]]:
    """The entries whose patterns may match in one of the stretches."""
    if not spans:
        return []
    needles = needles_of(rule)
    longest = max(end - start for start, end in spans) + 1
    windows = "\n".join([text[start : end + 1] for start, end in spans])
    return [
        entry
        for entry in rule.options["numbers"]
        if CHECKSUMS[entry.get("checksum", "none")][0] <= longest
        and likely(entry["patterns"], needles, windows)
    ]


def _stretch(text: str, at: int, chars: frozenset[str], most: int = 1 << 30) -> Span:
    """The run of such characters around an offset, which need not be one of them."""
    start, end = at, at + 1
    while start > 0 and text[start - 1] in chars and at - start < most:
        start -= 1
    while end < len(text) and text[end] in chars and end - at < most:
        end += 1
    return start, end


def _violations(
    rule: Rule, report: Report, entries: Sequence[Mapping[str, Any]], spans: Sequence[Span]
) -> Iterator[Violation]:
    done = 0
    for span in spans if entries else ():
        for entry in entries:
            place = _place(entry, report.folded, span)
            if place and place[0] >= done and _fits(entry, rule, report.folded, place):
                done = place[1]
                yield _violation(report, entry, place)
                break


def _place(entry: Mapping[str, Any], text: str, span: Span) -> Span | None:
    """Where the number of an entry stands in a stretch; its checksum is right."""
    # A check letter and what stands right before and behind must be seen.
    first = max(0, span[0] - 1)
    match = compiled("|".join(entry["patterns"])).search(text[first : span[1] + 2])
    _, holds = CHECKSUMS[entry.get("checksum", "none")]
    if match is None or not holds(match.group().replace("-", "")):
        return None
    return first + match.start(), first + match.end()


def _fits(entry: Mapping[str, Any], rule: Rule, text: str, place: Span) -> bool:
    """Do the words around a number say that it is such a number?"""
    start, end = place
    needles = needles_of(rule)
    before = squeeze(text[max(0, start - _REACH) : start])
    if any_found(rule.options.get("except", ()), needles, before):
        return False
    if "context" not in entry:
        return True
    if entry.get("within") == "sentence":
        before, behind = _sentence(text, start, end)
    else:
        behind = squeeze(text[end : end + _REACH])
    return any(any_found(entry["context"], needles, part) for part in (before, behind))


def _sentence(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands in the same sentence before and behind a number."""
    before, behind = text[max(0, start - _LONGEST) : start], text[end : end + _LONGEST]
    first = max(before.rfind(mark) for mark in _STOPS) + 1
    last = min((at for mark in _STOPS if (at := behind.find(mark)) >= 0), default=len(behind))
    return squeeze(before[first:]), squeeze(behind[:last])


def _violation(report: Report, entry: Mapping[str, Any], place: Span) -> Violation:
    masked = _masked(report.folded[place[0] : place[1]])
    return Violation(
        at=text_mark(report, (place,)),
        slots={"masked": masked},
        values=(masked,),
        cases=(entry["case"],) if "case" in entry else (),
        private=True,
    )


def _masked(number: str) -> str:
    """Enough to find it again, too little to use it."""
    name, at, host = number.partition("@")
    if at:
        return f"{name[:1]}***@{host}"
    shown = 3 if len(number) <= 13 else 4
    return f"{number[:shown]}{'*' * (len(number) - shown - 4)}{number[-4:]}"
