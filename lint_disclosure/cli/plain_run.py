"""A run of the linter for a command that does something else with what is found."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from lint_disclosure.cli.choices import Choices
from lint_disclosure.cli.run import begun
from lint_disclosure.finding import FileResult
from lint_disclosure.render.width import visible


def results(chosen: Choices, lang: str) -> Iterator[FileResult]:
    """The results as ``check`` has them, with suppressed findings taken out; no baseline is used.

    What is named and left out by the settings is told on standard error.
    """
    run = begun(chosen, lang, with_baseline=False)
    for item in run.left_out:
        sys.stderr.write(visible(f"{item.path}: {item.left_out}") + "\n")
    return run.results(chosen.jobs)
