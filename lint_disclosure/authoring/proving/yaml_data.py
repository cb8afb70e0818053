"""Data of a YAML file by path: what stands there, and copies in which it is another or is gone."""

from __future__ import annotations

from typing import Any

from lint_disclosure.rulepack.yaml_source import KeyPath


def value_at(data: Any, path: KeyPath) -> Any:
    """What stands at a path."""
    for key in path:
        data = data[key]
    return data


def changed(data: Any, path: KeyPath, value: Any) -> Any:
    """A copy of the data with another value at a path."""
    if not path:
        return value
    copy = data.copy()
    copy[path[0]] = changed(data[path[0]], path[1:], value)
    return copy


def without(data: Any, path: KeyPath) -> Any:
    """A copy of the data without what stands at a path."""
    *before, last = path
    copy = value_at(data, tuple(before)).copy()
    del copy[last]
    return changed(data, tuple(before), copy)
