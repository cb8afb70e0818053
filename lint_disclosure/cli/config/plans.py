"""Each path of a run with the configuration that is for it, and what that leaves out."""

from __future__ import annotations

import os
from collections.abc import Sequence

from lint_disclosure.api import load_rules
from lint_disclosure.cli.config.entries import Entry, default_entries, holding
from lint_disclosure.cli.config.judging import Plan
from lint_disclosure.cli.config.nearest import Nearest
from lint_disclosure.rulepack.model import RulePack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from lint_disclosure.cli.config.reading import Config


class Plans:
    """Every configuration is read once, and only when a path needs it.

    ``named`` is the file for all paths; with ``search`` off there is none. ``given`` is what the
    command line says, over all files.
    """

    def __init__(
        self, named: str | None, given: Sequence[Entry], lang: str, *, search: bool = True
    ) -> None:
        self.named = named
        self.given = tuple(given)
        self.lang = lang
        self.search = search
        self.all: list[Plan] = []
        self._nearest = Nearest(lang)
        self._numbers: dict[str | None, int] = {}
        self._configs: dict[str, Config] = {}
        self._packs: dict[tuple[str, ...], RulePack] = {}

    def number(self, path: str | None) -> int:
        """The index in ``all`` of the plan for a file; None is the working folder."""
        file = self.file_for(
            os.getcwd() if path is None else os.path.dirname(os.path.abspath(path))
        )
        if file not in self._numbers:
            plan = self._plan(file)
            self._numbers[file] = len(self.all)
            self.all.append(plan)
        return self._numbers[file]

    def file_for(self, folder: str) -> str | None:
        """The configuration file for the files in an absolute folder."""
        if self.named is not None or not self.search:
            return self.named
        return self._nearest.of(folder)

    def entries_of(self, file: str | None) -> tuple[Entry, ...]:
        """All that is said for every report where a configuration file, or none, is used."""
        said = self._config(file).entries if file is not None else ()
        return (*default_entries(), *said, *self.given)

    def _plan(self, file: str | None) -> Plan:
        config = self._config(file) if file is not None else None
        packs: tuple[str, ...] = ()
        for held in holding(self.entries_of(file)):
            if held.entry.key.removeprefix("extend-") == "rules":
                packs += held.entry.value
        if packs not in self._packs:
            self._packs[packs] = load_rules([*packs] or None)
        plan = Plan(
            self._packs[packs],
            (*default_entries(), *(config.entries if config else ())),
            config.overrides if config else (),
            self.given,
            config.files if config else (),
            self.lang,
        )
        plan.judgement(None, None)
        return plan

    def _config(self, file: str) -> Config:
        from lint_disclosure.cli.config.reading import read_config

        if file not in self._configs:
            self._configs[file] = read_config(file, self.lang)
        return self._configs[file]

    def packs(self) -> tuple[RulePack, ...]:
        """The packs of all plans, each once."""
        return tuple(self._packs.values())


def packs_here(given: Sequence[str], lang: str) -> list[str] | None:
    """The packs that are given, else those of the configuration of the working folder."""
    if given:
        return list(given)
    plans = Plans(None, (), lang)
    found: list[str] = []
    for held in holding(plans.entries_of(plans.file_for(os.getcwd()))):
        if held.entry.key.removeprefix("extend-") == "rules":
            found += held.entry.value
    return found or None
