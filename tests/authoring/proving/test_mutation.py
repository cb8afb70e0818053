from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.proving.mutation import score, score_report
from lint_disclosure.authoring.proving.processes import each_rule
from lint_disclosure.rulepack.problem import PackError, frames
from tests.authoring.proving.small_rules import RELATION, WORDING, Rules

REPORT = """\
LOC001   75.0%  3/4
    my/LOC001.yaml:8:27: patterns: -妥否（去掉「妥否」，测试都照样通过）
LOC002   61.5%  8/13
    my/LOC002.yaml:10:8: blank: -
    my/LOC002.yaml:10:8: blank: zero -> undecided（「zero」换成「undecided」，测试都照样通过）
    my/LOC002.yaml:11:15: require@5: + -> -（「+」换成「-」，测试都照样通过）
    my/LOC002.yaml:11:17: require@7: 结果纠正 -> 0（「结果纠正」换成「0」，测试都照样通过）
    my/LOC002.yaml:11:22: require@12: = -> >=（「=」换成「>=」，测试都照样通过）
2 条规则：17 处变异中 11 处被测试发现，64.7%；另有 0 处已说明；5 处改后不成规则，不计"""


def report(rules: Rules, lang: str = "zh") -> str:
    bench = rules.bench()
    return score_report([score(bench, code) for code in bench.files], lang)


def test_each_survivor_is_named_with_its_place(rules: Rules) -> None:
    rules.write(WORDING)
    rules.write(RELATION)
    assert report(rules) == REPORT
    assert report(rules, "en").splitlines()[-1] == (
        "2 rules: 11 of 17 mutants noticed, 64.7%; 0 explained; "
        "5 more were no valid rules and do not count"
    )


def test_a_test_for_what_survived(rules: Rules) -> None:
    more = (
        '  - {name: 妥否, given: {replace: {"要求编制。": 要求编制。妥否。}}, want: [{at: 引言}]}\n'
    )
    rules.write(WORDING + more)
    assert report(rules).splitlines()[0] == "LOC001  100.0%  4/4"


EQUIVALENT = """\
- rule: LOC001
  mutants: ["patterns: -妥否", "patterns: -没有这个"]
  why: {zh: 只是举例, en: an example}
"""


def test_survivors_that_are_explained_count_apart(rules: Rules) -> None:
    rules.write(WORDING)
    (rules.folder / "equivalent_mutants.yaml").write_text(EQUIVALENT, encoding="utf-8")
    assert report(rules) == (
        "LOC001  100.0%  3/3\n"
        "    my/LOC001.yaml:8:27: patterns: -妥否\n"
        "        已说明：只是举例\n"
        "    写了说明，但没有这样未被发现的变异：patterns: -没有这个\n"
        "1 条规则：3 处变异中 3 处被测试发现，100.0%；另有 1 处已说明；1 处改后不成规则，不计"
    )
    assert report(rules, "en").splitlines()[2:4] == [
        "        explained: an example",
        "    explained, but no survivor: patterns: -没有这个",
    ]


def test_what_is_wrong_with_the_explanations(rules: Rules) -> None:
    rules.write(WORDING)
    broken = EQUIVALENT.replace(", en: an example", "")
    (rules.folder / "equivalent_mutants.yaml").write_text(broken, encoding="utf-8")
    problems = rules.bench().equivalents.problems
    assert frames(problems).split("\n")[0] == "my/equivalent_mutants.yaml:3:3: 缺少英文（en）"


def test_a_rule_that_fails_its_own_tests_is_not_mutated(rules: Rules) -> None:
    rules.write(WORDING, ("severity: warning\n", "severity: info\n"))
    assert report(rules) == (
        "LOC001  自带的测试未通过，没有变异\n"
        "1 条规则：0 处变异中 0 处被测试发现，100.0%；另有 0 处已说明；0 处改后不成规则，不计"
    )


def test_several_processes_give_the_same(rules: Rules) -> None:
    for number in range(1, 8):
        rules.write(WORDING, ("LOC001", f"LOC00{number}"), ("no-letter", f"no-letter-{number}"))
    bench = rules.bench()
    codes = list(bench.files)
    alone = [score(bench, code) for code in codes]
    assert list(each_rule(bench, [Path("my")], codes, score, 2)) == alone


def test_a_mutant_that_breaks_the_check_is_noticed(
    rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules.write(WORDING)
    bench = rules.bench()
    monkeypatch.setattr("lint_disclosure.authoring.proving.bench.lint_alone", lambda *_: 1 / 0)
    assert bench.unnoticed("LOC001", {"甲": bench.pack.rules["LOC001"]}, lambda *_: False) == []


def test_a_broken_rule_is_not_put_on_the_bench(rules: Rules) -> None:
    rules.write(WORDING, ("severity: warning\n", "severity: wrong\n"))
    with pytest.raises(PackError):
        rules.bench()
