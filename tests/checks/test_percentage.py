"""Check kind ``percentage``: sentences of the kinds that real reports have."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import percentage
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

RATES = rule("percentage", wholes=["requests.total.total"])
LIST = (
    "全年通过县政府门户网站主动公开政府信息118条，"
    "其中工作动态64条、通知公告31条、财政预决算9条、水旱灾害防御14条。"
)


def saying(words):
    return specimen(words={LIST: words})


def test_a_share_that_was_worked_out_wrongly_among_right_ones():
    report = saying("公开信息118条，网站64条，占54.2%；公众号31条，占26.3%；公开栏23条，占29.5%。")
    found = only(percentage.check(RATES, report))
    assert found.cases == ("share",)
    assert found.slots["equation"] == "23 ÷ 118 = 19.5%"
    assert (found.expected, found.actual) == ("19.5%", "29.5%")
    assert found.values == ("29.5", "23", "118")
    assert pointed_at(report, found) == "29.5%"


@pytest.mark.parametrize(
    "words",
    [
        "公开信息118条，其中网站64条，占54%。",
        "公开信息118条，其中网站64条，占54.2%。",
        "公开信息118条，其中网站64条，约占总数的54.23%。",
        "公开信息118条，其中网站64条（54.24%）。",
        "收到来信30封，较上年增加10封，增长50%。",
        "收到来信30封，比去年减少20封，同比下降40%。",
        "收到来信30封，较2023年的40封减少25%。",
        "公开信息网站64条，占54.2%；公众号54条，占45.8%。",
    ],
)
def test_rounded_or_cut_off_it_is_right(words):
    assert percentage.check(RATES, saying(words)) == PASS


@pytest.mark.parametrize(
    "words",
    [
        "公开信息118条，依申请公开12条，其中网站6条，占62%。",
        "公开信息110余条，其中网站64条，占64%。",
        "公开信息118条，同比增长12%。",
        "全文电子化率达100%。",
        "按时办结率100%，满意率98.5%。",
    ],
)
def test_what_it_is_a_percentage_of_is_not_sure(words):
    assert percentage.check(RATES, saying(words)).outcome == "not_applicable"


def test_a_share_of_the_requests_of_table_three():
    report = saying("予以公开3件（30%），部分公开1件（10%），不予公开2件（21%）。")
    assert only(percentage.check(RATES, report)).slots["equation"] == "2 ÷ 10 = 20%"


def test_the_direction_of_a_growth_must_be_the_numbers_own():
    report = saying("收到来信30封，较2023年的40封增长25%。")
    assert percentage.check(RATES, report).outcome == "not_applicable"
