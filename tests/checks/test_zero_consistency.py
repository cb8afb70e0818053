"""Check kind ``zero_consistency``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import zero_consistency
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.report.model import Sentence
from tests.checks.sample import locators, only, pointed_at, read, rule, specimen

RECEIVED = ["requests.received.total", "requests.received.natural_person"]
NO_REQUESTS = rule(
    "zero_consistency",
    mode="statement",
    statements=[{"patterns": ["(?:未|没有)收到政府信息公开申请"], "cells": RECEIVED}],
    **{"except": ["所属单位[^,]{0,10}申请"]},
)
NO_DISPUTES = rule(
    "zero_consistency",
    mode="statement",
    statements=[
        {"patterns": ["未发生行政复议、行政诉讼"], "cells": ["disputes.reconsideration.total"]},
        {"patterns": ["未发生行政复议"], "cells": ["disputes.litigation_direct.total"]},
    ],
)
PLACE = "均依法办理，结转下年度2件。"
NONE_RECEIVED = {
    ("requests", "received", one): "0"
    for one in ("natural_person", "enterprise", "legal_service_org", "total")
}


def saying(words, cells=None):
    return specimen(words={PLACE: PLACE + words}, cells=cells)


def test_a_text_that_says_nothing_of_the_kind():
    verdict = zero_consistency.check(NO_REQUESTS, specimen())
    assert verdict.why == ("文中没有这样的说法", "the text says nothing of the kind")


def test_a_statement_against_the_table():
    report = saying("全年未收到政府信息公开申请。")
    found = only(zero_consistency.check(NO_REQUESTS, report))
    assert found.at.locator == "一、总体情况 （二）依申请公开"
    assert pointed_at(report, found) == "未收到政府信息公开申请"
    assert found.slots == {
        "match": "未收到政府信息公开申请",
        "table": "表三",
        "cell": "「一、本年新收」总计",
        "value": 11,
        "cells": "「一、本年新收」总计 11、「一、本年新收」自然人 7",
    }
    assert [(mark.locator, text) for mark, text in found.related] == [
        ("表三「一、本年新收」总计", "11"),
        ("表三「一、本年新收」自然人", "7"),
    ]
    assert found.values == ("未收到政府信息公开申请", "11", "7")


def test_a_statement_that_the_source_breaks_over_two_lines():
    report = saying("全年未收到政府信\n息公开申请。")
    start, end = report.folded.index("全年未收到"), report.folded.index("息公开申请。") + 5
    text = report.folded[start:end]
    sentence = Sentence(text, start, 1, "".join(text.split()))
    found = only(zero_consistency.check(NO_REQUESTS, report._replace(sentences=(sentence,))))
    assert len(found.at.parts) == 2
    assert pointed_at(report, found) == "未收到政府信息公开申请"


def test_a_statement_that_is_true():
    report = saying("全年未收到政府信息公开申请。", NONE_RECEIVED)
    assert zero_consistency.check(NO_REQUESTS, report) == PASS


def test_blanks_agree_with_nothing():
    report = saying("全年未收到政府信息公开申请。", dict.fromkeys(NONE_RECEIVED, ""))
    assert zero_consistency.check(NO_REQUESTS, report) == PASS


@pytest.mark.parametrize(
    "words",
    [
        "2023年未收到政府信息公开申请。",
        "上年未收到政府信息公开申请。",
        "所属单位未收到政府信息公开申请。",
    ],
)
def test_statements_about_something_else(words):
    assert zero_consistency.check(NO_REQUESTS, saying(words)).outcome == "not_applicable"


@pytest.mark.parametrize(
    "words",
    [
        "与2023年不同，2024年未收到政府信息公开申请。",
        "按照《2023年政务公开工作要点》，未收到政府信息公开申请。",
        "2023年的要求已落实。未收到政府信息公开申请。",
    ],
)
def test_other_years_that_the_statement_is_not_about(words):
    assert zero_consistency.check(NO_REQUESTS, saying(words)).outcome == "fail"


def test_of_two_statements_that_overlap_the_first_counts():
    report = saying("未发生行政复议、行政诉讼，未发生行政复议。")
    found = only(zero_consistency.check(NO_DISPUTES, report))
    assert found.slots["match"] == "未发生行政复议、行政诉讼"


def test_only_the_sections_that_are_named():
    checked = NO_REQUESTS._replace(options={**NO_REQUESTS.options, "in": [6]})
    assert zero_consistency.check(checked, saying("未收到政府信息公开申请。")).outcome == (
        "not_applicable"
    )


NO_DECISIONS = rule(
    "zero_consistency",
    mode="statement",
    words=["不涉及", "为零"],
    statements=[
        {
            "patterns": ["不涉及(?:行政许可|行政处罚|、)+", "行政许可为零"],
            "about": [
                {"words": ["许可"], "cells": ["proactive.licences.decisions"]},
                {"words": ["处罚", "罚款"], "cells": ["proactive.penalties.decisions"]},
            ],
        }
    ],
)


def test_only_sentences_with_certain_words_are_looked_at():
    report = saying("全年不涉及行政许可。行政许可为零。")
    found = zero_consistency.check(NO_DECISIONS, report).violations
    assert [one.slots["match"] for one in found] == ["不涉及行政许可", "行政许可为零"]
    denying = NO_DECISIONS._replace(options={**NO_DECISIONS.options, "words": ["不"]})
    assert only(zero_consistency.check(denying, report)).slots["match"] == "不涉及行政许可"


@pytest.mark.parametrize(
    ("words", "cells"),
    [
        ("不涉及行政处罚。", "「行政处罚」本年处理决定数量 14"),
        (
            "不涉及行政许可、行政处罚。",
            "「行政许可」本年处理决定数量 86、「行政处罚」本年处理决定数量 14",
        ),
    ],
)
def test_a_statement_is_held_against_what_it_names(words, cells):
    found = only(zero_consistency.check(NO_DECISIONS, saying(words)))
    assert found.slots["cells"] == cells


def test_a_statement_that_names_none_of_them():
    checked = NO_DECISIONS._replace(
        options={
            **NO_DECISIONS.options,
            "statements": [{**NO_DECISIONS.options["statements"][0], "patterns": ["不涉及收费"]}],
        }
    )
    verdict = zero_consistency.check(checked, saying("不涉及收费。"))
    assert verdict.outcome == "not_applicable"


def test_numbers_that_could_not_be_read():
    cells = {**NONE_RECEIVED, ("requests", "received", "total"): "见附件"}
    report = saying("全年未收到政府信息公开申请。", cells)
    assert zero_consistency.check(NO_REQUESTS, report).why == (
        "表三的数字没有读出",
        "numbers of 表三 could not be read",
    )


def test_a_table_that_was_not_shown():
    text = saying("全年未收到政府信息公开申请。").source.text
    report = read(text[: text.index("三、收到和处理")], partial=True)
    assert zero_consistency.check(NO_REQUESTS, report).outcome == "cannot_evaluate"


def test_a_column_that_nothing_came_into():
    checked = rule(
        "zero_consistency",
        mode="zero_column",
        table="requests",
        when_zero=["received", "carried_in"],
        then_zero=["granted", "total"],
    )
    assert zero_consistency.check(checked, specimen()) == PASS
    cells = {("requests", "granted", "other"): "2", ("requests", "total", "other"): "2"}
    found = only(zero_consistency.check(checked, specimen(cells=cells)))
    assert found.at.locator == "表三「（一）予以公开」其他"
    assert found.slots["cells"] == "「（一）予以公开」其他、「（七）总计」其他"
    assert [mark.locator for mark, _ in found.related] == ["表三「（七）总计」其他"]


def test_nothing_written_in_two_ways():
    checked = rule("zero_consistency", mode="mixed", table="proactive")
    assert zero_consistency.check(checked, specimen()) == PASS
    report = specimen(cells={("proactive", "regulations", "issued"): "/"})
    found = only(zero_consistency.check(checked, report))
    assert found.slots == {"table": "表二", "kinds": "“/”、0"}
    assert locators(zero_consistency.check(checked, report)) == ["表二"]
