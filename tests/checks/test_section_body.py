"""Check kind ``section_body``."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import section_body
from lint_disclosure.evidence.verdict import PASS, cannot_evaluate
from tests.checks.sample import only, pointed_at, read, rule, specimen

EMPTY = rule("section_body", sections=[1, 2, 5, 6], empty=True)
THIN = rule("section_body", sections=[5], words=["无", "暂无"], min_length=30)
FEES = "2024年，县水利局未收取政府信息公开信息处理费。"
PROBLEMS = (
    "2024年存在的主要问题：一是政策解读形式还不够丰富，二是专栏内容更新还不够及时。"
    "改进情况：一是增加图解和问答形式的解读，二是建立每月巡查制度，发现问题及时整改。"
)


def test_sections_that_say_something():
    assert section_body.check(EMPTY, specimen()) == PASS
    assert section_body.check(THIN, specimen()) == PASS


def test_a_heading_with_nothing_below():
    report = specimen(words={FEES: ""})
    found = only(section_body.check(EMPTY, report))
    assert found.cases == ("empty_6", "empty")
    assert found.slots == {"title": "六、其他需要报告的事项", "text": "", "length": 0}
    assert pointed_at(report, found) == "六、其他需要报告的事项"


@pytest.mark.parametrize(
    "signature",
    [
        "2025年1月16日",
        "云川县水利局\n2025年1月16日",
        "云川县人民政府办公室\n\n二〇二五年一月十六日",
        "云川县水利局\n2025 年 1 月 16 日",
    ],
)
def test_a_signature_is_no_content(signature):
    report = specimen(words={FEES: signature})
    assert only(section_body.check(EMPTY, report)).cases[0] == "empty_6"


def test_content_above_a_signature():
    report = specimen(words={FEES: f"{FEES}\n云川县水利局\n2025年1月16日"})
    assert section_body.check(EMPTY, report) == PASS


def test_headings_inside_are_no_content():
    text = (
        "云川县水利局2024年政府信息公开工作年度报告\n"
        "一、总体情况\n（一）主动公开\n（二）依申请公开\n（三）监督保障\n"
        "五、存在的主要问题及改进情况\n解读形式不够丰富，已增加图解。\n"
        "六、其他需要报告的事项\n未收取信息处理费。\n"
    )
    assert only(section_body.check(EMPTY, read(text))).cases[0] == "empty_1"


def test_a_table_is_content():
    assert section_body.check(rule("section_body", sections=[2], empty=True), specimen()) == PASS


@pytest.mark.parametrize("word", ["无", "无。", "暂无；"])
def test_a_word_that_says_nothing(word):
    found = only(section_body.check(THIN, specimen(words={PROBLEMS: word})))
    assert found.cases == ("word_5", "word")
    assert found.slots["title"] == "五、存在的主要问题及改进情况"


def test_a_short_text():
    found = only(section_body.check(THIN, specimen(words={PROBLEMS: "解读形式单一，今后改进。"})))
    assert found.cases == ("short_5", "short")
    assert found.slots["length"] == 12


def test_an_empty_section_is_left_to_the_rule_that_asks_for_it():
    assert section_body.check(THIN, specimen(words={PROBLEMS: ""})) == PASS


def test_a_section_that_is_not_there():
    report = specimen(words={f"六、其他需要报告的事项\n{FEES}": ""})
    verdict = section_body.check(rule("section_body", sections=[6], empty=True), report)
    assert verdict.why == (
        "报告里没有「六、其他需要报告的事项」",
        "the report has no such section",
    )


def test_the_last_section_of_a_partial_text():
    text = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"
    assert section_body.check(
        EMPTY, read(text + "主动公开。\n五、存在的主要问题及改进情况\n", True)
    ) == (
        cannot_evaluate(
            "文本在「五、存在的主要问题及改进情况」中断；文本在「六、其他需要报告的事项」中断",
            "the text breaks off in “五、存在的主要问题及改进情况”; "
            "the text breaks off in “六、其他需要报告的事项”",
        )
    )


@pytest.mark.parametrize(
    "words",
    [
        "（一）存在的主要问题\n1.政策解读形式还不够丰富，专栏内容更新还不够及时。\n（二）改进情况\n1.增加图解形式的解读，建立每月巡查制度。",
        "（一）存在的主要问题\n（1）政策解读形式不够丰富。\n（2）专栏更新不够及时。\n（二）改进情况\n（1）增加图解。\n（2）每月巡查",
        "（一）存在的主要问题是公开内容更新不及时，解读形式单一。\n（二）改进情况：增加图解，建立巡查制度，及时整改。",
        "（一）主要问题\n1.专栏内容更新不及时\n2.政策解读形式单一\n（二）改进情况\n1.建立每月巡查制度\n云川县水利局\n2025年1月16日",
    ],
)
def test_numbered_sentences_are_content(words):
    report = specimen(words={PROBLEMS: words})
    assert section_body.check(EMPTY, report) == PASS
    assert (
        section_body.check(THIN._replace(options={**THIN.options, "min_length": 10}), report)
        == PASS
    )


@pytest.mark.parametrize(
    "words",
    [
        "（一）存在的主要问题。\n（二）改进情况。",
        "（一）存在的主要问题\n（二）改进措施",
        "1.存在的问题\n2.下一步工作",
    ],
)
def test_names_of_parts_are_no_content(words):
    found = only(section_body.check(EMPTY, specimen(words={PROBLEMS: words})))
    assert found.cases == ("empty_5", "empty")


UNFINISHED = rule("section_body", sections=[1, 2, 5, 6], unfinished=[",$", "的$"])


@pytest.mark.parametrize("end", ["未收取信息处理费，", "收取信息处理费的"])
def test_a_last_sentence_that_is_cut_short(end):
    report = specimen(words={FEES: f"如下情况。{end}"})
    violation = only(section_body.check(UNFINISHED, report))
    assert violation.cases == ("unfinished_6", "unfinished")
    assert violation.slots["title"] == "六、其他需要报告的事项"
    assert pointed_at(report, violation) == end


@pytest.mark.parametrize(
    "end", ["未收取费用", "是这样的。", "我们，\n没有收取费用。", "没有，是的！"]
)
def test_a_last_sentence_that_is_whole(end):
    assert section_body.check(UNFINISHED, specimen(words={FEES: end})) == PASS


def test_a_signature_is_no_last_sentence():
    report = specimen(words={FEES: "未收取信息处理费，\n云川县水利局\n2025年1月16日"})
    assert pointed_at(report, only(section_body.check(UNFINISHED, report))) == "未收取信息处理费，"


def test_where_a_text_breaks_off_nothing_is_cut_short():
    text = "某局2024年政府信息公开工作年度报告\n一、总体情况\n公开信息的\n"
    assert section_body.check(UNFINISHED, read(text, partial=True)).outcome == "cannot_evaluate"
