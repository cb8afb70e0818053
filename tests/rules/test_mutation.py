"""The shipped rules change in no respect without their own tests noticing."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.authoring.proving.mutation import score, score_report
from lint_disclosure.authoring.proving.processes import each_rule
from lint_disclosure.authoring.proving.set_lint import lint_rules
from lint_disclosure.rulepack.loading import load_files, shipped_packs
from lint_disclosure.rulepack.problem import frames

LEAST = 0.95


@pytest.mark.parametrize("paths", shipped_packs(), ids=lambda paths: paths[0].name)
def test_the_tests_notice_nearly_every_change(paths: list[Path]) -> None:
    bench = Bench(*load_files(paths))
    assert frames(bench.equivalents.problems) == ""
    scores = list(each_rule(bench, paths, list(bench.files), score))
    killed = sum(one.killed for one in scores)
    survivors = sum(len(one.survivors) for one in scores)
    weak = [one for one in scores if one.survivors or one.stale or one.failing]
    assert killed >= LEAST * (killed + survivors), "\n" + score_report(weak)
    assert [name for one in scores for name in one.stale] == []


@pytest.mark.parametrize("paths", shipped_packs(), ids=lambda paths: paths[0].name)
def test_each_pack_is_a_sound_set(paths: list[Path]) -> None:
    assert frames(lint_rules(paths)) == ""
