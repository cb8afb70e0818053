from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from lint_disclosure.rulepack.problem import frames
from lint_disclosure.rulepack.relation_sets import relation_problems

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

BALANCE = "require: 本年新收 + 上年结转 = （七）总计 + 结转下年度"


def write(folder: Folder, number: int, relation: str, *changes: tuple[str, str]) -> None:
    folder.rule(
        ("id: ARI003", f"id: ARI{number:03}"),
        ("requests-unbalanced", f"rule-{number}"),
        (BALANCE, f"require: {relation}"),
        *changes,
        name=f"ARI/ARI{number:03}.yaml",
    )


def found(folder: Folder) -> list[str]:
    sources = folder.sources()
    assert frames(sources.problems) == ""
    problems = relation_problems(sources.files, sources.pack.forms)
    return [problem.frame().split("\n")[0].removeprefix("pack/ARI/") for problem in problems]


ALWAYS = "这条关系式对任何不小于零的数都成立，规则永远不会报告"


@pytest.mark.parametrize(
    "relation",
    [
        "本年新收 >= 0",
        "本年新收 + 上年结转 >= 上年结转",
        "2 * 本年新收 + 1 >= 本年新收",
        "本年新收 = 本年新收",
        "0 <= 本年新收 + 结转下年度",
        "本年新收 != 0 - 1",
        "2 * 本年新收 != 1",
    ],
)
def test_a_relation_that_no_numbers_break(folder: Folder, relation: str) -> None:
    write(folder, 3, relation)
    assert found(folder) == [f"ARI003.yaml:12:10: {ALWAYS}"]


@pytest.mark.parametrize(
    ("relation", "cell"),
    [
        ("本年新收 + 1 <= 0", "一、本年新收.自然人"),
        ("本年新收 + 上年结转 + 1 = 0", "上年结转政府信息公开申请数量.自然人"),
        ("2 * 本年新收 = 1", "一、本年新收.自然人"),
    ],
)
def test_a_relation_that_none_keep(folder: Folder, relation: str, cell: str) -> None:
    write(folder, 3, relation)
    why = f"这条关系式永远不成立（格式 2019，{cell}），规则总会报告"
    assert found(folder) == [f"ARI003.yaml:12:10: {why}"]


@pytest.mark.parametrize(
    "relation",
    ["本年新收 >= 1", "本年新收 >= 上年结转", "本年新收 = 2 * 上年结转", "本年新收 != 3"],
)
def test_a_sensible_relation(folder: Folder, relation: str) -> None:
    write(folder, 3, relation)
    assert found(folder) == []


AMOUNT = (("table: 表三", "table: 表二"), ("for_each: column", "for_each: none"))


def test_amounts_need_not_be_whole(folder: Folder) -> None:
    write(folder, 3, "2 * 行政事业性收费.amount = 1", *AMOUNT)
    assert found(folder) == []


def test_the_same_relation_in_other_words(folder: Folder) -> None:
    write(folder, 3, "本年新收 + 上年结转 = （七）总计 + 结转下年度")
    write(folder, 4, "2 * （七）总计 - 2 * 上年结转 = 2 * 本年新收 - 2 * 结转下年度")
    assert found(folder) == ["ARI004.yaml:12:10: 与 ARI003 是同一条关系，总是一起报告"]


