"""Lint rules as a set: what shows in their files, and what shows when their tests are run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lint_disclosure import api
from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.authoring.proving.rule_tests import compare
from lint_disclosure.finding import FileResult
from lint_disclosure.report.model import Report
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.loading import load_pack, load_sources
from lint_disclosure.rulepack.model import Rule, Text
from lint_disclosure.rulepack.problem import PackError, Problem
from lint_disclosure.rulepack.rules import RuleFile
from lint_disclosure.rulepack.set_problems import set_problems

_FEW = 3
"""Reports on which two rules agree before it is more than chance."""


def lint_rules(paths: Sequence[Path] | None = None) -> list[Problem]:
    """Everything that is wrong with rule and form files, one by one and as a set.

    The set is looked at once nothing is wrong with any file for itself.
    """
    sources = load_sources(paths)
    if sources.problems:
        return list(sources.problems)
    files = [file for file in sources.files if file.rule is not None and not file.rule.off]
    beside: list[Rule] = []
    if paths is not None and not sources.alone:
        beside = _shipped_beside(sources.files)
    pack = sources.pack
    problems = list(set_problems(files, pack.forms, pack.bodies, beside))
    rules = {**{rule.id: rule for rule in beside}, **pack.rules}
    bench = Bench(pack._replace(rules=rules), files)
    problems += bench.equivalents.problems
    problems += _loose_thresholds(bench)
    told = {problem.file for problem in problems}
    problems += (one for one in _twins(bench) if one.file not in told)
    problems.sort(key=lambda problem: (problem.file, problem.line, problem.column))
    return problems


def _shipped_beside(files: Sequence[RuleFile]) -> list[Rule]:
    """The shipped rules that are used together with those of the files."""
    own = {file.code for file in files}
    try:
        whole = load_pack().rules
    except PackError:
        return []
    return [rule for code, rule in whole.items() if code not in own]


def _loose_thresholds(bench: Bench) -> Iterator[Problem]:
    """Thresholds that may be one more or one less without any test of the rule noticing."""
    for code, file in bench.files.items():
        near = [one for one in bench.mutants(code) if one.kind == "threshold"]
        rules = bench.valid(code, near) if near and bench.sound(code) else {}
        left = bench.unnoticed(code, rules, _fails)
        for mutant in near:
            if mutant.name in left:
                value = mutant.name.rpartition(" -> ")[2]
                yield file.file.problem(
                    mutant.path,
                    Text(
                        f"改成 {value}，没有一个测试发现",
                        f"no test notices when this is {value}",
                    ),
                    hint=Text(
                        "给这个界限的两边各写一个测试：正好达到的，和只差一点的",
                        "write a test on each side: one that just reaches it, one that just fails",
                    ),
                )


def _fails(test: RuleTest, result: FileResult) -> bool:
    return compare(test, result).kind != "ok"


class _Fired:
    """Which rules fire on a report, worked out once for each."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.known: dict[int, frozenset[str]] = {}

    def on(self, report: Report) -> frozenset[str]:
        """The codes of the rules that fire."""
        if id(report) not in self.known:
            result = api.lint(report, rules=self.bench.pack)
            self.known[id(report)] = frozenset(finding.rule for finding in result.findings)
        return self.known[id(report)]


def _twins(bench: Bench) -> Iterator[Problem]:
    """Rules that fire on exactly the same reports, of all that the tests of the set hold."""
    fired = _Fired(bench)
    partners = {code: _always_with(bench, code, fired) for code in bench.files}
    for code, others in partners.items():
        for other in sorted(others):
            if other < code and code in partners.get(other, ()):
                count = _together(bench, code, other, fired)
                if count >= _FEW:
                    yield _twin(bench.files[code], other, count)
                    break


def _always_with(bench: Bench, code: str, fired: _Fired) -> set[str]:
    """The rules that fire on all of the first few reports on which a rule is wanted to fire."""
    others = set(bench.files) - {code}
    seen = 0
    for test in bench.files[code].own_tests:
        if not (test.want and bench.runs(test)):
            continue
        rules = fired.on(bench.reports.of(test))
        if code in rules:
            others &= rules
            seen += 1
        if seen == _FEW or not others:
            break
    return others if seen else set()


def _together(bench: Bench, one: str, other: str, fired: _Fired) -> int:
    """On how many reports two rules fire; none if only one of them fires on any."""
    both: set[int] = set()
    for code in bench.files:
        for test in bench.tests(code):
            report = bench.reports.of(test)
            found = fired.on(report) & {one, other}
            if len(found) == 1:
                return 0
            if found:
                both.add(id(report))
    return len(both)


def _twin(file: RuleFile, other: str, count: int) -> Problem:
    return file.file.problem(
        ("id",),
        Text(
            f"与 {other} 总是一起报告（测试里的 {count} 份报告都是这样）",
            f"always fires together with {other} (on {count} reports of the tests)",
        ),
        hint=Text(
            "两条说的若是一回事，删去一条；若不是，加一个只有一条报告的测试",
            "if they say the same, take one out; if not, add a test in which only one fires",
        ),
    )
