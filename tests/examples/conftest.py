"""Renew what the examples are expected to give: ``pytest tests/examples --update-examples``.

Read every difference before it is kept; what is expected is only worth what was checked by hand.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from lint_disclosure.cli.main import run

EXPECTED = Path(__file__).parent / "expected"

Compare = Callable[[str, str], None]
Call = Callable[..., tuple[int, str, str]]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-examples",
        action="store_true",
        help="write the output for examples/ into tests/examples/expected",
    )


@pytest.fixture
def compare(request: pytest.FixtureRequest) -> Compare:
    """Compare a text with an expected file, or write that file."""

    def check(name: str, text: str) -> None:
        path = EXPECTED / name
        if request.config.getoption("--update-examples", default=False):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert text == path.read_text(encoding="utf-8")

    return check


@pytest.fixture
def call(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Call:
    """Run the command line in the root of the repository: its exit code and what it wrote."""
    monkeypatch.chdir(EXPECTED.parents[2])

    def run_it(*args: str) -> tuple[int, str, str]:
        code = run(args)
        written = capsys.readouterr()
        return code, written.out, written.err

    return run_it
