"""Check kind ``cell_state``."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_disclosure.checks import cell_state
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

BLANK = rule("cell_state", states=["blank"], per="table")
DASH = rule("cell_state", states=["dash", "text"], words=["无", "N/A"], per="table")
INTEGER = rule("cell_state", require="integer", words=["无"])
NON_NEGATIVE = rule("cell_state", require="non_negative")
AMOUNT = rule("cell_state", tables=["proactive"], require="amount")

FEES = ("proactive", "fees", "amount")
PENALTIES = ("proactive", "penalties", "decisions")
CHANGE = ("proactive", "penalties", "change")


@pytest.mark.parametrize("checked", [BLANK, DASH, INTEGER, NON_NEGATIVE, AMOUNT])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(checked, form):
    assert cell_state.check(checked, specimen(form)) == PASS


def test_blanks_of_a_table_are_one_violation():
    keys = [("requests", "carried_in", one) for one in ("enterprise", "other", "total")]
    report = specimen(cells=dict.fromkeys(keys[:2], ""))
    found = only(cell_state.check(BLANK, report))
    assert found.at.locator == "表三「二、上年结转」商业企业"
    assert found.slots == {
        "table": "表三",
        "count": 2,
        "cells": "「二、上年结转」商业企业、「二、上年结转」其他",
        "expected": 0,
        "raw": "",
    }
    assert found.cases == ()
    assert [mark.locator for mark, _ in found.related] == ["表三「二、上年结转」其他"]


def test_each_table_has_a_violation_of_its_own():
    report = specimen(cells={PENALTIES: "", ("disputes", "reconsideration", "corrected"): ""})
    assert locators(cell_state.check(BLANK, report)) == [
        "表二「行政处罚」本年处理决定数量",
        "表四「行政复议」结果纠正",
    ]


def test_a_blank_total_is_pointed_at_with_what_it_must_be():
    cells = {("requests", "received", "other"): "", ("requests", "received", "total"): ""}
    found = only(cell_state.check(BLANK, specimen(cells=cells)))
    assert found.at.locator == "表三「一、本年新收」总计"
    assert found.cases == ("total",)
    assert found.slots["cells"] == "「一、本年新收」总计"
    assert (found.slots["count"], found.expected) == (2, 11)


def test_a_blank_total_of_zeros_is_a_blank_like_others():
    report = specimen(cells={("requests", "declined_duplicate", "total"): ""})
    assert only(cell_state.check(BLANK, report)).cases == ()


def test_a_table_without_any_number():
    text = specimen().source.text
    row = "2 | 0 | 1 | 1 | 4 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 1 |"
    found = only(
        cell_state.check(
            BLANK, read(text.replace(row, row.translate(dict.fromkeys(map(ord, "0124")))))
        )
    )
    assert (found.at.locator, found.cases, found.slots["count"]) == ("表四", ("all",), 15)


def test_dashes_and_words_for_nothing():
    cells = {PENALTIES: "/", ("proactive", "licences", "decisions"): "无"}
    report = specimen(cells=cells)
    found = only(cell_state.check(DASH, report))
    assert pointed_at(report, found) == "无"
    assert found.slots["raw"] == "无 /"
    assert found.slots["count"] == 2


@pytest.mark.parametrize("raw", ["/（没有制定权）", "无（没有制定权）"])
def test_a_remark_behind_a_word_for_nothing(raw):
    assert only(cell_state.check(DASH, specimen(cells={PENALTIES: raw}))).slots["raw"] == raw
    assert cell_state.check(INTEGER, specimen(cells={PENALTIES: raw})) == PASS


@pytest.mark.parametrize("raw", ["14（其中2件为简易程序）", "", "见附件"])
def test_what_is_no_word_for_nothing(raw):
    assert cell_state.check(DASH, specimen(cells={PENALTIES: raw})) == PASS


@pytest.mark.parametrize(
    ("raw", "cases", "actual"),
    [
        ("1.5", ("fraction",), Decimal("1.5")),
        ("14件", ("unit", "text"), "14件"),
        ("14件（其中当场2件）", ("unit", "text"), "14件（其中当场2件）"),
        ("（见附件）", ("text",), "（见附件）"),
        ("见附件", ("text",), "见附件"),
    ],
)
def test_what_is_no_whole_number(raw, cases, actual):
    report = specimen(cells={PENALTIES: raw})
    found = only(cell_state.check(INTEGER, report))
    assert found.at.locator == "表二「行政处罚」本年处理决定数量"
    assert pointed_at(report, found) == raw
    assert found.slots == {
        "table": "表二",
        "cell": "「行政处罚」本年处理决定数量",
        "column": "本年处理决定数量",
        "raw": raw,
    }
    assert (found.cases, found.actual, found.values) == (cases, actual, (raw,))


@pytest.mark.parametrize("raw", ["14.0", "1,400", "14（含2件）", "/", "", "无"])
def test_whole_numbers_and_what_other_rules_see_to(raw):
    assert cell_state.check(INTEGER, specimen(cells={PENALTIES: raw})) == PASS


@pytest.mark.parametrize(
    ("raw", "cases"), [("减4", ("change", "text")), ("--253", ("text",)), ("0.5", ("fraction",))]
)
def test_a_change_is_a_number_with_a_sign(raw, cases):
    found = only(cell_state.check(INTEGER, specimen("2019", cells={CHANGE: raw})))
    assert found.cases == cases


def test_counts_are_not_negative():
    found = only(cell_state.check(NON_NEGATIVE, specimen(cells={PENALTIES: "-2"})))
    assert (found.cases, found.actual) == (("negative",), -2)


@pytest.mark.parametrize("raw", ["-31", "+5", "0"])
def test_a_change_may_be_negative(raw):
    assert cell_state.check(NON_NEGATIVE, specimen("2019", cells={CHANGE: raw})) == PASS


@pytest.mark.parametrize(
    ("raw", "cases"),
    [
        ("167.38万元", ("unit",)),
        ("2230元", ("unit",)),
        ("0.223万元（含信息处理费）", ("unit",)),
        ("-3", ("negative",)),
        ("见附件", ("text",)),
        ("1.23456", ("decimals",)),
    ],
)
def test_what_is_no_amount(raw, cases):
    assert only(cell_state.check(AMOUNT, specimen(cells={FEES: raw}))).cases == cases


@pytest.mark.parametrize("raw", ["0", "59237.2449", "316441", "/", ""])
def test_amounts(raw):
    assert cell_state.check(AMOUNT, specimen(cells={FEES: raw})) == PASS


def test_a_label_without_a_unit_leaves_it_to_the_cell():
    report = specimen("2019", cells={("proactive", "procurement", "amount"): "184719元"})
    assert cell_state.check(AMOUNT, report) == PASS


def test_only_the_rows_and_columns_that_are_named():
    checked = rule(
        "cell_state", table="requests", rows=["received"], columns=["total"], states=["blank"]
    )
    cells = {("requests", "received", "total"): "", ("requests", "carried_in", "total"): ""}
    assert locators(cell_state.check(checked, specimen(cells=cells))) == [
        "表三「一、本年新收」总计"
    ]


def test_tables_that_are_not_shown_stay_open():
    text = specimen().source.text
    report = read(text[: text.index("三、收到和处理")], partial=True)
    assert cell_state.check(BLANK, report).outcome == "cannot_evaluate"


def test_tables_that_are_missing_are_another_rule():
    text = specimen().source.text
    report = read(text[: text.index("行政复议 | 行政诉讼")] + text[text.index("五、存在") :])
    assert cell_state.check(BLANK, report) == PASS
    assert cell_state.check(
        rule("cell_state", tables=["disputes"], states=["blank"]), report
    ).why == (
        "没有表四，见 STR013",
        "there is no 表四, see STR013",
    )
