"""Check kind ``period``."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.checks import period
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

WELL_FORMED = rule("period", require="well_formed")
FULL_YEAR = rule("period", require="full_year", founding=[r"20\d\d年\d{1,2}月[^,。]{0,6}成立"])
STATED = "自2024年1月1日起至2024年12月31日止"


def stating(words):
    return specimen(words={STATED: words})


def test_a_whole_year():
    assert period.check(WELL_FORMED, specimen()) == PASS
    assert period.check(FULL_YEAR, specimen()) == PASS


def test_from_the_year_before():
    report = stating("自2023年1月1日起至2024年12月31日止")
    found = only(period.check(FULL_YEAR, report))
    assert found.cases == ("not_full_year",)
    assert found.slots == {
        "period": "2023年1月1日起至2024年12月31日",
        "start": date(2023, 1, 1),
        "end": date(2024, 12, 31),
        "year": 2024,
    }
    assert found.at.locator == "引言"
    assert pointed_at(report, found) == "2023年1月1日起至2024年12月31日"
    assert period.check(WELL_FORMED, report) == PASS


def test_the_end_before_the_start():
    report = stating("自2025年1月1日起至2024年12月31日止")
    assert only(period.check(WELL_FORMED, report)).cases == ("reversed",)
    assert period.check(FULL_YEAR, report).outcome == "not_applicable"


@pytest.mark.parametrize("words", ["为20241月1日至12月31日", "自202411日起20241231止"])
def test_digits_without_their_words(words):
    report = stating(words)
    found = only(period.check(WELL_FORMED, report))
    assert found.cases == ("damaged",)
    assert str(found.slots["period"]).startswith("2024")
    assert period.check(FULL_YEAR, report).outcome == "not_applicable"


def test_a_body_founded_within_the_year():
    founded = "自2024年10月1日起至2024年12月31日止。县水利局2024年10月成立"
    assert period.check(FULL_YEAR, stating(founded)).outcome == "not_applicable"
    late = "自2024年10月1日起至2024年12月31日止"
    assert only(period.check(FULL_YEAR, stating(late))).cases == ("not_full_year",)


def test_no_period_at_all():
    report = specimen(words={f"报告所列数据的统计期限{STATED}。": ""})
    for one in (WELL_FORMED, FULL_YEAR):
        assert period.check(one, report).why == (
            "报告没有写明数据统计期限",
            "the report states no data period",
        )
