"""The contract's JSON, version 1, value for value."""

from __future__ import annotations

import json
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from lint_disclosure.finding import (
    Basis,
    Broken,
    Candidate,
    Change,
    Edit,
    FileResult,
    Fix,
    Outcomes,
    Related,
    Repair,
    RuleNote,
)
from lint_disclosure.place import Place
from lint_disclosure.render import PackName, Settings, renderer
from lint_disclosure.render.totals import Totals
from tests.render.output import texts
from tests.render.sample import NAME, TABLE, column_finding, finding, result, source

SCHEMA = Path(__file__).parents[2] / "schemas" / "findings.schema.json"
SRC = source(TABLE)
PLACE = {
    "section": 3,
    "subsection": None,
    "paragraph": None,
    "table": "requests",
    "row": "total",
    "column": "natural_person",
}
AT = {"line": 5, "column": 11, "end_line": 5, "end_column": 13, "parts": None}

EQUATION = {
    "text": "31 + 2 = 33 ≠ 34 = 30 + 4",
    "operator": "=",
    "left": 33,
    "right": 34,
    "difference": -1,
}
CHANGE = {"place": PLACE, "location": AT, "locator": "表三 某格", "from": None, "to": "1.10"}


def render(*results, **settings):
    made = renderer(
        "json",
        Settings(version="0.1.0", packs=(PackName("national", "0.1.0", "全国"),), **settings),
    )
    totals = Totals()
    text = made.begin()
    for one in results:
        totals.add(one)
        text += made.file(one)
    return text + texts(made.end(totals))


def full_result():
    place = Place(3, None, None, "requests", "total", "natural_person")
    made = column_finding(SRC)
    assert made.location is not None
    change = Change(place, made.location, None, Decimal("1.10"), "表三 某格")
    first = made._replace(
        expected=Decimal("33.50"),
        actual=34,
        difference=Decimal("0.50"),
        basis=(Basis("国办公开办函〔2021〕30号", "表三勾稽关系", "https://example.org/30"),),
        also=("ARI005",),
        related=(Related(place, made.location, "表三", "这里"), Related(place, None, "表四", "")),
        repair=Repair(
            False,
            2,
            (change,),
            undecided="several",
            candidates=(Candidate((change,), "漏填"),),
            mended=2,
            unused=1,
            slips=("left_blank",),
            witnesses=(Related(place, None, "一、总体情况", "1件"),),
            text="说不准",
            why="少了数",
        ),
        broken=(
            Broken("ARI005", "stock", "不足", made.location, made.equation),
            Broken("XTX001", "received", "正文不同", None, None),
        ),
        fix=Fix("unsafe", "改一改", (Edit((80, 82), made.location, "34"),)),
    )
    second = finding(SRC, "上年", "申请", expected="2024", actual="2023")
    return result(
        SRC,
        first,
        second,
        status="partly_checked",
        outcomes=Outcomes(40, 2, 1, 1),
        undecided=(RuleNote("CEL003", "读不出"),),
    )


