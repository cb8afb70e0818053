"""The data period, in the wordings of published reports."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.report.model import Period
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import parse, with_opening


def period_of(opening: str, pack: RulePack) -> Period | None:
    return with_opening(opening, pack).period


@pytest.mark.parametrize(
    "opening",
    [
        "所列数据统计期限为2024年1月1日至12月31日。",
        "数据的统计期限自2024年1月1日起至2024年12月31日止。",
        "所列数据自2024年1月1日起，至2024年12月31日止。",
        "统计时限为2024年1月1日到12月31日。",
        "所列统计数据时间范围为２０２４年1月1日至2024年12月31日。",
    ],
)
def test_whole_periods(opening: str, pack: RulePack) -> None:
    period = period_of(opening, pack)
    assert period is not None
    assert (period.start, period.end, period.damaged) == (
        date(2024, 1, 1),
        date(2024, 12, 31),
        False,
    )


@pytest.mark.parametrize(
    ("opening", "raw"),
    [
        ("使用数据统计期限为20241月1日至12月31日。", "为20241月1日至12月31日"),
        ("所列数据截止日期为20241231日，电子版可下载。", "为20241231日"),
        ("统计期限自2024年1月1日起至2024年2月31日止。", "2024年1月1日起至2024年2月31日"),
    ],
)
def test_a_date_that_is_not_whole_is_damaged(opening: str, raw: str, pack: RulePack) -> None:
    report = with_opening(opening, pack)
    assert report.period is not None
    assert report.period.damaged
    assert report.source.cut(report.period.parts) == raw


@pytest.mark.parametrize("opening", ["本报告由办公室编制。", "统计期限为本年度。"])
def test_no_period(opening: str, pack: RulePack) -> None:
    assert period_of(opening, pack) is None


@pytest.mark.parametrize(
    "shown", ["2024年1月1日至12月3", "20241月1日至12", "2024年1月1日至12月31日"]
)
def test_a_period_at_the_very_end_of_a_text_may_be_cut_off(shown: str, pack: RulePack) -> None:
    text = f"某市某局2024年政府信息公开工作年度报告\n依据政府信息公开条例编制，统计期限为{shown}"
    assert parse(text, pack, partial=True).period is None
