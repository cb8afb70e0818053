"""Workbooks as openpyxl reads them."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from lint_disclosure.api import lint_file
from lint_disclosure.cli.rule_facts import rule_facts
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.render import PackName, Settings, renderer
from lint_disclosure.render.totals import Totals
from lint_disclosure.rulepack.model import RulePack
from tests.render.output import RULES

Linted = Callable[..., FileResult]


def workbook(*results: FileResult, totals: Totals | None = None, **settings: Any) -> bytes:
    """The file that is made of some results."""
    made = renderer(
        "xlsx",
        Settings(
            version="0.1.0", packs=(PackName("national", "0.1.0", "全国"),), rules=lambda: RULES
        )._replace(**settings),
    )
    counted = totals or Totals()
    assert made.begin() == ""
    for result in results:
        counted.add(result)
        assert made.file(result) == ""
    return b"".join(piece for piece in made.end(counted) if isinstance(piece, bytes))


def opened(*results: FileResult, **settings: Any) -> openpyxl.Workbook:
    """The same, as another program reads it."""
    return openpyxl.load_workbook(BytesIO(workbook(*results, **settings)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    """The rows of a sheet with a head in its first row, by the labels."""
    head, *found = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in found]


@pytest.fixture
def linted(pack: RulePack) -> Linted:
    """The result on a text, with its tables."""

    def call(text: str, name: str = "报告.txt", lang: str = "zh", **chosen: Any) -> FileResult:
        return lint_file(
            name, pack=pack, selection=Selection(**chosen), data=text.encode(), lang=lang,
            show="tables",
        )  # fmt: skip

    return call


@pytest.fixture
def of_rules(pack: RulePack) -> Any:
    """What the shipped rules say of themselves."""
    return rule_facts([pack], "zh")


@pytest.fixture
def specimen() -> str:
    """A report in which nothing is wrong."""
    from tests.cli.conftest import SPECIMEN

    return SPECIMEN.read_text(encoding="utf-8")
