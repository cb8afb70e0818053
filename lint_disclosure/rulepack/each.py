"""A test that is to hold for several words: ``each: {词: [无, 暂无]}`` stands for ``<词>``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.written import KeyPath, Written


def spread(
    file: Written, path: KeyPath, test: Mapping[str, Any], problems: list[Problem]
) -> Iterator[Mapping[str, Any]]:
    """The tests that one stands for: itself, or one for each word.

    Several lists go in step: their first words together, then their second ones.
    """
    each: Mapping[str, list[str]] = test.get("each", {})
    if not each:
        yield test
        return
    bare = {key: value for key, value in test.items() if key != "each"}
    length = len(next(iter(each.values())))
    for name, words in each.items():
        if not _names(bare, f"<{name}>"):
            message = Text(f"测试里没有用到 <{name}>", f"the test makes no use of <{name}>")
            problems.append(file.problem((*path, "each", name), message, key=True))
        if len(words) != length:
            message = Text(
                "each 里几张单子应一样长", "the lists of each have to be of the same length"
            )
            problems.append(file.problem((*path, "each", name), message, key=True))
    for row in zip(*each.values(), strict=False):
        one = _put(bare, {f"<{name}>": word for name, word in zip(each, row, strict=True)})
        if one["name"] == test["name"]:
            one["name"] += f"（{'、'.join(row)}）"
        yield one


def _put(value: Any, words: Mapping[str, str]) -> Any:
    """A copy of the data with words in the place of their names, also in keys."""
    if isinstance(value, dict):
        return {_put(key, words): _put(member, words) for key, member in value.items()}
    if isinstance(value, list):
        return [_put(member, words) for member in value]
    if isinstance(value, str):
        for name, word in words.items():
            value = value.replace(name, word)
    return value


def _names(value: Any, name: str) -> bool:
    if isinstance(value, dict):
        return any(_names(part, name) for entry in value.items() for part in entry)
    if isinstance(value, list):
        return any(_names(part, name) for part in value)
    return name in value if isinstance(value, str) else False
