from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.loading import load_files, load_pack
from lint_disclosure.rulepack.problem import frames
from lint_disclosure.rulepack.set_problems import set_problems
from lint_disclosure.rulepack.source_list import citation_problems, source_list

if TYPE_CHECKING:
    from tests.rulepack.conftest import Folder

OWN = """\
- document: 云川县办函〔2024〕1号
  aliases: [云川县年报通知]
  title: {zh: 关于编制年报的通知, en: Notice on annual reports}
  kind: local_notice
  read: partly
  note: 前两条
  url: https://www.example.org/1
"""


def problems(folder: Folder) -> str:
    sources = folder.sources()
    assert frames(sources.problems) == ""
    return frames(citation_problems(sources.files))


def test_what_the_shipped_rules_cite_is_listed() -> None:
    pack, files = load_files()
    assert frames(set_problems(files, pack.forms, pack.bodies)) == ""
    known = source_list([])
    assert known.problems == ()
    cited = {basis.document for rule in load_pack().rules.values() for basis in rule.basis}
    assert {known.documents[name].kind for name in cited} >= {"law", "official_form", "practice"}


def test_the_shipped_list_says_how_much_was_read() -> None:
    for document in source_list([]).documents.values():
        assert (document.read == "partly") <= bool(document.note), document.document
        assert (document.read == "none") == (document.kind == "practice")


def test_a_document_that_is_not_listed(folder: Folder) -> None:
    folder.rule(("国办公开办函〔2021〕30号", "填报习惯"))
    assert problems(folder) == (
        "pack/ARI/ARI003.yaml:7:20: 依据的文件不在清单里：填报习惯\n"
        "  |\n"
        "7 | basis: [{document: 填报习惯, clause: 表三勾稽关系}]\n"
        "  |                    ^^^^^^^^\n"
        "  = 是不是想写 填报惯例？"
    )
    folder.rule(("国办公开办函〔2021〕30号", "会议纪要"))
    assert problems(folder).endswith(
        "  = 读过原文后写进规则旁边的 sources.yaml；出自惯例的写“填报惯例”"
    )


def test_a_list_beside_the_rules_adds_to_it(folder: Folder) -> None:
    for name in ("云川县办函〔2024〕1号", "云川县年报通知", "国办函〔2020〕109号"):
        folder.rule(("国办公开办函〔2021〕30号", name))
        folder.write("sources.yaml", OWN)
        assert problems(folder) == ""
        assert list(folder.sources().pack.rules) == ["ARI003"]
        folder.write("sources.yaml", OWN.replace("1号", "2号").replace("年报通知", "通知"))
        assert ("不在清单里" in problems(folder)) == (name != "国办函〔2020〕109号")
    (folder.path / "sources.yaml").rename(folder.path / "ARI/sources.yaml")
    folder.write("ARI/sources.yaml", OWN)
    folder.rule(("国办公开办函〔2021〕30号", "云川县年报通知"))
    assert problems(folder) == ""


def test_a_list_with_mistakes(folder: Folder) -> None:
    folder.rule()
    folder.write("sources.yaml", OWN.replace("local_notice", "notes"))
    assert problems(folder).startswith("pack/sources.yaml:4:9: 不能是 notes，应为 law、")
    folder.write("sources.yaml", OWN.replace("云川县年报通知", "填报惯例"))
    assert problems(folder).split("\n")[0] == "pack/sources.yaml:2:13: 填报惯例 已经列过了"
    folder.write("sources.yaml", "- [\n")
    assert problems(folder).startswith("pack/sources.yaml:2:1: ")


def test_the_shipped_list_is_no_form_and_no_rule() -> None:
    assert Path(shipped.RULES, "sources.yaml").is_file()
    assert all(len(code) == 6 for code in load_pack([Path(shipped.RULES)]).rules)
