"""``rules explain``."""

from __future__ import annotations

import json

import pytest


def test_a_rule_is_explained(run):
    ended = run("rules", "explain", "ARI003", "--lang", "zh")
    assert (ended.code, ended.err) == (0, "")
    lines = ended.out.split("\n")
    assert lines[0] == "ARI003 表三收支应平衡"
    headings = [line for line in lines[1:] if line and not line.startswith(" ")]
    assert headings[:-3] == [
        "错误的例子", "怎么改", "什么情况下不报告", "依据", "检查内容", "相关规则", "变更记录",
    ]  # fmt: skip
    assert headings[-3] == "overrides 里可改的设置：table、for_each、blank、require"
    assert headings[-2] == "规则文件：rules/ARI/ARI003.yaml"
    assert "  错误[ARI003]: 「自然人」一列不平" in ended.out


def test_by_name_and_in_english(run):
    ended = run("rules", "explain", "row-sum", "problems-thin", "--lang", "en")
    assert ended.code == 0
    assert ended.out.startswith("ARI001 In every row of table three")
    assert "\n\nSTR011 Part five is more than a word\n" in ended.out


def test_as_data(run):
    (told,) = json.loads(run("rules", "explain", "str011", "--format", "json").out)
    assert list(told) == [
        "code", "name", "lang", "title", "severity", "confidence", "since", "history", "pack",
        "off", "changed", "file", "url", "years", "forms", "bodies", "basis", "check", "demand",
        "settings", "exceptions", "needs", "not_for", "cases", "help", "wrong", "output", "right",
        "related", "sections", "options",
    ]  # fmt: skip
    assert told["wrong"] == {
        "name": "只写“无”",
        "lines": ["五、存在的主要问题及改进情况", "无。"],
    }
    assert told["options"]["min_length"] == 30
    assert told["settings"][0] == {
        "label": "核对的部分",
        "text": "五、存在的主要问题及改进情况",
        "inside": [],
    }


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (["row-som"], "错误：rules explain row-som：没有这条规则；是不是 row-sum？\n"),
        (["ARI1"], "错误：rules explain ARI1：没有这条规则"),
        ([], "错误：要说明哪条规则？例如 disclosure-lint rules explain ARI001\n"),
        (["ARI001", "--format", "table"], "错误：--format 的值不对：table；可以是 text, json\n"),
    ],
)
def test_what_cannot_be_explained(run, args, error):
    ended = run("rules", "explain", *args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(error)
