"""``rules list``, ``rules test`` and ``rules lint``."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.cli.conftest import ROOT

SHIPPED = ROOT / "rules" / "ARI" / "ARI001.yaml"


def test_list_as_lines(run):
    ended = run("rules", "list", "--select", "ARI001,ARI003")
    assert (ended.code, ended.err) == (0, "")
    assert [line.split("\t")[:3] for line in ended.out.splitlines()] == [
        ["ARI001", "error", "row-sum"],
        ["ARI003", "error", "requests-unbalanced"],
    ]
    assert run("rules", "list", "--select", "ARI91").code == 2


def test_list_as_data(run):
    data = json.loads(run("rules", "list", "--format", "json", "--select", "row-sum").out)
    (rule,) = data
    assert list(rule) == [
        "id", "name", "title", "severity", "confidence", "since", "years", "forms", "check",
        "needs", "related", "basis", "url",
    ]  # fmt: skip
    assert rule["id"] == "ARI001"
    assert rule["years"] == {"first": 2019, "last": None}


def test_list_counted(run, pack):
    counted = json.loads(run("rules", "list", "--format", "json", "--statistics").out)
    assert counted["ARI"] == sum(code.startswith("ARI") for code in pack.rules)
    assert f"ARI  {counted['ARI']:>4}\n" in run("rules", "list", "--statistics").out


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_list_is_a_table_on_a_terminal(environment, tmp_path):
    import pty

    main, side = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "lint_disclosure", "rules", "list", "--select", "ARI001"],
        cwd=tmp_path,
        env={**environment, "TERM": "dumb", "COLUMNS": "100"},
        stdin=side,
        stdout=side,
        stderr=side,
    )
    os.close(side)
    shown = b""
    while True:
        try:
            shown += os.read(main, 65536)
        except OSError:
            break
    os.close(main)
    assert process.wait(timeout=60) == 0
    lines = [line.rstrip() for line in shown.decode("utf-8").splitlines() if line.strip()]
    assert lines[0].split() == ["编号", "级别", "名称", "要求"]
    assert lines[2].split()[:3] == ["ARI001", "错误", "row-sum"]


def test_the_tests_of_a_rule(run):
    ended = run("rules", "test", "ARI001")
    assert ended.code == 0
    assert ended.out.startswith("1 条规则，")
    assert run("rules", "test", "ARX").code == 2


def test_a_test_that_fails(run, tmp_path):
    target = tmp_path / "my" / "ARI901.yaml"
    target.parent.mkdir()
    text = SHIPPED.read_text(encoding="utf-8").replace("ARI001", "ARI901")
    text = text.replace("name: row-sum", "name: my-row-sum")
    target.write_text(text, encoding="utf-8")
    assert run("rules", "test", "./my").code == 0
    assert run("rules", "lint", "my") == (0, "规则文件没有问题。\n", "")
    target.write_text(text.replace("severity: error\n", "severity: warning\n", 1), encoding="utf-8")
    ended = run("rules", "test", "my/ARI901.yaml")
    assert (ended.code, ended.err) == (1, "")


def test_lint_of_the_shipped_rules(run):
    assert run("rules", "lint") == (0, "规则文件没有问题。\n", "")
    assert run("rules", "lint", "--lang", "en").out == "The rule files are sound.\n"


def test_a_rule_with_a_mistake(run, tmp_path):
    target = tmp_path / "ARI901.yaml"
    text = SHIPPED.read_text(encoding="utf-8").replace("ARI001", "ARI901")
    target.write_text(text.replace("severity:", "sverity:", 1), encoding="utf-8")
    ended = run("rules", "lint", "ARI901.yaml")
    assert ended.code == 2
    assert "sverity" in ended.out
    assert "^^^^" in ended.out
    assert run("rules", "test", "./ARI901.yaml").code == 2
