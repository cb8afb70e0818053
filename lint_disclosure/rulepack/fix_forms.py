"""The fixes that a rule file offers: read, and checked as strictly as its patterns."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from lint_disclosure.rulepack.model import FixForm, Text
from lint_disclosure.rulepack.patterns import PatternError, check_pattern
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.written import Written


def read_fixes(rule: Mapping[str, Any]) -> tuple[FixForm, ...]:
    """The fixes of a rule's data."""
    return tuple(_fix(data) for data in rule.get("fixes", ()))


def _fix(data: Mapping[str, Any]) -> FixForm:
    characters = data.get("characters", {})
    return FixForm(
        safety=data["safety"],
        find=data.get("find"),
        text=data.get("with"),
        old=characters.get("from", ""),
        new=characters.get("to", ""),
        case=data.get("case"),
        everywhere=data.get("places") == "all",
    )


def fix_problems(
    file: Written, rule: Mapping[str, Any], variants: Collection[str]
) -> Iterator[Problem]:
    """Patterns that cannot match, and characters that have no partner."""
    for index, data in enumerate(rule.get("fixes", ())):
        at = ("fixes", index)
        if "find" in data:
            try:
                check_pattern(data["find"], variants)
            except PatternError as error:
                yield file.problem((*at, "find"), error.message, hint=error.hint, inside=error.at)
        characters = data.get("characters")
        if characters and len(characters["from"]) != len(characters["to"]):
            message = Text("from 和 to 的字数应相同", "from and to must be of the same length")
            yield file.problem((*at, "characters", "to"), message)
