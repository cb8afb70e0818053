from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.model import BodyProfile, Case, Rule, Text, Years

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def test_a_rule_is_read_and_compiled(folder: Folder) -> None:
    folder.rule(
        ("help: {zh: 核对台账", "related: []\nhelp: {zh: 核对台账"),
        (
            '"{column} is off by {difference}"}',
            '"{column}: {difference}"}\ncases: {blank: {severity: info}}',
        ),
    )
    sources = folder.sources()
    assert sources.problems == ()
    assert sources.pack.rules["ARI003"] == Rule(
        id="ARI003",
        name="requests-unbalanced",
        title=Text("表三收支应平衡", "Requests balance"),
        severity="error",
        confidence="high",
        since="0.1.0",
        years=Years(2019, None),
        forms=(),
        kinds=(),
        levels=(),
        functions=(),
        bodies=(),
        basis=(Basis("国办公开办函〔2021〕30号", "表三勾稽关系"),),
        check="relation",
        options={
            "table": "requests",
            "for_each": "column",
            "blank": "zero",
            "require": {
                form: {
                    "left": [[1, "received", None], [1, "carried_in", None]],
                    "left_constant": 0,
                    "operator": "=",
                    "right": [[1, "total", None], [1, "carried_out", None]],
                    "right_constant": 0,
                }
                for form in ("2019", "2021")
            },
        },
        needs=(),
        related=(),
        message=Text("「{column}」列不平，相差 {difference}", "{column}: {difference}"),
        help=Text("核对台账", "Check the register"),
        exceptions=None,
        cases={"blank": Case("info", None, None)},
        url="",
        pack="pack",
    )


