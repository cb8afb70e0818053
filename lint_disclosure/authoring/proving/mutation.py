"""Mutation of rules: a rule that is changed in any respect must fail one of its own tests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.authoring.proving.bench import Bench
from lint_disclosure.authoring.proving.rule_tests import compare
from lint_disclosure.finding import FileResult
from lint_disclosure.rulepack.cases import RuleTest
from lint_disclosure.rulepack.model import Text


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
    on the rule itself, so nothing was measured. ``stale``: explained, but no survivor.
    """

    rule: str
    killed: int = 0
    survivors: tuple[Survivor, ...] = ()
    explained: tuple[Survivor, ...] = ()
    invalid: int = 0
    failing: bool = False
    stale: tuple[str, ...] = ()


def score(bench: Bench, code: str) -> Score:
    """The score of one rule."""
    if not bench.sound(code):
        return Score(code, failing=True)
    chosen = {mutant.name: mutant for mutant in bench.mutants(code)}
    made = {name: bench.rule(code, mutant) for name, mutant in chosen.items()}
    own = bench.pack.rules[code]
    rules = {name: rule for name, rule in made.items() if rule is not None and rule != own}
    left = bench.unnoticed(code, rules, _fails)
    why = bench.equivalents.of(code)
    found = []
    for name in left:
        at = bench.place(code, chosen[name])
        found.append(Survivor(name, at.file, at.line, at.column, why.get(name)))
    return Score(
        code,
        len(rules) - len(left),
        tuple(one for one in found if one.why is None),
        tuple(one for one in found if one.why is not None),
        sum(rule is None for rule in made.values()),
        stale=tuple(name for name in why if name not in left),
    )


def _fails(test: RuleTest, result: FileResult) -> bool:
    return compare(test, result).kind != "ok"


def score_report(scores: Sequence[Score], lang: str = "zh") -> str:
    """The score of each rule with its survivors, and of all together."""
    lines: list[str] = []
    for one in scores:
        lines += _lines(one, lang)
    killed = sum(one.killed for one in scores)
    counted = killed + sum(len(one.survivors) for one in scores)
    explained = sum(len(one.explained) for one in scores)
    invalid = sum(one.invalid for one in scores)
    lines.append(
        f"{len(scores)} rules: {killed} of {counted} mutants noticed, {_share(killed, counted)}; "
        f"{explained} explained; {invalid} more were no valid rules and do not count"
        if lang == "en"
        else f"{len(scores)} 条规则：{counted} 处变异中 {killed} 处被测试发现，"
        f"{_share(killed, counted)}；另有 {explained} 处已说明；{invalid} 处改后不成规则，不计"
    )
    return "\n".join(lines)


def _lines(one: Score, lang: str) -> list[str]:
    english = lang == "en"
    if one.failing:
        return [f"{one.rule}  {'its own tests fail' if english else '自带的测试未通过，没有变异'}"]
    counted = one.killed + len(one.survivors)
    lines = [f"{one.rule}  {_share(one.killed, counted):>6}  {one.killed}/{counted}"]
    for left in one.survivors:
        lines.append(
            f"    {left.file}:{left.line}:{left.column}: {left.name}{_told(left.name, lang)}"
        )
    for left in one.explained:
        reason = left.why.get(lang) if left.why else ""
        lead = "explained" if english else "已说明"
        lines.append(f"    {left.file}:{left.line}:{left.column}: {left.name}")
        lines.append(f"        {lead}{': ' if english else '：'}{reason}")
    for name in one.stale:
        lead = "explained, but no survivor" if english else "写了说明，但没有这样未被发现的变异"
        lines.append(f"    {lead}{': ' if english else '：'}{name}")
    return lines


_CHANGE = re.compile(r"[^:]*: (?:-(?P<gone>.+)|(?P<old>.+) -> (?P<new>.+))", re.DOTALL)


def _told(name: str, lang: str) -> str:
    """What was changed in words, behind its short name; may be empty."""
    match = _CHANGE.fullmatch(name)
    if match is None:
        return ""
    if match["gone"]:
        gone = match["gone"]
        return f" (without {gone})" if lang == "en" else f"（去掉「{gone}」，测试都照样通过）"
    old, new = match["old"], match["new"]
    if lang == "en":
        return f" ({new} in place of {old})"
    return f"（「{old}」换成「{new}」，测试都照样通过）"


def _share(part: int, whole: int) -> str:
    """A share as a percentage that is rounded down: 100 means all."""
    tenths = part * 1000 // whole if whole else 1000
    return f"{tenths // 10}.{tenths % 10}%"
