"""Mutants that are known to be no other rule: ``equivalent_mutants.yaml`` beside the rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from lint_disclosure.rulepack.beside import EQUIVALENTS, beside
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import PackError, Problem
from lint_disclosure.rulepack.shaped_file import read_shaped


class Equivalents(NamedTuple):
    """Why a mutant is none, by rule and name; and what is wrong with the files."""

    reasons: Mapping[str, Mapping[str, Text]]
    problems: tuple[Problem, ...] = ()

    def of(self, code: str) -> Mapping[str, Text]:
        """The mutants of a rule that are explained."""
        return self.reasons.get(code, {})


def find_equivalents(rule_files: Iterable[Path]) -> Equivalents:
    """What the files beside some rule files say."""
    reasons: dict[str, dict[str, Text]] = {}
    problems: list[Problem] = []
    for path in beside(rule_files, EQUIVALENTS):
        try:
            _, data = read_shaped(path, "equivalent_mutants")
        except PackError as error:
            problems += error.problems
            continue
        for entry in data:
            names = dict.fromkeys(entry["mutants"], Text(**entry["why"]))
            reasons.setdefault(entry["rule"], {}).update(names)
    return Equivalents(reasons, tuple(problems))


def read_equivalents(rule_files: Iterable[Path]) -> Equivalents:
    """The same; raises ``PackError`` when a file is broken."""
    found = find_equivalents(rule_files)
    if found.problems:
        raise PackError(found.problems)
    return found
