"""Data that knows where each of its values was written, be that in one file or in several."""

from __future__ import annotations

from typing import Any, Protocol

from lint_disclosure.place import Source
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.yaml_source import KeyPath

__all__ = ["KeyPath", "Written"]


class Written(Protocol):
    """What reading a rule needs of the file, or files, that it stands in."""

    @property
    def source(self) -> Source:
        """The text of the file that is named first."""
        ...

    @property
    def data(self) -> Any:
        """The data as it is written: every scalar is a text."""
        ...

    @property
    def repeated(self) -> tuple[Problem, ...]:
        """Keys that are given twice."""
        ...

    def problem(
        self,
        path: KeyPath,
        message: Text,
        *,
        key: bool = False,
        inside: tuple[int, int] | None = None,
        hint: Text | None = None,
    ) -> Problem:
        """A problem at a value, at its key, or at a range ``(start, length)`` inside a scalar."""
        ...

    def line(self, path: KeyPath) -> tuple[str, int]:
        """The file and the line of a value."""
        ...
