from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.proving.set_lint import lint_rules
from lint_disclosure.rulepack.problem import frames
from tests.authoring.proving.small_rules import RELATION, WORDING, Rules

LENGTH = """\
id: LOC004
name: long-enough
title: {zh: 第五部分不少于五十字, en: Part five has fifty characters}
severity: warning
since: 0.1.0
basis: [{document: 填报惯例}]
check: section_body
sections: [5]
min_length: 50
message: {zh: "只有 {length} 字", en: "only {length} characters"}
help: {zh: 补写, en: Write more}
tests:
  - {name: 够长, want: []}
"""
PART_FIVE = (
    "2024年存在的主要问题：一是政策解读形式还不够丰富，二是专栏内容更新还不够及时。"
    "改进情况：一是增加图解和问答形式的解读，二是建立每月巡查制度，发现问题及时整改。"
)


def with_lengths(*lengths: int) -> str:
    """The rule with a test for each length of part five."""
    text = LENGTH
    for length in lengths:
        want = "[]" if length >= 50 else "[{contains: 只有}]"
        given = f'{{replace: {{"{PART_FIVE}": {"图" * length}}}}}'
        text += f"  - {{name: {length}字, given: {given}, want: {want}}}\n"
    return text


def lint(lang: str = "zh") -> str:
    return frames(lint_rules([Path("my")]), lang)


def heads() -> list[str]:
    return [one.frame().split("\n")[0] for one in lint_rules([Path("my")])]


def test_the_shipped_rules_are_a_sound_set() -> None:
    assert frames(lint_rules()) == ""


def test_a_sound_folder(rules: Rules) -> None:
    rules.write(WORDING)
    rules.write(RELATION)
    assert lint() == ""


def test_files_come_first(rules: Rules) -> None:
    rules.write(RELATION, ("结果维持 + 结果纠正 = 总计", "结果维持 >= 0"))
    rules.write(WORDING, ("severity: warning\n", "severity: wrong\n"))
    assert [head.partition(": ")[0] for head in heads()] == ["my/LOC001.yaml:4:11"]


def test_a_rule_that_repeats_a_shipped_one(rules: Rules) -> None:
    rules.write(RELATION, ("+ 结果纠正 = 总计", "+ 结果纠正 + 其他结果 = 总计 - 尚未审结"))
    assert heads() == ["my/LOC002.yaml:11:10: 与 ARI004 是同一条关系，总是一起报告"]


def test_a_rule_that_a_pack_turns_off_says_nothing(rules: Rules) -> None:
    rules.write(RELATION, ("+ 结果纠正 = 总计", "+ 结果纠正 + 其他结果 = 总计 - 尚未审结"))
    (rules.folder / "pack.yaml").write_text(
        "name: town\nversion: 0.1.0\ntitle: {zh: 甲, en: A}\n"
        "overrides: {ARI004: {off: 本地另有规定}}\n",
        encoding="utf-8",
    )
    assert heads() == []


@pytest.mark.parametrize(
    ("lengths", "left"),
    [([10], [49, 51]), ([48], [49, 51]), ([49], [51]), ([10, 50], [49]), ([49, 50], [])],
)
def test_a_threshold_needs_a_test_on_each_side(
    rules: Rules, lengths: list[int], left: list[int]
) -> None:
    rules.write(with_lengths(*lengths))
    assert heads() == [f"my/LOC004.yaml:9:13: 改成 {value}，没有一个测试发现" for value in left]


def test_how_a_loose_threshold_is_told(rules: Rules) -> None:
    rules.write(with_lengths(49))
    assert lint("en") == (
        "my/LOC004.yaml:9:13: no test notices when this is 51\n"
        "  |\n"
        "9 | min_length: 50\n"
        "  |             ^^\n"
        "  = write a test on each side: one that just reaches it, one that just fails"
    )


WORDS = '  - {name: WORD, given: {replace: {"要求编制。": 要求编制。WORD。}}, want: [{at: 引言}]}\n'
THREE = "".join(WORDS.replace("WORD", word) for word in ("妥否", "特此函告"))


def test_rules_that_always_fire_together(rules: Rules) -> None:
    rules.write(WORDING + THREE)
    other = WORDING.replace("LOC001", "LOC005").replace("no-letter", "no-letters")
    rules.write(other.replace("'特此(?:报告|函告)', '妥否'", "'特此[报函]告', '妥否'") + THREE)
    assert lint() == (
        "my/LOC005.yaml:1:5: 与 LOC001 总是一起报告（测试里的 3 份报告都是这样）\n"
        "  |\n"
        "1 | id: LOC005\n"
        "  |     ^^^^^^\n"
        "  = 两条说的若是一回事，删去一条；若不是，加一个只有一条报告的测试"
    )
    rules.write(other + THREE + WORDS.replace("WORD", "妥否请批示"))
    assert heads() == ["my/LOC005.yaml:1:5: 与 LOC001 总是一起报告（测试里的 4 份报告都是这样）"]
    rules.write(
        other.replace("'妥否'", "'妥否', '请审阅'") + THREE + WORDS.replace("WORD", "请审阅")
    )
    assert heads() == []


def test_two_reports_are_too_few_to_tell(rules: Rules) -> None:
    one = WORDS.replace("WORD", "妥否")
    rules.write(WORDING + one)
    other = WORDING.replace("LOC001", "LOC005").replace("no-letter", "no-letters")
    rules.write(other + one)
    assert heads() == []


def test_equal_relations_are_told_once(rules: Rules) -> None:
    more = "  - {name: 三, given: {cells: {表四: {行政复议: {总计: N}}}}, want: [{at: 行政复议}]}\n"
    tests = "".join(more.replace("三", name).replace("N", name) for name in "678")
    rules.write(RELATION + tests)
    rules.write((RELATION + tests).replace("LOC002", "LOC005").replace("balance", "balanced"))
    assert heads() == ["my/LOC005.yaml:11:10: 与 LOC002 是同一条关系，总是一起报告"]


def test_kinds_and_levels_that_no_body_has_together(rules: Rules) -> None:
    rules.write(
        WORDING,
        ("since: 0.1.0\n", "since: 0.1.0\napplies_to: {kinds: [zone_committee], levels: [city]}\n"),
    )
    assert heads() == []  # the name of a zone committee does not tell its level
    rules.write(
        RELATION,
        ("since: 0.1.0\n", "since: 0.1.0\napplies_to: {kinds: [government], levels: [city]}\n"),
    )
    assert heads() == []


def test_a_document_that_is_not_listed(rules: Rules) -> None:
    rules.write(WORDING, ("填报惯例", "会议纪要"))
    assert lint() == (
        "my/LOC001.yaml:6:20: 依据的文件不在清单里：会议纪要\n"
        "  |\n"
        "6 | basis: [{document: 会议纪要}]\n"
        "  |                    ^^^^^^^^\n"
        "  = 读过原文后写进规则旁边的 sources.yaml；出自惯例的写“填报惯例”"
    )


def test_explanations_of_mutants_are_linted_too(rules: Rules) -> None:
    rules.write(WORDING)
    (rules.folder / "equivalent_mutants.yaml").write_text("- {rule: LOC1}\n", encoding="utf-8")
    assert [head.partition(": ")[0] for head in heads()] == [
        "my/equivalent_mutants.yaml:1:3",
        "my/equivalent_mutants.yaml:1:3",
        "my/equivalent_mutants.yaml:1:10",
    ]
