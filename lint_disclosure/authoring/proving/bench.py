"""Rules and their tests on a bench: try what a rule would be if it were another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from lint_disclosure.authoring.proving.equivalents import Equivalents, find_equivalents
from lint_disclosure.authoring.proving.mutants import Mutant, mutants
from lint_disclosure.authoring.proving.rule_tests import BrokenTest, Reports, lint_alone, run_tests
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.forms import Forms
from lint_disclosure.rulepack.model import Rule, RulePack, Text
from lint_disclosure.rulepack.overridden_file import OverriddenFile
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.rules import RuleFile, reread
from lint_disclosure.rulepack.written import KeyPath, Written

Noticed = Callable[[RuleTest, FileResult], bool]
"""Whether the result of a test shows that the rule is another one."""

_STAND_INS = [{"name": "1", "want": []}, {"name": "2", "want": [{"at": "1"}]}]
"""Tests take long to read, and those of the rule stay what they are."""


class _OtherData:
    """A rule file as if it held other data; what is wrong with that is not shown to anybody."""

    repeated: tuple[Problem, ...] = ()

    def __init__(self, file: Written, data: Mapping[str, Any]) -> None:
        self.source = file.source
        self.data = data

    def problem(self, path: KeyPath, message: Text, **_: Any) -> Problem:
        """The problem without its place."""
        return Problem(self.source.name, 1, 1, message)

    def line(self, path: KeyPath) -> tuple[str, int]:
        """The first line."""
        return self.source.name, 1


class Bench:
    """The rules of a pack with their files, and the reports of their tests, each read once."""

    def __init__(self, pack: RulePack, files: Sequence[RuleFile]) -> None:
        self.pack = pack
        self.forms = Forms(pack.forms, pack.characters, pack.bodies, pack.vocabulary, pack.claims)
        self.files = {file.code: file for file in files if file.rule is not None}
        self.reports = Reports(pack)

    @cached_property
    def equivalents(self) -> Equivalents:
        """The mutants that are known to be no other rule."""
        return find_equivalents(Path(file.file.source.name) for file in self.files.values())

    def tests(self, code: str) -> list[RuleTest]:
        """The tests of a rule that can be run."""
        return [test for test in self.files[code].own_tests if self.runs(test)]

    def sound(self, code: str) -> bool:
        """Whether the rule passes all of its tests."""
        results = run_tests(self.pack, self.files[code].own_tests, self.reports)
        return all(result.kind == "ok" for result in results)

    def mutants(self, code: str) -> list[Mutant]:
        """All mutants of a rule, valid or not; of a rule that a pack changes, of these changes."""
        file, forms = self.files[code].file, tuple(self.pack.forms.values())
        made = mutants(file.data, self.pack.rules[code], forms)
        if isinstance(file, OverriddenFile):
            return [one for one in made if file.line(one.path)[0] == file.pack.source.name]
        return list(made)

    def rule(self, code: str, mutant: Mutant) -> Rule | None:
        """The rule that a mutant is; None if it is none."""
        file = _OtherData(self.files[code].file, {**mutant.data, "tests": _STAND_INS})
        own = self.pack.rules[code]
        made = reread(file, self.forms, shipped=bool(own.url)).rule
        return made and made._replace(pack=own.pack, off=own.off)

    def valid(self, code: str, chosen: Sequence[Mutant]) -> dict[str, Rule]:
        """Those of some mutants that are valid rules and other ones than the rule, by name."""
        made = {mutant.name: self.rule(code, mutant) for mutant in chosen}
        own = self.pack.rules[code]
        return {name: rule for name, rule in made.items() if rule is not None and rule != own}

    def unnoticed(self, code: str, rules: Mapping[str, Rule], noticed: Noticed) -> list[str]:
        """The names of those rules that no test of ``code`` notices.

        Tests come outside, rules inside: what rules share of a report is worked out once.
        """
        alive = dict(rules)
        for test in self.files[code].own_tests:
            if not alive:
                break
            if not self.runs(test):
                continue
            report = self.reports.of(test)
            for name, rule in list(alive.items()):
                try:
                    seen = noticed(test, lint_alone(self.pack, rule, test, report))
                except Exception:  # a rule that breaks the program does not pass unnoticed
                    seen = True
                if seen:
                    del alive[name]
        return list(alive)

    def place(self, code: str, mutant: Mutant) -> Problem:
        """Where a mutant was changed; the message is left empty."""
        file = self.files[code].file
        return file.problem(mutant.path, Text("", ""), inside=mutant.inside)

    def runs(self, test: RuleTest) -> bool:
        """Whether the test can be run at all."""
        try:
            self.reports.of(test)
        except BrokenTest:
            return False
        return True
