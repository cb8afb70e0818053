"""What is wrong with rules as a set, as far as it shows without running them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lint_disclosure.rulepack.model import Form, Rule, Text
from lint_disclosure.rulepack.pattern_sets import pattern_problems
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.relation_sets import relation_problems
from lint_disclosure.rulepack.rules import RuleFile
from lint_disclosure.rulepack.source_list import citation_problems


def set_problems(
    files: Sequence[RuleFile],
    forms: Mapping[str, Form],
    bodies: Sequence[Mapping[str, Any]],
    beside: Sequence[Rule] = (),
) -> Iterator[Problem]:
    """Rules that never or always fire, that say the same or clash, and sources not listed.

    ``beside`` are rules that are used together with those in the files.
    """
    yield from relation_problems(files, forms, beside)
    yield from pattern_problems(files, beside)
    for file in files:
        yield from _nobody(file, bodies)
    yield from citation_problems(files)


def _nobody(file: RuleFile, bodies: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """Kinds and levels that no body has together; a name may leave the level open."""
    rule = file.rule
    if rule is None or not rule.kinds or not rule.levels:
        return
    levels_of = {one.get("level") for one in bodies if one.get("kind") in rule.kinds}
    if levels_of & {None, *rule.levels}:
        return
    kinds, levels = "、".join(rule.kinds), "、".join(rule.levels)
    yield file.file.problem(
        ("applies_to", "levels"),
        Text(
            f"bodies.yaml 里没有级别是 {levels} 的 {kinds}，规则永远不适用",
            f"bodies.yaml has no {kinds} of the level {levels}, so the rule never applies",
        ),
        hint=Text("核对 kinds 和 levels", "check kinds and levels"),
    )
