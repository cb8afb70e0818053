"""Check kind ``amount_unit``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import amount_unit
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

FEES = rule("amount_unit", table="proactive", rows=["fees"], at_least=10)
LIMITED = FEES._replace(
    options={
        **FEES.options,
        "limits": [{"levels": ["county"], "kinds": ["department"], "most": 10_000}],
    }
)
AMOUNT = ("proactive", "fees", "amount")
NOTHING = "未收取政府信息公开信息处理费"


def test_an_amount_in_its_unit():
    assert amount_unit.check(LIMITED, specimen()) == PASS
    assert amount_unit.check(FEES, specimen("2019")).outcome == "not_applicable"


@pytest.mark.parametrize("said", ["256400元", "256,400元", "256400.00元"])
def test_the_very_number_of_the_text_in_yuan(said):
    report = specimen(cells={AMOUNT: "256400"}, words={NOTHING: f"收费{said}"})
    found = only(amount_unit.check(FEES, report))
    assert found.cases == ("stated",)
    assert pointed_at(report, found) == "256400"
    assert found.slots["converted"] == "25.64"
    (mark, text), *_ = found.related
    assert text in said
    assert mark.locator == "六、其他需要报告的事项"


@pytest.mark.parametrize("said", ["256400万元", "1256400元", "25640元", "3.256400元", "256400件"])
def test_other_numbers_of_the_text(said):
    report = specimen(cells={AMOUNT: "256400"}, words={NOTHING: f"收费{said}"})
    assert amount_unit.check(FEES, report) == PASS


def test_more_than_such_bodies_take_in():
    found = only(amount_unit.check(LIMITED, specimen(cells={AMOUNT: "256400"})))
    assert found.cases == ("large",)
    assert found.slots["yuan"] == "2,564,000,000"
    assert amount_unit.check(LIMITED, specimen(cells={AMOUNT: "256400.5"})) == PASS
    assert amount_unit.check(LIMITED, specimen(cells={AMOUNT: "10000"})) == PASS


def test_bodies_without_a_limit():
    words = {
        "云川县水利局2024年政府信息公开工作年度报告": "云川县人民政府2024年政府信息公开工作年度报告"
    }
    assert amount_unit.check(LIMITED, specimen(cells={AMOUNT: "256400"}, words=words)) == PASS


def test_a_table_that_is_not_shown_leaves_it_open():
    report = read(
        "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n公开12条。", partial=True
    )
    assert amount_unit.check(FEES, report).outcome == "cannot_evaluate"