def test_rules_for_other_reports_are_not_the_same(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转", ('years: ">=2019"', 'years: ">=2021"'))
    write(folder, 4, "本年新收 = 上年结转", ('years: ">=2019"', 'years: "<=2020"'))
    write(folder, 5, "本年新收 = 上年结转", ('">=2019"', '">=2019", kinds: [government]'))
    assert found(folder) == []


def test_a_rule_for_more_reports_makes_the_narrower_one_needless(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转", ('years: ">=2019"', 'years: ">=2021"'))
    write(folder, 4, "本年新收 = 上年结转")
    assert found(folder) == ["ARI003.yaml:12:10: 与 ARI004 是同一条关系，总是一起报告"]


def test_blanks_that_are_not_judged_make_a_rule_weaker(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转", ("blank: zero", "blank: undecided"))
    write(folder, 4, "本年新收 = 上年结转")
    assert found(folder) == ["ARI003.yaml:12:10: 与 ARI004 是同一条关系，总是一起报告"]


def test_a_relation_that_follows_from_others(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转 + 结转下年度")
    write(folder, 4, "上年结转 = 2 * 结转下年度")
    write(folder, 5, "本年新收 = 3 * 结转下年度")
    write(folder, 6, "3 * 本年新收 >= 9 * 结转下年度 - 1")
    assert found(folder) == [
        "ARI006.yaml:12:10: 由 ARI003、ARI004 可以推出，不会单独报告",
        "ARI005.yaml:12:10: 由 ARI003、ARI004 可以推出，不会单独报告",
    ]


def test_rows_and_columns_together(folder: Folder) -> None:
    """If all rows add up and the columns balance, the totals balance too."""
    rows = ("for_each: column", "for_each: row")
    write(folder, 3, "自然人 + 其他 = 总计", rows)
    write(folder, 4, "本年新收 = 上年结转")
    write(folder, 5, "本年新收.总计 = 上年结转.总计", ("for_each: column", "for_each: none"))
    write(folder, 6, "本年新收.总计 = （七）总计.总计", ("for_each: column", "for_each: none"))
    assert found(folder) == ["ARI005.yaml:12:10: 由 ARI004 可以推出，不会单独报告"]


def test_an_inequality_proves_nothing(folder: Folder) -> None:
    write(folder, 3, "本年新收 >= 上年结转 + 1")
    write(folder, 4, "本年新收 >= 上年结转")
    assert found(folder) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("本年新收 = 上年结转", "上年结转 = 本年新收 + 1"),
        ("本年新收 = 上年结转", "2 * 上年结转 != 2 * 本年新收"),
        ("本年新收 >= 上年结转 + 3", "上年结转 >= 本年新收 - 2"),
        ("本年新收 = 5", "本年新收 <= 4"),
    ],
)
def test_two_relations_that_clash(folder: Folder, one: str, other: str) -> None:
    write(folder, 3, one)
    write(folder, 4, other)
    assert found(folder) == ["ARI004.yaml:12:10: 与 ARI003 不能同时成立"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("本年新收 >= 上年结转 + 2", "上年结转 >= 本年新收 - 2"),
        ("本年新收 = 5", "本年新收 <= 5"),
        ("本年新收 = 5", "本年新收 != 4"),
        ("本年新收 != 5", "本年新收 != 4"),
    ],
)
def test_two_relations_that_leave_a_way(folder: Folder, one: str, other: str) -> None:
    write(folder, 3, one)
    write(folder, 4, other)
    assert "不能同时成立" not in "".join(found(folder))


def test_several_relations_that_clash(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转 + 1")
    write(folder, 4, "上年结转 = 结转下年度")
    write(folder, 5, "本年新收 <= 结转下年度")
    assert found(folder) == ["ARI005.yaml:12:10: 与 ARI003、ARI004 不能同时成立"]


def test_rules_that_never_meet_do_not_clash(folder: Folder) -> None:
    write(folder, 3, "本年新收 = 上年结转", ('years: ">=2019"', 'years: ">=2021"'))
    write(folder, 4, "本年新收 = 上年结转 + 1", ('years: ">=2019"', 'years: "<=2020"'))
    assert found(folder) == []


def test_rules_beside_are_held_against_but_not_told_of(folder: Folder) -> None:
    write(folder, 3, "本年新收 >= 0")
    write(folder, 9, "本年新收 = 上年结转")
    beside = list(folder.sources().pack.rules.values())
    (folder.path / "ARI/ARI003.yaml").unlink()
    (folder.path / "ARI/ARI009.yaml").unlink()
    write(folder, 5, "上年结转 = 本年新收")
    sources = folder.sources()
    problems = list(relation_problems(sources.files, sources.pack.forms, beside))
    assert frames(problems) == (
        "pack/ARI/ARI005.yaml:12:10: 与 ARI009 是同一条关系，总是一起报告\n"
        "   |\n"
        "12 | require: 上年结转 = 本年新收\n"
        "   |          ^^^^^^^^^^^^^^^^^^^\n"
        "  = 删去其中一条"
    )
