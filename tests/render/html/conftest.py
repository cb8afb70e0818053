"""A real browser, and pages made of reports."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from lint_disclosure.api import lint_file
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.render import Settings, renderer
from lint_disclosure.render.totals import Totals
from lint_disclosure.rulepack.model import RulePack
from tests.render.output import texts

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "examples"
_AXE = "node_modules/axe-core/axe.min.js"

Linted = Callable[..., FileResult]
Open = Callable[..., Any]


def page(*results: FileResult, lang: str = "zh") -> str:
    """The page on some results."""
    output = renderer("html", Settings(lang=lang, version="0"))
    totals = Totals()
    text = output.begin()
    for result in results:
        totals.add(result)
        text += output.file(result)
    return text + texts(output.end(totals))


@pytest.fixture
def linted(pack: RulePack) -> Linted:
    """Lint a file, or a text, with every rule, for showing."""

    def lint(source: Path | str, lang: str = "zh", name: str = "report.txt") -> FileResult:
        data = source.encode() if isinstance(source, str) else source.read_bytes()
        shown = name if isinstance(source, str) else source.name
        chosen = Selection(profile="all")
        return lint_file(shown, pack=pack, selection=chosen, lang=lang, data=data, show=True)

    return lint


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium; skipped where it or Playwright is missing."""
    playwright = pytest.importorskip("playwright.sync_api", reason="needs playwright")
    program = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chrome")
    if program is None:
        pytest.skip("needs chromium (or CHROMIUM=its path)")
    with playwright.sync_playwright() as engine:
        started = engine.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield started
        started.close()


@pytest.fixture
def view(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Open a page; ``said`` of it has what it asked for, said and ran into."""
    contexts = []

    def show(html: str, **options: Any) -> Any:
        path = tmp_path / "page.html"
        path.write_text(html, encoding="utf-8")
        context = browser.new_context(**options)
        contexts.append(context)
        opened = context.new_page()
        opened.said = []
        opened.on("console", lambda message: opened.said.append(message.text))
        opened.on("pageerror", lambda error: opened.said.append(str(error)))
        opened.on("dialog", lambda dialog: (opened.said.append("dialog"), dialog.dismiss()))
        opened.on(
            "request",
            lambda request: request.url == path.as_uri() or opened.said.append(request.url),
        )
        opened.goto(path.as_uri())
        return opened

    yield show
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def axe() -> str:
    """The accessibility checks of axe-core; skipped where it is missing."""
    path = Path(os.environ.get("AXE_CORE") or ROOT / _AXE)
    if not path.is_file():
        pytest.skip("needs axe-core (npm install axe-core, or AXE_CORE=path of axe.min.js)")
    return path.read_text(encoding="utf-8")
