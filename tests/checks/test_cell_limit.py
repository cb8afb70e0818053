"""Check kind ``cell_limit``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import cell_limit
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.report.model import Body
from lint_disclosure.rulepack.model import Text
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

REGULATIONS = rule(
    "cell_limit",
    table="proactive",
    rows=["regulations"],
    require="all_zero",
    beside={"rows": ["normative_documents"], "hint": {"zh": "填错了行", "en": "wrong row"}},
)
DECISIONS = rule(
    "cell_limit",
    table="proactive",
    rows=["licences", "penalties"],
    columns=["decisions"],
    require="not_all_zero",
    aggregated=["汇总全县"],
)
ISSUED = ("proactive", "regulations", "issued")
IN_FORCE = ("proactive", "regulations", "in_force")
NORMATIVE = [
    ("proactive", "normative_documents", one) for one in ("issued", "repealed", "in_force")
]
NONE = {
    ("proactive", "licences", "decisions"): "0",
    ("proactive", "penalties", "decisions"): "0",
}


@pytest.mark.parametrize("checked", [REGULATIONS, DECISIONS])
@pytest.mark.parametrize("form", ["2021", "2019"])
def test_a_clean_report_passes(checked, form):
    assert cell_limit.check(checked, specimen(form)) == PASS


def test_what_must_be_zero_is_one_violation():
    report = specimen(cells={ISSUED: "2", IN_FORCE: "9"})
    found = only(cell_limit.check(REGULATIONS, report))
    assert found.at.locator == "表二「规章」本年制发件数"
    assert pointed_at(report, found) == "2"
    assert found.slots == {
        "table": "表二",
        "cells": "「规章」本年制发件数 2、「规章」现行有效件数 9",
        "value": 2,
        "issuer": "云川县水利局",
        "hint": Text("", ""),
    }
    assert found.values == ("2", "9")
    assert [mark.locator for mark, _ in found.related] == ["表二「规章」现行有效件数"]
    assert found.cases == ("beside_counted", "form_2021", "department", "county")


def test_the_rows_beside_are_all_zero():
    report = specimen(cells={IN_FORCE: "6", **dict.fromkeys(NORMATIVE, "0")})
    found = only(cell_limit.check(REGULATIONS, report))
    assert found.slots["hint"] == Text("填错了行", "wrong row")
    assert found.cases[0] == "beside_zero"


def test_the_rows_beside_are_not_read():
    report = specimen(cells={IN_FORCE: "6", **dict.fromkeys(NORMATIVE, "/")})
    found = only(cell_limit.check(REGULATIONS, report))
    assert (found.slots["hint"], found.cases[0]) == (Text("", ""), "form_2021")


def test_the_cases_tell_what_body_it_is():
    report = specimen("2019", cells={("proactive", "regulations", "produced"): "1"})
    police = report._replace(body=Body("county", "department", "police"), issuer=None)
    found = only(cell_limit.check(REGULATIONS, police))
    assert found.cases == ("beside_counted", "form_2019", "police", "department", "county")
    assert found.slots["issuer"] == Text("本机关", "the body")


@pytest.mark.parametrize("raw", ["/", "", "0"])
def test_blanks_and_dashes_count_nothing(raw):
    assert cell_limit.check(REGULATIONS, specimen(cells={IN_FORCE: raw})) == PASS


def test_a_cell_that_is_no_number_stays_open():
    verdict = cell_limit.check(REGULATIONS, specimen(cells={IN_FORCE: "见附件"}))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why is not None
    assert verdict.why[0] == "表二「规章」现行有效件数 不是数字"


def test_a_row_that_was_placed_without_its_label_stays_open():
    report = specimen(cells={IN_FORCE: "6"})
    table = report.tables["proactive"]
    rows = {key: label for key, label in table.rows.items() if key != "regulations"}
    torn = table._replace(rows=rows, placed=frozenset({"regulations"}))
    verdict = cell_limit.check(REGULATIONS, report._replace(tables={"proactive": torn}))
    assert verdict.why == ("表二没有读到「规章」的行名", "the label of row 规章 was not read")


def test_what_must_not_all_be_zero():
    found = only(cell_limit.check(DECISIONS, specimen(cells=NONE)))
    assert found.at.locator == "表二「行政许可」本年处理决定数量"
    assert found.cases == ("form_2021", "department", "county")


@pytest.mark.parametrize("key", NONE)
def test_one_cell_that_counts_is_enough(key):
    assert cell_limit.check(DECISIONS, specimen(cells={**NONE, key: "1"})) == PASS


@pytest.mark.parametrize("raw", ["/", "", "见附件"])
def test_without_a_number_it_is_not_known_whether_all_are_zero(raw):
    cells = {**NONE, ("proactive", "penalties", "decisions"): raw}
    assert cell_limit.check(DECISIONS, specimen(cells=cells)).outcome == "cannot_evaluate"


def test_only_the_columns_that_are_named():
    cells = {("proactive", row, "decisions"): "0" for row in ("licences", "penalties")}
    assert locators(cell_limit.check(DECISIONS, specimen("2019", cells=cells))) == [
        "表二「行政许可」处理决定数量"
    ]


def test_numbers_of_several_bodies_are_not_judged():
    report = specimen(cells=NONE, words={"要求编制。": "要求，汇总全县数据编制。"})
    assert cell_limit.check(DECISIONS, report).why == (
        "报告汇总了其他单位的数据",
        "the report adds up the numbers of other bodies",
    )


def test_a_table_that_is_not_shown_stays_open():
    text = specimen().source.text
    report = read(text[: text.index("二、主动公开政府信息情况")], partial=True)
    assert cell_limit.check(REGULATIONS, report).outcome == "cannot_evaluate"


def test_cells_that_the_form_does_not_have():
    checked = rule(
        "cell_limit",
        table="proactive",
        rows=["licences"],
        columns=["issued"],
        require="not_all_zero",
    )
    assert cell_limit.check(checked, specimen()).why == (
        "表二没有这些单元格",
        "表二 has no such cells",
    )


def test_numbers_up_to_over_are_let_be():
    few = rule(
        "cell_limit",
        table="disputes",
        rows=["litigation_after_reconsideration"],
        columns=["total"],
        require="all_zero",
        over=19,
    )
    total = ("disputes", "litigation_after_reconsideration", "total")
    assert cell_limit.check(few, specimen(cells={total: "19"})) == PASS
    found = only(cell_limit.check(few, specimen(cells={total: "20"})))
    assert found.slots["value"] == 20
    assert cell_limit.check(few, specimen(cells={total: "-3"})).outcome == "fail"
