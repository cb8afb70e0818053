"""``rules list``, ``rules test`` and ``rules lint``."""

from __future__ import annotations

import json

import pytest

from lint_disclosure.render.width import text_width
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
        "needs", "related", "basis", "pack", "off", "url",
    ]  # fmt: skip
    assert rule["id"] == "ARI001"
    assert rule["years"] == {"first": 2019, "last": None}


def test_list_counted(run):
    counted = json.loads(run("rules", "list", "--format", "json", "--statistics").out)
    arithmetic = counted["groups"]["ARI"]
    assert arithmetic["total"] == len(codes(run, "--group", "ARI"))
    for level in ("error", "warning", "info", "total"):
        assert counted["total"][level] == sum(one[level] for one in counted["groups"].values())
    lines = run("rules", "list", "--statistics").out.splitlines()
    assert lines[0].split() == ["错误", "警告", "提示", "合计"]
    assert ["ARI", *map(str, arithmetic.values()), "算术"] in [line.split() for line in lines]
    assert lines[-1].split() == ["合计", *map(str, counted["total"].values())]


def codes(run, *args):
    ended = run("rules", "list", *args)
    assert (ended.code, ended.err) == (0, "")
    return [line.partition("\t")[0] for line in ended.out.splitlines()]


def test_list_narrowed(run):
    everything = json.loads(run("rules", "list", "--format", "json").out)
    by_code = {rule["id"]: rule for rule in everything}
    assert (
        codes(run, "--group", "ari")
        == codes(run, "--group", "算术")
        == codes(run, "--select", "ARI")
    )
    assert codes(run, "--severity", "info") == [
        code for code, rule in by_code.items() if rule["severity"] == "info"
    ]
    assert "ARI005" in codes(run, "--check", "relation", "--severity", "warning")
    assert "ARI001" not in codes(run, "--check", "relation", "--severity", "warning")
    assert set(by_code) - set(codes(run, "--year", "2020")) >= {"ARI005", "TAB007"}
    assert "STR009" in codes(run, "--kind", "government", "--level", "township")
    assert "STR009" not in codes(run, "--kind", "department")


@pytest.mark.parametrize("part", ["五", "5", "存在的主要问题及改进情况", "主要问题"])
def test_list_of_a_part_of_the_report(run, part):
    found = codes(run, "--section", part, "--group", "STR")
    assert {"STR001", "STR010", "STR011"} <= set(found)
    assert "STR007" not in found


def test_list_of_what_stands_before_the_first_part(run):
    assert {"PRE001", "PRE002"} <= set(codes(run, "--section", "开头"))


@pytest.mark.parametrize(
    ("args", "error"),
    [
        (["--group", "ARJ"], "错误：--group ARJ：可以是 "),
        (["--section", "九"], "错误：--section 九：可以是 标题和开头；一、总体情况；"),
        (["--section", "情况"], "错误：--section 情况：可以是 一、总体情况；"),
        (["--check", "words"], "错误：--check words：可以是 "),
        (["--kind", "goverment"], "错误：--kind goverment：可以是 "),
        (["--level", "village"], "错误：--level village：可以是 "),
        (["--severity", "fatal"], "错误：--severity 的值不对：fatal；可以是 error, warning, info"),
        (["--year", "今年"], "错误：--year 的值不对：今年；应为正整数"),
    ],
)
def test_a_filter_that_means_nothing(run, args, error):
    ended = run("rules", "list", *args)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(error)


def test_list_is_a_table_on_a_terminal(run_on_terminal):
    code, text, _ = run_on_terminal(
        "rules", "list", "--select", "ARI001", TERM="dumb", COLUMNS="100"
    )
    assert code == 0
    lines = [line.rstrip() for line in text.splitlines() if line.strip()]
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
    target.write_text(text.replace("severity: error\n", "severity: warning\n", 1), encoding="utf-8")
    ended = run("rules", "test", "my/ARI901.yaml")
    assert (ended.code, ended.err) == (1, "")


def test_lint_of_the_shipped_rules(run):
    assert run("rules", "lint") == (0, "规则文件没有问题。\n", "")
    assert run("rules", "lint", "--lang", "en").out == "The rule files are sound.\n"


def test_lint_of_a_rule_that_repeats_a_shipped_one(run, tmp_path):
    text = SHIPPED.read_text(encoding="utf-8").replace("ARI001", "ARI901")
    target = tmp_path / "ARI901.yaml"
    target.write_text(text.replace("name: row-sum", "name: my-row-sum"), encoding="utf-8")
    relation = "自然人 + 商业企业 + 科研机构 + 社会公益组织 + 法律服务机构 + 其他 = 总计"
    assert run("rules", "lint", "ARI901.yaml", "--lang", "en") == (
        2,
        "ARI901.yaml:14:10: the same relation as ARI001: the two always fire together\n"
        "   |\n"
        f"14 | require: {relation}\n"
        f"   |          {'^' * text_width(relation)}\n"
        "  = take one of them out\n"
        "\nproblems: 1\n",
        "",
    )


def test_a_rule_with_a_mistake(run, tmp_path):
    target = tmp_path / "ARI901.yaml"
    text = SHIPPED.read_text(encoding="utf-8").replace("ARI001", "ARI901")
    target.write_text(text.replace("severity:", "sverity:", 1), encoding="utf-8")
    ended = run("rules", "lint", "ARI901.yaml")
    assert ended.code == 2
    assert "sverity" in ended.out
    assert "^^^^" in ended.out
    assert run("rules", "test", "./ARI901.yaml").code == 2
