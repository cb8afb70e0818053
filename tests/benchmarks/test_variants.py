"""The reports that the benchmark is run on differ from each other, and nothing is wrong in them."""

from __future__ import annotations

import runpy
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from lint_disclosure.api import lint, read
from lint_disclosure.rulepack.model import RulePack

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "variants.py"


@pytest.fixture(scope="module")
def variants() -> Callable[[int], Iterator[str]]:
    made: Callable[[int], Iterator[str]] = runpy.run_path(str(SCRIPT))["variants"]
    return made


def test_variants_are_clean(variants: Callable[[int], Iterator[str]], pack: RulePack) -> None:
    texts = list(variants(60))
    assert texts == list(variants(60))
    bodies, years = set(), set()
    for text in texts:
        report = read(text.encode(), pack=pack)
        result = lint(report, rules=pack)
        assert (result.status, result.findings, result.undecided) == ("checked", (), ())
        bodies.add(result.issuer)
        years.add(result.year)
    assert len(set(texts)) == len(texts)
    assert len(bodies) > 50
    assert years == {2021, 2022, 2023, 2024, 2025}
