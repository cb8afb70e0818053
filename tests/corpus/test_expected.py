"""Twenty openings: what a reviewer wanted, written down first, against what the program says.

``expected/`` was written by hand from the texts, before the program had run on them, and is kept
as it was. ``found/`` is what the program says now; ``differences.yaml`` says why the two differ.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from lint_disclosure.api import lint_file
from lint_disclosure.engine import Selection
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.model import RulePack

HERE = Path(__file__).parent
NAMES = sorted(path.stem for path in HERE.glob("expected/*.yaml"))
Said = tuple[str, str]


def load(path: Path) -> Any:
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def lint_opening(name: str, real_reports: Path, pack: RulePack) -> FileResult:
    path = real_reports / "openings" / f"{name}.txt"
    return lint_file(str(path), pack=pack, selection=Selection(profile="all"), partial=True)


def lines(result: FileResult) -> str:
    """One line a finding, without the path: what ``found/`` holds."""
    return "".join(
        f"{one.location.line if one.location else 0}:{one.location.column if one.location else 0} "
        f"{one.severity} {one.rule} {one.locator} | {one.message}\n"
        for one in result.findings
    )


@pytest.mark.parametrize("name", NAMES)
def test_what_is_found(name: str, real_reports: Path, pack: RulePack) -> None:
    expected = (HERE / "found" / f"{name}.txt").read_text(encoding="utf-8")
    assert lines(lint_opening(name, real_reports, pack)) == expected


@pytest.mark.parametrize("name", NAMES)
def test_differences_from_the_reviewer_are_all_explained(
    name: str, real_reports: Path, pack: RulePack
) -> None:
    wanted = Counter[Said](
        (one["rule"], one["severity"]) for one in load(HERE / f"expected/{name}.yaml")["findings"]
    )
    found = Counter[Said](
        (one.rule, one.severity) for one in lint_opening(name, real_reports, pack).findings
    )
    explained = load(HERE / "differences.yaml")
    missing = {
        said for said in (wanted - found) if not _explained(said, name, explained["missing"])
    }
    extra = {said for said in (found - wanted) if not _explained(said, name, explained["extra"])}
    assert (missing, extra) == (set(), set())


def _explained(said: Said, name: str, entries: list[dict[str, Any]]) -> bool:
    return any(
        (one["rule"], one["severity"]) == said and name.split("_")[0] in one["reports"]
        for one in entries
    )


def test_every_explanation_is_still_needed(real_reports: Path, pack: RulePack) -> None:
    """An explanation of a difference that is no longer there is taken out."""
    stale = []
    explained = load(HERE / "differences.yaml")
    for kind in ("missing", "extra"):
        for entry in explained[kind]:
            for number in entry["reports"]:
                name = next(one for one in NAMES if one.startswith(f"{number}_"))
                said = (entry["rule"], entry["severity"])
                wanted = [
                    (one["rule"], one["severity"])
                    for one in load(HERE / f"expected/{name}.yaml")["findings"]
                ]
                found = [
                    (one.rule, one.severity)
                    for one in lint_opening(name, real_reports, pack).findings
                ]
                here, there = (wanted, found) if kind == "missing" else (found, wanted)
                if here.count(said) <= there.count(said):
                    stale.append((kind, number, said))
    assert stale == []
