"""The quick check of a configuration agrees with its schema; and what the schema lists exists."""

from __future__ import annotations

import itertools
from typing import Any, get_args

import pytest

from lint_disclosure.cli.config.entries import MORE, ORDER, TABLE
from lint_disclosure.cli.config.layers import CONDITIONS
from lint_disclosure.cli.config.shape import problems
from lint_disclosure.engine import PROFILES
from lint_disclosure.finding import Severity
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.rulepack.schema import load_schema
from tests.test_output_schemas import validator

SCHEMA = load_schema("config")
VALUES: list[Any] = [
    "all", "", "never", True, 1, 1.5, [], ["a"], [""], [1], ["a", 1], [["a"]], {}, {"a": "info"},
    {"a": "fatal"}, {"level": "county"}, {"level": ["county", "city"]}, {"level": []},
    {"level": "village"}, {"kind": "office", "level": "state"}, {"kind": ["office", "x"]},
    {"place": "x"}, [{}], [{"files": "a"}], [{"files": []}], [{"files": [""]}], [{"files": 1}],
    [{"issuer": ["a"], "profile": "gate"}], [{"body": {}}], [{"rules": ["a"]}], [1],
    [{"body": {"kind": "department"}, "severity": {"a": "info"}}, {"files": "a", "fail-on": "x"}],
]  # fmt: skip


@pytest.mark.parametrize("key", [*SCHEMA["properties"], "unknown"])
def test_the_quick_check_says_what_the_schema_says(key: str) -> None:
    check = validator("config")
    answers = set()
    for value in VALUES:
        data = {key: value}
        fits = not list(problems(data, SCHEMA, SCHEMA, "zh"))
        assert fits == check.is_valid(data), data
        answers.add(fits)
    assert answers == ({False} if key == "unknown" else {True, False})


def test_several_keys_are_checked_together() -> None:
    for one, other in itertools.combinations(VALUES, 2):
        data = {"select": one, "severity": other}
        assert (not list(problems(data, SCHEMA, SCHEMA, "en"))) == validator("config").is_valid(
            data
        )


def test_the_schema_is_one() -> None:
    check = validator("config")
    check.check_schema(SCHEMA)


def test_every_key_is_known_to_all() -> None:
    keys = {key.removeprefix(MORE) for key in SCHEMA["properties"]}
    assert keys == {*ORDER, "severity", "extends", "overrides"} - {TABLE}
    inner = {key.removeprefix(MORE) for key in SCHEMA["$defs"]["override"]["properties"]}
    assert inner == keys - {"extends", "overrides", "rules", "include", "exclude"} | {*CONDITIONS}


def test_levels_and_kinds_are_those_that_names_tell(pack: RulePack) -> None:
    for what in ("level", "kind"):
        known = {body[what] for body in pack.bodies if body.get(what) not in (None, "null")}
        assert set(SCHEMA["$defs"][what]["enum"]) == known


def test_words_are_those_of_the_program() -> None:
    severities = set(get_args(Severity))
    assert set(SCHEMA["$defs"]["fail-on"]["enum"]) == severities | {"never"}
    assert set(SCHEMA["$defs"]["severity"]["additionalProperties"]["enum"]) == severities
    assert set(SCHEMA["$defs"]["profile"]["enum"]) == set(PROFILES)
