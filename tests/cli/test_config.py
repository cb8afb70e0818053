"""A configuration file beside the reports, and a team's own rules."""

from __future__ import annotations

import json
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
    ended = run("broken.txt", "--rules", "our-rules", "--ignore", "XTX001")
    assert (ended.code, ended.out) == (
        0, "broken.txt:36:44: warning[ARI001] 「一、本年新收」加错了；"
        "说不准是哪个数错，有 7 种改法，都能平\n"
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


def test_paths_with_different_files_are_not_mixed(run, broken, tmp_path):
    for name in ("a", "b"):
        settings(tmp_path / name, 'fail-on = "never"\n')
        (tmp_path / name / "report.txt").write_bytes(broken.read_bytes())
    ended = run("a", "b")
    assert ended.code == 2
    assert ended.err.startswith("错误：这些路径的配置文件不同；请用 --config 指定一个，或分开检查")
    assert run("a/report.txt", "a").code == 0


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("\nrulez = []\n", ":2: 不认识的键 rulez；是不是 rules？"),
        ('select = "ARI"\n', ":1: select 应为文字的列表，如 [\"ARI\"]"),
        ("select = [1]\n", ":1: select 应为文字的列表，如 [\"ARI\"]"),
        ('profile = "alles"\n', ":1: profile 应为 gate, review, all 之一"),
        ("fail-on-undecided = 1\n", ":1: fail-on-undecided 应为 true 或 false"),
        ('severity = "info"\n', ":1: severity 应为一张表"),
        ('[severity]\nARI = "info"\nCEL = "fatal"\n', ":3: severity.CEL 应为 error, "),
        ("select = [\n", ": TOML 写法有误："),
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
