from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder


def rule(folder: Folder, code: str, *changes: tuple[str, str]) -> None:
    folder.rule(
        ("id: ARI003", f"id: {code}"),
        ("name: requests-unbalanced", f"name: rule-{code.lower()}"),
        *changes,
        name=f"{code[:3]}/{code}.yaml",
    )


def test_a_code_and_a_name_are_given_once(folder: Folder) -> None:
    folder.rule()
    folder.rule(name="more/ARI003.yaml")
    assert folder.heads() == [
        "pack/more/ARI003.yaml:1:5: 规则代码 ARI003 已被 pack/ARI/ARI003.yaml 使用",
        "pack/more/ARI003.yaml:2:7: 规则名称 requests-unbalanced 已被 pack/ARI/ARI003.yaml 使用",
    ]


def test_rules_that_need_each_other_are_told_once(folder: Folder) -> None:
    rule(folder, "ARI001", ("help: {", "needs: [ARI002]\nhelp: {"))
    rule(folder, "ARI002", ("help: {", "needs: [ARI004]\nhelp: {"))
    rule(folder, "ARI004", ("help: {", "needs: [ARI001]\nhelp: {"))
    rule(folder, "ARI005", ("help: {", "needs: [ARI001]\nhelp: {"))
    assert folder.problems() == (
        "pack/ARI/ARI001.yaml:14:1: needs 绕成了圈：ARI001 → ARI002 → ARI004 → ARI001\n"
        "   |\n14 | needs: [ARI002]\n   | ^^^^^"
    )


def test_a_related_rule_may_be_one_of_the_shipped_ones(folder: Folder) -> None:
    rule(folder, "ARI001", ("help: {", "related: [STR013, ARI099]\nhelp: {"))
    assert folder.heads() == ["pack/ARI/ARI001.yaml:14:19: 没有规则 ARI099"]


def test_a_broken_rule_still_exists_for_those_that_need_it(folder: Folder) -> None:
    rule(folder, "ARI098", ("severity: error", "severity: fatal"))
    rule(folder, "ARI099", ("help: {", "needs: [ARI098]\nhelp: {"))
    assert folder.heads() == [
        "pack/ARI/ARI098.yaml:4:11: 不能是 fatal，应为 error、warning、info 之一"
    ]
