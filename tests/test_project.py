"""What the project says of itself in more than one place is the same everywhere."""

from __future__ import annotations

import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_each_module_of_checks_is_a_kind_with_a_schema() -> None:
    """So the contract that keeps the modules of ``checks`` apart keeps all kinds apart."""
    kinds = {path.name.partition(".")[0] for path in (ROOT / "schemas" / "checks").iterdir()}
    modules = {path.stem for path in (ROOT / "lint_disclosure" / "checks").glob("*.py")}
    assert modules == kinds | {"__init__"}


def test_what_building_needs_is_locked() -> None:
    locked = {
        line.partition("==")[0].lower()
        for line in (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
        if "==" in line and not line.startswith((" ", "#"))
    }
    wanted = [
        *PROJECT["build-system"]["requires"],
        *PROJECT["project"]["dependencies"],
        *PROJECT["dependency-groups"]["dev"],
    ]
    names = {name.partition(">=")[0].strip().lower() for name in wanted}
    assert names - locked == set()


def test_the_lock_names_no_registry() -> None:
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text
    assert "--find-links" not in text


def test_every_decision_is_in_the_list() -> None:
    folder = ROOT / "docs" / "decisions"
    table = (folder / "0001-record.md").read_text(encoding="utf-8")
    for path in folder.glob("*.md"):
        title = path.read_text(encoding="utf-8").partition("\n")[0].removeprefix("# ")
        number, _, name = title.partition(". ")
        assert f"| {number} | [{name}]({path.name}) |" in table
