"""The figures that prose states are read right, and none from the traps."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.rulepack.model import RulePack
from tests.corpus.claim_labels import FOLDER, TUNED, Score, line, load, measure

PRECISION = 0.99
RECALL = 0.9


def measured(name: str, pack: RulePack, reports: Path) -> Score:
    return measure(load(name, pack), pack, reports)


def test_the_figures_of_sentences_of_real_reports(pack: RulePack, real_reports: Path) -> None:
    assert_good(measured("real", pack, real_reports))


def test_the_figures_of_invented_sentences(pack: RulePack, tmp_path: Path) -> None:
    assert_good(measured("invented", pack, tmp_path))


def assert_good(score: Score) -> None:
    assert score.labelled > 100
    assert score.precision >= PRECISION, [(one.text, said) for one, said in score.wrong]
    assert score.recall >= RECALL, [(one.text, said) for one, said in score.missed]
    assert [(label.text, said) for label, said in score.trapped] == []


def test_the_figures_of_sentences_that_were_not_looked_at(
    pack: RulePack, real_reports: Path, record_property: pytest.FixtureRequest
) -> None:
    """Recorded as they come: no threshold, so that nobody tunes the grammar on them."""
    score = measured("blind", pack, real_reports)
    record_property("claims", line("blind", score))  # type: ignore[operator]
    print(line("blind", score))
    assert score.labelled > 50


def test_there_are_enough_labelled_sentences(pack: RulePack) -> None:
    assert sum(len(load(name, pack)) for name in TUNED) >= 400
    assert len(load("blind", pack)) >= 100
    assert sorted(path.stem for path in FOLDER.glob("*.yaml")) == ["blind", *sorted(TUNED)]
