"""Packs of a team: a folder with a name, rules of its own, and changes to the shipped ones."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.authoring.proving.rule_tests import run_tests
from lint_disclosure.rulepack import packs, shipped
from lint_disclosure.rulepack.loading import lint_paths, load_pack, load_tests, shipped_packs
from lint_disclosure.rulepack.model import PackInfo, RulePack, Text
from lint_disclosure.rulepack.problem import PackError, frames
from tests.rulepack.conftest import RULE

HEAD = """\
name: our-town
version: 1.2.0
title: {zh: 我镇的规则, en: Rules of our town}
"""

OWN = RULE.replace("ARI003", "LOC001").replace("requests-unbalanced", "our-own")


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a pack; the working folder is the one above it."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "town"
    folder.mkdir()
    return folder


def pack(town: Path, overrides: str = "", **files: str) -> RulePack:
    write(town, overrides, **files)
    return load_pack([Path("town")])


def write(town: Path, overrides: str = "", **files: str) -> None:
    indented = "".join(f"  {line}\n" for line in overrides.splitlines())
    text = HEAD + (f"overrides:\n{indented}" if overrides else "")
    (town / "pack.yaml").write_text(text, encoding="utf-8")
    for name, rule in files.items():
        (town / f"{name}.yaml").write_text(rule, encoding="utf-8")


def problems(town: Path, overrides: str = "", **files: str) -> str:
    write(town, overrides, **files)
    with pytest.raises(PackError):
        load_pack([Path("town")])
    return frames(lint_paths([Path("town")]))


def test_a_pack_is_known_by_its_name_and_version(town: Path) -> None:
    assert pack(town, LOC001=OWN).packs == (
        *load_pack().packs,
        PackInfo("our-town", "1.2.0", Text("我镇的规则", "Rules of our town")),
    )


def test_a_folder_without_pack_yaml_is_known_by_its_contents(town: Path) -> None:
    def version(rule: str) -> str:
        (town / "LOC001.yaml").write_text(rule, encoding="utf-8")
        info = load_pack([Path("town")]).packs[-1]
        assert (info.name, info.version[:1]) == ("town", "+")
        return info.version

    assert version(OWN) == version(OWN)
    assert version(OWN) != version(OWN.replace("核对台账", "核对登记簿"))


def test_a_rule_says_of_which_pack_it_is(town: Path) -> None:
    rules = pack(town, "ARI001: {severity: info}", LOC001=OWN).rules
    assert (rules["LOC001"].pack, rules["ARI002"].pack) == ("our-town", "national")
    assert rules["ARI001"].severity == "info"


def test_what_is_not_changed_stays(town: Path) -> None:
    before = load_pack().rules["PRE015"]
    rule = pack(town, "PRE015: {severity: info, message: {zh: '不要写「{match}」'}}").rules[
        "PRE015"
    ]
    assert rule == before._replace(
        severity="info", message=Text("不要写「{match}」", before.message.en), pack=rule.pack
    )


def test_a_rule_is_switched_off_with_a_reason(town: Path) -> None:
    assert pack(town, "ARI001: {off: 由另一系统核对}").rules["ARI001"].off == "由另一系统核对"


def test_lists_are_added_to_and_taken_from(town: Path) -> None:
    before = load_pack().rules["PRE015"].options["patterns"]
    rule = pack(
        town,
        "PRE015:\n"
        "  add: {patterns: [妥否请示], except: [年度汇报如下]}\n"
        "  remove: {patterns: ['[特专]此报告']}",
    ).rules["PRE015"]
    assert rule.options["patterns"] == [
        *(one for one in before if one != "[特专]此报告"), "妥否请示",
    ]  # fmt: skip
    assert rule.options["except"] == ["年度汇报如下"]


def test_a_list_may_be_replaced(town: Path) -> None:
    rule = pack(town, "PRE003: {body_endings: [局, 镇]}").rules["PRE003"]
    assert rule.options["body_endings"] == ["局", "镇"]


def test_a_later_pack_changes_rules_of_an_earlier_one(town: Path, tmp_path: Path) -> None:
    write(town, "ARI001: {severity: info}", LOC001=OWN)
    county = tmp_path / "county"
    county.mkdir()
    text = HEAD.replace("our-town", "our-county")
    text += "overrides:\n  ARI001: {help: {zh: 问县里}}\n  LOC001: {severity: warning}\n"
    (county / "pack.yaml").write_text(text, encoding="utf-8")
    rules = load_pack([Path("town"), Path("county")]).rules
    assert (rules["ARI001"].severity, rules["ARI001"].help.zh) == ("info", "问县里")
    assert rules["LOC001"].severity == "warning"


def test_an_override_carries_its_own_tests(town: Path) -> None:
    write(
        town,
        "PRE015:\n"
        "  add: {except: [特此报告]}\n"
        "  tests:\n"
        "    - name: 本县的写法\n"
        "      given: {replace: {要求编制。: 要求编制。特此报告。}}\n"
        "      want: []\n",
        LOC001=OWN,
    )
    loaded, tests = load_tests([Path("town")])
    own = [test for test in tests if test.rule == "PRE015"]
    assert [(test.name, test.file, test.line) for test in own] == [
        ("本县的写法", "town/pack.yaml", 8)
    ]
    assert [result.kind for result in run_tests(loaded, own)] == ["ok"]


def test_a_folder_inside_with_a_pack_of_its_own_is_another_pack(town: Path) -> None:
    inner = town / "village"
    inner.mkdir()
    (inner / "pack.yaml").write_text(HEAD.replace("our-town", "our-village"), encoding="utf-8")
    (inner / "LOC002.yaml").write_text("nonsense", encoding="utf-8")
    assert "LOC001" in pack(town, LOC001=OWN).rules


# ---- what is wrong is shown where it was written


def test_a_mistake_in_an_override_is_shown_in_the_pack(town: Path) -> None:
    assert problems(town, "ARI003: {require: 本年新收 + 上年结传 = （七）总计 + 结转下年度}") == (
        "town/pack.yaml:5:28: 表三的行里没有「上年结传」\n"
        "  |\n"
        "5 |   ARI003: {require: 本年新收 + 上年结传 = （七）总计 + 结转下年度}\n"
        "  |                                ^^^^^^^^\n"
        "  = 是不是想写 上年结转 或 二、上年结转？"
    )


@pytest.mark.parametrize(
    ("override", "head"),
    [
        ("ARI999: {severity: info}", "town/pack.yaml:5:3: 没有规则 ARI999"),
        ("ARI001: {severity: fatal}", "town/pack.yaml:5:22: 不能是 fatal"),
        ("ARI001: {colour: red}", "town/pack.yaml:5:12: 不认识的键 colour"),
        ("ARI001: {id: ARI009}", "town/pack.yaml:5:12: id 不能改；请另写一条规则"),
        ("ARI001: {ad: {except: [x]}}", "town/pack.yaml:5:12: 不认识的键 ad"),
        ("ARI001: {off: ''}", "town/pack.yaml:5:17: "),
        ("ARI001: {off: true}", "town/pack.yaml:5:17: 写明不用这条规则的理由"),
        ("PRE015: {remove: {patterns: [没有的]}}", "town/pack.yaml:5:32: 规则里没有这一项"),
        ("PRE015: {remove: {patern: [没有的]}}", "town/pack.yaml:5:21: 规则在这里没有列表"),
        ("PRE015: {add: {patterns: ['(a+)+b']}}", "town/pack.yaml:5:29: 这个正则表达式"),
        ("PRE015: {add: {patterns: ['x*']}}", "town/pack.yaml:5:29: 这个正则表达式可以什么都不"),
        ("PRE015: {message: {zh: '{mach}'}}", "town/pack.yaml:5:27: 这种检查不提供 {mach}"),
        ("ARI001: {applies_to: {years: '>=2201'}}", "town/pack.yaml:5:32: 年份应写成"),
        ("ARI001: {needs: [ARI001]}", "town/pack.yaml:5:20: ARI001 指向了自己"),
        ("ARI1: {severity: info}", "town/pack.yaml:5:3: 应是规则代码"),
    ],
)  # fmt: skip
def test_heads_of_mistakes(town: Path, override: str, head: str) -> None:
    assert problems(town, override).startswith(head)


def test_a_circle_through_shipped_rules_is_seen(town: Path) -> None:
    needing = next(rule for rule in load_pack().rules.values() if rule.needs)
    needed = needing.needs[0]
    assert problems(town, f"{needed}: {{needs: [{needing.id}]}}").startswith(
        "town/pack.yaml:5:12: needs 绕成了圈："
    )


def test_a_code_of_a_shipped_rule_is_taken(town: Path) -> None:
    assert problems(town, ARI003=RULE) == (
        "town/ARI003.yaml:1:5: 规则代码 ARI003 已被自带的规则 ARI003 使用\n"
        "  |\n"
        "1 | id: ARI003\n"
        "  |     ^^^^^^\n"
        "  = 要改自带的规则，在 pack.yaml 的 overrides 里写；新规则请用没有用过的代码"
    )


def test_two_packs_with_the_same_code(town: Path, tmp_path: Path) -> None:
    write(town, LOC001=OWN)
    other = tmp_path / "other"
    other.mkdir()
    (other / "LOC001.yaml").write_text(OWN, encoding="utf-8")
    found = lint_paths([Path("town"), Path("other")])
    assert [problem.frame().split("\n")[0] for problem in found] == [
        "other/LOC001.yaml:1:5: 规则代码 LOC001 已被 town/LOC001.yaml 使用",
        "other/LOC001.yaml:2:7: 规则名称 our-own 已被 town/LOC001.yaml 使用",
    ]


def test_more_rules_than_anybody_writes(town: Path) -> None:
    for number in range(packs.MAX_FILES + 1):
        (town / f"R{number}.yaml").write_bytes(b"")
    began = time.perf_counter()
    assert [problem.frame() for problem in lint_paths([Path("town")])] == [
        "town:1:1: 规则文件太多（2001 个，最多 2000 个）"
    ]
    assert time.perf_counter() - began < 20


def test_a_pack_file_with_everything_wrong(town: Path) -> None:
    (town / "pack.yaml").write_text(
        "name: Our Town\nversion: eins\noverides: {}\n", encoding="utf-8"
    )
    heads = [problem.frame().split("\n")[0] for problem in lint_paths([Path("town")])]
    assert heads == [
        "town/pack.yaml:1:1: 缺少 title",
        "town/pack.yaml:1:7: 应是小写英文单词，用 - 连接，如 yunchuan-county",
        "town/pack.yaml:2:10: 应是版本号，如 1.0.0",
        "town/pack.yaml:3:1: 不认识的键 overides",
    ]


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("a: &x [1]\nb: [*x, *x]\n", "town/pack.yaml:1:4: 不支持锚点 & 与别名 *"),
        ("name: [\n", "town/pack.yaml:2:1: 这里的 YAML 写法有误"),
        ("", "town/pack.yaml:1:1: 文件是空的"),
        ("- a\n", "town/pack.yaml:1:1: 应为键值对"),
        ("x" * 1_000_001, "town/pack.yaml:1:1: 文件太大（1000001 字节"),
        ("[" * 200, "town/pack.yaml:1:31: 嵌套太深"),
    ],
)
def test_a_pack_file_that_is_none(town: Path, text: str, head: str) -> None:
    (town / "pack.yaml").write_text(text, encoding="utf-8")
    assert frames(lint_paths([Path("town")])).startswith(head)


def test_one_mistake_and_nothing_is_used(town: Path) -> None:
    broken: Any = OWN.replace("severity: error", "severity: 3").replace("LOC001", "LOC002")
    write(town, LOC001=OWN, LOC002=broken.replace("our-own", "other"))
    with pytest.raises(PackError) as raised:
        load_pack([Path("town")])
    assert [problem.file for problem in raised.value.problems] == ["town/LOC002.yaml"]


@pytest.mark.parametrize("name", ["LOC002.txt", "LOC002.yaml.txt", "pack.yaml.txt", "pack.txt"])
def test_a_name_that_notepad_made_is_no_clean_pack(town: Path, name: str) -> None:
    write(town, LOC001=OWN)
    (town / name).write_text(OWN, encoding="utf-8")
    wanted = {"L": "LOC002.yaml", "p": "pack.yaml"}[name[0]]
    assert frames(lint_paths([Path("town")])) == (
        f"town/{name}:1:1: 文件名应为 {wanted}，不要以 .txt 结尾"
    )


def test_other_texts_may_lie_beside_rules(town: Path) -> None:
    (town / "年报.txt").write_text("", encoding="utf-8")
    assert "LOC001" in pack(town, LOC001=OWN).rules


def test_a_pattern_of_the_shell_names_the_pack_once(town: Path) -> None:
    write(town, "ARI001: {severity: info}", LOC001=OWN)
    files = sorted(Path("town").glob("*.yaml"))
    loaded = load_pack(files)
    assert loaded.rules["ARI001"].severity == "info"
    assert lint_paths(files) == []


# ---- the packs that are shipped


def test_the_shipped_pack_has_the_version_of_the_tool() -> None:
    import lint_disclosure

    assert [info.version for info in load_pack().packs] == [lint_disclosure.__version__]


def test_local_packs_are_used_only_when_they_are_named() -> None:
    local = packs.local_packs()
    assert all(path.parent == Path(shipped.RULES, "local") for path in local.values())
    assert {rule.pack for rule in load_pack().rules.values()} == {"national"}
    for paths in shipped_packs()[1:]:
        assert [info.name for info in load_pack(paths).packs] == ["national", paths[0].name]


def test_a_name_that_leads_nowhere_is_answered_with_the_local_packs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(packs, "local_packs", lambda: {"gansu-2025": tmp_path, "other": tmp_path})
    assert frames(lint_paths([Path("gansu")])) == (
        "gansu:1:1: 没有这个文件或文件夹\n  = 是不是想写 gansu-2025？"
    )
    assert frames(lint_paths([Path("qqq")])) == (
        "qqq:1:1: 没有这个文件或文件夹\n  = 自带的地方规则有：gansu-2025、other"
    )


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_a_pipe_is_no_rule(town: Path) -> None:
    os.mkfifo(town / "LOC001.yaml")
    assert frames(lint_paths([Path("town")])) == "town/LOC001.yaml:1:1: 这不是普通文件"


def test_links_that_lead_to_themselves_are_told(town: Path) -> None:
    (town / "LOC001.yaml").symlink_to("LOC001.yaml")
    assert "town/LOC001.yaml:1:1: 读不了这个文件" in frames(lint_paths([Path("town")]))


def test_a_pack_file_that_cannot_be_read_is_not_passed_over(town: Path) -> None:
    (town / "LOC001.yaml").write_text(OWN, encoding="utf-8")
    (town / "pack.yaml").symlink_to("nowhere.yaml")
    assert "town/pack.yaml:1:1: 读不了这个文件" in frames(lint_paths([Path("town")]))


def test_a_name_that_is_too_long_is_no_file(town: Path) -> None:
    name = "x" * 300
    assert frames(lint_paths([Path(name)])).startswith(f"{name}:1:1: 没有这个文件或文件夹")


def test_many_unknown_keys_are_told_in_time(town: Path) -> None:
    keys = "".join(f"k{number}: 1\n" for number in range(5000))
    (town / "pack.yaml").write_text(HEAD + keys, encoding="utf-8")
    began = time.perf_counter()
    assert len(lint_paths([Path("town")])) == 5000
    assert time.perf_counter() - began < 5


def test_a_folder_of_forms_without_forms_is_told(town: Path) -> None:
    write(town, LOC001=OWN)
    (town / "forms").mkdir()
    expected = "town/forms:1:1: 文件夹里没有格式文件（*.yaml）"
    assert expected in frames(lint_paths([Path("town")]))


def test_a_long_chain_of_needs_is_told(town: Path) -> None:
    def chain(length: int) -> str:
        rules = {}
        for number in range(length + 1):
            needs = f"needs: [LOC{number + 1:03}]\n" if number < length else ""
            rule = OWN.replace("LOC001", f"LOC{number:03}").replace("our-own", f"own-{number}")
            rules[f"LOC{number:03}"] = needs + rule
        write(town, **rules)
        return frames(lint_paths([Path("town")]))

    assert chain(49) == ""
    assert chain(50).startswith("town/LOC000.yaml:1:1: needs 一条接一条，太长（最多 50 条）")
