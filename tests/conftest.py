"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

from lint_disclosure.api import load_rules
from lint_disclosure.rulepack.model import RulePack

REPOSITORY = Path(__file__).resolve().parent.parent
REAL_REPORTS = Path(os.environ.get("DISCLOSURE_REPORTS", REPOSITORY.parent / "shared" / "reports"))
"""Real published reports: no part of the project; tests that need them are skipped without."""


# The same examples in every run: a commit is not held up by what it did not change.
settings.register_profile("fixed", derandomize=True, database=None, deadline=None)
settings.load_profile("fixed")

OF_THE_TERMINAL = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE")


@pytest.fixture(autouse=True)
def plain_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is shown does not depend on who runs the tests, nor on how."""
    for name in OF_THE_TERMINAL:
        monkeypatch.delenv(name, raising=False)


@pytest.fixture(scope="session")
def pack() -> RulePack:
    """The shipped rules and forms."""
    return load_rules()


@pytest.fixture(scope="session")
def real_reports() -> Path:
    """The folder of real reports."""
    if not REAL_REPORTS.is_dir():
        pytest.skip(f"no real reports in {REAL_REPORTS} (set DISCLOSURE_REPORTS)")
    return REAL_REPORTS
