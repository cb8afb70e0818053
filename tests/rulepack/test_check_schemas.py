"""The schemas of check kinds say in both languages what their options are."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from lint_disclosure.authoring.describing.option_words import CASE, SCOPE
from lint_disclosure.rulepack.schema import check_kinds, load_schema

Path = tuple[str, ...]


def nodes(schema: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """All mappings in a schema, with the way to each."""
    if isinstance(schema, dict):
        yield path, schema
        for key, member in schema.items():
            yield from nodes(member, (*path, key))
    elif isinstance(schema, list):
        for member in schema:
            yield from nodes(member, path)


def properties(schema: Any) -> Iterator[tuple[Path, Any]]:
    """The options of a kind, at any depth; conditions only name them again."""
    for path, node in nodes(schema):
        if path and path[-1] == "properties" and not {"if", "then"} & {*path}:
            for name, option in node.items():
                yield (*path, name), option


@pytest.mark.parametrize("kind", check_kinds())
def test_kind_and_options_are_worded(kind: str) -> None:
    schema = load_schema(f"checks/{kind}")
    for path, node in [((), schema), *properties(schema)]:
        words = node.get("x-words", {})
        assert set(words) == {"zh", "en"}, path
        assert all(words.values()), path


@pytest.mark.parametrize("kind", check_kinds())
def test_values_are_worded_if_any_is(kind: str) -> None:
    schema = load_schema(f"checks/{kind}")
    values = schema.get("x-values", {})
    known = {
        value
        for path, node in nodes(schema)
        if SCOPE not in path and CASE not in path
        for value in node.get("enum", ())
    }
    assert not values or set(values) == known
    assert all(set(words) == {"zh", "en"} for words in values.values())
