from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lint_disclosure.authoring.proving.rule_tests import RuleTestResult, run_tests, text_report
from lint_disclosure.rulepack.loading import load_tests

RULE = """\
id: LOC001
name: our-own
title: {zh: 表三收支应平衡, en: Requests balance}
severity: error
since: 0.1.0
basis: [{document: 表三勾稽关系}]
check: relation
table: 表三
for_each: column
blank: zero
require: 本年新收 + 上年结转 = （七）总计 + 结转下年度
message: {zh: "「{column}」列相差 {difference}", en: "{column}: {difference}"}
help: {zh: 核对台账, en: Check the register}
tests:
  - {name: 平衡, want: []}
  - {name: 不平, given: {cells: {表三: {本年新收: {自然人: "8"}}}}, want: [{at: 自然人}]}
"""


Run = Callable[[str], RuleTestResult]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run one more test in the model rule; gives how it ended."""
    monkeypatch.chdir(tmp_path)

    def run_one(test: str) -> RuleTestResult:
        Path("LOC001.yaml").write_text(RULE + f"  - {test}\n", encoding="utf-8")
        pack, tests = load_tests([Path("LOC001.yaml")])
        results = list(run_tests(pack, tests))
        assert [result.kind for result in results[:2]] == ["ok", "ok"]
        return results[2]

    return run_one


UNEQUAL = 'given: {cells: {requests: {received: {natural_person: "8"}}}}'
TWO = 'given: {cells: {requests: {carried_out: {自然人: "4", 总计: "5"}}}}'
FOUND = "表三「（七）总计」自然人 [error] 「自然人」列相差 1"


@pytest.mark.parametrize(
    "test",
    [
        "{name: 甲, given: {}, want: [], outcome: pass}",
        f"{{name: 甲, {UNEQUAL}, want: [{{contains: 相差 1, severity: error}}], outcome: fail}}",
        f"{{name: 甲, {TWO}, want: [{{at: 自然人}}, {{at: 总计, contains: 总计}}]}}",
        '{name: 甲, given: {form: "2019"}, want: []}',
        "{name: 甲, given: {replace: {自然人 | 法人: 自然 人 | 法人}}, want: []}",
        '{name: 甲, given: {cells: {表三: {本年新收: {自然人: ""}}}}, want: [{at: 自然人}]}',
    ],
)
def test_a_test_that_holds_is_ok(run: Run, test: str) -> None:
    result = run(test)
    assert (result.kind, result.details) == ("ok", ())


@pytest.mark.parametrize(
    ("test", "kind", "details"),
    [
        ("{name: 甲, want: [{at: 自然人, severity: error}]}", "missing",
         ["没有报告：at: 自然人, severity: error"]),
        (f"{{name: 甲, {UNEQUAL}, want: []}}", "noisy", [f"不应报告：{FOUND}"]),
        (f"{{name: 甲, {UNEQUAL}, want: [{{at: 商业企业, contains: 相差 2}}]}}", "wrong",
         [f"at, contains 不符：应为 at: 商业企业, contains: 相差 2；实际为 {FOUND}"]),
        (f"{{name: 甲, {UNEQUAL}, want: [{{severity: info}}]}}", "wrong",
         [f"severity 不符：应为 severity: info；实际为 {FOUND}"]),
        (f"{{name: 甲, {TWO}, want: [{{at: 总计, contains: 「总计」}}, {{at: 自然人}}]}}", "wrong",
         ["发现的先后次序不同"]),
        ("{name: 甲, want: [], outcome: cannot_evaluate}", "wrong",
         ["结果应为 cannot_evaluate，实际为 pass"]),
        ("{name: 甲, given: {replace: {没有的字: 乙}}, want: []}", "broken",
         ["replace 的原文应出现一次，实际 0 次：没有的字"]),
        ("{name: 甲, given: {replace: {自然人: 乙, 自然人 | 法人: 丙}}, want: []}", "broken",
         ["两处替换重叠：自然人 | 法人"]),
        ("{name: 甲, given: {text: 会议通知}, want: []}", "broken", ["文本没有被认作年度报告"]),
    ],
)  # fmt: skip
def test_a_test_that_fails_says_how(run: Run, test: str, kind: str, details: list[str]) -> None:
    result = run(test)
    assert (result.kind, [zh for zh, _ in result.details]) == (kind, details)


def test_the_texts_of_a_swap_are_replaced_at_once(run: Run) -> None:
    swap = "{二、主动公开政府信息情况: 三、收到和处理政府信息公开申请情况, "
    swap += "三、收到和处理政府信息公开申请情况: 二、主动公开政府信息情况}"
    assert run(f"{{name: 甲, given: {{replace: {swap}}}, want: []}}").kind == "ok"


def test_the_report_names_file_and_line_of_what_failed(run: Run) -> None:
    result = run(f"{{name: 甲, {UNEQUAL}, want: []}}")
    assert text_report([result, result._replace(kind="ok")]) == (
        "LOC001.yaml:17: LOC001 甲: 误报\n"
        f"    不应报告：{FOUND}\n"
        "1 条规则，2 个测试：1 个通过，1 个未通过"
    )
    assert text_report([result], "en").endswith("1 rules, 1 tests: 0 passed, 1 failed")


def test_the_tests_of_the_shipped_rules_hold() -> None:
    pack, tests = load_tests()
    failed = [result for result in run_tests(pack, tests) if result.kind != "ok"]
    assert failed == [], text_report(failed)


WORDS = (
    RULE.replace("LOC001", "LOC002").split("check:")[0]
    + """\
check: wording
patterns: [某词]
message: {zh: 有某词, en: a word}
help: {zh: 改, en: change}
fixes:
  - {safety: safe, find: 某词, with: 此词}
tests:
  - {name: 没有, want: []}
"""
)


@pytest.mark.parametrize(
    ("fixed", "kind"),
    [("此词，全年通过", "ok"), ("别词，全年通过", "wrong"), ("全年通过县", "wrong")],
)
def test_what_a_fix_writes_is_tested_and_must_not_be_there_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fixed: str, kind: str
) -> None:
    monkeypatch.chdir(tmp_path)
    given = "given: {replace: {全年通过: 某词，全年通过}}"
    test = f"  - {{name: 有, {given}, want: [{{contains: 某词, fixed: {fixed}}}]}}\n"
    Path("LOC002.yaml").write_text(WORDS + test, encoding="utf-8")
    pack, tests = load_tests([Path("LOC002.yaml")])
    assert [result.kind for result in run_tests(pack, tests)] == ["ok", kind]
