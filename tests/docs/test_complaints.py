"""The tests that answer the complaints of users are there, under the names that are given."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "decisions" / "0031-complaints.md"
NAMED = re.findall(r"`(tests/[\w/.]+)(?:::(\w+))?`", PAGE.read_text(encoding="utf-8"))


def test_every_complaint_is_answered() -> None:
    rows = [row for row in PAGE.read_text(encoding="utf-8").splitlines() if row.startswith("| ")]
    assert len(rows) > 18
    assert [row for row in rows[1:] if "`" not in row] == []


@pytest.mark.parametrize(("file", "name"), NAMED, ids=[f"{a}::{b}" for a, b in NAMED])
def test_the_named_test_is_there(file: str, name: str) -> None:
    path = ROOT / file
    assert path.exists()
    if name:
        assert f"def {name}(" in path.read_text(encoding="utf-8")
