"""Check kind ``amount_step``: sums of money that a tariff fixes are multiples of its step."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from lint_disclosure.evidence.passage import LONGEST, Passage, passages
from lint_disclosure.evidence.search import any_found, needles_of
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule

_AMOUNT = r"(?<![\d.])(\d{1,9}(?:,\d{3}(?!\d)){0,3}(?:\.\d{1,6})?)(万?)元(?!/|每|以[上下内])"
_ABOUT = ("近", "约", "超", "逾", "余")
_TEN_THOUSAND = 10_000
_MOST = 20


class _Amount(NamedTuple):
    """A sum of money in yuan, and where it stands in its passage."""

    yuan: Decimal
    start: int
    end: int


def check(rule: Rule, report: Report) -> Verdict:
    """One violation for each sum that is no multiple, in passages that name what is paid for."""
    violations: list[Violation] = []
    judged = 0
    for passage in passages(report):
        text = passage.text
        begin = _begins(rule, text)
        if begin is None or any_found(rule.options.get("except", ()), needles_of(rule), text):
            continue
        step = _step(rule, text)
        for amount in _amounts(text, begin):
            judged += 1
            if amount.yuan % step and len(violations) < _MOST:
                violations.append(_violation(report, passage, amount, step))
    if not judged:
        return not_applicable("正文没有写这样的金额", "the text gives no such amount")
    return decide(violations)


def _begins(rule: Rule, text: str) -> int | None:
    """Where a passage first says what the sums behind it are paid for."""
    if "元" not in text or len(text) > 2 * LONGEST:
        return None
    places = [at for word in rule.options["about"] if (at := text.find(word)) >= 0]
    return min(places, default=None)


def _step(rule: Rule, text: str) -> int:
    """The step of the way of charging that alone is named, else the rule's own."""
    named = [
        way["step"]
        for way in rule.options.get("ways", ())
        if any(word in text for word in way["words"])
    ]
    step: int = named[0] if len(named) == 1 else rule.options["step"]
    return step


def _amounts(text: str, begin: int) -> Iterator[_Amount]:
    """The exact sums from ``begin`` on."""
    for match in compiled(_AMOUNT).finditer(text, begin):
        if not text.endswith(_ABOUT, 0, match.start()):
            scale = _TEN_THOUSAND if match[2] else 1
            yuan = Decimal(match[1].replace(",", "")) * scale
            yield _Amount(yuan, match.start(), match.end())


def _violation(report: Report, passage: Passage, amount: _Amount, step: int) -> Violation:
    written = passage.text[amount.start : amount.end]
    return Violation(
        at=text_mark(report, passage.parts(amount.start, amount.end)),
        slots={"amount": written, "step": step},
        values=(written,),
    )
