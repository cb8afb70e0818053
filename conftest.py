"""Say at the end of every test run how many tests were skipped, none included."""

from __future__ import annotations

from collections.abc import Generator

import pytest


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> Generator[None]:
    """Print the count below the names and reasons."""
    yield
    terminalreporter.write_line(f"skipped tests: {len(terminalreporter.getreports('skipped'))}")
