"""Read the numbers that count something out of running text: 118条, 16件, 200余人次."""

from __future__ import annotations

from typing import NamedTuple

from lint_disclosure.report.text_match import compiled

UNITS = (
    "条次|件次|人次|场次|条|件|篇|则|期|份|宗|项|个|次|人|名|场|元|册|例|起|封|户|家|批|幅|张|类"
)
IN_UNITS = frozenset(UNITS.replace("|", ""))

_COMPARED = ("同比", "环比", *(f"{a}{b}" for a in "比较" for b in ("上", "去", "前", "20")))
_ABOUT = ("近", "约", "超", "逾", "过", "达到")
_NOT_COUNTED = ("年", "电话", "热线", "邮编", "传真", "平台", "代码", "编号")
_NUMBER = (
    r"(\d\d{0,11}(?:,\d{3}(?!\d)){0,3})(?![\dA-Za-z%‰/:~-])(\.\d+)?([万亿千百]|[余多几来])?[余多]?"
    rf"(?:({UNITS})(?!工作日|百分点|小时|月|部[委门]))?"
)
_NOT_BEFORE = frozenset("0123456789.-/_~第ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")


class Count(NamedTuple):
    """A number with its unit in the squeezed text of a passage; ``clause`` is what leads to it."""

    value: int
    unit: str
    start: int
    end: int
    clause: str
    about: bool


def counts_in(text: str) -> list[Count]:
    """All numbers that count something, years and percentages left out."""
    found = []
    for match in compiled(_NUMBER).finditer(text):
        digits, fraction, scale, unit = match.groups()
        first, end = match.span()
        mark = text[first - 1 : first]
        if mark in _NOT_BEFORE or (mark == ":" and text[first - 2 : first - 1].isdigit()):
            continue
        if unit is None and (fraction or scale or text[end : end + 1] not in "。;!?"):
            continue
        before = text[max(0, first - 24) : first]
        if unit is None and _names_a_number(before):
            continue
        clause = before[_last_mark(before) + 1 :]
        if ("比" in clause or "较" in clause) and any(word in clause for word in _COMPARED):
            continue
        about = bool(fraction or scale) or before.endswith(_ABOUT)
        found.append(Count(int(digits.replace(",", "")), unit or "", first, end, clause, about))
    return found


def _names_a_number(before: str) -> bool:
    """Do the words in front of a number say that it counts nothing (电话:)?"""
    if before.endswith((":", "为")):
        before = before[:-1]
    return before.endswith(_NOT_COUNTED)


def _last_mark(text: str) -> int:
    find = text.rfind
    return max(find(","), find(";"), find(":"), find("。"), find("、"), find("!"), find("?"))
