"""Check kind ``repeated_count``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import repeated_count
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.rulepack.model import Text
from tests.checks.sample import only, pointed_at, rule, specimen

NAME = {"zh": "公开信息", "en": "information published"}
TWICE = rule(
    "repeated_count",
    quantities=[{"name": NAME, "patterns": ["公开信息"]}],
    lead=["全年", "共"],
    not_under=["平台"],
)
FIRST = "全年通过县政府门户网站主动公开政府信息118条，"
SECOND = "严格执行保密审查和“三审三校”制度，清理失效文件，及时更新公开目录。"


def saying(first, second):
    return specimen(words={FIRST: first, SECOND: second})


def test_two_numbers_for_one_thing():
    report = saying("全年公开信息118条，", "2024年，县水利局共公开信息181条。")
    found = only(repeated_count.check(TWICE, report))
    assert found.at.locator == "一、总体情况 （三）政府信息管理"
    assert pointed_at(report, found) == "181条"
    assert found.slots == {
        "name": Text("公开信息", "information published"),
        "first": 118,
        "second": 181,
        "unit": "条",
        "place": "一、总体情况 （一）主动公开",
    }
    assert found.values == ("118", "181")
    assert [(report.source.cut(mark.parts), text) for mark, text in found.related] == [
        ("118条", "118")
    ]


def test_one_number_twice():
    report = saying("全年公开信息118条，", "共公开信息118条。")
    assert repeated_count.check(TWICE, report) == PASS


def test_of_three_numbers_the_first_that_differs_is_told():
    report = saying("全年公开信息118条，", "共公开信息118条。共公开信息119条。共公开信息120条。")
    assert pointed_at(report, only(repeated_count.check(TWICE, report))) == "119条"


@pytest.mark.parametrize(
    "second",
    [
        "网站公开信息181条。",
        "2023年，公开信息181条。",
        "县水文局公开信息181条。",
        "公开信息181篇。",
        "公开信息180余条。",
        "公开信息181。",
        "公开信息118条，公开信息181条。",
    ],
)
def test_what_may_be_another_number(second):
    report = saying("全年公开信息118条，", second)
    assert repeated_count.check(TWICE, report).outcome in ("pass", "not_applicable")


def test_a_number_below_a_heading_about_a_part():
    keep = "维护好门户网站信息公开专栏，做好专栏与政务新媒体的内容同步。"
    report = specimen(words={FIRST: "全年公开信息118条，", keep: "全年公开信息96条。"})
    assert repeated_count.check(TWICE, report).outcome == "not_applicable"
