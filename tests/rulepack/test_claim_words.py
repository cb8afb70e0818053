"""The words by which prose states figures: what is wrong with their file is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from lint_disclosure.rulepack.compiled import from_json, to_json
from lint_disclosure.rulepack.forms import load_forms
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.rulepack.problem import frames
from lint_disclosure.rulepack.schema import load_schema
from tests.rulepack.conftest import Folder

WORDS = """\
topics: [申请]
units: {count: [件], money: {元: "0.0001"}}
rough: {inside: [余], after: [左右]}
words:
  fill: [共]
  receive: [收到]
  request: [申请]
objects: [request]
applicants: {}
quantities:
  received:
    says: [receive request]
    readings: [requests.received.total, requests.received.total - requests.sum(refused).total]
    within: [received]
"""


def test_words_stand_by_their_first_character_and_readings_by_form(folder: Folder) -> None:
    folder.write("forms/claims.yaml", WORDS)
    claims = load_forms(Path("pack/forms")).claims
    assert claims["words"] == {"共": [], "收到": ["receive"], "申请": ["request"]}
    assert claims["starts"] == {"共": [1], "收": [2], "申": [2]}
    assert claims["asides"] == []
    received = claims["quantities"]["received"]
    assert received["says"] == [["receive", "request"]]
    first, second = received["readings"]["2021"]
    assert first == ["requests.received.total", [[1, "requests", "received", "total"]]]
    assert second[0] == "requests.received.total - requests.sum(refused).total"
    assert [term[0] for term in second[1]] == [1, *[-1] * (len(second[1]) - 1)]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("receive: [收到]", "receive: [共]", "6:13: 「共」已经列在 fill 下"),
        ("says: [receive request]", "says: [recieve request]", "words 里没有 recieve"),
        ("objects: [request]", "objects: [requests]", "words 里没有 requests"),
        ("applicants: {}", "applicants: {natural: [total]}", "words 里没有 natural"),
        ("within: [received]", "within: [recieved]", "没有 recieved"),
        ("[requests.received.total,", "[requests.recieved.total,", "没有哪一版格式有这些单元格"),
        ("[requests.received.total,", "[requests received,", "应写成用 + - 连接的"),
        ("topics: [申请]", "topic: [申请]", "不认识的键 topic"),
    ],
)
def test_what_is_wrong_is_told(folder: Folder, old: str, new: str, message: str) -> None:
    assert WORDS.count(old) == 1
    folder.write("forms/claims.yaml", WORDS.replace(old, new))
    assert message in frames(load_forms(Path("pack/forms")).problems)


def test_without_the_file_nothing_is_read(folder: Folder) -> None:
    assert load_forms(Path("pack/forms")).claims == {}


def test_the_shipped_words_survive_compiling(pack: RulePack) -> None:
    assert from_json(to_json(pack)).claims == pack.claims


def test_the_check_kind_knows_all_quantities(pack: RulePack) -> None:
    known = load_schema("checks/claim")["properties"]["quantities"]["items"]["enum"]
    assert known == [*pack.claims["quantities"], "applicants"]


def test_every_quantity_is_held_against_the_tables_by_one_rule(pack: RulePack) -> None:
    held = [
        quantity
        for rule in pack.rules.values()
        if rule.check == "claim"
        for quantity in rule.options["quantities"]
    ]
    assert sorted(held) == sorted([*pack.claims["quantities"], "applicants"])
