from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lint_disclosure.rulepack.pattern_sets import pattern_problems
from lint_disclosure.rulepack.problem import frames

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

OPTIONS = """\
check: relation
table: 表三
for_each: column
blank: zero
require: 本年新收 + 上年结转 = （七）总计 + 结转下年度
message: {zh: "「{column}」列不平，相差 {difference}", en: "{column} is off by {difference}"}
"""
MESSAGE = "message: {zh: 甲, en: A}\n"
MENTION = "mentions: [{name: {zh: 甲, en: A}, patterns: [PATTERNS]}]"


def write(folder: Folder, number: int, options: str, *changes: tuple[str, str]) -> None:
    folder.rule(
        ("id: ARI003", f"id: LOC{number:03}"),
        ("requests-unbalanced", f"rule-{number}"),
        (OPTIONS, options + "\n" + MESSAGE),
        *changes,
        name=f"LOC/LOC{number:03}.yaml",
    )


def found(folder: Folder) -> list[str]:
    sources = folder.sources()
    assert frames(sources.problems) == ""
    problems = pattern_problems(sources.files)
    return [problem.frame().split("\n")[0].removeprefix("pack/LOC/") for problem in problems]


@pytest.mark.parametrize(
    ("options", "wanted"),
    [
        (
            "check: wording\npatterns: [特此报告, 妥否]\nexcept: [此报]",
            ["9:12: 这一项永远不会报告：匹配到的都被 except 的「此报」排除"],
        ),
        (
            "check: wording\npatterns: ['特此(?:报告|函告)']\nunless: ['特此.告', '报告']",
            ["9:12: 这一项永远不会报告：匹配到的都被 unless 的「特此.告」排除"],
        ),
        (
            "check: zero_consistency\nmode: statement\nexcept: ['未[收接]到']\n"
            "statements: [{patterns: [未发生, 未收到], cells: [requests.received.total]}]",
            ["11:31: 这一项永远不会报告：匹配到的都被 except 的「未[收接]到」排除"],
        ),
        # One of the words is left, or it depends on what stands around it.
        ("check: wording\npatterns: ['特此(?:报告|函告)']\nexcept: ['特此报告']", []),
        ("check: wording\npatterns: ['特此报告']\nexcept: ['^特此报告', '特此报告(?!书)']", []),
        ("check: wording\npatterns: ['特此[^,]{1,9}告']\nexcept: ['特此']", []),
        ("check: wording\npatterns: ['特此报告']\nrequired: ['特此']\nexcept: ['函告']", []),
    ],
)
def test_patterns_that_never_report(folder: Folder, options: str, wanted: list[str]) -> None:
    write(folder, 1, options)
    assert found(folder)[: len(wanted) or None] == [f"LOC001.yaml:{one}" for one in wanted]


FORBIDS = "check: wording\npatterns: [考核, '问责|追责']"


def clash(line: str, word: str) -> str:
    return (
        f"LOC002.yaml:{line}: LOC002 要求写的词，LOC001 都不准写（如「{word}」），"
        "两条规则不能同时做到"
    )


