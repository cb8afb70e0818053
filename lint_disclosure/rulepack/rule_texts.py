"""The texts of a rule that people read: their slots are filled, and any console shows them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.schema import check_kinds, load_schema
from lint_disclosure.rulepack.written import KeyPath, Written

_SLOT = re.compile(r"[a-z][a-z_]*")
_SLOTS_NAMED = re.compile(r"\{([a-z][a-z_]*)\}")


def text_problems(file: Written, rule: Mapping[str, Any]) -> Iterator[Problem]:
    """Slots are plain names that the check fills; characters are those that any console has."""
    slots = _known_slots(rule.get("check"))
    for path, text, has_slots in _texts(rule):
        for lang, value in (text or {}).items():
            if has_slots:
                yield from _slot_problems(file, (*path, lang), value, slots)
            if lang == "zh":
                yield from _console_problems(file, (*path, lang), value)


def _texts(rule: Mapping[str, Any]) -> Iterator[tuple[KeyPath, Any, bool]]:
    """The texts with their places, and whether they have slots."""
    for key in ("title", "message", "help", "exceptions"):
        yield (key,), rule.get(key), key in ("message", "help")
    for name, case in rule.get("cases", {}).items():
        for key in ("message", "help"):
            yield ("cases", name, key), case.get(key), True
    for index, entry in enumerate(rule.get("history", ())):
        yield ("history", index, "change"), entry["change"], False


def _known_slots(kind: Any) -> frozenset[str]:
    """The slots that the description of a check kind names; none when it names no slot at all."""
    if kind not in check_kinds():
        return frozenset()
    return frozenset(_SLOTS_NAMED.findall(load_schema(f"checks/{kind}").get("description", "")))


def _slot_problems(
    file: Written, path: KeyPath, text: str, known: frozenset[str]
) -> Iterator[Problem]:
    try:
        fields = list(Formatter().parse(text))
    except ValueError:
        message = Text(
            "花括号不成对；要写花括号本身时写两个", "unbalanced braces; double a literal one"
        )
        yield file.problem(path, message)
        return
    for _, name, spec, conversion in fields:
        if name is None:
            continue
        inside = (max(0, text.find("{" + name)), len(name) + 2)
        if spec or conversion or not _SLOT.fullmatch(name):
            message = Text(
                "花括号里只能写一个名称，如 {column}", "a slot is a plain name: {column}"
            )
            yield file.problem(path, message, inside=inside)
        elif known and name not in known:
            words = ", ".join(sorted(known))
            yield file.problem(
                path,
                Text(f"这种检查不提供 {{{name}}}", f"this check does not supply {{{name}}}"),
                inside=inside,
                hint=did_you_mean(name, known) or Text(f"可用的有：{words}", f"known are: {words}"),
            )


def _console_problems(file: Written, path: KeyPath, text: str) -> Iterator[Problem]:
    for index, char in enumerate(text):
        try:
            char.encode("gbk")
        except UnicodeEncodeError:
            message = Text(
                f"「{char}」在部分中文控制台上显示不出来（不在 GBK 内）",
                f"{char} cannot be shown on some Chinese consoles (not in GBK)",
            )
            yield file.problem(path, message, inside=(index, 1))
