"""The benchmark of wrong numbers runs, and a small run of it keeps to what is promised."""

from __future__ import annotations

import runpy
from pathlib import Path
from random import Random
from typing import Any

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "diagnosis.py"


@pytest.fixture(scope="module")
def script() -> dict[str, Any]:
    return runpy.run_path(str(SCRIPT))


@pytest.fixture(scope="module")
def bench(script: dict[str, Any]) -> Any:
    return script["Bench"](7)


def test_the_tables_agree_before_anything_is_put_into_them(
    script: dict[str, Any], bench: Any
) -> None:
    for size in script["SIZES"]:
        for _, right in bench.tables(size, 3):
            assert bench.trial(right, right).among
            assert right["received", "total"] + right["carried_in", "total"] == size


@pytest.mark.parametrize("kind", ["digits swapped", "digit lost", "ten times", "left at 0"])
def test_a_slip_makes_a_number_another_one(script: dict[str, Any], kind: str) -> None:
    for number in range(200):
        assert script["slipped"](number, kind, Random(number)) != number
    assert script["slipped"](0, "left at 0", Random(1)) is None


def test_two_and_three_wrong_numbers(script: dict[str, Any], bench: Any) -> None:
    for count, least in ((1, 40), (2, 39), (3, 36)):
        trials = [
            script["some_wrong"](bench, right, random, count)
            for random, right in bench.tables(800, 40)
        ]
        assert sum(one.first for one in trials) >= least


def test_a_shifted_row_and_a_copied_total(script: dict[str, Any], bench: Any) -> None:
    for measure in ("shifted_row", "copied_total"):
        trials = [script[measure](bench, right, random) for random, right in bench.tables(800, 10)]
        assert all(one.named and one.first for one in trials if one is not None)


def test_table_four(script: dict[str, Any], bench: Any) -> None:
    for seed in range(20):
        assert script["table_four"](bench, Random(seed)) == (True, True, True)