@pytest.mark.parametrize(
    ("forbids", "demands", "wanted"),
    [
        (FORBIDS, f"check: presence\n{MENTION}", [clash("9:45", "追责")]),
        (FORBIDS, f"check: presence\nin: [1, 5]\n{MENTION}", [clash("10:45", "追责")]),
        (
            f"{FORBIDS}\nin: [1, 5, 6]",
            f"check: presence\nin: [1]\n{MENTION}",
            [clash("10:45", "追责")],
        ),
        (f"{FORBIDS}\nexcept: [培训]", f"check: presence\n{MENTION}", [clash("9:45", "追责")]),
        # It may be said elsewhere, or in a way that is excepted.
        (f"{FORBIDS}\nin: [1]", f"check: presence\nin: [1, 5]\n{MENTION}", []),
        (f"{FORBIDS}\nin: preamble", f"check: presence\nin: [1]\n{MENTION}", []),
        (FORBIDS, f"check: presence\nin: title\n{MENTION}", []),
        (f"{FORBIDS}\nin: [report, headings]", f"check: presence\nin: title\n{MENTION}", []),
        (
            "check: wording\nentries:\n  - {instead: 丙, patterns: [考核]}\n"
            "  - {instead: 丁, patterns: ['[问追]责']}",
            f"check: presence\n{MENTION}",
            [clash("9:45", "追责")],
        ),
        (f"{FORBIDS}\nexcept: [问责情形]", f"check: presence\n{MENTION}", []),
        (f"{FORBIDS}\nexcept: ['[^,]问责']", f"check: presence\n{MENTION}", []),
        (f"{FORBIDS}\nunless: [培训]", f"check: presence\n{MENTION}", []),
        ("check: wording\npatterns: [考核, '^问责']", f"check: presence\n{MENTION}", []),
        ("check: wording\npatterns: [考核, 追责]", f"check: presence\n{MENTION}", []),
        # One of several things is enough.
        (FORBIDS, f"check: presence\nrequire: any\n{MENTION}", [clash("10:45", "追责")]),
        (
            FORBIDS,
            "check: presence\nrequire: any\nmentions:\n"
            "  - {name: {zh: 甲, en: A}, patterns: [考核]}\n"
            "  - {name: {zh: 乙, en: B}, patterns: [培训]}",
            [],
        ),
        (FORBIDS, "check: wording\npatterns: [妥否]\nrequired: [问责]", [clash("10:11", "问责")]),
        (
            "check: wording\npatterns: [妥否]",
            "check: wording\npatterns: [问责]\nrequired: [有问责]",
            [clash("10:11", "有问责").replace("LOC001", "LOC002")],
        ),
    ],
)
def test_words_that_one_rule_demands_and_another_forbids(
    folder: Folder, forbids: str, demands: str, wanted: list[str]
) -> None:
    write(folder, 1, forbids)
    write(folder, 2, demands.replace("PATTERNS", "考核情况, '[问追]责'"))
    assert found(folder) == wanted


def test_rules_that_never_meet_do_not_clash(folder: Folder) -> None:
    write(folder, 1, FORBIDS, ('">=2019"', '">=2019", kinds: [government]'))
    write(folder, 2, f"check: presence\n{MENTION}".replace("PATTERNS", "考核"),
          ('">=2019"', '">=2019", kinds: [office]'))  # fmt: skip
    folder.write(
        "forms/bodies.yaml",
        "- {suffixes: [镇], level: null, kind: government}\n"
        "- {suffixes: [办], level: null, kind: office}\n",
    )
    assert found(folder) == []


def test_a_clash_with_a_rule_beside_is_told_of_ones_own(folder: Folder) -> None:
    write(folder, 1, FORBIDS)
    beside = list(folder.sources().pack.rules.values())
    (folder.path / "LOC/LOC001.yaml").unlink()
    write(folder, 2, f"check: presence\n{MENTION}".replace("PATTERNS", "考核"))
    files = folder.sources().files
    assert [problem.line for problem in pattern_problems(files, beside)] == [9]
    demands = list(folder.sources().pack.rules.values())
    (folder.path / "LOC/LOC002.yaml").unlink()
    write(folder, 1, FORBIDS)
    problems = list(pattern_problems(folder.sources().files, demands))
    assert frames(problems, "en") == (
        "pack/LOC/LOC001.yaml:9:11: LOC001 forbids every word that LOC002 demands "
        "(such as 考核): the two rules cannot be kept both\n"
        "  |\n"
        "9 | patterns: [考核, '问责|追责']\n"
        "  |           ^^^^^^^^^^^^^^^^^^^\n"
        "  = make an exception in LOC001, or change the words of LOC002"
    )
