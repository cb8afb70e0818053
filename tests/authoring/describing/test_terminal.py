from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from lint_disclosure.authoring.describing.description import Change, Description
from lint_disclosure.authoring.describing.terminal import explained
from lint_disclosure.render.width import text_width
from lint_disclosure.rulepack.model import RulePack

Describe = Callable[[str, str], Description]


def test_a_rule_on_a_terminal(describe: Describe) -> None:
    told = describe("STR011", "zh")._replace(output="警告[STR011]: ……\n  --> report.txt")
    assert (
        explained(told._replace(settings=told.settings[:1]), 72, color=False)
        == """\
STR011 第五部分不是“无”，也不过短

  级别      警告
  把握      高：数字或者文字本身就能判定
  报告年度  2019 年及以后
  机关      不限
  英文名称  problems-thin
  起始版本  0.1.0

错误的例子
  只写“无”：
  | 五、存在的主要问题及改进情况
  | 无。
  工具的输出：
  警告[STR011]: ……
    --> report.txt

怎么改
  写明存在的主要问题和改进情况，不要只写“无”或一句套话。
  这样写不报告：
  | 五、存在的主要问题及改进情况
  | 2024年存在的主要问题：一是政策解读形式还不够丰富，二是专栏内容更新还
    不够及时。改进情况：一是增加图解和问答形式的解读，二是建立每月巡查制
    度，发现问题及时整改。

不同的情形
  - 错误：「五、存在的主要问题及改进情况」只写了「无。」

什么情况下不报告
  - 只有标题、没有内容的，由 STR006 报告。

依据
  - 中华人民共和国政府信息公开条例 第五十条第一款第（四）项：存在的主要
    问题及改进情况

检查内容
  规定的部分应当写有内容。
  - 核对的部分：五、存在的主要问题及改进情况

相关规则
  - STR006 第一、五、六部分有内容
  - STR010 第五部分既写问题又写改进

变更记录
  - 0.1.0：新增

overrides 里可改的设置：sections、words、min_length
规则文件：rules/STR/STR011.yaml
网页：https://github.com/disclosure-lint/disclosure-lint/blob/main/docs/rules/STR011.md
"""
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("width", [60, 100])
def test_nothing_but_the_output_is_broader_than_the_screen(
    describe: Describe, pack: RulePack, lang: str, width: int
) -> None:
    for code in pack.rules:
        told = describe(code, lang)._replace(output="", url="")
        lines = explained(told, width, color=False).split("\n")
        assert [line for line in lines if text_width(line) > width] == []


def test_colour_is_for_headings(describe: Describe) -> None:
    text = explained(describe("ARI001", "en"), 80, color=True)
    assert text.startswith("\x1b[1;31mARI001 In every row")
    assert "\x1b[1mBasis\x1b[0m" in text
    assert re.sub(r"\x1b\[[0-9;]*m", "", text) == explained(
        describe("ARI001", "en"), 80, color=False
    )


def test_what_does_not_print_is_shown_by_its_code(describe: Describe) -> None:
    told = describe("ARI001", "en")._replace(title="a\x1b[31mb", help="c\u202ed")
    text = explained(told, 80, color=False)
    assert "a<U+001B>[31mb" in text
    assert "c<U+202E>d" in text


def test_changes_are_listed_from_the_first_version_on(describe: Describe) -> None:
    told = describe("ARI001", "en")
    told = told._replace(history=(Change("0.2.0", "Blanks count as 0"),))
    assert "- 0.1.0: new\n  - 0.2.0: Blanks count as 0\n" in explained(told, 80, color=False)
