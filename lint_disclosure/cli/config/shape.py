"""Hold a configuration against its schema, without the library for it: that takes long to load."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lint_disclosure.cli.config.toml_lines import Path
from lint_disclosure.cli.errors import did_you_mean

Schema = Mapping[str, Any]

_TYPES = {"array": list, "string": str, "boolean": bool, "object": dict}
_WORDS = {
    "array": ('文字的列表，如 ["ARI"]', 'a list of texts, such as ["ARI"]'),
    "string": ("文字", "a text"),
    "boolean": (" true 或 false", "true or false"),
    "object": ("一张表", "a table"),
}


def problems(
    value: Any, schema: Schema, root: Schema, lang: str, path: Path = ()
) -> Iterator[tuple[Path, str]]:
    """What does not fit, each with where it stands and the reason; understands what the schema of
    the configuration uses."""
    schema = _resolved(schema, root)
    if "oneOf" in schema:
        schema = _alternative(value, [_resolved(one, root) for one in schema["oneOf"]])
    if "enum" in schema:
        if value not in schema["enum"]:
            yield path, _not_one_of(path, value, schema["enum"], lang)
    elif not isinstance(value, _TYPES[schema["type"]]):
        yield path, _not_a(path, schema, lang)
    elif isinstance(value, dict):
        yield from _in_table(value, schema, root, lang, path)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from problems(item, schema["items"], root, lang, (*path, number))
        if not value and schema.get("minItems"):
            yield path, _said(path, "不能是空的列表", "must not be empty", lang)
    elif isinstance(value, str) and len(value) < schema.get("minLength", 0):
        yield path, _said(path, "不能为空", "must not be empty", lang)


def _in_table(
    table: Mapping[str, Any], schema: Schema, root: Schema, lang: str, path: Path
) -> Iterator[tuple[Path, str]]:
    known = schema.get("properties", {})
    for key, value in table.items():
        below = (*path, key)
        if key in known:
            yield from problems(value, known[key], root, lang, below)
        elif isinstance(schema.get("additionalProperties"), dict):
            yield from problems(value, schema["additionalProperties"], root, lang, below)
        else:
            near = did_you_mean(key, known, lang)
            name = named(below)
            yield below, f"unknown key {name}{near}" if lang == "en" else f"不认识的键 {name}{near}"
    if len(table) < schema.get("minProperties", 0):
        yield path, _said(path, "是空的", "is empty", lang)


def _alternative(value: Any, alternatives: list[Schema]) -> Schema:
    """The alternative that a value seems to be meant as; the last where none has its type."""
    for schema in alternatives:
        if isinstance(value, _TYPES[schema.get("type", "string")]):
            return schema
    return alternatives[-1]


def _resolved(schema: Schema, root: Schema) -> Schema:
    if "$ref" not in schema:
        return schema
    target: Schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    return target


def named(path: Path) -> str:
    """A path as people write it; the overrides are numbered from 1."""
    text = ""
    for step in path:
        text += f"[{step + 1}]" if isinstance(step, int) else f".{step}"
    return text.removeprefix(".")


def _not_one_of(path: Path, value: Any, known: list[str], lang: str) -> str:
    near = did_you_mean(value, known, lang) if isinstance(value, str) else ""
    listed = ", ".join(known)
    return _said(path, f"应为 {listed} 之一{near}", f"must be one of {listed}{near}", lang)


def _not_a(path: Path, schema: Schema, lang: str) -> str:
    zh, en = _WORDS[schema["type"]]
    if path[-1:] == ("overrides",):
        zh, en = "表的列表，写成 [[overrides]]", "a list of tables, written [[overrides]]"
    return _said(path, f"应为{zh}", f"must be {en}", lang)


def _said(path: Path, zh: str, en: str, lang: str) -> str:
    name = named(path)
    return f"{name} {en}" if lang == "en" else f"{name} {zh}"
