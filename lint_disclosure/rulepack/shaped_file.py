"""A YAML file whose whole shape one schema describes: read, typed and checked in one step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from lint_disclosure.rulepack.problem import PackError
from lint_disclosure.rulepack.schema import Shape, decode, load_schema
from lint_disclosure.rulepack.shape_problems import shape_problems
from lint_disclosure.rulepack.yaml_source import YamlFile, read_yaml


def read_shaped(path: Path, schema: str) -> tuple[YamlFile, Any]:
    """The file, and its data with the types of the schema; raises ``PackError`` if it is broken."""
    file = read_yaml(path)
    data = decode(file.data, Shape(load_schema(schema)))
    problems = (*file.repeated, *shape_problems(file, schema, data))
    if problems:
        raise PackError(problems)
    return file, data
