"""The specimen of the form of 2021 with something changed, and what is said of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_disclosure.api import read
from lint_disclosure.engine import Selection, run
from lint_disclosure.finding import FileResult
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.model import RulePack

Lint = Callable[..., FileResult]


@pytest.fixture
def changed(pack: RulePack) -> Callable[..., Report]:
    """The specimen, read after some replacements."""

    def make(*changes: tuple[str, str]) -> Report:
        text = pack.forms["2021"].specimen
        for old, new in changes:
            assert text.count(old) == 1, old
            text = text.replace(old, new)
        return read(text.encode(), name="report.txt", pack=pack)

    return make


@pytest.fixture
def lint(pack: RulePack, changed: Callable[..., Report]) -> Lint:
    """What all rules say of the specimen after some replacements."""

    def make(*changes: tuple[str, str], lang: str = "zh", **selection: object) -> FileResult:
        chosen = Selection(**{"profile": "all", **selection})  # type: ignore[arg-type]
        return run(changed(*changes), pack, chosen, lang)

    return make
