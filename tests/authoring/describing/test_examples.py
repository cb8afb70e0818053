from __future__ import annotations

import pytest

from lint_disclosure.authoring.describing.examples import Examples
from lint_disclosure.authoring.describing.rule_source import RuleSource
from lint_disclosure.authoring.proving.rule_tests import BrokenTest
from lint_disclosure.rulepack.cases import Want
from lint_disclosure.rulepack.model import RulePack, Text

Sources = dict[str, RuleSource]


def examples(sources: Sources, pack: RulePack, code: str) -> Examples:
    return Examples(sources[code].rule, sources[code].tests, pack)


def test_the_wrong_and_the_right_text_of_a_rule(sources: Sources, pack: RulePack) -> None:
    wrong, right = examples(sources, pack, "ARI001").pair()
    assert (wrong.name, right.name) == ("本年新收少计一件", "各行相等")
    assert wrong.lines == ("一、本年新收政府信息公开申请数量 | 6 | 3 | 0 | 0 | 1 | 0 | 11 | | |",)
    assert right.lines == ("一、本年新收政府信息公开申请数量 | 7 | 3 | 0 | 0 | 1 | 0 | 11 | | |",)


def test_the_right_text_is_one_that_the_rule_judges(sources: Sources, pack: RulePack) -> None:
    """The report of a department is silent as well, but shows nothing."""
    assert examples(sources, pack, "STR009").pair()[1].name == "县政府写明三项"
    assert examples(sources, pack, "XTX004").pair()[1].name == "正文说未收到，表三也是零"


def test_the_output_is_that_of_the_tool(sources: Sources, pack: RulePack) -> None:
    output = examples(sources, pack, "STR011").output("en", 100).split("\n")
    assert output[0].startswith("error[STR011]: ")
    assert output[1].startswith("  --> report.txt:")
    assert output[-1].strip() == sources["STR011"].rule.url


def test_where_findings_stand(sources: Sources, pack: RulePack) -> None:
    assert examples(sources, pack, "ARI004").sections() == {4}
    assert None in examples(sources, pack, "PRE002").sections()


def test_what_a_case_says(sources: Sources, pack: RulePack) -> None:
    rule = sources["STR009"].rule
    message = rule.cases["some"].message
    assert message is not None
    of_rule = examples(sources, pack, "STR009")
    found = of_rule.saying(message, "info", "zh")
    assert found is not None
    assert found.message == "没有写到工作考核、社会评议（已写到责任追究）"
    assert of_rule.saying(message, "error", "zh") is None


def test_what_is_advised(sources: Sources, pack: RulePack) -> None:
    of_rule = examples(sources, pack, "STR009")
    text = Text("各级政府{who}的年度报告{what}", "")
    assert of_rule.advice(text, "zh") == sources["STR009"].rule.help.zh
    assert of_rule.advice(Text("部门{what}", ""), "zh") is None


def test_a_report_that_is_not_judged_is_right_if_those_that_are_differ_more(
    sources: Sources, pack: RulePack
) -> None:
    """More changes than the one that matters would only distract."""
    source = sources["XTX004"]
    judged = next(test for test in source.tests if test.outcome == "pass")
    others = [(line, f"{line} ") for line in ("（三）政府信息管理", "（五）监督保障", "规章 |")]
    far = judged._replace(replace=(*judged.replace, *others))
    tests = [far if test is judged else test for test in source.tests]
    assert Examples(source.rule, tests, pack).pair()[1].name == "正文没有这样说"


def test_a_rule_whose_tests_fail_has_no_example(sources: Sources, pack: RulePack) -> None:
    source = sources["ARI001"]
    silent = source.tests[0]._replace(name="应有发现", want=(Want(),))
    broken = Examples(source.rule, [silent, source.tests[1]], pack)
    with pytest.raises(BrokenTest, match="ARI001 应有发现：应有发现而没有"):
        broken.output("zh", 80)
