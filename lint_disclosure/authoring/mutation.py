"""Mutation of rules: a rule that is changed in any respect must fail one of its own tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from lint_disclosure.authoring.equivalents import Equivalents, read_equivalents
from lint_disclosure.authoring.mutants import Mutant, mutants
from lint_disclosure.authoring.rule_tests import (
    BrokenTest,
    Reports,
    compare,
    lint_alone,
    run_tests,
)
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.forms import Forms
from lint_disclosure.rulepack.model import Rule, RulePack, Text
from lint_disclosure.rulepack.rules import RuleFile, reread
from lint_disclosure.rulepack.yaml_source import YamlFile

_STAND_INS = [{"name": "1", "want": []}, {"name": "2", "want": [{"at": "1"}]}]
"""Tests take long to read, and those of the rule stay what they are."""


class Survivor(NamedTuple):
    """A mutant that no test notices; ``why`` when it is known to be no other rule."""

    name: str
    file: str
    line: int
    column: int
    why: Text | None = None


class Score(NamedTuple):
    """How a rule's tests did against its mutants.

    ``invalid``: mutants that are no valid rules, which do not count. ``failing``: the tests fail
    on the rule itself, so nothing was measured. ``stale``: listed as equivalent, but no survivor.
    """

    rule: str
    killed: int = 0
    survivors: tuple[Survivor, ...] = ()
    explained: tuple[Survivor, ...] = ()
    invalid: int = 0
    failing: bool = False
    stale: tuple[str, ...] = ()

    @property
    def share(self) -> float:
        """The share of mutants that the tests notice; those that are explained do not count."""
        counted = self.killed + len(self.survivors)
        return self.killed / counted if counted else 1.0


class Bench:
    """What it takes to try rules on their tests: the pack, and the reports once read."""

    def __init__(self, pack: RulePack, files: Sequence[RuleFile]) -> None:
        self.pack = pack
        self.forms = Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary)
        self.files = {file.code: file for file in files if file.rule is not None}
        self.reports = Reports(pack)

    def tests(self, code: str) -> list[RuleTest]:
        """The tests of a rule that can be run."""
        return [test for test in self.files[code].tests if self._runs(test)]

    def sound(self, code: str) -> bool:
        """Whether the rule passes all of its tests."""
        results = run_tests(self.pack, self.files[code].tests, self.reports)
        return all(result.kind == "ok" for result in results)

    def mutants(self, code: str) -> list[Mutant]:
        """All mutants of a rule, valid or not."""
        rule = self.pack.rules[code]
        return list(mutants(self.files[code].file, rule, tuple(self.pack.forms.values())))

    def rule(self, code: str, mutant: Mutant) -> Rule | None:
        """The rule that a mutant is; None if it is none."""
        file = self.files[code].file
        data = {**mutant.data, "tests": _STAND_INS}
        own = self.pack.rules[code]
        return reread(file._replace(data=data), self.forms, shipped=bool(own.url))

    def unnoticed(
        self,
        code: str,
        rules: Mapping[str, Rule],
        noticed: Callable[[RuleTest, FileResult], bool],
    ) -> list[str]:
        """The names of those rules that no test of ``code`` notices.

        Tests come outside, rules inside: what rules share of a report is worked out once.
        """
        alive = dict(rules)
        for test in self.tests(code):
            report = self.reports.of(test)
            for name, rule in list(alive.items()):
                try:
                    seen = noticed(test, lint_alone(self.pack, rule, test, report))
                except Exception:  # a rule that breaks the program does not pass unnoticed
                    seen = True
                if seen:
                    del alive[name]
        return list(alive)

    def _runs(self, test: RuleTest) -> bool:
        try:
            self.reports.of(test)
        except BrokenTest:
            return False
        return True


def score(bench: Bench, code: str, known: Equivalents) -> Score:
    """The score of one rule."""
    if not bench.sound(code):
        return Score(code, failing=True)
    valid: dict[str, Mutant] = {}
    rules: dict[str, Rule] = {}
    invalid = 0
    for mutant in bench.mutants(code):
        made = bench.rule(code, mutant)
        if made is None:
            invalid += 1
        elif made != bench.pack.rules[code]:
            valid[mutant.name], rules[mutant.name] = mutant, made
    left = bench.unnoticed(code, rules, _fails)
    why = known.of(code)
    file = bench.files[code].file
    found = [survivor(file, valid[name], why.get(name)) for name in left]
    return Score(
        code,
        len(rules) - len(left),
        tuple(one for one in found if one.why is None),
        tuple(one for one in found if one.why is not None),
        invalid,
        stale=tuple(name for name in why if name not in left),
    )


def survivor(file: YamlFile, mutant: Mutant, why: Text | None = None) -> Survivor:
    """A mutant with its place in the file."""
    at = file.problem(mutant.path, Text("", ""), inside=mutant.inside)
    return Survivor(mutant.name, at.file, at.line, at.column, why)


def _fails(test: RuleTest, result: FileResult) -> bool:
    return compare(test, result).kind != "ok"