def test_a_problem_is_shown_with_its_line_and_what_was_meant(folder: Folder) -> None:
    folder.rule(("severity: error", "serverity: error"), ("本年新收 +", "本年新手 +"))
    assert folder.problems() == (
        "pack/ARI/ARI003.yaml:1:1: 缺少 severity\n"
        "  |\n"
        "1 | id: ARI003\n"
        "  | ^^^^^^^^^^\n"
        "\n"
        "pack/ARI/ARI003.yaml:4:1: 不认识的键 serverity\n"
        "  |\n"
        "4 | serverity: error\n"
        "  | ^^^^^^^^^\n"
        "  = 是不是想写 severity？\n"
        "\n"
        "pack/ARI/ARI003.yaml:12:10: 表三的行里没有「本年新手」\n"
        "   |\n"
        "12 | require: 本年新手 + 上年结转 = （七）总计 + 结转下年度\n"
        "   |          ^^^^^^^^\n"
        "  = 是不是想写 本年新收 或 一、本年新收？"
    )


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "severity: error",
            "severity: fatal",
            "4:11: 不能是 fatal，应为 error、warning、info 之一",
        ),
        (
            "severity: error",
            "severity: error\nseverity: info",
            "5:1: 键 severity 重复了（第 4 行已有）",
        ),
        ("since: 0.1.0", "since: 0.1", "5:8: 应是版本号，如 0.1.0"),
        (
            "since: 0.1.0",
            'since: 0.1.0\nhistory: [{version: "0.2", change: {zh: 改, en: new}}]',
            "6:21: 应是版本号，如 0.1.0",
        ),
        (
            "since: 0.1.0",
            "since: 0.1.0\nhistory: [{version: 0.2.0, change: {zh: 改✓, en: new}}]",
            "6:42: 「✓」在部分中文控制台上显示不出来",
        ),
        (
            "name: requests-unbalanced",
            "name: 表三不平",
            "2:7: 应是小写英文单词，用 - 连接，如 row-sum",
        ),
        (", en: Requests balance", "", "3:1: 缺少英文（en）"),
        (", en: Check the register", "", "14:1: 缺少英文（en）"),
        ("basis: [", "basis: [] #", "7:8: 至少要有 1 项"),
        ("clause: ", "claus: ", "7:37: 不认识的键 claus"),
        ("basis: [{", "basis: [{url: www.gov.cn, ", "7:15: 应是 http:// 或 https:// 开头的网址"),
        ('years: ">=2019"', "years: seit 2019", "6:21: 年份应写成"),
        ('years: ">=2019"', "years: 2008-2018", "6:21: 没有一版格式适用于这些年份"),
        ('years: ">=2019"', 'forms: ["2020"]', "6:22: 没有格式 2020"),
        ('years: ">=2019"', "forms: 2021", "6:21: 应为列表，不是文字 2021"),
        ('years: ">=2019"', "kinds: [goverment]", "6:22: bodies.yaml 里没有 goverment"),
        ('years: ">=2019"', "levels: [city]", "6:23: bodies.yaml 里没有 city"),
        ('years: ">=2019"', "bodies: [{kinds: [town]}]", "6:32: bodies.yaml 里没有 town"),
        ('years: ">=2019"', "bodies: [{}]", "6:23: 至少要有 1 个键"),
        ("check: relation", "check: relations", "8:8: 没有检查方式 relations"),
        ("check: relation\n", "", "1:1: 缺少 check"),
        (
            "for_each: column",
            "for_each: columns",
            "10:11: 不能是 columns，应为 row、column、none 之一",
        ),
        ("blank: zero", "blanks: zero", "11:1: 不认识的键 blanks"),
        ("table: 表三", "table: 表五", "9:8: 统计表里没有「表五」"),
        ("help: {", "needs: [ARI099]\nhelp: {", "14:9: 没有规则 ARI099"),
        ("help: {", "needs: [ARI003]\nhelp: {", "14:9: ARI003 指向了自己"),
        ("help: {", "needs: ARI099\nhelp: {", "14:8: 应为列表，不是文字 ARI099"),
        ("「{column}」列", "「{column」列", "13:15: 花括号不成对"),
        ("「{column}」列", "「{column!r}」列", "13:17: 花括号里只能写一个名称，如 {column}"),
        ("「{column}」列", "「{0}」列", "13:17: 花括号里只能写一个名称，如 {column}"),
        ("「{column}」列", "「{colum}」列", "13:17: 这种检查不提供 {colum}"),
        ("核对台账", "核对台账 ✔", "14:17: 「✔」在部分中文控制台上显示不出来（不在 GBK 内）"),
        ("want: []", "want: [{at: 总计}]", "15:1: 至少要有一个应无发现的测试（want: []）"),
        ("want: [{at: 自然人}]", "want: []", "15:1: 至少要有一个应有发现的测试（want 不为空）"),
        ("want: []", "wants: []", "16:5: 缺少 want"),
        ("name: 平衡", "name: 不平", "17:12: 测试名称重复：不平"),
        ("given: {cells", "given: {partial: yes, cells", "17:33: 应为 true 或 false，不是文字 yes"),
        ("given: {cells", 'given: {form: "2020", cells', "17:30: 没有格式 2020"),
        ("{本年新收: {", "{本年新手: {", "17:43: 表三的行里没有「本年新手」"),
        ("{自然人: 3}", "{个人: 3}", "17:50: 表三的列里没有「个人」"),
        ("cells: {requests", "cells: {request", "17:32: 统计表里没有「request」"),
    ],
)
def test_every_mistake_is_told_with_its_place(
    folder: Folder, old: str, new: str, expected: str
) -> None:
    folder.rule((old, new))
    assert f"pack/ARI/ARI003.yaml:{expected}" in "\n".join(folder.heads())


def test_functions_are_those_of_the_table_of_bodies(folder: Folder) -> None:
    folder.write("forms/bodies.yaml", "- {words: [公安局], function: police}\n")
    folder.rule(('years: ">=2019"', "functions: [polise]"))
    assert folder.heads() == ["pack/ARI/ARI003.yaml:6:26: bodies.yaml 里没有 polise"]


