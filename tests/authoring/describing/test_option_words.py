from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from lint_disclosure.authoring.describing import option_words
from lint_disclosure.authoring.describing.option_words import Setting, demand, settings
from lint_disclosure.authoring.describing.rule_source import RuleSource
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.rulepack.schema import load_schema

Sources = dict[str, RuleSource]


def lines(items: tuple[Setting, ...], indent: str = "") -> list[str]:
    """Settings as people see them."""
    found = []
    for item in items:
        found.append(indent + (f"{item.label}: {item.text}" if item.label else item.text).strip())
        found += lines(item.inside, indent + "  ")
    return found


def shown(sources: Sources, pack: RulePack, code: str, lang: str = "zh") -> list[str]:
    return lines(settings(sources[code], pack, lang))


def test_a_relation(sources: Sources, pack: RulePack) -> None:
    assert shown(sources, pack, "ARI005") == [
        "统计表: 表二（主动公开政府信息情况）",
        "核对方式: 逐行核对",
        "只核对这些行: 规章、行政规范性文件",
        "空白和“/”: 不作判断",
        "算式: 现行有效件数 ≥ 本年制发件数 - 本年废止件数",
    ]
    assert demand("relation", "zh") == "统计表里的数字应当符合算式。"


def test_a_relation_that_reads_otherwise_in_each_form(sources: Sources, pack: RulePack) -> None:
    equation = shown(sources, pack, "ARI002", "en")[-3:]
    assert equation[0] == "equation:"
    assert equation[1].startswith("  form of 2021: （一）予以公开 + （二）部分公开 + the sum of")
    assert equation[2].endswith("+ （六）其他处理 = （七）总计")


def test_patterns_by_what_they_are_for(sources: Sources, pack: RulePack) -> None:
    assert shown(sources, pack, "STR009") == [
        "查找范围: 一、总体情况；五、存在的主要问题及改进情况；六、其他需要报告的事项",
        "应当写到的方面:",
        "  工作考核（有任一说法即可）: 「考核」「考评」或「绩效」",
        "  社会评议（有任一说法即可）: 「评议」「测评」「评价」「评估」「评查」或「满意度」",
        "  责任追究（有任一说法即可）: 「追究」「问责」或「追责」",
    ]


def test_where_to_look_is_said_even_if_it_is_everywhere(sources: Sources, pack: RulePack) -> None:
    assert shown(sources, pack, "PRE011")[-1] == "查找范围: 全文"
    assert shown(sources, pack, "PRE005", "en")[0] == (
        "where to look: the preamble (what stands before part one); 一、总体情况"
    )


def test_pairs_and_the_case_that_one_is(sources: Sources, pack: RulePack) -> None:
    assert shown(sources, pack, "PRE002") == [
        "相互核对的内容:",
        "  一处：标题年份；另一处：统计期限年份",
        "  一处：成文日期年份；另一处：报告年度；前者应比后者多：1；"
        "怎样算一致：前者不晚于后者；报告为：警告",
    ]


def test_statements_with_their_cells(sources: Sources, pack: RulePack) -> None:
    found = shown(sources, pack, "XTX008")
    assert found[:3] == ["核对的内容: 正文的说法与统计表", "说法和对应的单元格:", "  第 1 组:"]
    assert "      表四「复议后起诉」：总计、结果维持、结果纠正、其他结果、尚未审结" in found


def test_a_kind_that_nobody_has_worded(
    sources: Sources, pack: RulePack, monkeypatch: pytest.MonkeyPatch
) -> None:
    def bare(name: str) -> Any:
        return without_words(load_schema(name))

    monkeypatch.setattr(option_words, "load_schema", bare)
    assert demand("relation", "zh") == ""
    assert shown(sources, pack, "ARI005") == [
        "table: 表二（主动公开政府信息情况）",
        "for_each: row",
        "rows: 规章、行政规范性文件",
        "blank: undecided",
        "require: 现行有效件数 ≥ 本年制发件数 - 本年废止件数",
    ]


def without_words(schema: Any) -> Any:
    """A schema without its annotations for people."""
    if isinstance(schema, Mapping):
        kept = {key: value for key, value in schema.items() if key not in ("x-words", "x-values")}
        return {key: without_words(value) for key, value in kept.items()}
    return [without_words(value) for value in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_no_setting_is_empty(sources: Sources, pack: RulePack, lang: str) -> None:
    for source in sources.values():
        assert list(empty(settings(source, pack, lang))) == [], source.rule.id


def empty(items: tuple[Setting, ...]) -> Iterator[Setting]:
    for item in items:
        if not item.text and not item.inside:
            yield item
        yield from empty(item.inside)
