"""Errors of a JSON Schema in the words of a rule file, each with its place."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from typing import Any

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.schema import type_words, validation_errors
from lint_disclosure.rulepack.written import KeyPath, Written


def shape_problems(
    file: Written, name: str, data: Any, also: Collection[str] = ()
) -> dict[Problem, KeyPath]:
    """What is wrong with decoded data by the schema ``name``, and where in the data.

    ``also`` are keys that are known beside those of the schema, for *did you mean*.
    """
    found: dict[Problem, KeyPath] = {}
    for error in validation_errors(name, data):
        path = tuple(error.absolute_path)
        for problem in _translate(file, error, path, also):
            found.setdefault(problem, path)
    return found


def _translate(
    file: Written, error: Any, path: KeyPath, also: Collection[str]
) -> Iterator[Problem]:
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        yield from _unknown_keys(file, error, path, also)
    elif error.validator == "required":
        for key in error.validator_value:
            if key not in error.instance:
                message, hint = _missing(key, error.validator_value)
                yield file.problem(path, message, key=True, hint=hint)
    elif "propertyNames" in error.absolute_schema_path and isinstance(error.instance, str):
        message, hint = _words(error)
        yield file.problem((*path, error.instance), message, key=True, hint=hint)
    else:
        message, hint = _words(error)
        yield file.problem(path, message, hint=hint)


def _missing(key: str, required: Collection[str]) -> tuple[Text, Text | None]:
    """A key that has to be there; of a text in two languages, the one that is left out."""
    if not set(required) <= set(_LANGUAGES):
        return Text(f"缺少 {key}", f"{key} is missing"), None
    words = _LANGUAGES[key]
    return Text(f"缺少{words.zh}（{key}）", f"the {words.en} text ({key}) is missing"), _BOTH


_LANGUAGES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}
_BOTH = Text(
    "文字都要写中英文两种：{zh: 中文, en: English}",
    "every text is given in both languages: {zh: 中文, en: English}",
)


def _unknown_keys(
    file: Written, error: Any, path: KeyPath, also: Collection[str]
) -> Iterator[Problem]:
    known = set(error.schema.get("properties", {})) | (set() if error.absolute_path else set(also))
    unused = sorted(known - set(error.instance))
    for key in error.instance:
        if key in known:
            continue
        hint = did_you_mean(key, unused)
        if hint is None and unused and len(unused) <= 8:
            hint = Text(f"可用的有：{'、'.join(unused)}", f"known are: {', '.join(unused)}")
        yield file.problem(
            (*path, key), Text(f"不认识的键 {key}", f"unknown key {key}"), key=True, hint=hint
        )


def _words(error: Any) -> tuple[Text, Text | None]:
    """The message for an error, and a hint."""
    own = error.schema.get("x-message") if error.validator == "pattern" else None
    if own:
        return Text(own["zh"], own["en"]), None
    if error.validator == "dependentRequired":
        return _dependent(error)
    value = error.validator_value
    if error.validator in ("enum", "const"):
        return _choice(error.instance, value if error.validator == "enum" else [value])
    if error.validator in ("anyOf", "oneOf"):
        return _alternatives(error)
    if error.validator == "type":
        words = _wrong_type(error.instance, [value] if isinstance(value, str) else value)
        both = isinstance(error.instance, str) and set(error.schema.get("required", ())) == {
            *_LANGUAGES
        }
        return (words[0], _BOTH) if both else words
    limit = _LIMITS.get(error.validator)
    if limit is None:
        return Text(f"不合规定：{error.message}", error.message), None
    return Text(limit[0].format(value), limit[1].format(value)), None


_LIMITS = {
    "minLength": ("不能为空", "must not be empty"),
    "maxLength": ("太长（最多 {} 字）", "too long ({} characters at most)"),
    "minItems": ("至少要有 {} 项", "at least {} needed"),
    "maxItems": ("最多 {} 项", "{} at most"),
    "uniqueItems": ("有重复的项", "an entry is repeated"),
    "minProperties": ("至少要有 {} 个键", "at least {} keys needed"),
    "maxProperties": ("最多 {} 个键", "{} keys at most"),
    "minimum": ("不能小于 {}", "must not be below {}"),
    "maximum": ("不能大于 {}", "must not be above {}"),
    "pattern": ("写法应符合 {}", "must match {}"),
}


def _choice(value: Any, choices: list[Any]) -> tuple[Text, Text | None]:
    words = [choice if isinstance(choice, str) else json.dumps(choice) for choice in choices]
    shown = _shown(value)
    message = Text(
        f"不能是 {shown}，应为 {'、'.join(words)}" + (" 之一" if len(words) > 1 else ""),
        f"{shown} is not one of {', '.join(words)}",
    )
    return message, did_you_mean(value, words) if isinstance(value, str) else None


def _dependent(error: Any) -> tuple[Text, None]:
    lacking = {
        key: [other for other in others if other not in error.instance]
        for key, others in error.validator_value.items()
        if key in error.instance
    }
    pairs = [(key, other) for key, others in lacking.items() for other in others]
    return Text(
        "；".join(f"写了 {key} 就要写 {other}" for key, other in pairs),
        "; ".join(f"{key} needs {other}" for key, other in pairs),
    ), None


def _alternatives(error: Any) -> tuple[Text, Text | None]:
    """For a value whose very kind fits no alternative, or that lacks the keys of each."""
    wanted = [inner.validator_value for inner in error.context if inner.validator == "required"]
    if len(wanted) == len(error.context):
        sets = [" + ".join(keys) for keys in wanted]
        return Text(f"缺少 {' 或 '.join(sets)}", f"{' or '.join(sets)} is missing"), None
    choices: list[Any] = []
    types: list[str] = []
    for inner in error.context:
        if inner.relative_path:
            continue
        if inner.validator == "enum":
            choices += inner.validator_value
        elif inner.validator == "const":
            choices.append(inner.validator_value)
        elif inner.validator == "type":
            value = inner.validator_value
            types += [value] if isinstance(value, str) else value
    if choices and isinstance(error.instance, str):
        return _choice(error.instance, choices)
    return _wrong_type(error.instance, list(dict.fromkeys(types)))


def _wrong_type(value: Any, types: list[str]) -> tuple[Text, Text | None]:
    wanted = type_words(types)
    if value == "":
        return Text(f"这里是空的，应为{wanted.zh}", f"nothing here, {wanted.en} expected"), None
    actual = type_words([_type(value)])
    hint = None
    if value in ("yes", "no", "on", "off", "True", "False") and "boolean" in types:
        hint = Text("写 true 或 false", "write true or false")
    elif types == ["array"] and isinstance(value, str):
        hint = Text(f"只有一项也要写成 [{value}]", f"write [{value}] even for a single entry")
    shown = f" {_shown(value)}" if isinstance(value, str) else ""
    return Text(
        f"应为{wanted.zh}，不是{actual.zh}{shown}", f"{wanted.en} expected, not {actual.en}{shown}"
    ), hint


def _type(value: Any) -> str:
    kinds: tuple[tuple[type, str], ...] = (
        (dict, "object"),
        (list, "array"),
        (bool, "boolean"),
        (int, "integer"),
        (float, "number"),
        (str, "string"),
    )
    return next((name for kind, name in kinds if isinstance(value, kind)), "null")


def _shown(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 40 else f"{text[:40]}..."
