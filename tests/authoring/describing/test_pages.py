from __future__ import annotations

import re
import runpy
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from lint_disclosure.authoring.describing.description import CaseWords, Change, Description
from lint_disclosure.authoring.describing.index_page import all_pages, index
from lint_disclosure.authoring.describing.pages import page
from lint_disclosure.finding import Basis
from lint_disclosure.rulepack.loading import load_pack, shipped_packs
from lint_disclosure.rulepack.model import RulePack
from tests.authoring.describing.test_markdown import HOSTILE, MARKDOWN

ROOT = Path(__file__).parents[3]
FOLDER = ROOT / "docs" / "rules"

Describe = Callable[[str, str], Description]


@pytest.fixture(scope="module")
def pages(pack: RulePack) -> dict[str, str]:
    return all_pages(pack)


def test_the_pages_on_disk_are_what_is_generated(pages: dict[str, str]) -> None:
    """So what they show as output is what the tool prints."""
    there = {
        path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8")
        for path in FOLDER.rglob("*")
        if path.is_file()
    }
    stale = [name for name in {**there, **pages} if there.get(name) != pages.get(name)]
    assert stale == [], "run: make docs"


def test_the_script_writes_what_is_stale_and_takes_away_what_is_gone(
    pages: dict[str, str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What it would write is made once, in the fixture: it takes a while."""
    main = runpy.run_path(str(ROOT / "scripts" / "update_rule_pages.py"))["main"]
    folder = tmp_path / "rules"
    copytree(FOLDER, folder)
    (folder / "ARI001.md").write_text("旧", encoding="utf-8")
    (folder / "en" / "OLD001.md").write_text("gone", encoding="utf-8")
    monkeypatch.setitem(main.__globals__, "all_pages", lambda pack: pages)
    monkeypatch.setitem(main.__globals__, "ROOT", tmp_path)
    monkeypatch.setitem(main.__globals__, "FOLDER", folder)
    assert main(["--check"]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "out of date: rules/ARI001.md; run: make docs",
        "out of date: rules/en/OLD001.md; run: make docs",
    ]
    assert main([]) == 0
    assert main(["--check"]) == 0
    assert not (folder / "en" / "OLD001.md").exists()


def test_every_rule_has_a_page_in_both_languages(pages: dict[str, str], pack: RulePack) -> None:
    codes = {code for paths in shipped_packs()[1:] for code in load_pack(paths).rules}
    names = ("README", *pack.rules, *codes)
    wanted = {f"{folder}{name}.md" for folder in ("", "en/") for name in names}
    assert set(pages) == wanted


def test_links_lead_somewhere(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        prose = re.sub(r"```.*?```", "", text, flags=re.DOTALL)
        for target in re.findall(r"\]\(([^)<:]+)\)", prose):
            assert ((FOLDER / name).parent / target).exists(), (name, target)


def test_headings_of_a_page(pages: dict[str, str]) -> None:
    headings = [line for line in pages["STR010.md"].split("\n") if line.startswith("#")]
    assert headings == [
        "# STR010 第五部分既写问题又写改进",
        "## 错误的例子",
        "## 怎么改",
        "## 什么情况下不报告",
        "## 依据",
        "## 检查内容",
        "## 相关规则",
        "## 变更记录",
    ]
    assert pages["STR010.md"].split("\n")[2] == "[English](en/STR010.md) · [全部规则](README.md)"
    assert "[中文](../STR010.md) · [All rules](README.md)" in pages["en/STR010.md"]


def test_other_rules_in_a_text_are_links(pages: dict[str, str]) -> None:
    assert "由 [STR006](STR006.md)、[STR011](STR011.md) 报告" in pages["STR010.md"]
    assert "[STR010](STR010.md)" not in pages["STR010.md"]


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_nothing_that_a_rule_says_changes_its_page(
    describe: Describe, text: str, lang: str
) -> None:
    told = describe("STR010", lang)
    harmless = page(_saying(told, "甲"), {"STR010"})
    hostile = page(_saying(told, text), {"STR010"})
    assert _tags(hostile) == _tags(harmless)


def _saying(told: Description, text: str) -> Description:
    """A description in which every text of the rule's author is this one."""
    example = told.wrong._replace(name=text, lines=(text, "乙", text))
    setting = told.settings[0]._replace(label=text, text=text)
    return told._replace(
        title=text,
        help=text,
        exceptions=text,
        demand=text,
        bodies=text,
        pack=text,
        basis=(Basis(text, text), Basis(text, None, f"https://example.org/{text}")),
        settings=(setting._replace(inside=(setting,)), setting),
        cases=(CaseWords("info", text, text),),
        needs=tuple(named._replace(title=text) for named in told.needs),
        related=tuple(named._replace(title=text) for named in told.related),
        history=(Change("0.2.0", text),),
        wrong=example,
        right=example,
        output=text,
        options={"words": [text]},
    )


def _tags(markdown: str) -> list[str]:
    """The structure of a page."""
    return re.findall(r"<(/?[a-z0-9]+)", MARKDOWN.render(markdown))


def test_the_index_lists_rules_by_group_part_and_severity(pages: dict[str, str]) -> None:
    text = pages["en/README.md"]
    assert text.count("[ARI001](ARI001.md)") == 3
    headings = [line for line in text.split("\n") if line.startswith("#")]
    assert headings[:3] == ["# Rules", "## By group", "### STR structure"]
    assert "### title and preamble" in headings
    assert headings[-3:] == ["### error", "### warning", "### info"]


def test_rules_of_a_local_pack_stand_apart(describe: Describe, pack: RulePack) -> None:
    local = describe("ARI001", "zh")._replace(
        code="ARI901", pack="云川", file="local/云川/ARI/ARI901.yaml"
    )
    text = index([describe("ARI002", "zh"), local], pack, "zh")
    assert text.index("### 地方规则包 云川") > text.index("[ARI002](ARI002.md) | 错误")
    assert "| 规则包 |" in page(local, {"ARI901"})
    assert "(../../rules/local/云川/ARI/ARI901.yaml)" in page(local, {"ARI901"})
