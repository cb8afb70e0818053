"""What only shows when rules are seen together: double codes, names that lead nowhere, circles."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from lint_disclosure.rulepack.model import Rule, Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.rules import RuleFile

MAX_CHAIN = 50


def cross_problems(
    files: Sequence[RuleFile], known: Collection[str], beside: Mapping[str, Rule]
) -> Iterator[Problem]:
    """What is wrong between rules.

    ``known`` are codes of shipped rules, which may be named; ``beside`` are those shipped rules
    that are used together with the files.
    """
    yield from _repeated(files, "id", Text("规则代码", "the code"), {code: code for code in beside})
    names = {rule.name: code for code, rule in beside.items()}
    yield from _repeated(files, "name", Text("规则名称", "the name"), names)
    codes = {file.code for file in files} | set(known)
    for file in files:
        for word in ("needs", "related"):
            yield from _unknown(file, word, codes)
    needs = {code: rule.needs for code, rule in beside.items()}
    needs |= {file.code: tuple(file.data.get("needs", ())) for file in files}
    circles = list(_circles(files, needs))
    yield from circles or _chains(files, needs)


def _repeated(
    files: Sequence[RuleFile], key: str, what: Text, beside: Mapping[str, str]
) -> Iterator[Problem]:
    """``beside``: value of the key to the code of the shipped rule that has it."""
    owners: dict[str, RuleFile] = {}
    for file in files:
        value = file.data.get(key)
        if value is None:
            continue
        owner = owners.setdefault(value, file)
        if owner is not file:
            other = owner.file.source.name
            message = Text(
                f"{what.zh} {value} 已被 {other} 使用", f"{what.en} {value} is taken by {other}"
            )
            yield file.file.problem((key,), message)
        elif value in beside and (key == "id" or beside[value] != file.code):
            code = beside[value]
            message = Text(
                f"{what.zh} {value} 已被自带的规则 {code} 使用",
                f"{what.en} {value} is taken by the shipped rule {code}",
            )
            yield file.file.problem((key,), message, hint=_OVERRIDE if key == "id" else None)


_OVERRIDE = Text(
    "要改自带的规则，在 pack.yaml 的 overrides 里写；新规则请用没有用过的代码",
    "to change a shipped rule, say so under overrides in pack.yaml; a new rule takes a free code",
)


def _unknown(file: RuleFile, word: str, codes: Collection[str]) -> Iterator[Problem]:
    for index, code in enumerate(file.data.get(word, ())):
        if code == file.code:
            message = Text(f"{code} 指向了自己", f"{code} names itself")
            yield file.file.problem((word, index), message)
        elif code not in codes:
            message = Text(f"没有规则 {code}", f"there is no rule {code}")
            yield file.file.problem((word, index), message, hint=did_you_mean(code, sorted(codes)))


def _chains(files: Sequence[RuleFile], needs: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """The rule with the lowest code of those that stand at the beginning of too long a chain."""
    left = set(needs)
    for _ in range(MAX_CHAIN):
        left = {code for code in left if any(one in left and one != code for one in needs[code])}
    for file in sorted(files, key=lambda file: file.code):
        if file.code in left:
            message = Text(
                f"needs 一条接一条，太长（最多 {MAX_CHAIN} 条）",
                f"needs lead on from rule to rule too long ({MAX_CHAIN} at most)",
            )
            yield file.file.problem(("needs",), message, key=True)
            return


def _circles(files: Sequence[RuleFile], needs: Mapping[str, Sequence[str]]) -> Iterator[Problem]:
    """Each circle of ``needs`` is told once, at the rule with the lowest code."""
    own = {file.code for file in files}
    for file in files:
        circle = _circle(file.code, needs)
        if circle and file.code == min(own.intersection(circle)):
            way = " → ".join((*circle, file.code))
            message = Text(f"needs 绕成了圈：{way}", f"needs go in a circle: {way}")
            yield file.file.problem(("needs",), message, key=True)


def _circle(start: str, needs: Mapping[str, Sequence[str]]) -> list[str]:
    """A way along ``needs`` from a rule back to itself, of two rules or more; empty if none."""
    ways = [[start]]
    seen = {start}
    while ways:
        way = ways.pop(0)
        for code in needs.get(way[-1], ()):
            if code == start and len(way) > 1:
                return way
            if code not in seen:
                seen.add(code)
                ways.append([*way, code])
    return []
