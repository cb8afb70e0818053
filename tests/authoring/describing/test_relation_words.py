from __future__ import annotations

import pytest

from lint_disclosure.authoring.describing.relation_words import relation_words
from lint_disclosure.rulepack.model import RulePack


@pytest.mark.parametrize(
    ("text", "options", "words"),
    [
        (
            "自然人 + 商业企业 = 总计",
            {"table": "表三", "for_each": "row"},
            "自然人 + 商业企业 = 总计",
        ),
        (
            "本年新收 + 「上年结转」 = （七）总计",
            {"table": "requests", "for_each": "column"},
            "一、本年新收 + 二、上年结转 = （七）总计",
        ),
        (
            "sum(不予公开) + sum( 「无法提供」 ) <= 总计",
            {"table": "表三", "for_each": "column"},
            "（三）不予公开各项之和 + （四）无法提供各项之和 ≤ （七）总计",
        ),
        (
            "现行有效件数 >= 2 * (本年制发件数 - 1)",
            {"table": "表二", "for_each": "row"},
            "现行有效件数 ≥ 2 × (本年制发件数 - 1)",
        ),
        (
            "本年新收.总计 != 行政许可.自然人",
            {"table": "表三"},
            "「一、本年新收」总计 ≠ 行政许可.自然人",
        ),
    ],
)
def test_a_relation_in_the_words_of_the_form(
    pack: RulePack, text: str, options: dict[str, str], words: str
) -> None:
    assert relation_words(text, options, pack.forms["2021"], "zh") == words


def test_a_group_that_is_a_single_row_in_one_form(pack: RulePack) -> None:
    options = {"table": "表三", "for_each": "column"}
    text = "sum(其他处理) = （七）总计"
    words = {key: relation_words(text, options, pack.forms[key], "en") for key in pack.forms}
    assert words == {
        "2019": "（六）其他处理 = （七）总计",
        "2021": "the sum of （六）其他处理 = （七）总计",
    }
