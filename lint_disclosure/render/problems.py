"""What kept the tool from its work on a file: told in every format, never passed over."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from lint_disclosure.finding import FileResult, Severity
from lint_disclosure.render.width import visible

Kind = Literal["unreadable", "not_a_report", "partly_checked", "undecided", "notice"]

KINDS: dict[Kind, tuple[str, str]] = {
    "unreadable": ("无法读取", "could not be read"),
    "not_a_report": ("不是年报，未核对", "not an annual report, not checked"),
    "partly_checked": ("未能全部核对", "could not be checked in full"),
    "undecided": ("有规则无法判定", "some rules could not be evaluated"),
    "notice": ("读取时的说明", "notice"),
}
"""Each kind in words, Chinese and English."""


class Problem(NamedTuple):
    """One of them: ``text`` says what and why, on one line; ``rules`` could not be evaluated."""

    kind: Kind
    severity: Severity
    text: str
    why: str
    rules: tuple[str, ...] = ()


def problems(result: FileResult, lang: str) -> Iterator[Problem]:
    """All of one file; rules that share a reason are told together.

    Reading is an error when it failed. A report that was not checked in full is a warning if a rule
    of level error could not be evaluated, otherwise an info.
    """
    if result.status == "unreadable":
        yield _problem("unreadable", "error", result.reason or "", lang)
    elif result.status == "not_a_report":
        yield _problem("not_a_report", "info", result.reason or "", lang)
    grouped: dict[str, list[str]] = {}
    for note in result.undecided:
        grouped.setdefault(note.why, []).append(note.rule)
    kind: Kind = "partly_checked" if result.status == "partly_checked" else "undecided"
    for why, rules in grouped.items():
        severity: Severity = "warning" if kind == "partly_checked" else "info"
        yield _problem(kind, severity, why, lang, tuple(rules))
    if kind == "partly_checked" and not grouped:
        yield _problem(kind, "warning", result.reason or "", lang)
    for notice in result.notices:
        yield _problem("notice", "info", notice, lang)


def _problem(
    kind: Kind, severity: Severity, why: str, lang: str, rules: tuple[str, ...] = ()
) -> Problem:
    english = lang == "en"
    colon = ": " if english else "："
    parts = [KINDS[kind][english], (", " if english else "、").join(rules), why]
    return Problem(kind, severity, visible(colon.join(filter(None, parts))), visible(why), rules)
