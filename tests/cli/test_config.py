"""A configuration file beside the reports, and a team's own rules."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

PACK = """\
name: our-town
version: 1.2.0
title: {zh: 我镇的规则, en: Rules of our town}
overrides:
  ARI001: {severity: warning, message: {zh: '「{row}」加错了'}}
  ARI003: {off: 由县里统一核对}
"""


@pytest.fixture
def town(tmp_path):
    """A pack by which the broken report has one warning."""
    folder = tmp_path / "our-rules"
    folder.mkdir()
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    return folder


def settings(folder: Path, text: str, name: str = "disclosure-lint.toml") -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8")


def test_a_pack_is_named_and_its_changes_hold(run, broken, town):
    ended = run("broken.txt", "--rules", "our-rules", "--ignore", "XTX001", "--statistics")
    assert (ended.code, ended.out) == (
        0, "broken.txt:36:44: warning[ARI001] 「一、本年新收」加错了；"
        "表三「一、本年新收」总计（现为 12）最可能应为 11，请核对台账（共有 7 种改法，"
        "只有这一种与正文一致；只差 1；一、总体情况 （二）依申请公开也写的是“11件”）\n"
    )  # fmt: skip
    assert "所用规则：全国通用规则（national 0.1.0）、我镇的规则（our-town 1.2.0）\n" in ended.err
    assert "  ARI003：已关闭：由县里统一核对\n" in ended.err


def test_packs_in_json(run, broken, town):
    shown = json.loads(run("broken.txt", "--rules", "our-rules", "-f", "json").out)
    assert shown["packs"] == [
        {"name": "national", "version": "0.1.0"},
        {"name": "our-town", "version": "1.2.0"},
    ]


def test_several_processes_use_the_same_rules(run, broken, town, tmp_path):
    for number in range(20):
        (tmp_path / f"broken{number}.txt").write_bytes(broken.read_bytes())
    ended = run(".", "--rules", "our-rules", "--jobs", "2")
    assert ended.out.count("warning[ARI001]") == 21
    assert "ARI003]" not in ended.out


def test_a_broken_pack_ends_the_run(run, broken, town):
    (town / "pack.yaml").write_text(PACK.replace("ARI003", "ARI093"), encoding="utf-8")
    ended = run("broken.txt", "--rules", "our-rules")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("our-rules/pack.yaml:6:3: 没有规则 ARI093\n")


def test_a_file_beside_the_reports_is_found(run, broken, town, tmp_path):
    settings(tmp_path, 'rules = ["our-rules"]\nignore = ["ARI001", "XTX001"]\n')
    ended = run("broken.txt")
    assert (ended.code, ended.out) == (0, "")
    assert run("broken.txt", "--no-config").code == 1
    assert "warning[ARI001]" in run("broken.txt", "--ignore", "PRE001").out


def test_the_nearest_file_above_is_taken(run, broken, tmp_path):
    settings(tmp_path, 'severity = {ARI = "warning"}\n')
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    report = inner / "report.txt"
    report.write_bytes(broken.read_bytes())
    assert run(report).code == 0
    settings(tmp_path / "a", 'fail-on = "error"\n')
    assert run(report).code == 1
    settings(inner, "[tool.other]\n", "pyproject.toml")
    assert run(report).code == 1
    settings(inner, '[tool.disclosure-lint]\nfail-on = "never"\n', "pyproject.toml")
    assert run(report).code == 0


def test_a_file_may_be_named(run, broken, tmp_path):
    settings(tmp_path / "settings", 'fail-on = "never"\n', "mine.toml")
    assert run("broken.txt", "--config", "settings/mine.toml").code == 0
    assert run("broken.txt", "--config", "settings/other.toml").code == 2


def test_the_command_line_goes_before_the_file(run, broken, tmp_path):
    settings(tmp_path, 'profile = "gate"\nfail-on = "never"\nselect = ["ARI003"]\n')
    assert run("broken.txt").code == 0
    ended = run("broken.txt", "--fail-on", "error", "--select", "ARI001")
    assert (ended.code, ended.out.count("error[ARI001]")) == (1, 1)


def test_each_report_is_judged_by_its_own_file(run, report, tmp_path):
    report("a/report.txt")
    report("b/report.txt")
    report("b/c/report.txt")
    settings(tmp_path / "a", 'severity = {ARI = "warning"}\n')
    settings(tmp_path / "b", 'ignore = ["ARI001"]\n')
    settings(tmp_path / "b" / "c", 'profile = "gate"\nseverity = {ARI003 = "info"}\n')
    ended = run(".")
    assert ended.code == 1
    assert [re.sub(r":\d+:\d+:|\].*", "", line) for line in ended.out.splitlines()] == [
        "./a/report.txt warning[ARI001",
        "./b/report.txt error[ARI003",
        "./b/c/report.txt error[ARI001",
    ]


def test_only_the_file_of_a_report_decides_whether_it_fails(run, report, tmp_path):
    report("a/report.txt")
    report("b/report.txt")
    settings(tmp_path / "a", 'fail-on = "never"\n')
    assert (run("a").code, run("b").code, run("a", "b").code) == (0, 1, 1)
    settings(
        tmp_path / "b",
        'severity = {ARI = "info", XTX = "info"}\nfail-on = "warning"\nprofile = "all"\n',
    )
    assert run("a", "b").code == 0


def test_each_file_may_name_other_packs(run, report, town, tmp_path):
    report("a/report.txt")
    report("b/report.txt")
    settings(tmp_path / "a", 'rules = ["../our-rules"]\n')
    shown = json.loads(run("a", "b", "a/report.txt", "-f", "json").out)
    assert [pack["name"] for pack in shown["packs"]] == ["national", "our-town"]
    found = [{one["rule"]: one["severity"] for one in file["findings"]} for file in shown["files"]]
    assert found == [{"ARI001": "warning"}, {"ARI001": "error"}]


def test_several_processes_judge_each_report_by_its_own_file(run, report, tmp_path):
    for number in range(24):
        report(f"{number}/report.txt")
        settings(tmp_path / str(number), f'select = ["ARI00{1 if number % 2 else 3}"]\n')
    ended = run(".", "--jobs", "2")
    assert ended.out.count("error[ARI001]") == ended.out.count("error[ARI003]") == 12


def test_standard_input_is_judged_by_the_folder_of_its_name(run, report, tmp_path):
    text = report("a/report.txt").read_bytes()
    settings(tmp_path / "a", 'ignore = ["ARI"]\n')
    assert run("-", stdin=text).code == 1
    assert run("-", "--stdin-filename", "a/other.txt", stdin=text).code == 0


def test_a_file_that_is_named_holds_for_all_paths(run, report, tmp_path):
    report("a/report.txt")
    report("b/report.txt")
    settings(tmp_path / "a", 'fail-on = "warning"\n')
    settings(tmp_path, 'fail-on = "never"\n', "mine.toml")
    assert run("a", "b", "--config", "mine.toml").code == 0


@pytest.mark.parametrize("option", ["--no-config", "--isolated"])
def test_no_file_is_used_when_none_shall_be(run, broken, tmp_path, option):
    settings(tmp_path, 'fail-on = "never"\n')
    assert run("broken.txt", option).code == 1
    ended = run("broken.txt", option, "--config", "disclosure-lint.toml")
    assert (ended.code, ended.err) == (2, f"错误：--config 和 {option} 不能一起用\n")


def test_a_broken_file_is_not_read_when_none_shall_be(run, clean, tmp_path):
    settings(tmp_path, "no toml")
    assert run("clean.txt").code == 2
    assert run("clean.txt", "--no-config").code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nrulez = []\n", ":2: 不认识的键 rulez；是不是 rules？"),
        ('select = "ARI"\n', ":1: select 应为文字的列表，如 [\"ARI\"]"),
        ('select = ["ARI",\n 1]\n', ":2: select[2] 应为文字"),
        ('profile = "al"\n', ":1: profile 应为 gate, review, all 之一；是不是 all？"),
        ("fail-on-undecided = 1\n", ":1: fail-on-undecided 应为 true 或 false"),
        ('severity = "info"\n', ":1: severity 应为一张表"),
        ('[severity]\nARI = "info"\nCEL = "fatal"\n', ":3: severity.CEL 应为 error, "),
        ('ignore = ["ARI001"]\nprofile = \n', ":2:11: TOML 写法有误：Invalid value"),
        ('exclude = [""]\n', ":1: exclude[1] 不能为空"),
        ("include = []\n", ":1: include 不能是空的列表"),
        ("overrides = 1\n", ":1: overrides 应为表的列表，写成 [[overrides]]"),
        ('[[overrides]]\nfile = "a"\n', ":2: 不认识的键 overrides[1].file；是不是 files"),
        ('[[overrides]]\nfiles = "a"\nrules = []\n', ":3: 不认识的键 overrides[1].rules"),
        ('[[overrides]]\nprofile = "all"\n', ":1: overrides[1] 没有写用于哪些年报（"),
        ('[[overrides]]\nissuer = "甲"\n', ":1: overrides[1] 没有写改什么"),
        (
            '[[overrides]]\nfiles = ""\nprofile = "all"\nbody = {level = "town"}\n',
            ":4: overrides[1].body.level 应为 state, province, city, county, township, municipal "
            "之一",
        ),
        ('select = ["ARI0O1"]\n', ":1: select ARI0O1：没有这条规则；是不是 ARI0"),
        ('\n[severity]\nrow-some = "info"\n', ":3: severity row-some：没有这条规则；是不是 row"),
        (
            '[[overrides]]\nfiles = "no/such"\nignore = ["ARI999"]\n',
            ":3: ignore ARI999：没有这条规则",
        ),
        ("x" * 1_000_001, ": 文件太大"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_used(run, clean, tmp_path, text, message):
    settings(tmp_path, text)
    ended = run("clean.txt")
    assert (ended.code, ended.out) == (2, "")
    assert f"disclosure-lint.toml{message}" in ended.err


def test_unknown_rules_in_a_file_are_refused(run, clean, tmp_path):
    settings(tmp_path, 'select = ["ARX"]\n')
    assert run("clean.txt").code == 2
    settings(tmp_path, 'rules = ["nowhere"]\n')
    ended = run("clean.txt")
    assert (ended.code, "nowhere:1:1: 没有这个文件或文件夹" in ended.err) == (2, True)


def test_a_name_that_notepad_made_is_told(run, clean, tmp_path):
    settings(tmp_path, "", "disclosure-lint.toml.txt")
    ended = run("clean.txt")
    assert (ended.code, ended.err) == (
        2, "错误：disclosure-lint.toml.txt 没有读：文件名应为 disclosure-lint.toml，去掉 .txt\n"
    )  # fmt: skip


def test_rules_are_listed_and_explained_as_the_configuration_has_them(run, town, tmp_path):
    settings(tmp_path, 'rules = ["our-rules"]\n')
    data = {rule["id"]: rule for rule in json.loads(run("rules", "list", "-f", "json").out)}
    assert (data["ARI001"]["severity"], data["ARI003"]["off"]) == ("warning", "由县里统一核对")
    explained = run("rules", "explain", "ARI003", "ARI001")
    assert (explained.code, explained.err) == (0, "")
    assert "  已关闭    由县里统一核对\n" in explained.out
    assert "  已改动    所用的规则包改了这条规则，下面是改后的\n" in explained.out
    assert "「一、本年新收」加错了" in explained.out


def test_a_changed_rule_whose_examples_no_longer_hold_is_explained(run, town):
    text = "  PRE015: {patterns: [没有人这样写]}\n"
    (town / "pack.yaml").write_text(PACK + text, encoding="utf-8")
    ended = run("rules", "explain", "PRE015", "--rules", "our-rules")
    assert (ended.code, ended.err) == (0, "")
    assert "错误的例子" not in ended.out
    assert "「没有人这样写」" in ended.out


@pytest.mark.parametrize("name", ["", "x" * 300])
def test_a_name_that_can_be_no_file_is_refused(run, clean, name):
    ended = run("--config", name, "clean.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "内部错误" not in ended.err


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("tool = 1\n", ":1: tool.disclosure-lint 应为一张表"),
        ("[tool.other]\n", ": 没有 [tool.disclosure-lint]"),
        (
            '[tool.other]\n[[tool.disclosure-lint.overrides]]\nfile = "a"\n',
            ":3: 不认识的键 overrides[1].file；是不是 files",
        ),
        ("[tool]\ndisclosure-lint = 1\n", ":2: tool.disclosure-lint 应为一张表"),
        ("[tool.disclosure-lint]\nrules = " + "[" * 5000, ": TOML 写法有误："),
        ("[tool.disclosure-lint]\nrules = " + "9" * 5000, ": TOML 写法有误："),
    ],
)
def test_a_project_file_that_cannot_be_used(run, clean, tmp_path, text, message):
    (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    ended = run("--config", "pyproject.toml", "clean.txt")
    assert (ended.code, ended.out) == (2, "")
    assert f"错误：pyproject.toml{message}" in ended.err


def test_everything_that_is_wrong_is_told_at_once(run, clean, tmp_path):
    settings(tmp_path, 'profil = "all"\nselect = [1]\nfail-on = "sometimes"\n')
    told = run("clean.txt", "--lang", "en").err
    assert told == (
        "Error: disclosure-lint.toml:1: unknown key profil; did you mean profile?\n"
        "disclosure-lint.toml:2: select[1] must be a text\n"
        "disclosure-lint.toml:3: fail-on must be one of error, warning, info, never\n"
    )


def test_a_folder_with_no_rule_left_is_refused(run, clean, tmp_path):
    settings(tmp_path, 'select = ["ARI"]\nignore = ["ARI"]\n')
    ended = run("clean.txt")
    assert (ended.code, ended.err) == (2, "错误：没有剩下可用的规则\n")


def test_what_is_said_of_one_rule_goes_over_what_is_said_of_its_group(run, broken, tmp_path):
    settings(tmp_path, 'severity = {ARI001 = "error", ARI = "warning"}\n')
    assert "error[ARI001]" in run("broken.txt", "--select", "ARI001").out
    assert "warning[ARI003]" in run("broken.txt", "--select", "ARI003").out
    options = ("--severity", "ARI001=error,ARI=info", "--profile", "all")
    assert "info[ARI001]" in run("broken.txt", "--select", "ARI001", *options).out


def test_severities_are_set_rule_by_rule(run, broken, tmp_path):
    settings(tmp_path, 'severity = {ARI003 = "warning"}\n')
    option = ("--severity", "ARI001=warning")
    assert "warning[ARI001]" in run("broken.txt", *option, "--select", "ARI001").out
    assert "warning[ARI003]" in run("broken.txt", *option, "--select", "ARI003").out


@pytest.mark.parametrize("profile", ["gate", "review", "all"])
def test_a_profile_limits_what_is_shown_at_first(run, broken, tmp_path, profile):
    settings(
        tmp_path, f'profile = "{profile}"\nseverity = {{ARI001 = "warning", ARI003 = "info"}}\n'
    )
    rules = ("ARI001", "ARI003")
    found = sum(run("broken.txt", "--select", rule).out.count(f"[{rule}]") for rule in rules)
    assert found == {"gate": 0, "review": 1, "all": 2}[profile]


def test_a_pack_file_that_ends_in_yml_is_not_passed_over(run, clean, town):
    (town / "pack.yaml").rename(town / "pack.yml")
    ended = run("clean.txt", "--rules", "our-rules")
    assert ended.code == 2
    assert "our-rules/pack.yml:1:1: 文件名应为 pack.yaml\n" in ended.err
