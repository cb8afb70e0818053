"""Check kind ``coincidence``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import coincidence
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule, specimen


def linear(left, operator, right, constant=0):
    compiled = {"left": left, "operator": operator, "right": right, "right_constant": constant}
    return {"2019": compiled}


SUM = linear([[1, None, "previous_items"], [1, None, "change"]], "=", [[1, None, "decisions"]])
CHANGED = linear([[1, None, "change"]], "!=", [])
TWO = rule(
    "coincidence",
    table="proactive",
    for_each="row",
    blank="zero",
    suspect=SUM,
    when=[CHANGED],
    at_least=2,
)
LICENCES = ("proactive", "licences", "decisions")
SERVICES = ("proactive", "other_services", "decisions")
PENALTIES = ("proactive", "penalties", "decisions")
BOTH = {LICENCES: "13", PENALTIES: "29"}


def changed(**options):
    return TWO._replace(options={**TWO.options, **options})


def test_numbers_of_their_own():
    assert coincidence.check(TWO, specimen("2019")) == PASS


def test_a_relation_that_holds_in_two_rows():
    report = specimen("2019", cells=BOTH)
    found = only(coincidence.check(TWO, report))
    assert found.at.locator == "表二「行政许可」处理决定数量"
    assert pointed_at(report, found) == "13"
    assert found.slots == {
        "table": "表二",
        "rows": "「行政许可」「行政处罚」",
        "columns": "「处理决定数量」「处理决定数量」",
        "count": 2,
        "equations": "12 + 1 = 13、31 - 2 = 29",
        "cells": "「行政许可」上一年项目数量 12、「行政许可」本年增/减 1、"
        "「行政许可」处理决定数量 13……",
    }
    assert found.values == ("12 + 1 = 13", "31 - 2 = 29")
    assert [(mark.locator, text) for mark, text in found.related] == [
        ("表二「行政处罚」处理决定数量", "29")
    ]


@pytest.mark.parametrize(
    "cells",
    [
        {LICENCES: "13"},
        {LICENCES: "13", SERVICES: "20"},
        {LICENCES: "13", ("proactive", "penalties", "change"): "", PENALTIES: "31"},
    ],
)
def test_one_may_be_chance_and_others_do_not_count(cells):
    assert coincidence.check(TWO, specimen("2019", cells=cells)) == PASS


def test_without_conditions_all_rows_count():
    options = {key: value for key, value in TWO.options.items() if key != "when"}
    report = specimen("2019", cells={LICENCES: "13", SERVICES: "20"})
    assert coincidence.check(TWO._replace(options=options), report).outcome == "fail"


def test_only_the_rows_that_are_named():
    checked = changed(rows=["licences", "other_services"])
    assert coincidence.check(checked, specimen("2019", cells=BOTH)) == PASS


def test_a_row_that_could_make_it_two_but_was_not_read():
    report = specimen("2019", cells={LICENCES: "13", PENALTIES: "见附件"})
    assert coincidence.check(TWO, report).why == (
        "表二「行政处罚」处理决定数量 不是数字",
        "表二「行政处罚」处理决定数量 not a number",
    )


@pytest.mark.parametrize(
    ("cells", "outcome"),
    [
        ({PENALTIES: "见附件"}, "pass"),
        ({LICENCES: "13", SERVICES: "见附件"}, "pass"),
        ({**BOTH, SERVICES: "见附件"}, "fail"),
    ],
)
def test_a_row_that_was_not_read_and_decides_nothing(cells, outcome):
    assert coincidence.check(TWO, specimen("2019", cells=cells)).outcome == outcome


def test_columns_of_a_table():
    rows = [[1, "received", None], [1, "carried_in", None]]
    checked = rule(
        "coincidence",
        table="requests",
        for_each="column",
        blank="zero",
        suspect=linear(rows, "=", [[1, "total", None]]),
        when=[linear([[1, "received", None]], ">=", [], 1)],
        at_least=1,
    )
    report = specimen("2019", cells={("requests", "total", "enterprise"): "3"})
    found = only(coincidence.check(checked, report))
    assert found.slots["columns"] == "「商业企业」"
    assert found.slots["equations"] == "3 + 0 = 3"


def test_a_condition_on_columns_that_a_row_does_not_have():
    checked = changed(when=[linear([[1, None, "items"]], ">=", [])])
    assert coincidence.check(checked, specimen("2019", cells=BOTH)) == PASS


def test_a_form_without_these_columns():
    assert coincidence.check(TWO, specimen()).outcome == "not_applicable"


def test_a_table_that_is_not_shown():
    text = specimen("2019").source.text
    report = read(text[: text.index("二、主动公开政府信息情况")], partial=True)
    assert coincidence.check(TWO, report).outcome == "cannot_evaluate"


MOST = rule(
    "coincidence",
    table="requests",
    for_each="none",
    suspect={
        "2021": {
            "left": [[2, "other_other", "total"]],
            "operator": ">=",
            "right": [[1, "total", "total"]],
        }
    },
    at_least=1,
)
OTHERS = {("requests", "other_other", "total"): "6"}


def test_a_relation_between_named_cells_holds_once():
    found = only(coincidence.check(MOST, specimen(cells=OTHERS)))
    assert found.slots["cells"] == "「（六）3.其他」总计 6、「（七）总计」总计 10"
    assert found.slots["equations"] == "2 × 6 >= 10"
    assert coincidence.check(MOST, specimen()) == PASS


def test_what_the_text_explains_is_not_reported():
    explained = MOST._replace(options={**MOST.options, "explained": ["撤回"]})
    words = {"均依法办理": "其中撤回6件"}
    assert coincidence.check(explained, specimen(cells=OTHERS, words=words)) == PASS
    assert coincidence.check(explained, specimen(cells=OTHERS)).outcome == "fail"
