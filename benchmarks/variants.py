"""Many reports that differ in body, year and every figure, and in which nothing is wrong.

They are made from ``examples/clean.txt``: the numbers change together, so that rows, columns and
sentences still agree. The same number gives the same report.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import NamedTuple

CLEAN = Path(__file__).resolve().parent.parent / "examples" / "clean.txt"

_PLACE = "岚屏"
_OFFICE = "农业农村局"
_YEAR = 2024
_FIRST = "东南西北青白云清金石平安永长宁丰龙林河江湖山海溪"
_SECOND = "川阳陵州泉源峰坪岭塘浦桥屏谷原沙水田"
_OFFICES = ("水利局", "林业局", "财政局", "民政局", "交通运输局", "卫生健康局", "应急管理局",
            "市场监督管理局", "农业农村局", "人力资源和社会保障局", "住房和城乡建设局")  # fmt: skip
_APPLICANTS = 6
_GROUPS = (1, 1, 8, 3, 5, 3)
"""Rows of 表三 under 予以公开, 部分公开, 不予公开, 无法提供, 不予处理, 其他处理."""

_ROW = re.compile(r"^(.*[^\d |] \|)(?: \d+ \|){7}$", re.MULTILINE)
_DISPUTES = re.compile(r"^\d+(?: \| \d+){14} \|$", re.MULTILINE)
_COUNTS = re.compile(r"(?<=新收政府信息公开申请)\d+件，上年结转\d+件")
_ENDED = re.compile(r"办结\d+件，结转下年度\d+件")
_RESULTS = re.compile(r"予以公开\d+件，部分公开\d+件.*?其他处理\d+件")
_PUBLISHED = re.compile(r"公开政府信息\d+条，其中(.*?)。")
_TELEPHONE = re.compile(r"(?<=0999-)\d{7}")
_POSTCODE = re.compile(r"699203")
_FREE = re.compile(r"(?<=行政许可 \| )\d+|(?<=行政处罚 \| )\d+|(?<=编发农时提示和政策问答)\d+")

Row = list[int]


class Requests(NamedTuple):
    """The figures of 表三: applicants and their total in each row."""

    received: Row
    carried_in: Row
    results: list[Row]
    ended: Row
    carried_out: Row

    def rows(self) -> list[Row]:
        """All rows in the order of the form."""
        return [self.received, self.carried_in, *self.results, self.ended, self.carried_out]


def variants(count: int) -> Iterator[str]:
    """So many reports, each different."""
    source = CLEAN.read_text(encoding="utf-8")
    for number in range(count):
        yield variant(source, Random(number))


def variant(source: str, random: Random) -> str:
    """One report: the source with another body, another year and other figures."""
    requests = _requests(random)
    rows = iter(requests.rows())
    text = _ROW.sub(lambda match: f"{match[1]} {_cells(next(rows))} |", source)
    text = _DISPUTES.sub(lambda _: f"{_cells(_disputes(random))} |", text)
    text = _COUNTS.sub(f"{requests.received[-1]}件，上年结转{requests.carried_in[-1]}件", text)
    text = _ENDED.sub(f"办结{requests.ended[-1]}件，结转下年度{requests.carried_out[-1]}件", text)
    text = _RESULTS.sub(lambda match: _results(match[0], requests), text)
    text = _PUBLISHED.sub(lambda match: _published(match[1], random), text)
    text = _TELEPHONE.sub(lambda _: str(random.randrange(2000000, 8999999)), text)
    text = _POSTCODE.sub(str(random.randrange(100000, 859999)), text)
    text = _FREE.sub(lambda _: str(random.randrange(1, 3000)), text)
    place = random.choice(_FIRST) + random.choice(_SECOND)
    text = text.replace(_OFFICE, random.choice(_OFFICES)).replace(_PLACE, place)
    return _in_year(text, random.randrange(2021, 2026))


def _requests(random: Random) -> Requests:
    """Results at random; what came in follows from them."""
    results = [
        _with_total([random.choice((0, 0, 0, 1, 2, 9, 31)) for _ in range(_APPLICANTS)])
        for _ in range(sum(_GROUPS))
    ]
    ended = [sum(column) for column in zip(*results, strict=True)]
    carried_out = _with_total([random.choice((0, 1, 4)) for _ in range(_APPLICANTS)])
    whole = [one + other for one, other in zip(ended, carried_out, strict=True)]
    carried_in = _with_total([random.randrange(1 + one // 3) for one in whole[:-1]])
    received = [one - other for one, other in zip(whole, carried_in, strict=True)]
    return Requests(received, carried_in, results, ended, carried_out)


def _disputes(random: Random) -> Row:
    """Direct suits are 0: since 2024 there is a hint on any."""
    reconsidered, suits = ([random.choice((0, 0, 1, 2, 12)) for _ in range(4)] for _ in range(2))
    return [value for kind in (reconsidered, [0] * 4, suits) for value in _with_total(kind)]


def _with_total(values: Row) -> Row:
    return [*values, sum(values)]


def _cells(values: Row) -> str:
    return " | ".join(map(str, values))


def _results(sentence: str, requests: Requests) -> str:
    """The sentence on the results, with the total of each group."""
    totals, at = [], 0
    for size in _GROUPS:
        totals.append(sum(row[-1] for row in requests.results[at : at + size]))
        at += size
    numbers = iter(totals)
    return re.sub(r"\d+", lambda _: str(next(numbers)), sentence)


def _published(parts: str, random: Random) -> str:
    """A whole and its parts."""
    numbers = [random.randrange(1, 400) for _ in re.findall(r"\d+", parts)]
    each = iter(numbers)
    named = re.sub(r"\d+", lambda _: str(next(each)), parts)
    return f"公开政府信息{sum(numbers)}条，其中{named}。"


def _in_year(text: str, year: int) -> str:
    """The report of a year, issued in the next."""
    shift = {str(_YEAR): str(year), str(_YEAR + 1): str(year + 1)}
    return re.sub("|".join(shift), lambda match: shift[match[0]], text)
