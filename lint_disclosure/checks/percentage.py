"""Check kind ``percentage``: a share or a growth rate agrees with the numbers beside it.

The text seldom says of what a share is one. The whole is taken for known only where most shares of
a list fit it, or where the sentence names one number alone that it can be. A growth is worked out
only where the text gives the other year's number or the increase.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from lint_disclosure.evidence.counts import UNITS, Count, counts_in
from lint_disclosure.evidence.passage import LONGEST, Passage, passages
from lint_disclosure.evidence.verdict import Verdict, Violation, decide, not_applicable
from lint_disclosure.report.lookup import cell, text_mark
from lint_disclosure.report.model import Report
from lint_disclosure.report.text_match import compiled
from lint_disclosure.rulepack.model import Rule, Text

_SHARE = r"(?:,?\(?约?占(?:[^,;。:()\d%]{0,12}的?)?|\()(\d{1,3}(?:\.\d{1,4})?)%"
_RISE = "增加|增长|上升|提高|多"
_FALL = "减少|下降|降低|少"
_EARLIER = r"(?:上一?年|去年|20\d\d年)(?:度|同期)?的?"
_BY = (
    rf"[,(]?(?:同?比|较){_EARLIER}(?:({_RISE})|{_FALL})了?(\d{{1,9}})(?:{UNITS}),"
    rf"(?:同比)?(?:增长|增幅|上升|下降|降幅|减少)率?(?:约?为|达到?|是)?(\d{{1,4}}(?:\.\d{{1,4}})?)%"
)
_FROM = (
    rf"[,(]?(?:比|较){_EARLIER}(\d{{1,9}})(?:{UNITS})(?:同比)?(?:({_RISE})|{_FALL})了?"
    r"(?:约)?(\d{1,4}(?:\.\d{1,4})?)%"
)
_MANY = 3
_SENTENCE_ENDS = "。!?"


class _Stated(NamedTuple):
    """A percentage of the text, and the two numbers it should be the ratio of."""

    part: int
    whole: int
    start: int
    end: int
    text: str

    @property
    def exact(self) -> Decimal:
        """The ratio in per cent."""
        return Decimal(100 * self.part) / self.whole

    @property
    def step(self) -> Decimal:
        """One in the last decimal that the text gives."""
        return Decimal(1).scaleb(int(Decimal(self.text).as_tuple().exponent))

    @property
    def right(self) -> Decimal:
        """The ratio with as many decimals as the text gives."""
        return self.exact.quantize(self.step, ROUND_HALF_UP)

    @property
    def fits(self) -> bool:
        """Does it agree, rounded or cut off after its last decimal?"""
        return abs(self.exact - Decimal(self.text)) < self.step


def check(rule: Rule, report: Report) -> Verdict:
    """Shares of a known whole, and growths from a known number, that were not worked out right."""
    known = [value for name in rule.options.get("wholes", ()) if (value := _number(report, name))]
    violations: list[Violation] = []
    judged = 0
    for passage in passages(report):
        if "%" not in passage.text or len(passage.text) > 2 * LONGEST:
            continue
        counts = counts_in(passage.text)
        for case, stated in (
            *(("share", one) for one in _shares(passage.text, counts, known)),
            *(("growth", one) for one in _growths(passage.text, counts)),
        ):
            judged += 1
            if not stated.fits:
                violations.append(_violation(report, passage, case, stated))
    if not judged:
        return not_applicable(
            "正文里没有可以用所给数字验算的百分比", "no percentage that the text lets one work out"
        )
    return decide(violations)


def _number(report: Report, name: str) -> int:
    """The number of a cell (``requests.total.total``); 0 where there is none."""
    value = cell(report, *name.split(".")).value
    return 0 if value is None else int(value)


def _shares(text: str, counts: Sequence[Count], known: Sequence[int]) -> Iterator[_Stated]:
    """The shares of a passage whose whole is known, unit by unit."""
    ends = {count.end: count for count in counts if not count.about}
    found = [
        (ends[match.start()], match)
        for match in compiled(_SHARE).finditer(text)
        if match.start() in ends
    ]
    for unit in dict.fromkeys(count.unit for count, _ in found):
        parts = [
            _Stated(count.value, 0, match.start(1), match.end(1), match[1])
            for count, match in found
            if count.unit == unit and count.value
        ]
        shared = {count.start for count, _ in found}
        wholes = [one for one in counts if one.unit == unit and one.start not in shared]
        whole = _whole(text, parts, wholes, known)
        if whole:
            yield from (part._replace(whole=whole) for part in parts)


def _whole(
    text: str, parts: Sequence[_Stated], counts: Sequence[Count], known: Sequence[int]
) -> int | None:
    """The number that the shares are shares of; None where it is not sure."""
    if not parts:
        return None
    least = max(part.part for part in parts)
    before = [one for one in counts if one.start < parts[0].start]
    candidates = dict.fromkeys(
        one
        for one in (*(c.value for c in before), *known, sum(p.part for p in parts))
        if one >= least
    )
    fitting = {one: sum(part._replace(whole=one).fits for part in parts) for one in candidates}
    best = max(fitting, key=lambda one: fitting[one])
    if fitting[best] == len(parts) or (len(parts) >= _MANY and 2 * fitting[best] > len(parts)):
        return best
    if len(parts) > 1 or fitting[best]:
        return None
    start = max(text.rfind(mark, 0, parts[0].start) for mark in _SENTENCE_ENDS) + 1
    near = [one for one in before if one.start >= start]
    return (
        near[0].value if len(near) == 1 and not near[0].about and near[0].value >= least else None
    )


def _growths(text: str, counts: Sequence[Count]) -> Iterator[_Stated]:
    """Growth rates beside which the earlier number, or the increase, is given."""
    if "比" not in text and "较" not in text:
        return
    ends = {count.end: count for count in counts if not count.about}
    for match in compiled(_BY).finditer(text):
        count = ends.get(match.start())
        change = int(match[2])
        if count:
            base = count.value - change if match[1] else count.value + change
            if base > 0:
                yield _Stated(change, base, match.start(3), match.end(3), match[3])
    for match in compiled(_FROM).finditer(text):
        count, base = ends.get(match.start()), int(match[1])
        rises = bool(match[2])
        if count and base and (count.value >= base) == rises:
            change = abs(count.value - base)
            yield _Stated(change, base, match.start(3), match.end(3), match[3])


def _violation(report: Report, passage: Passage, case: str, stated: _Stated) -> Violation:
    return Violation(
        at=text_mark(report, passage.parts(stated.start, stated.end + 1)),
        slots={
            "stated": f"{stated.text}%",
            "right": f"{stated.right}%",
            "equation": f"{stated.part} ÷ {stated.whole} = {stated.right}%",
            "of": Text("占比", "share") if case == "share" else Text("增幅", "growth"),
        },
        values=(stated.text, str(stated.part), str(stated.whole)),
        cases=(case,),
        expected=f"{stated.right}%",
        actual=f"{stated.text}%",
    )
