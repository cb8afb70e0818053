"""A run of the linter for a command that does something else with what is found."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.cli.checking import Choices, accepting, prepared, with_config
from lint_disclosure.cli.linting import lint_all
from lint_disclosure.finding import FileResult


def results(chosen: Choices, lang: str) -> Iterator[FileResult]:
    """The results as ``check`` has them, with suppressed findings taken out."""
    chosen = with_config(chosen, lang)
    found, task, pack = prepared(chosen, lang)
    put = accepting(chosen, found, (pack,), lang)
    return put(lint_all(found, task, pack, chosen.jobs))
