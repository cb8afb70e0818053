"""Every link inside of the documentation leads somewhere, in the repository and on the site."""

from __future__ import annotations

import posixpath
from pathlib import Path

import pytest

from scripts.site_pages import (
    DOCS,
    ROOT,
    address,
    anchors,
    is_outside,
    language,
    links,
    name_on_site,
    on_site,
    pages,
)

READMES = ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "SECURITY.md"]
FILES = [*READMES, *(f"docs/{page}" for page in pages())]


@pytest.mark.parametrize("file", FILES)
def test_each_link_of_a_page_leads_to_a_file_and_a_heading(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [target for target in links(text) if not _leads_somewhere(file, target)] == []


def test_a_link_to_a_page_or_a_heading_that_is_gone_is_noticed() -> None:
    assert not _leads_somewhere("docs/README.md", "start/nobody.md")
    assert not _leads_somewhere("docs/README.md", "start/staff.md#九没有这一节")
    assert _leads_somewhere("docs/README.md", "start/staff.md#一装一次")


def _leads_somewhere(file: str, target: str) -> bool:
    if is_outside(target):
        return True
    path, _, anchor = target.partition("#")
    meant = ROOT / posixpath.normpath(posixpath.join(posixpath.dirname(file), path or "."))
    meant = meant if path else ROOT / file
    if not meant.exists():
        return False
    return not anchor or anchor in anchors(meant.read_text(encoding="utf-8"))


def test_links_are_found_in_prose_and_not_in_code() -> None:
    text = "[a](b.md) `[c](d.md)` ![e](f.png)\n\n```text\n[g](h.md)\n```\n\n[`i`](j.md#k)\n"
    assert list(links(text)) == ["b.md", "f.png", "j.md#k"]


@pytest.mark.parametrize(
    ("page", "lang", "shown_as"),
    [
        ("README.md", "zh", "index.html"),
        ("README.en.md", "en", "en/index.html"),
        ("guide.zh-CN.md", "zh", "guide.html"),
        ("writing-rules.en.md", "en", "en/writing-rules.html"),
        ("rules/ARI001.md", "zh", "rules/ARI001.html"),
        ("rules/en/ARI001.md", "en", "en/rules/ARI001.html"),
        ("decisions/0001-record.md", "en", "en/decisions/0001-record.html"),
    ],
)
def test_a_page_has_one_language_and_one_address(page: str, lang: str, shown_as: str) -> None:
    assert (language(page), address(page)) == (lang, shown_as)


def test_no_two_pages_have_one_address() -> None:
    assert len({address(page) for page in pages()}) == len(pages())


@pytest.mark.parametrize(
    ("page", "written", "on_the_site"),
    [
        ("start/staff.md", "[x](../guide.zh-CN.md#a)", "[x](../guide.md#a)"),
        ("start/staff.md", "[x](staff.en.md)", "[x](../en/start/staff.html)"),
        ("rules/en/ARI001.md", "[x](../ARI001.md)", "[x](../../rules/ARI001.html)"),
        (
            "rules/ARI001.md",
            "[x](../../rules/ARI/ARI001.yaml)",
            "[x](https://github.com/disclosure-lint/disclosure-lint/blob/main/rules/ARI/ARI001.yaml)",
        ),
        (
            "start/developers.md",
            "[x](../../schemas/)",
            "[x](https://github.com/disclosure-lint/disclosure-lint/tree/main/schemas)",
        ),
        ("start/staff.md", "[x](https://example.org/a.md)", "[x](https://example.org/a.md)"),
        ("start/staff.md", "![x](../images/a.png)", "![x](../images/a.png)"),
    ],
)
def test_links_are_changed_for_the_site(page: str, written: str, on_the_site: str) -> None:
    assert on_site(page, f"{written}\n") == f"{on_the_site}\n"


def test_breaks_between_chinese_characters_go_but_not_those_in_code_and_lists() -> None:
    text = "年报发布，\n正文\n\n- 甲\n  乙\n- 丙 and\n  丁\n\n```text\n甲\n乙\n```\n"
    joined = "年报发布，正文\n\n- 甲乙\n- 丙 and\n  丁\n\n```text\n甲\n乙\n```\n"
    assert on_site("guide.zh-CN.md", text) == joined


def test_every_page_has_its_twin_in_the_other_language() -> None:
    """But for what is written for developers alone, which is English."""
    names = {
        lang: {name_on_site(p) for p in pages() if language(p) == lang} for lang in ("zh", "en")
    }
    english = {name for name in names["en"] if name.startswith("decisions/")} | {"architecture.md"}
    assert names["zh"] - {"decisions.md"} == names["en"] - english


def test_the_chinese_list_of_decisions_has_them_all() -> None:
    listed = set(links((DOCS / "decisions.md").read_text(encoding="utf-8")))
    assert {f"decisions/{path.name}" for path in (DOCS / "decisions").glob("*.md")} <= listed


def test_pictures_are_described() -> None:
    for page in pages():
        assert "![](" not in (DOCS / page).read_text(encoding="utf-8"), page


def test_pictures_are_small() -> None:
    sizes = {path: path.stat().st_size for path in Path(DOCS, "images").iterdir()}
    assert max(sizes.values()) < 100_000