def test_every_value_of_a_finding():
    data = json.loads(render(full_result()))
    assert list(data) == ["version", "tool", "packs", "files", "summary"]
    assert data["version"] == 1
    assert data["tool"] == {"name": "disclosure-lint", "version": "0.1.0"}
    assert data["packs"] == [{"name": "national", "version": "0.1.0"}]
    assert data["summary"] == {
        "files": 1,
        "error": 1,
        "warning": 1,
        "info": 0,
        "suppressed": 0,
        "lapsed": 0,
        "baselined": 0,
        "cannot_evaluate": 1,
        "left_out": 0,
        "seconds": 0.0,
    }
    (file,) = data["files"]
    first, second = file.pop("findings")
    assert file == {
        "path": NAME,
        "status": "partly_checked",
        "reason": None,
        "form": "2021",
        "issuer": "云川县水利局",
        "year": 2024,
        "outcomes": {"pass": 40, "fail": 2, "not_applicable": 1, "cannot_evaluate": 1},
        "undecided": [{"rule": "CEL003", "why": "读不出"}],
        "suppressed": 0,
        "baselined": 0,
        "lapsed": [],
    }
    expected = {
        "rule": "ARI003",
        "name": "requests-unbalanced",
        "severity": "error",
        "confidence": "high",
        "message": "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        "help": "核对台账后更正有误的单元格。",
        "place": PLACE,
        "location": AT,
        "locator": "表三 （七）总计 自然人",
        "expected": "33.50",
        "actual": 34,
        "difference": "0.50",
        "equation": EQUATION,
        "related": [
            {"place": PLACE, "location": AT, "locator": "表三", "message": "这里"},
            {"place": PLACE, "location": None, "locator": "表四", "message": ""},
        ],
        "also": ["ARI005"],
        "broken": [
            {"rule": "ARI005", "message": "不足", "location": AT, "equation": EQUATION},
            {"rule": "XTX001", "message": "正文不同", "location": None, "equation": None},
        ],
        "repair": {
            "unique": False,
            "alternatives": 2,
            "changes": [CHANGE],
            "decided": None,
            "undecided": "several",
            "text": "说不准",
            "why": "少了数",
            "slips": ["left_blank"],
            "mended": 2,
            "unused": 1,
            "candidates": [{"changes": [CHANGE], "why": "漏填"}],
            "witnesses": [
                {"place": PLACE, "location": None, "locator": "一、总体情况", "message": "1件"}
            ],
        },
        "fix": {
            "safety": "unsafe",
            "title": "改一改",
            "edits": [{"location": AT, "replacement": "34"}],
        },
        "basis": [
            {
                "document": "国办公开办函〔2021〕30号",
                "clause": "表三勾稽关系",
                "url": "https://example.org/30",
            }
        ],
        "url": "https://example.org/rules/ARI003",
        "fingerprint": sha256(b"ARI003").hexdigest(),
    }
    assert first == expected
    assert list(first) == list(expected)
    assert second["location"] == {
        "line": 4,
        "column": 5,
        "end_line": 4,
        "end_column": 17,
        "parts": [
            {"line": 4, "column": 5, "end_line": 4, "end_column": 7},
            {"line": 4, "column": 15, "end_line": 4, "end_column": 17},
        ],
    }
    assert (second["expected"], second["actual"], second["difference"]) == ("2024", "2023", None)
    assert (second["repair"], second["equation"]) == (None, None)
    assert (second["also"], second["broken"], second["related"]) == ([], [], [])


def test_what_could_not_be_read_is_there_as_well():
    data = json.loads(
        render(
            FileResult("gone.txt", "unreadable", "文件不存在"),
            FileResult("notes.md", "not_a_report", "不是年报"),
        )
    )
    assert [(file["path"], file["status"], file["reason"]) for file in data["files"]] == [
        ("gone.txt", "unreadable", "文件不存在"),
        ("notes.md", "not_a_report", "不是年报"),
    ]
    assert data["files"][0]["outcomes"] == {
        "pass": 0,
        "fail": 0,
        "not_applicable": 0,
        "cannot_evaluate": 0,
    }


def test_the_text_is_the_same_as_of_one_dump():
    text = render(full_result(), result(SRC))
    assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2).replace(
        '"tool": {\n    "name": "disclosure-lint",\n    "version": "0.1.0"\n  }',
        '"tool": {"name": "disclosure-lint", "version": "0.1.0"}',
    ).replace(
        '"packs": [\n    {\n      "name": "national",\n      "version": "0.1.0"\n    }\n  ]',
        '"packs": [{"name": "national", "version": "0.1.0"}]',
    ) + "\n"  # fmt: skip


def test_no_files():
    assert json.loads(render())["files"] == []


def test_escapes_and_odd_names_are_json_escapes():
    src = source(TABLE, name="年报\x1b[2J\udcff.txt")
    assert '"path": "年报\\u001b[2J\\udcff.txt"' in render(result(src))
    assert '"path": "\\u5e74\\u62a5\\u001b[2J\\udcff.txt"' in render(result(src), ascii_json=True)


def test_it_follows_the_schema():
    if not SCHEMA.exists():
        pytest.skip("schemas/findings.schema.json is not there yet")
    jsonschema = pytest.importorskip("jsonschema")
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = json.loads(render(full_result(), FileResult("gone.txt", "unreadable", "文件不存在")))
    jsonschema.Draft202012Validator(schema).validate(data)


@pytest.mark.parametrize("char", "\x1b\x7f\x9b\xad\u200b\u2028\u202e\u2066\ufeff\udcff")
def test_control_characters_are_escapes(char):
    text = render(result(SRC, issuer=f"某{char}局"))
    assert char not in text
    assert f"某\\u{ord(char):04x}局" in text
    assert json.loads(text)["files"][0]["issuer"] == f"某{char}局"
