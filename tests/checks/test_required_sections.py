"""Check kind ``required_sections``."""

from __future__ import annotations

from lint_disclosure.checks import required_sections
from lint_disclosure.evidence.verdict import PASS
from lint_disclosure.place import Place
from tests.checks.sample import only, pointed_at, read, rule, specimen

ALL = rule("required_sections", sections=[1, 2, 3, 4, 5, 6])
LAST = "六、其他需要报告的事项\n2024年，县水利局未收取政府信息公开信息处理费。"


def test_all_sections():
    assert required_sections.check(ALL, specimen()) == PASS


def test_a_section_that_is_not_there():
    report = specimen(words={LAST: ""})
    found = only(required_sections.check(ALL, report))
    assert found.cases == ("missing",)
    assert found.slots == {"title": "六、其他需要报告的事项", "where": ""}
    assert found.at.place == Place(section=6)
    assert found.at.locator == "「六、其他需要报告的事项」应在的位置"
    (start, end) = found.at.parts[0]
    assert (start, end) == (len(report.source.text.rstrip()),) * 2


def test_a_missing_section_is_pointed_out_at_the_heading_behind_it():
    report = specimen(
        words={"五、存在的主要问题及改进情况": "存在不足", "2024年存在的主要问题：": ""}
    )
    found = only(required_sections.check(ALL, report))
    assert pointed_at(report, found) == "六、其他需要报告的事项"


def test_a_section_whose_heading_is_lost():
    report = specimen(words={"五、存在的主要问题及改进情况\n": ""})
    found = only(required_sections.check(ALL, report))
    assert found.cases == ("unlabelled",)
    assert found.slots["title"] == "五、存在的主要问题及改进情况"
    line = report.source.line_column(found.at.parts[0][0])[0]
    assert found.slots["where"] == (f"第 {line} 行", f"line {line}")
    assert found.at.locator == "疑为「五、存在的主要问题及改进情况」"
    assert pointed_at(report, found).startswith("2024年存在的主要问题：")


def test_a_table_without_the_heading_of_its_section():
    report = specimen(words={"三、收到和处理政府信息公开申请情况\n": ""})
    found = only(required_sections.check(ALL, report))
    assert found.cases == ("unlabelled",)
    assert pointed_at(report, found).startswith("（本列数据的勾稽关系为")


def test_sections_behind_the_break_of_a_partial_text():
    text = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n主动公开信息118条。\n"
    verdict = required_sections.check(ALL, read(text, partial=True))
    assert verdict.outcome == "cannot_evaluate"
    assert verdict.why is not None
    assert verdict.why[0].startswith("文本中断，看不到「二、主动公开政府信息情况」是否在后面")
