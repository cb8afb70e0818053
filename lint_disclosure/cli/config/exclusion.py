"""Which files and folders a configuration leaves out, however they are named."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.cli.config.entries import Entry, Origin, holding
from lint_disclosure.cli.config.patterns import Pattern, deciding, matched
from lint_disclosure.cli.config.plans import Plans


class Exclusion(NamedTuple):
    """Why a path is left out: by a pattern of ``exclude``, or as none of ``include`` fits."""

    pattern: str | None
    origin: Origin

    def words(self, lang: str) -> str:
        """The reason for a person."""
        where = self.origin.words(lang)
        if self.pattern is None:
            return f"not among include, {where}" if lang == "en" else f"不在 include 之内，{where}"
        if lang == "en":
            return f'excluded by "{self.pattern}", {where}'
        return f"按「{self.pattern}」排除，{where}"


class _Rules(NamedTuple):
    """The patterns of one configuration, with the entries that they come from."""

    excludes: tuple[Pattern, ...]
    excluding: tuple[Entry, ...]
    includes: tuple[Pattern, ...]
    including: tuple[Entry, ...]


class Exclusions:
    """A file is judged by its own configuration; the folder that this one lies in is judged by the
    one above it, so a folder that is left out takes with it what it holds."""

    def __init__(self, plans: Plans) -> None:
        self.plans = plans
        self._rules: dict[str | None, _Rules] = {}
        self._outer: dict[str, Exclusion | None] = {}

    def of_file(self, path: str) -> Exclusion | None:
        """Why a file is left out; None if it is not."""
        path = os.path.abspath(path)
        file = self.plans.file_for(os.path.dirname(path))
        rules = self._of(file)
        found = _excluded(rules, path, is_folder=False) or self._around(file)
        if found is None and rules.includes and not matched(rules.includes, path):
            return Exclusion(None, rules.including[0].origin)
        return found

    def of_folder(self, path: str) -> Exclusion | None:
        """Why a folder is left out; None if it is not, though its files may be."""
        path = os.path.abspath(path)
        file = self.plans.file_for(os.path.dirname(path))
        return _excluded(self._of(file), path, is_folder=True) or self._around(file)

    def _around(self, file: str | None) -> Exclusion | None:
        """Why the folder is left out that a configuration file was found in."""
        if file is None or file == self.plans.named:
            return None
        folder = os.path.dirname(file)
        if folder not in self._outer:
            self._outer[folder] = (
                None if os.path.dirname(folder) == folder else self.of_folder(folder)
            )
        return self._outer[folder]

    def _of(self, file: str | None) -> _Rules:
        if file not in self._rules:
            held = [one.entry for one in holding(self.plans.entries_of(file))]
            excluding = tuple(entry for entry in held if entry.key == "exclude")
            including = tuple(entry for entry in held if entry.key == "include")
            self._rules[file] = _Rules(
                _patterns(excluding), excluding, _patterns(including), including
            )
        return self._rules[file]


def _patterns(entries: Sequence[Entry]) -> tuple[Pattern, ...]:
    return tuple(Pattern(entry.value, entry.roots) for entry in entries)


def _excluded(rules: _Rules, path: str, *, is_folder: bool) -> Exclusion | None:
    index = deciding(rules.excludes, path, is_folder=is_folder)
    if index is None:
        return None
    entry = rules.excluding[index]
    return Exclusion(entry.value, entry.origin)
