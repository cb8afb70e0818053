"""``rules test --mutate``, ``--coverage`` and ``--update``."""

from __future__ import annotations

import pytest

from tests.authoring.proving.small_rules import WORDING

NEW = "[{at: 引言, contains: 不要写「特此报告」, severity: warning}]"


@pytest.fixture
def rule(tmp_path):
    """A small rule in the working folder."""
    file = tmp_path / "LOC001.yaml"
    file.write_text(WORDING, encoding="utf-8")
    return file


def test_mutate(run, rule):
    ended = run("rules", "test", "--mutate", "LOC001.yaml")
    assert ended == (
        1,
        "LOC001   75.0%  3/4\n"
        "    LOC001.yaml:8:27: patterns: -妥否（去掉「妥否」，测试都照样通过）\n"
        "1 条规则：4 处变异中 3 处被测试发现，75.0%；另有 0 处已说明；1 处改后不成规则，不计\n",
        "",
    )
    more = (
        '  - {name: 妥否, given: {replace: {"要求编制。": 要求编制。妥否。}}, want: [{at: 引言}]}\n'
    )
    rule.write_text(WORDING + more, encoding="utf-8")
    ended = run("rules", "test", "--mutate", "LOC001.yaml", "--lang", "en")
    assert ended == (
        0,
        "LOC001  100.0%  4/4\n"
        "1 rules: 4 of 4 mutants noticed, 100.0%; "
        "0 explained; 1 more were no valid rules and do not count\n",
        "",
    )


def test_mutate_some_of_the_shipped_rules(run):
    ended = run("rules", "test", "--mutate", "TAB", "--jobs", "2")
    assert (ended.code, ended.err) == (0, "")
    assert ended.out.splitlines()[0].startswith("TAB001  100.0%  ")


def test_mutate_where_a_test_fails(run, rule):
    rule.write_text(WORDING.replace("severity: warning\n", "severity: info\n", 1), encoding="utf-8")
    ended = run("rules", "test", "--mutate", "LOC001.yaml")
    assert (ended.code, ended.err) == (1, "")
    lines = ended.out.splitlines()
    assert lines[0] == "LOC001.yaml:13: LOC001 有: 不符"
    assert lines[3] == "LOC001  自带的测试未通过，没有变异"


def test_coverage(run, rule):
    ended = run("rules", "test", "--coverage", "LOC001.yaml")
    assert ended == (
        1,
        "LOC001  情形 0/0，列表各项 1/2，结果：pass fail\n"
        "    没有到过的结果: not_applicable cannot_evaluate\n"
        "    LOC001.yaml:8:27: 没有到过的项: patterns: 妥否\n"
        "1 条规则：情形 0/0，列表各项 1/2\n",
        "",
    )
    assert run("rules", "test", "--coverage", "STR002").code == 0


def changed(rule):
    text = WORDING.replace("写了「{match}」", "不要写「{match}」", 1)
    rule.write_text(text, encoding="utf-8")
    return text


def test_update(run, rule):
    text = changed(rule)
    ended = run("rules", "test", "--update", "LOC001.yaml")
    old = "[{at: 引言, contains: 写了「特此报告」, severity: warning}]"
    assert ended == (
        0,
        "--- LOC001.yaml\n+++ LOC001.yaml\n@@ -12,4 +12,4 @@\n"
        "   - {name: 没有, want: []}\n"
        "   - name: 有\n"
        '     given: {replace: {"要求编制。": 要求编制。特此报告。}}\n'
        f"-    want: {old}\n+    want: {NEW}\n"
        "改写了 1 个测试的期望。这是工具现在的结果，不一定是对的："
        "请逐处人工核对，不对的要改规则。\n"
        "1 个测试原已通过，1 个改写了期望，0 个仍未通过\n",
        "",
    )
    assert rule.read_text(encoding="utf-8") == text.replace(old, NEW)
    ended = run("rules", "test", "--update", "LOC001.yaml", "--lang", "en")
    assert ended == (0, "2 tests passed before, 0 have a new expectation, 0 still fail\n", "")


def test_update_leaves_what_is_broken_alone(run, rule):
    broken = "  - {name: 坏, given: {replace: {没有的字: 甲}}, want: []}\n"
    rule.write_text(WORDING + broken, encoding="utf-8")
    ended = run("rules", "test", "--update", "LOC001.yaml")
    assert ended == (
        1,
        "LOC001.yaml:16: 坏: 测试本身有误，先改测试\n"
        "2 个测试原已通过，0 个改写了期望，1 个仍未通过\n",
        "",
    )
    rule.write_text(
        WORDING.replace("severity: warning\n", "severity: wrong\n", 1), encoding="utf-8"
    )
    assert run("rules", "test", "--update", "LOC001.yaml").code == 2


def test_only_one_way_at_a_time(run):
    ended = run("rules", "test", "--mutate", "--update", "ARI001")
    assert ended == (2, "", "错误：只能用其中一个：--mutate --update\n")


@pytest.mark.parametrize(("answer", "written"), [("n\n", False), ("\n", False), ("y\n", True)])
def test_on_a_terminal_it_asks(run_on_terminal, rule, answer, written):
    before = changed(rule)
    args = ("rules", "test", "--update", "LOC001.yaml")
    question = "写入以上改动？[y/N]"
    code, text, asked = run_on_terminal(
        *args, question=question, answer=answer, TERM="dumb", COLUMNS="100"
    )
    assert (code, asked) == (0 if written else 1, True)
    assert (rule.read_text(encoding="utf-8") != before) == written
    assert ("没有改动任何文件。" in text) != written


def test_a_folder_needs_no_separator_and_other_files_are_no_rules(run, rule, tmp_path):
    folder = tmp_path / "我县规则"
    folder.mkdir()
    rule.rename(folder / rule.name)
    (folder / "sources.yaml").write_text(
        "- {document: 通知, title: {zh: 通知, en: Notice}, kind: notice, read: whole}\n",
        encoding="utf-8",
    )
    for args in (["我县规则"], ["我县规则/LOC001.yaml", "我县规则/sources.yaml"]):
        ended = run("rules", "test", *args)
        assert (ended.code, ended.err) == (0, "")


def test_a_rule_that_could_not_judge_says_why(run, rule):
    rule.write_text(
        WORDING + "  - {name: 空, given: {form: '2019'}, want: [{at: 引言}]}\n", encoding="utf-8"
    )
    text = rule.read_text(encoding="utf-8").replace(
        "check: wording", "applies_to: {years: '>=2021'}\ncheck: wording"
    )
    rule.write_text(text, encoding="utf-8")
    ended = run("rules", "test", "LOC001.yaml")
    assert "    规则不适用：不适用于 2020 年的报告\n" in ended.out
