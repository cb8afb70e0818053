"""Check kind ``number_writing``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import number_writing
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

ALL = rule("number_writing")
LICENCES = ("proactive", "licences", "decisions")
PENALTIES = ("proactive", "penalties", "decisions")
TOTAL = ("disputes", "reconsideration", "total")


def test_plain_digits():
    assert number_writing.check(ALL, specimen()) == PASS
    assert number_writing.check(ALL, specimen("2019")) == PASS


def test_one_violation_for_all_cells_of_a_table_that_are_written_alike():
    report = specimen(cells={LICENCES: "８６", PENALTIES: "1４"})
    found = only(number_writing.check(ALL, report))
    assert found.cases == ("full_width",)
    assert pointed_at(report, found) == "８６"
    assert (
        found.slots["cells"]
        == "「行政许可」本年处理决定数量「８６」、「行政处罚」本年处理决定数量「1４」"
    )
    assert (found.slots["table"], found.slots["count"]) == ("表二", 2)
    assert [text for _, text in found.related] == ["1４"]


@pytest.mark.parametrize(
    ("printed", "case"),
    [
        ("０12", "full_width"),
        ("012", "leading_zero"),
        ("00", "leading_zero"),
        ("1,250", "thousands"),
        ("1，250", "thousands"),
        ("三", "written"),
        ("O", "written"),
        ("1O", "written"),
        ("1 250", "written"),
    ],
)
def test_each_way_of_writing_has_a_case(printed, case):
    found = only(number_writing.check(ALL, specimen(cells={LICENCES: printed})))
    assert found.cases == (case,)
    assert found.actual == printed


@pytest.mark.parametrize("printed", ["0", "0.5", "12（其中０1件）", "无", "/", "", "12件"])
def test_what_is_no_matter_of_digits(printed):
    assert number_writing.check(ALL, specimen(cells={LICENCES: printed})) == PASS


def test_ways_and_tables_are_kept_apart():
    report = specimen(cells={LICENCES: "086", PENALTIES: "1,414", TOTAL: "04"})
    assert locators(number_writing.check(ALL, report)) == [
        "表二「行政许可」本年处理决定数量",
        "表二「行政处罚」本年处理决定数量",
        "表四「行政复议」总计",
    ]


def test_only_the_tables_that_are_named():
    report = specimen(cells={LICENCES: "086"})
    assert number_writing.check(rule("number_writing", tables=["disputes"]), report) == PASS


def test_tables_that_are_not_shown_leave_it_open():
    report = read(
        "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n公开12条。", partial=True
    )
    assert number_writing.check(ALL, report).outcome == "cannot_evaluate"


def test_digits_apart_where_a_cell_is_blank_may_be_two_cells():
    received = ("requests", "received", "natural_person")
    report = specimen(cells={received: "7 3"})
    assert only(number_writing.check(ALL, report)).cases == ("written",)
    torn = {received: "7 3", ("requests", "received", "total"): ""}
    assert number_writing.check(ALL, specimen(cells=torn)) == PASS
