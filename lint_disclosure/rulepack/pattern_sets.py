"""Patterns of a rule that can never report, and words that one rule demands and another forbids.

Decided only for patterns that stand for a few words: what others match cannot be listed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.rulepack.model import Rule, Text
from lint_disclosure.rulepack.needles import all_texts, depends_on_context
from lint_disclosure.rulepack.problem import Problem
from lint_disclosure.rulepack.rule_scope import meet
from lint_disclosure.rulepack.rules import RuleFile
from lint_disclosure.rulepack.yaml_source import KeyPath

_AGAINST = ("except", "unless")
"""Options that keep a match from being reported; ``patterns`` are what is reported."""


def pattern_problems(files: Sequence[RuleFile], beside: Iterable[Rule] = ()) -> Iterator[Problem]:
    """Everything that is wrong with patterns; ``beside`` are rules used together with these."""
    for file in files:
        if file.rule is not None:
            yield from _silent(file)
    yield from _clashes(files, list(beside))


def _silent(file: RuleFile) -> Iterator[Problem]:
    """Patterns of which every match is excepted."""
    options = file.rule.options if file.rule else {}
    against = [
        (name, pattern)
        for name in _AGAINST
        for pattern in options.get(name, ())
        if isinstance(pattern, str) and not depends_on_context(pattern)
    ]
    if not against:
        return
    for path, pattern in _positive(options, ()):
        words = all_texts(pattern)
        if not words:
            continue
        covering = [
            next((entry for entry in against if re.search(entry[1], word)), None) for word in words
        ]
        used = [entry for entry in covering if entry is not None]
        if len(used) == len(covering):
            name, exception = used[0]
            yield file.file.problem(
                path,
                Text(
                    f"这一项永远不会报告：匹配到的都被 {name} 的「{exception}」排除",
                    f"this never fires: all that it matches is excluded by {exception} in {name}",
                ),
                hint=Text("把例外写窄，或者删去这一项", "narrow the exception, or take this out"),
            )


def _positive(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    """The patterns that report, with their places."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            if key == "patterns":
                yield from (((*path, key, index), one) for index, one in enumerate(member))
            elif key not in ("needles", *_AGAINST):
                yield from _positive(member, (*path, key))
    elif isinstance(value, list):
        for index, member in enumerate(value):
            yield from _positive(member, (*path, index))


class _Demand(NamedTuple):
    """Words of which a rule wants one, and where the demand stands in its file."""

    words: frozenset[str]
    path: KeyPath


def _clashes(files: Sequence[RuleFile], beside: Sequence[Rule]) -> Iterator[Problem]:
    """Rules that forbid every word by which another would be kept, in the same place."""
    own = {file.rule.id: file for file in files if file.rule is not None}
    every = [*(file.rule for file in files if file.rule is not None), *beside]
    for forbidding in (rule for rule in every if rule.check == "wording"):
        for demanding in every:
            file = own.get(demanding.id) or own.get(forbidding.id)
            if file is None or not meet(forbidding, demanding):
                continue
            demand = next(_unmeetable(demanding, forbidding), None)
            if demand is not None:
                here = demand.path if demanding.id in own else ("patterns",)
                word = min(demand.words, key=lambda word: (len(word), word))
                yield _clash(file, here, demanding, forbidding, word)


def _clash(file: RuleFile, path: KeyPath, demanding: Rule, forbidding: Rule, word: str) -> Problem:
    return file.file.problem(
        path,
        Text(
            f"{demanding.id} 要求写的词，{forbidding.id} 都不准写（如「{word}」），"
            "两条规则不能同时做到",
            f"{forbidding.id} forbids every word that {demanding.id} demands (such as {word}): "
            "the two rules cannot be kept both",
        ),
        hint=Text(
            f"在 {forbidding.id} 里写明例外，或者改 {demanding.id} 的词",
            f"make an exception in {forbidding.id}, or change the words of {demanding.id}",
        ),
    )


def _unmeetable(rule: Rule, other: Rule) -> Iterator[_Demand]:
    """The demands of a rule that another one forbids to meet."""
    if "unless" in other.options:
        return
    if not _inside(rule.options.get("in", "report"), other.options.get("in", "report")):
        return
    demands = list(_demands(rule.check, rule.options))
    barred = [one for one in demands if all(_forbidden(word, other.options) for word in one.words)]
    any_will_do = rule.options.get("require") == "any"
    if barred and (not any_will_do or len(barred) == len(demands)):
        yield barred[0]


def _demands(check: str, options: Mapping[str, Any]) -> Iterator[_Demand]:
    """What a rule demands, as far as it is mere words."""
    lists: list[tuple[KeyPath, Iterable[str]]] = []
    if check == "presence" and "fields" not in options:
        for index, mention in enumerate(options.get("mentions", ())):
            lists.append((("mentions", index, "patterns"), mention["patterns"]))
    elif check == "wording" and "required" in options:
        lists.append((("required",), options["required"]))
    for path, patterns in lists:
        texts = [all_texts(pattern) for pattern in patterns]
        known = [words for words in texts if words is not None]
        if known and len(known) == len(texts):
            yield _Demand(frozenset().union(*known), path)


def _forbidden(word: str, options: Mapping[str, Any]) -> bool:
    """Whether a text that holds the word is reported for it, whatever stands around it."""
    hits = (
        match
        for _, pattern in _positive(options, ())
        if not depends_on_context(pattern)
        for match in re.finditer(pattern, word)
    )
    if next(hits, None) is None:
        return False
    excepted = [all_texts(pattern) for pattern in options.get("except", ())]
    return all(
        words is not None and not any(_may_overlap(word, one) for one in words)
        for words in excepted
    )


def _may_overlap(word: str, other: str) -> bool:
    """Whether some text holds both words in such a way that they share a character."""
    if word in other or other in word:
        return True
    shorter = min(len(word), len(other))
    return any(
        word.endswith(other[:length]) or other.endswith(word[:length])
        for length in range(1, shorter)
    )


def _inside(place: Any, other: Any) -> bool:
    """Whether a place (option ``in``) is part of another; titles are no running text."""
    left = _parts(place) - _parts(other)
    return not left or ("report" in _parts(other) and left.isdisjoint(_TITLES))


_TITLES = ("title", "headings")


def _parts(place: Any) -> set[Any]:
    return {place} if isinstance(place, str) else set(place)
