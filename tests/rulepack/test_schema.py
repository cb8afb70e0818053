from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lint_disclosure.rulepack.schema import (
    Shape,
    check_kinds,
    decode,
    load_schema,
    validation_errors,
)
from lint_disclosure.rulepack.shipped import SCHEMAS

SCHEMA = {
    "type": "object",
    "properties": {
        "count": {"type": "integer"},
        "amount": {"type": "number"},
        "on": {"type": "boolean"},
        "phone": {"type": "string"},
        "level": {"type": ["string", "null"]},
        "in": {"anyOf": [{"type": "array", "items": {"type": "integer"}}, {"enum": ["report"]}]},
        "either": {"oneOf": [{"type": "integer"}, {"type": "string"}]},
        "self": {"$ref": "#/$defs/node"},
    },
    "patternProperties": {"^x_": {"type": "integer"}},
    "additionalProperties": {"type": "boolean"},
    "$defs": {
        "node": {
            "allOf": [{"properties": {"next": {"$ref": "#/$defs/node"}}}],
            "properties": {"size": {"type": "integer", "x-type": "row"}},
        }
    },
}


def test_texts_become_what_the_schema_asks_for() -> None:
    written = {
        "count": "-12",
        "amount": "1.5",
        "on": "true",
        "phone": "0571",
        "level": "null",
        "in": ["1", "2"],
        "either": "5",
        "self": {"next": {"next": {"size": "3"}}},
        "x_y": "7",
        "other": "false",
    }
    assert decode(written, Shape(SCHEMA)) == {
        "count": -12,
        "amount": 1.5,
        "on": True,
        "phone": "0571",
        "level": None,
        "in": [1, 2],
        "either": "5",
        "self": {"next": {"next": {"size": 3}}},
        "x_y": 7,
        "other": False,
    }


@pytest.mark.parametrize("text", ["012", "1_000", "0x1F", "1e3", "１２", "+1", "", "9" * 19])
def test_what_is_no_plain_number_stays_a_text(text: str) -> None:
    assert decode({"count": text}, Shape(SCHEMA)) == {"count": text}


@pytest.mark.parametrize("text", ["yes", "off", "True", "1"])
def test_only_true_and_false_are_booleans(text: str) -> None:
    assert decode({"on": text}, Shape(SCHEMA)) == {"on": text}


def test_an_annotation_is_found_behind_references() -> None:
    assert Shape(SCHEMA).child("self").child("next").child("size").mark("x-type") == "row"
    assert Shape(SCHEMA).child("count").mark("x-type") is None


@pytest.mark.parametrize("path", sorted(Path(SCHEMAS).rglob("*.json")), ids=lambda path: path.stem)
def test_the_shipped_schemas_are_schemas(path: Path) -> None:
    Draft202012Validator.check_schema(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", check_kinds())
def test_options_of_a_check_do_not_hide_what_all_rules_have(kind: str) -> None:
    schema = load_schema(f"checks/{kind}")
    assert schema["additionalProperties"] is False
    assert not set(schema["properties"]) & set(load_schema("rule")["properties"])


def test_errors_of_alternatives_are_those_of_the_nearest_one() -> None:
    bodies = [{"suffixes": ["镇"], "level": 5, "kind": None}, {"suffixes": "镇"}]
    assert [error.message for error in validation_errors("bodies", bodies)] == [
        "5 is not of type 'string', 'null'",
        "'镇' is not of type 'array'",
    ]
