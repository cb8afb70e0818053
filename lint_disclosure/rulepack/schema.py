"""Hold data against a JSON Schema: texts become what the schema asks for, errors get a place."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.shipped import SCHEMAS

Schema = Mapping[str, Any]

_PUBLISHED = "https://raw.githubusercontent.com/disclosure-lint/disclosure-lint/main/schemas"
_COMBINING = ("anyOf", "oneOf", "allOf")
_INTEGER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,17})(?:\.[0-9]{1,17})?")
_WORDS = {"true": True, "false": False}


@cache
def load_schema(name: str) -> Schema:
    """A shipped schema, such as ``rule`` or ``checks/relation``."""
    with open(os.path.join(SCHEMAS, f"{name}.schema.json"), encoding="utf-8") as file:
        schema: Schema = json.load(file)
    return schema


def schema_url(name: str) -> str:
    """Where editors find a schema, such as ``rule``."""
    return f"{_PUBLISHED}/{name}.schema.json"


@cache
def check_kinds() -> tuple[str, ...]:
    """The check kinds: those that have a schema."""
    ending = ".schema.json"
    folder = os.path.join(SCHEMAS, "checks")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return tuple(sorted(name.removesuffix(ending) for name in names if name.endswith(ending)))


class Shape:
    """A place in a schema: all the sub-schemas that may hold for one value."""

    __slots__ = ("parts", "root")

    def __init__(self, root: Schema, parts: tuple[Schema, ...] | None = None) -> None:
        self.root = root
        self.parts = tuple(_spread(root, (root,) if parts is None else parts))

    @property
    def types(self) -> set[str]:
        """The types that any of the sub-schemas names."""
        return {
            kind
            for part in self.parts
            for kind in (
                [part["type"]] if isinstance(part.get("type"), str) else part.get("type", ())
            )
        }

    def mark(self, name: str) -> Any:
        """The value of an annotation, from the first sub-schema that has it."""
        return next((part[name] for part in self.parts if name in part), None)

    def child(self, key: str | int) -> Shape:
        """The place of a member of a mapping or list."""
        found: list[Schema] = []
        for part in self.parts:
            found += _members(part, key)
        return Shape(self.root, tuple(found))


def _spread(root: Schema, parts: tuple[Schema, ...]) -> Iterator[Schema]:
    """The sub-schemas with those they refer to and combine, each once."""
    pending = list(parts)
    seen: set[int] = set()
    while pending:
        part = pending.pop(0)
        if id(part) in seen:
            continue
        seen.add(id(part))
        yield part
        reference = part.get("$ref", "")
        if reference.startswith("#/"):
            target: Any = root
            for step in reference[2:].split("/"):
                target = target[step]
            pending.append(target)
        for word in _COMBINING:
            pending += part.get(word, ())
        pending += [part[word] for word in ("then", "else") if word in part]


def _members(part: Schema, key: str | int) -> list[Schema]:
    if isinstance(key, int):
        prefix = part.get("prefixItems", ())
        if key < len(prefix):
            return [prefix[key]]
        return [part["items"]] if isinstance(part.get("items"), dict) else []
    found = [part["properties"][key]] if key in part.get("properties", {}) else []
    found += [
        schema
        for pattern, schema in part.get("patternProperties", {}).items()
        if re.search(pattern, key)
    ]
    if not found and isinstance(part.get("additionalProperties"), dict):
        found.append(part["additionalProperties"])
    return found


def decode(value: Any, shape: Shape) -> Any:
    """The data with each text as the type that the schema asks for, where it can be read so.

    Where a text is allowed it stays a text; only ``null`` goes before it.
    """
    if isinstance(value, dict):
        return {key: decode(member, shape.child(key)) for key, member in value.items()}
    if isinstance(value, list):
        return [decode(member, shape.child(index)) for index, member in enumerate(value)]
    return _decode_text(value, shape.types) if isinstance(value, str) else value


def _decode_text(text: str, types: set[str]) -> Any:
    if "null" in types and text in ("null", "~", ""):
        return None
    if "string" in types:
        return text
    if "integer" in types and _INTEGER.fullmatch(text):
        return int(text)
    if "number" in types and _NUMBER.fullmatch(text):
        return float(text) if "." in text else int(text)
    if "boolean" in types:
        return _WORDS.get(text, text)
    return text


@cache
def _validator(name: str) -> Any:
    from jsonschema import Draft202012Validator

    return Draft202012Validator(load_schema(name))


def validation_errors(name: str, data: Any) -> list[Any]:
    """The errors of jsonschema for decoded data, alternatives resolved to the likeliest one."""
    found = []
    for error in _validator(name).iter_errors(data):
        found += _likeliest(error)
    return found


def _likeliest(error: Any) -> list[Any]:
    """For a value that fits no alternative: the errors of the one that it comes nearest to."""
    if error.validator not in ("anyOf", "oneOf") or not error.context:
        return [error]
    if all(_asks_for_keys(inner) for inner in error.context):
        return [error]
    branches: dict[int, list[Any]] = {}
    for inner in error.context:
        branches.setdefault(inner.relative_schema_path[0], []).append(inner)
    fitting = [
        errors
        for errors in branches.values()
        if not any(
            inner.validator in ("type", "enum", "const") and not inner.relative_path
            for inner in errors
        )
    ]
    if not fitting:
        return [error]
    nearest = min(fitting, key=lambda errors: sum(len(_likeliest(inner)) for inner in errors))
    return [last for inner in nearest for last in _likeliest(inner)]


def _asks_for_keys(error: Any) -> bool:
    return error.validator == "required" and not error.relative_path


_TYPES = {
    "object": ("键值对", "a mapping"),
    "array": ("列表", "a list"),
    "string": ("文字", "text"),
    "integer": ("整数", "a whole number"),
    "number": ("数字", "a number"),
    "boolean": (" true 或 false", "true or false"),
    "null": ("空", "null"),
}


def type_words(types: list[str]) -> Text:
    """Types in words."""
    known = [_TYPES[kind] for kind in types if kind in _TYPES]
    return Text("或".join(zh for zh, _ in known), " or ".join(en for _, en in known))
