"""What the reader of suppressions takes and refuses is what its schema takes and refuses."""

from __future__ import annotations

import json
import tomllib
from datetime import date
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from lint_disclosure.cli.accepted.ignore_file import parse
from lint_disclosure.cli.errors import Refused
from lint_disclosure.place import Place

SCHEMA = Path(__file__).parents[3] / "schemas" / "ignore.schema.json"
RULES = {"ARI001": "row-sum", "ARI003": "requests-unbalanced"}
GOOD = {"rule": '"ARI001"', "file": '"a.txt"', "place": '"表三"', "reason": '"x"'}


def entry(**changes: str) -> str:
    pairs = {**GOOD, **changes}
    return "[[ignore]]\n" + "".join(f"{key} = {value}\n" for key, value in pairs.items() if value)


def by_schema(text: str) -> bool:
    """Whether the schema takes a file; editors hand it dates as texts."""
    data = json.loads(json.dumps(tomllib.loads(text), default=str))
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    return Draft202012Validator(schema).is_valid(data)


def taken(text: str) -> bool:
    try:
        parse(text, "x", RULES, "zh")
    except Refused:
        return False
    return True


@pytest.mark.parametrize(
    "text",
    [
        "",
        entry(),
        entry() + entry(),
        entry(rule='["ARI001", "requests-unbalanced"]'),
        entry(place='{section = 3, table = "requests", row = "a", column = "b"}'),
        entry(values='["1", 2]'),
        entry(values="[]"),
        entry(until="2026-12-31"),
        entry(until='"2026-12-31"'),
        entry(times="2"),
    ],
)
def test_both_take_it(text):
    assert taken(text)
    assert by_schema(text)


@pytest.mark.parametrize(
    "text",
    [
        "version = 1",
        "ignore = 1",
        "ignore = [1]",
        *(entry(**{key: ""}) for key in GOOD),
        *(entry(**{key: '" "'}) for key in GOOD),
        *(entry(**{key: "1"}) for key in GOOD),
        entry(rule="[]"),
        entry(rule="[1]"),
        entry(file='"b/a.txt"'),
        entry(file="'b\\a.txt'"),
        entry(place="{}"),
        entry(place='{section = "3"}'),
        entry(place="{table = 3}"),
        entry(place='{page = "3"}'),
        entry(values='"1"'),
        entry(values="[1.5]"),
        entry(values="[true]"),
        entry(until='"soon"'),
        entry(until="2026-12-31T00:00:00"),
        entry(times="0"),
        entry(times="1.5"),
        entry(times="true"),
        entry(name='"x"'),
    ],
)
def test_both_refuse_it(text):
    assert not taken(text)
    assert not by_schema(text)


def test_an_entry_as_it_is_read():
    (first,) = parse(
        "\ufeff"
        + entry(
            rule='["row-sum", "ARI003"]',
            place='{section = 3, table = "requests"}',
            values='[12, "１３"]',
            until="2026-12-31",
            reason='" 已报\\n"',
        ).replace("\n", "\r\n"),
        "x",
        RULES,
        "zh",
    )
    assert first.rules == ("ARI001", "ARI003")
    assert first.place == Place(3, table="requests")
    assert first.values == ("12", "１３")
    assert (first.until, first.reason, first.times, first.line) == (
        date(2026, 12, 31),
        "已报",
        1,
        1,
    )


def test_an_unknown_rule_is_refused_although_the_schema_cannot_know():
    assert by_schema(entry(rule='"ARI002"'))
    assert not taken(entry(rule='"ARI002"'))
