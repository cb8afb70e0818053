"""The year of a report where it is written down, and the end of its data period."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.evidence.report_year import period_end, written_year
from lint_disclosure.evidence.verdict import Verdict
from tests.checks.sample import specimen

TITLE = "云川县水利局2024年政府信息公开工作年度报告"
PERIOD = "报告所列数据的统计期限自2024年1月1日起至2024年12月31日止。"
NO_YEAR = {TITLE: "云川县水利局政府信息公开工作年度报告"}
NO_PERIOD = {PERIOD: ""}


@pytest.mark.parametrize("words", [{}, NO_YEAR, NO_PERIOD])
def test_title_or_period_name_the_year(words):
    assert written_year(specimen(words=words)) == 2024


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        ({**NO_YEAR, **NO_PERIOD}, "cannot_evaluate"),
        ({TITLE: TITLE.replace("2024", "2023")}, "not_applicable"),
    ],
)
def test_neither_does_or_they_differ(words, outcome):
    verdict = written_year(specimen(words=words))
    assert isinstance(verdict, Verdict)
    assert verdict.outcome == outcome


def test_the_end_of_the_period():
    assert period_end(specimen(), 2024) == date(2024, 12, 31)
    early = specimen(words={PERIOD: PERIOD.replace("12月31日", "11月30日")})
    assert period_end(early, 2024) == date(2024, 11, 30)


@pytest.mark.parametrize("words", ["", PERIOD.replace("12月31日", "12月32日")])
def test_a_period_that_cannot_be_read(words):
    assert period_end(specimen(words={PERIOD: words}), 2024) == date(2024, 12, 31)