def test_several_profiles_of_bodies(folder: Folder) -> None:
    folder.rule(('years: ">=2019"', "bodies: [{kinds: [government], levels: [township]}]"))
    rule = folder.sources().pack.rules["ARI003"]
    assert rule.bodies == (BodyProfile(("government",), ("township",), ()),)
    assert (rule.kinds, rule.levels, rule.functions) == ((), (), ())


def test_the_file_is_named_by_the_code_and_stands_in_its_group(folder: Folder) -> None:
    folder.rule(name="TAB/ARI004.yaml")
    assert folder.heads() == [
        "pack/TAB/ARI004.yaml:1:5: 文件名应为 ARI003.yaml",
        "pack/TAB/ARI004.yaml:1:5: ARI003 应放在文件夹 ARI 里，不是 TAB",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("- a\n", "pack/ARI/ARI003.yaml:1:1: 规则文件应由「键: 值」组成"),
        ("a", "pack/ARI/ARI003.yaml:1:1: 规则文件应由「键: 值」组成"),
        (
            "a: &b 1\n",
            "pack/ARI/ARI003.yaml:1:4: 不支持锚点 & 与别名 *；值以 & 或 * 开头时请加引号",
        ),
        ("", "pack/ARI/ARI003.yaml:1:1: 文件是空的"),
        (
            "a: 1\n" * 1_000_000,
            "pack/ARI/ARI003.yaml:1:1: 文件太大（5000000 字节，最多 1000000 字节）",
        ),
    ],
)
def test_a_file_that_is_no_rule_is_refused(folder: Folder, text: str, message: str) -> None:
    folder.write("ARI/ARI003.yaml", text)
    assert folder.heads() == [message]


def test_whatever_the_file_holds_there_is_a_problem_and_no_crash(folder: Folder) -> None:
    keys = ["id", "applies_to", "basis", "check", "needs", "message", "cases", "tests", "title"]
    values = ["x", "[x]", "{x: y}", "[[x]]", "[{x: y}]", "{zh: [x]}", "", "{years: {}}"]
    for key in keys:
        for value in values:
            folder.write("ARI/ARI003.yaml", f"{key}: {value}\n")
            assert folder.heads()


def test_all_mistakes_of_all_files_are_told_at_once(folder: Folder) -> None:
    folder.rule(("severity: error", "severity: fatal"))
    folder.rule(
        ("id: ARI003", "id: ARI004"),
        ("name: requests-unbalanced", "name: other"),
        ("table: 表三", "table: 表五"),
        name="ARI/ARI004.yaml",
    )
    folder.write("forms/2019.yaml", "key: x\n")
    heads = folder.heads()
    assert "pack/ARI/ARI003.yaml:4:11: 不能是 fatal，应为 error、warning、info 之一" in heads
    assert "pack/forms/2019.yaml:1:1: 缺少 tables" in heads
    assert not any("ARI004" in head for head in heads), "labels wait until the forms are right"


def test_a_text_is_in_both_languages(folder: Folder) -> None:
    folder.rule(("{zh: 核对台账, en: Check the register}", "{en: Check the register}"))
    assert folder.problems() == (
        "pack/ARI/ARI003.yaml:14:1: 缺少中文（zh）\n"
        "   |\n"
        "14 | help: {en: Check the register}\n"
        "   | ^^^^\n"
        "  = 文字都要写中英文两种：{zh: 中文, en: English}"
    )
    folder.rule(("{zh: 核对台账, en: Check the register}", "核对台账"))
    (problem,) = folder.sources().problems
    assert problem.frame("en") == (
        "pack/ARI/ARI003.yaml:14:7: a mapping expected, not text 核对台账\n"
        "   |\n"
        "14 | help: 核对台账\n"
        "   |       ^^^^^^^^\n"
        "  = every text is given in both languages: {zh: 中文, en: English}"
    )
