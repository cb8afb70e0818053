"""The site as it is built: it holds every page, its links lead somewhere, and Chinese is found.

Zensical comes with ``make site``; without it these tests are skipped.
"""

from __future__ import annotations

import posixpath
import shutil
import tomllib
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from scripts.build_site import CONFIGS, build
from scripts.site_pages import ROOT, address, is_outside, language, name_on_site, pages

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")


class Page(HTMLParser):
    """The links of a page, the anchors it has, and its language."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.fetched: list[str] = []
        self.anchors: set[str] = set()
        self.lang: str | None = None
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.anchors.add(values.get("id") or "")
        if tag == "html":
            self.lang = values.get("lang")
        if tag == "a" and values.get("href"):
            self.links.append(values["href"] or "")
        if tag in ("script", "img") and values.get("src"):
            self.fetched.append(values["src"] or "")
        if tag == "link" and values.get("rel") in ("stylesheet", "icon"):
            self.fetched.append(values["href"] or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("zensical", reason="Zensical is not installed (make site)")
    root = tmp_path_factory.mktemp("site")
    assert build(root) == 0
    return root / "site"


@pytest.fixture(scope="module")
def built(site: Path) -> dict[str, Page]:
    return {
        path.relative_to(site).as_posix(): Page(path.read_text(encoding="utf-8"))
        for path in site.rglob("*.html")
        if path.name != "404.html"
    }


def test_every_page_is_there_in_its_language(built: dict[str, Page]) -> None:
    langs = {page: built[address(page)].lang for page in pages()}
    assert langs == {page: language(page) for page in pages()}


def test_every_link_leads_to_a_page_and_an_anchor(built: dict[str, Page], site: Path) -> None:
    dead = [(name, link) for name, page in built.items() for link in _dead(name, page, built, site)]
    assert dead == []


def _dead(name: str, page: Page, built: dict[str, Page], site: Path) -> Iterator[str]:
    for link in page.links:
        path, _, anchor = unquote(link).partition("#")
        if is_outside(link):
            continue
        meant = posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) if path else name
        if (site / meant).is_dir():
            meant = posixpath.normpath(posixpath.join(meant, "index.html"))
        gone = meant not in built and not (site / meant).is_file()
        if gone or (anchor and meant in built and anchor not in built[meant].anchors):
            yield link


def test_nothing_is_fetched_from_elsewhere(built: dict[str, Page]) -> None:
    assert [one for page in built.values() for one in page.fetched if is_outside(one)] == []


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_navigation_has_every_page_but_those_of_single_rules(lang: str) -> None:
    nav = _leaves(_config(lang)["nav"])
    meant = {name_on_site(page) for page in pages() if language(page) == lang}
    listed_elsewhere = {
        name
        for name in meant
        if (name.startswith("rules/") and name != "rules/index.md")
        or (name.startswith("decisions/") and not name.startswith("decisions/0001"))
    }
    assert len(nav) == len(set(nav))
    assert set(nav) == meant - listed_elsewhere


def test_both_languages_have_the_same_settings() -> None:
    zh, en = _config("zh"), _config("en")
    own = {"site_name", "site_description", "docs_dir", "site_dir", "nav", "extra", "theme"}
    assert {key: zh[key] for key in zh.keys() - own} == {key: en[key] for key in en.keys() - own}
    assert zh["theme"]["features"] == en["theme"]["features"]


def _config(lang: str) -> dict[str, Any]:
    loaded = tomllib.loads((ROOT / CONFIGS[lang]).read_text(encoding="utf-8"))
    project: dict[str, Any] = loaded["project"]
    return project


def _leaves(nav: object) -> list[str]:
    if isinstance(nav, str):
        return [] if is_outside(nav) else [nav]
    inner = nav.values() if isinstance(nav, dict) else nav
    assert not isinstance(inner, int)
    return [leaf for one in inner for leaf in _leaves(one)]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("勾稽", "rules/"),
        ("上年结转", "rules/"),
        ("无法判定", "guide.html"),
        ("ARI003", "ARI003.html"),
    ],
)
def test_the_search_finds_chinese(site: Path, words: str, found: str) -> None:
    """In a browser, from the folder, without a server."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    if CHROMIUM is None:
        pytest.skip("Chromium is not installed")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto((site / "index.html").as_uri())
        page.keyboard.press("/")
        page.keyboard.type(words)
        first = page.locator(f'a[href*="{found}"] >> text={words}').first
        first.wait_for(timeout=10_000)
        browser.close()
