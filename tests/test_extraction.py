"""A report as plain data, as ``extract --format json`` prints it."""

from __future__ import annotations

import json

import jsonschema
import pytest

from lint_disclosure.api import extract, read
from lint_disclosure.rulepack.model import RulePack
from tests.conftest import REPOSITORY


@pytest.mark.parametrize("form", ["2019", "2021"])
def test_the_specimen_fits_the_schema(form: str, pack: RulePack) -> None:
    schema = json.loads((REPOSITORY / "schemas/report.schema.json").read_text(encoding="utf-8"))
    plain = extract(read(pack.forms[form].specimen.encode(), name="report.txt", pack=pack))
    jsonschema.validate(plain, schema)
    assert json.loads(json.dumps(plain)) == plain


def test_values(pack: RulePack) -> None:
    plain = extract(read(pack.forms["2021"].specimen.encode(), name="report.txt", pack=pack))
    assert (plain["form"], plain["issuer"], plain["year"]) == ("2021", "云川县水利局", 2024)
    assert plain["contact"]["fax"] == {
        "value": "0999-6221035",
        "raw": "0999-6221035",
        "location": {"line": 4, "column": 268, "end_line": 4, "end_column": 280, "parts": None},
    }
    assert plain["contact"]["website"] is None
    assert plain["body"] == {"level": "county", "kind": "department", "function": None}
    assert plain["period"]["raw"] == "2024年1月1日起至2024年12月31日"
    assert plain["metadata"]["issued_on"]["value"] == "2025-01-16"
    assert [one["raw"] for one in plain["sections"]] == [
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    ]
    assert plain["tables"]["requests"]["received"]["total"] == {
        "value": 11,
        "raw": "11",
        "state": "number",
        "note": None,
        "location": {"line": 36, "column": 44, "end_line": 36, "end_column": 46, "parts": None},
        "locator": "表三「一、本年新收」总计",
    }


def test_an_amount_is_a_decimal_in_words_so_that_nothing_is_rounded(pack: RulePack) -> None:
    text = pack.forms["2021"].specimen.replace("25.64", "72701.25780")
    plain = extract(read(text.encode(), pack=pack))
    assert plain["tables"]["proactive"]["fees"]["amount"]["value"] == "72701.25780"
