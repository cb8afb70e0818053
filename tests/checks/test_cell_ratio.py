"""Check kind ``cell_ratio``: the specimen counts 10 requests dealt with, 4 + 0 + 1 disputes."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import cell_ratio
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen

DEALT_WITH = ("requests", "total", "total")
REVIEWED = ("disputes", "reconsideration", "total")
SUED = ("disputes", "litigation_direct", "total")


def disputes(times=3, **more):
    cells = [".".join(one) for one in (REVIEWED, SUED)]
    return rule("cell_ratio", cells=cells, of=[".".join(DEALT_WITH)], times=times, **more)


@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(form):
    assert cell_ratio.check(disputes(), specimen(form)) == PASS


def test_cells_of_one_table_far_exceed_those_of_another():
    report = specimen(cells={REVIEWED: "30", SUED: "1"})
    found = only(cell_ratio.check(disputes(), report))
    assert found.at.locator == "表四「行政复议」总计"
    assert pointed_at(report, found) == "30"
    assert found.slots == {
        "table": "表四",
        "cells": "「行政复议」总计 30、「未经复议直接起诉」总计 1",
        "total": 31,
        "of_table": "表三",
        "of": "「（七）总计」总计 10",
        "base": 10,
    }
    assert found.values == ("30", "1", "10")
    assert [mark.locator for mark, _ in found.related] == [
        "表四「未经复议直接起诉」总计",
        "表三「（七）总计」总计",
    ]


def test_it_points_at_the_first_cell_that_counts_anything():
    found = only(cell_ratio.check(disputes(), specimen(cells={REVIEWED: "0", SUED: "31"})))
    assert found.at.locator == "表四「未经复议直接起诉」总计"
    assert found.slots["cells"] == "「未经复议直接起诉」总计 31"


@pytest.mark.parametrize(
    ("reviewed", "more", "outcome"),
    [
        ("30", {}, "pass"),
        ("31", {}, "fail"),
        ("35", {"plus": 5}, "pass"),
        ("36", {"plus": 5}, "fail"),
        ("10", {"times": 1}, "pass"),
        ("11", {"times": 1}, "fail"),
    ],
)
def test_how_many_are_possible(reviewed, more, outcome):
    report = specimen(cells={REVIEWED: reviewed})
    assert cell_ratio.check(disputes(**more), report).outcome == outcome


def test_numbers_that_were_not_read():
    report = specimen(cells={REVIEWED: "见附件", DEALT_WITH: "?"})
    verdict = cell_ratio.check(disputes(), report)
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why is not None
    assert "行政复议" in verdict.why[0]
    assert "（七）总计" in verdict.why[0]


def test_blanks_count_no_disputes_but_no_requests_are_taken_for_none():
    assert cell_ratio.check(disputes(), specimen(cells={REVIEWED: "", SUED: "/"})) == PASS
    sued = specimen(cells={REVIEWED: "/", SUED: "31"})
    assert only(cell_ratio.check(disputes(), sued)).slots["total"] == 31
    none = specimen(cells={DEALT_WITH: "/"})
    assert cell_ratio.check(disputes(), none).outcome == "cannot_evaluate"


def test_a_report_without_its_tables():
    report = read("云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n全年公开信息118条。")
    assert cell_ratio.check(disputes(), report).outcome == "not_applicable"
