"""Check kind ``repeated_text``."""

from __future__ import annotations

from lint_disclosure.checks import repeated_text
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, read, rule

RULE = rule("repeated_text", min_length=12)
HEAD = "云川县水利局2024年政府信息公开工作年度报告\n一、总体情况\n"
TAIL = "五、存在的主要问题及改进情况\n"
LONG = "及时公开水利领域的政府信息。"
OTHER = "接受社会监督。"


def test_a_text_that_comes_once():
    assert repeated_text.check(RULE, read(f"{HEAD}{LONG}\n{TAIL}{OTHER}")) == PASS


def test_a_text_that_comes_again():
    report = read(f"{HEAD}{LONG}\n{TAIL}{LONG}")
    found = only(repeated_text.check(RULE, report))
    assert found.slots == {"text": LONG, "length": 13, "where": ("第 3 行", "line 3")}
    assert found.at.locator == "五、存在的主要问题及改进情况"
    assert [mark.locator for mark, _ in found.related] == ["一、总体情况"]


def test_sentences_that_follow_each_other_both_times_are_told_as_one():
    report = read(f"{HEAD}{LONG}{OTHER}\n{TAIL}{LONG}\n{OTHER}")
    found = only(repeated_text.check(RULE, report))
    assert found.slots["length"] == 19
    assert pointed_at(report, found) == f"{LONG}\n{OTHER}"


def test_short_sentences_in_a_row_are_long_together():
    words = "公开。解读。回应。监督。培训。考核。"
    assert only(repeated_text.check(RULE, read(f"{HEAD}{words}\n{TAIL}{words}")))


def test_short_sentences_apart_from_each_other():
    report = read(f"{HEAD}公开了。{OTHER}解读了。\n{TAIL}解读了。回应了。{OTHER}公开了。")
    assert repeated_text.check(RULE, report) == PASS


def test_three_times():
    report = read(f"{HEAD}{LONG}{LONG}{LONG}\n{TAIL}{OTHER}")
    assert len(repeated_text.check(RULE, report).violations) == 2


def test_figures_are_no_text():
    row = "0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 合计。"
    assert repeated_text.check(RULE, read(f"{HEAD}{row}\n{row}\n{TAIL}{OTHER}")) == PASS
