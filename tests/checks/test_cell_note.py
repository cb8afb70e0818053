"""Check kind ``cell_note``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import cell_note
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

REMARKS = rule("cell_note", require="none", **{"except": [r"^\(注\d\)$"]})
PARTS = rule(
    "cell_note",
    require="parts_within",
    parts=["^[(](?:其中|含)[^)]{0,40}"],
    figures=[r"([\d,]+)件"],
)
ISSUED = ("proactive", "normative_documents", "issued")
RECEIVED = ("requests", "received", "total")


@pytest.mark.parametrize("checked", [REMARKS, PARTS])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_numbers_without_remarks(checked, form):
    verdict = cell_note.check(checked, specimen(form))
    assert verdict.why == ("没有带说明的数字", "no number has a remark")


def test_a_remark_is_told_with_its_number():
    report = specimen(cells={ISSUED: "22（其中修订 16 件）"})
    found = only(cell_note.check(REMARKS, report))
    assert found.at.locator == "表二「行政规范性文件」本年制发件数"
    assert pointed_at(report, found) == "22（其中修订 16 件）"
    assert found.slots == {
        "table": "表二",
        "cell": "「行政规范性文件」本年制发件数",
        "raw": "22（其中修订16件）",
        "value": 22,
        "note": "其中修订16件",
    }
    assert (found.values, found.actual) == (("22（其中修订 16 件）",), 22)


def test_each_cell_has_a_violation_of_its_own():
    report = specimen(cells={ISSUED: "2（修订）", RECEIVED: "11（含网上 8 件）"})
    assert locators(cell_note.check(REMARKS, report)) == [
        "表二「行政规范性文件」本年制发件数",
        "表三「一、本年新收」总计",
    ]


def test_only_the_tables_that_are_named():
    checked = REMARKS._replace(options={**REMARKS.options, "tables": ["requests"]})
    report = specimen(cells={ISSUED: "2（修订）"})
    assert cell_note.check(checked, report).outcome == "not_applicable"


def test_remarks_that_are_passed_over():
    assert cell_note.check(REMARKS, specimen(cells={ISSUED: "2（注1）"})) == PASS


@pytest.mark.parametrize(
    "raw", ["16（其中修订16件）", "2（修订16件）", "2（其中修订）", "-1（其中修订）"]
)
def test_parts_within_the_number(raw):
    assert cell_note.check(PARTS, specimen(cells={ISSUED: raw})) == PASS


@pytest.mark.parametrize(
    ("raw", "figure"),
    [
        ("15（其中修订16件）", 16),
        ("2（含新制定3件、修订16件）", 16),
        ("1,000（其中修订1,001件）", 1001),
        ("-1（含修订0件）", 0),
    ],
)
def test_a_part_that_is_larger(raw, figure):
    found = only(cell_note.check(PARTS, specimen(cells={ISSUED: raw})))
    assert found.slots["figure"] == figure


@pytest.mark.parametrize(
    ("form", "cell", "raw"),
    [
        ("2021", ("proactive", "fees", "amount"), "25.64（含30件）"),
        ("2019", ("proactive", "penalties", "change"), "-2（其中取消3件）"),
    ],
)
def test_amounts_and_changes_have_no_parts(form, cell, raw):
    assert cell_note.check(PARTS, specimen(form, cells={cell: raw})) == PASS


def test_a_group_that_holds_no_digits_is_no_figure():
    checked = PARTS._replace(options={**PARTS.options, "figures": ["(修)订", "(9)?件"]})
    assert cell_note.check(checked, specimen(cells={ISSUED: "2（其中修订16件）"})) == PASS


def test_tables_that_are_not_shown():
    text = specimen(cells={ISSUED: "2（其中修订16件）"}).source.text
    report = read(text[: text.index("三、收到和处理")], partial=True)
    verdict = cell_note.check(PARTS, report)
    assert (locators(verdict), verdict.why) == (
        ["表二「行政规范性文件」本年制发件数"],
        (
            "文本在表三之前中断；文本在表四之前中断",
            "the text breaks off before 表三; the text breaks off before 表四",
        ),
    )
    report = read(text[: text.index("二、主动公开政府信息情况")], partial=True)
    assert cell_note.check(PARTS, report).outcome == "cannot_evaluate"
