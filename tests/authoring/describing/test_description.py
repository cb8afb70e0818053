from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_disclosure.authoring.describing.description import Describer, Description, Named
from lint_disclosure.authoring.describing.rule_source import RuleSource
from lint_disclosure.authoring.describing.scope_words import bodies_words, not_for, years_words
from lint_disclosure.rulepack.model import Case, RulePack, Text, Years

Describe = Callable[[str, str], Description]
Sources = dict[str, RuleSource]


def test_everything_about_a_rule(describe: Describe) -> None:
    told = describe("STR010", "zh")
    assert (told.code, told.name, told.severity) == ("STR010", "problems-and-measures", "warning")
    assert told.title == "第五部分既写问题又写改进"
    assert told.years == "2019 年及以后"
    assert told.needs == told.related == (Named("STR011", "第五部分不是“无”，也不过短"),)
    assert told.demand == "报告应当写到规定的内容。"
    assert told.sections == (5,)
    assert (told.file, told.pack, told.history) == ("STR/STR010.yaml", None, ())
    assert told.options["in"] == [5]
    assert told.output.startswith("警告[STR010]: ")


def test_cases_are_told_with_what_they_say_and_do(describe: Describe) -> None:
    unit = describe("CEL003", "zh").cases[1]
    assert unit == (
        "warning",
        "表二「行政处罚」本年处理决定数量填的是「14件」，只填数字即可",
        "去掉数字后面的单位。",
    )


def test_a_case_that_no_test_shows_has_dots_for_what_is_not_known(
    sources: Sources, pack: RulePack
) -> None:
    source = sources["ARI001"]
    case = Case(
        "info", Text("「{row}」无法核对", "{row} is not clear"), Text("看{row}", "see {row}")
    )
    changed = source._replace(rule=source.rule._replace(cases={"other": case}))
    assert Describer(changed, pack).describe("zh").cases == (("info", "「...」无法核对", "看..."),)


def test_a_local_pack_is_named(sources: Sources, pack: RulePack) -> None:
    source = sources["ARI001"]._replace(file="local/云川/ARI001.yaml", pack="云川")
    assert Describer(source, pack).describe("zh").pack == "云川"


@pytest.mark.parametrize(
    ("years", "zh", "en"),
    [
        (Years(2021, None), "2021 年及以后", "2021 and later"),
        (Years(None, 2020), "2020 年及以前", "2020 and earlier"),
        (Years(2019, 2020), "2019 至 2020 年", "2019 to 2020"),
        (Years(2021, 2021), "2021 年", "2021"),
        (Years(), "不限", "any year"),
    ],
)
def test_years(years: Years, zh: str, en: str) -> None:
    assert (years_words(years, "zh"), years_words(years, "en")) == (zh, en)


def test_reports_that_a_rule_passes_by(sources: Sources, pack: RulePack) -> None:
    rule = sources["STR009"].rule._replace(
        levels=("township", "无名"), years=Years(2021, 2023), forms=("2021",)
    )
    assert bodies_words(rule, "zh") == "乡级、无名的各级政府（含乡镇、街道）"
    assert list(not_for(rule, pack, "zh")) == [
        "2021 年以前的报告不适用。",
        "2023 年以后的报告不适用。",
        "只用于2021年格式的报告。",
        "只用于乡级、无名的各级政府（含乡镇、街道）的报告；认不出是哪类机关的不判断。",
    ]
    assert list(not_for(sources["ARI001"].rule, pack, "en")) == []
