"""The JSON that is printed is the JSON that the schemas promise."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from lint_disclosure import api
from lint_disclosure.authoring.proving.rule_tests import report_text, with_features
from lint_disclosure.export.document import document_data
from lint_disclosure.reading import read_document
from lint_disclosure.reading.kind import kind_of
from lint_disclosure.render.json import file_dict
from lint_disclosure.rulepack.loading import load_tests
from lint_disclosure.rulepack.shipped import RULES, SCHEMAS
from tests.reading.workbook import report_cells, xlsx

SPECIMENS = [str(path) for path in sorted(Path(RULES, "forms").glob("*.specimen.txt"))]


def validator(name: str, *, part: str | None = None) -> Draft202012Validator:
    schema: dict[str, Any] = json.loads(Path(SCHEMAS, f"{name}.schema.json").read_text("utf-8"))
    if part is not None:
        schema = {"$ref": f"#/$defs/{part}", "$defs": schema["$defs"]}
    return Draft202012Validator(schema)


@pytest.mark.parametrize("path", SPECIMENS)
def test_an_extracted_report_keeps_to_its_schema(path: str) -> None:
    data = json.loads(json.dumps(api.extract(api.read(path))))
    validator("report").validate(data)
    validator("report").validate([data, data])


def test_findings_of_all_rules_keep_to_their_schema() -> None:
    check = validator("findings", part="file")
    pack, tests = load_tests()
    seen: set[str] = set()
    for test in tests:
        text = report_text(pack, test).encode()
        report = api.read(text, name="年报.txt", partial=test.partial, pack=pack)
        result = api.lint(with_features(report, test), rules=pack)
        check.validate(json.loads(json.dumps(file_dict(result))))
        seen |= {finding.rule for finding in result.findings}
    assert seen >= {test.rule for test in tests if test.want}


def test_what_the_contract_does_not_name_is_refused() -> None:
    data = api.extract(api.read(SPECIMENS[0]))
    assert not validator("report").is_valid({**data, "extra": 1})
    cell = next(iter(next(iter(data["tables"]["requests"].values())).values()))
    check = validator("report", part="cell")
    assert check.is_valid(cell)
    assert not check.is_valid({**cell, "state": "blank"})
    assert not check.is_valid({**cell, "value": None})


@pytest.mark.parametrize("name", ["report.txt", "report.md", "report.xlsx"])
def test_a_document_and_its_report_keep_to_their_schemas(name: str) -> None:
    data = xlsx(report_cells()) if name.endswith("xlsx") else Path(SPECIMENS[1]).read_bytes()
    plain = json.loads(json.dumps(document_data(read_document(name, data), kind_of(name, data))))
    assert plain["lines"]
    assert bool(plain["grids"]) == name.endswith("xlsx")
    validator("document").validate(plain)
    validator("document").validate([plain, plain])
    report = json.loads(json.dumps(api.extract(api.read(data, name=name))))
    assert ("sheet" in report["title"]["location"]) == name.endswith("xlsx")
    validator("report").validate(report)


def test_a_place_of_no_kind_of_file_is_refused() -> None:
    check = validator("document", part="location")
    lines = {"line": 1, "column": 1, "end_line": 1, "end_column": 2}
    sheet = {"sheet": "年报", "cell": "D5"}
    assert check.is_valid({**lines, "parts": None})
    assert check.is_valid({**sheet, "parts": [sheet, {**sheet, "cell": "B4:E4"}]})
    assert not check.is_valid(sheet)
    assert not check.is_valid({**sheet, "line": 1, "parts": None})
    assert not check.is_valid({**lines, "parts": [{**lines, "parts": None}, lines]})
    assert not check.is_valid({**sheet, "cell": "5D", "parts": None})
