"""Schemas as rows of a table: what a key is called, which values it takes, what it means."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from scripts.reference.writing import code

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = ROOT / "schemas"
Node = dict[str, Any]

_TYPES = {
    "string": ("文字", "text"),
    "integer": ("整数", "whole number"),
    "number": ("数", "number"),
    "boolean": ("true 或 false", "true or false"),
    "array": ("列表", "list"),
    "object": ("若干键", "keys"),
    "null": ("null", "null"),
}
_BOTH = {"zh", "en"}


class Row(NamedTuple):
    """A key, with dots and [] for those inside others."""

    key: str
    values: str
    meaning: str
    required: bool


def schema(name: str) -> Node:
    """A schema by the name of its file, ``checks/relation`` or ``config``."""
    loaded: Node = json.loads((SCHEMAS / f"{name}.schema.json").read_text(encoding="utf-8"))
    return loaded


def exists(name: str) -> bool:
    """Whether there is such a schema."""
    return (SCHEMAS / f"{name}.schema.json").is_file()


def meaning(node: Node, lang: str) -> str:
    """The description of a node; in Chinese by ``chinese.yaml``, English where that has none."""
    text: str = node.get("description", "")
    return chinese().get(text, text) if lang == "zh" else text


@cache
def chinese() -> dict[str, str]:
    """Descriptions of the schemas: in Chinese."""
    path = Path(__file__).with_name("chinese.yaml")
    loaded: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def rows(
    root: Node, node: Node, lang: str, before: str = "", referred: bool = True
) -> Iterator[Row]:
    """A row for each key of an object, those inside it after it.

    Without ``referred`` what is only referred to has no rows: it stands elsewhere.
    """
    needed = node.get("required", [])
    for key, raw in node.get("properties", {}).items():
        inner = _resolved(root, raw)
        yield Row(before + key, values(root, inner, lang), meaning(inner, lang), key in needed)
        yield from _inside(root, raw, lang, before + key, referred)


def values(root: Node, node: Node, lang: str) -> str:
    """Which values a node takes, as Markdown."""
    node = _resolved(root, node)
    if "enum" in node or "const" in node:
        return " ".join(code(str(value)) for value in node.get("enum", [node.get("const")]))
    several = node.get("anyOf") or node.get("oneOf")
    if several:
        parts = [values(root, part, lang) for part in several]
        return (" 或 " if lang == "zh" else " or ").join(dict.fromkeys(parts))
    if _is_text_pair(node):
        return "`zh` `en`"
    kinds = node.get("type", "object" if "properties" in node else [])
    names = [_TYPES[kind][lang == "en"] for kind in ([kinds] if isinstance(kinds, str) else kinds)]
    if kinds == "array" and _resolved(root, node.get("items", {})).get("enum"):
        return names[0] + ("：" if lang == "zh" else ": ") + values(root, node["items"], lang)
    return (" 或 " if lang == "zh" else " or ").join(names)


def _inside(root: Node, raw: Node, lang: str, before: str, referred: bool) -> Iterator[Row]:
    node = _resolved(root, raw) if referred else raw
    for part in [node, *node.get("anyOf", []), *node.get("oneOf", [])]:
        mark = "."
        if "items" in part:
            part, mark = part["items"], "[]."
        if referred:
            part = _resolved(root, part)
        if "properties" in part and not _is_text_pair(part):
            yield from rows(root, part, lang, before + mark, referred)


def _is_text_pair(node: Node) -> bool:
    return set(node.get("properties", {})) == _BOTH


def _resolved(root: Node, node: Node) -> Node:
    """The node itself for a reference; words beside the reference go before those behind it."""
    if "$ref" not in node:
        return node
    target = root["$defs"][node["$ref"].removeprefix("#/$defs/")]
    return {**_resolved(root, target), **{key: node[key] for key in node if key != "$ref"}}
