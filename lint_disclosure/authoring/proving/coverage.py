"""What the tests of a rule reach: ways to end, cases, and items of its lists.

An item is reached if the result of some test depends on it: without it, another finding or
another way to end.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, get_args

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.authoring.proving.rule_tests import lint_alone, outcome_of
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.cases import Outcome, RuleTest
from lint_disclosure.rulepack.model import Rule, Text

_OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
_ITEMS = ("item", "alternative")


class Missed(NamedTuple):
    """A case or an item that no test reaches, and where it stands; ``why`` if that is explained."""

    name: str
    file: str
    line: int
    column: int
    why: Text | None = None


class Coverage(NamedTuple):
    """What the tests of a rule reach; ``cases`` and ``items`` are how many there are.

    ``explained``: items on which no result can depend (see ``equivalents``); they do not count.
    """

    rule: str
    outcomes: tuple[Outcome, ...]
    cases: int
    missed_cases: tuple[Missed, ...]
    items: int
    missed_items: tuple[Missed, ...]
    explained: tuple[Missed, ...] = ()


def coverage(bench: Bench, code: str) -> Coverage:
    """What the tests of one rule reach."""
    rule = bench.pack.rules[code]
    tests = {test.name: test for test in bench.tests(code)}
    plain = {name: _result(bench, rule, test) for name, test in tests.items()}
    outcomes = {outcome_of(code, result) for result in plain.values()}
    marked = [_result(bench, _marked(rule), test) for test in tests.values()]
    said = {finding.message for result in marked for finding in result.findings}
    file = bench.files[code].file
    missed = []
    for name in rule.cases:
        if name not in said:
            at = file.problem(("cases", name), Text("", ""), key=True)
            missed.append(Missed(name, at.file, at.line, at.column))

    def differs(test: RuleTest, result: FileResult) -> bool:
        own = plain[test.name]
        return result.findings != own.findings or result.outcomes != own.outcomes

    items = {one.name: one for one in bench.mutants(code) if one.kind in _ITEMS}
    rules = bench.valid(code, list(items.values()))
    why = bench.equivalents.of(code)
    left = []
    for name in bench.unnoticed(code, rules, differs):
        at = bench.place(code, items[name])
        plainly = name.replace(": -", ": ", 1)
        left.append(Missed(plainly, at.file, at.line, at.column, why.get(name)))
    explained = tuple(one for one in left if one.why is not None)
    return Coverage(
        code,
        tuple(one for one in _OUTCOMES if one in outcomes),
        len(rule.cases),
        tuple(missed),
        len(rules) - len(explained),
        tuple(one for one in left if one.why is None),
        explained,
    )


def _result(bench: Bench, rule: Rule, test: RuleTest) -> FileResult:
    return lint_alone(bench.pack, rule, test, bench.reports.of(test))


def _marked(rule: Rule) -> Rule:
    """The rule with the name of each case as its message."""
    cases = {name: case._replace(message=Text(name, name)) for name, case in rule.cases.items()}
    return rule._replace(cases=cases, message=Text("", ""))


def coverage_report(found: Sequence[Coverage], lang: str = "zh") -> str:
    """What is reached, rule by rule; what is not is named."""
    lines: list[str] = []
    for one in found:
        lines += _lines(one, lang)
    cases, items = sum(one.cases for one in found), sum(one.items for one in found)
    seen = cases - sum(len(one.missed_cases) for one in found)
    reached = items - sum(len(one.missed_items) for one in found)
    lines.append(
        f"{len(found)} rules: {seen} of {cases} cases, {reached} of {items} items reached"
        if lang == "en"
        else f"{len(found)} 条规则：情形 {seen}/{cases}，列表各项 {reached}/{items}"
    )
    return "\n".join(lines)


def _lines(one: Coverage, lang: str) -> list[str]:
    english = lang == "en"
    outcomes = " ".join(one.outcomes)
    cases = f"{one.cases - len(one.missed_cases)}/{one.cases}"
    items = f"{one.items - len(one.missed_items)}/{one.items}"
    lines = [
        f"{one.rule}  cases {cases}, items {items}, ends: {outcomes}"
        if english
        else f"{one.rule}  情形 {cases}，列表各项 {items}，结果：{outcomes}"
    ]
    never = [outcome for outcome in _OUTCOMES if outcome not in one.outcomes]
    if never:
        lines.append(f"    {'never' if english else '没有到过的结果'}: {' '.join(never)}")
    for what, missed in (
        ("case" if english else "情形", one.missed_cases),
        ("item" if english else "项", one.missed_items),
    ):
        for gap in missed:
            lead = f"{what} not reached" if english else f"没有到过的{what}"
            lines.append(f"    {gap.file}:{gap.line}:{gap.column}: {lead}: {gap.name}")
    for gap in one.explained:
        reason = gap.why.get(lang) if gap.why else ""
        lines.append(f"    {gap.file}:{gap.line}:{gap.column}: {gap.name}")
        lines.append(f"        explained: {reason}" if english else f"        已说明：{reason}")
    return lines
