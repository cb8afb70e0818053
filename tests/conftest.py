"""Fixtures that all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint_disclosure.api import load_rules
from lint_disclosure.rulepack.model import RulePack

REPOSITORY = Path(__file__).resolve().parent.parent
REAL_REPORTS = Path(os.environ.get("DISCLOSURE_REPORTS", REPOSITORY.parent / "shared" / "reports"))
"""Real published reports: no part of the project; tests that need them are skipped without."""


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
