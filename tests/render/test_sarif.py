"""SARIF 2.1.0: valid by the official schema, and value for value."""

from __future__ import annotations

import json
import tracemalloc

import pytest

from lint_disclosure.place import Location, Place
from lint_disclosure.render import Settings
from lint_disclosure.render.sarif import Sarif
from lint_disclosure.render.totals import Totals
from lint_disclosure.spot import PageSpot
from tests.render.output import (
    merged_finding,
    not_a_report,
    open_finding,
    partly,
    rendered,
    unreadable,
    word_result,
)
from tests.render.sample import TABLE, finding, result, source
from tests.render.sarif_schema import violations

SRC = source(TABLE)
ALL = (
    result(SRC, merged_finding(), open_finding(), finding(SRC)),
    word_result(),
    partly(),
    unreadable(),
    not_a_report(),
)
ADDRESS = "%E4%BA%91%E5%B7%9D%E5%8E%BF%E6%B0%B4%E5%88%A9%E5%B1%802024%E5%B9%B4%E6%8A%A5.txt"


def run(*results, **settings):
    data = json.loads(rendered("sarif", *results, **settings))
    assert (data["version"], len(data["runs"])) == ("2.1.0", 1)
    return data["runs"][0]


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("results", [ALL, (), (result(SRC),)], ids=["all", "none", "clean"])
def test_valid_by_the_official_schema(results, lang):
    assert violations(json.loads(rendered("sarif", *results, lang=lang))) == []


def test_the_schema_would_find_a_mistake():
    data = json.loads(rendered("sarif", *ALL))
    data["runs"][0]["results"][0]["level"] = "info"
    [why] = violations(data)
    assert why.startswith("$.runs[0].results[0].level: 'info' is not one of")


def test_what_a_result_says():
    [one] = run(result(SRC, merged_finding()))["results"]
    assert (one["ruleId"], one["ruleIndex"], one["level"]) == ("ARI003", 1, "error")
    assert one["message"]["text"].split("\n") == [
        "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        "算式：31 + 2 = 33 ≠ 34 = 30 + 4",
        "同因：ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）",
        "改法：最可能应为 29",
        "理由：两处都平",
        "建议：核对台账后更正有误的单元格。",
        "依据：国办公开办函〔2021〕30号，表三勾稽关系",
    ]
    assert one["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": ADDRESS, "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 5, "startColumn": 11, "endLine": 5, "endColumn": 13},
            },
            "logicalLocations": [
                {
                    "name": "表三 （七）总计 自然人",
                    "fullyQualifiedName": "section3/requests/total/natural_person",
                    "kind": "cell",
                }
            ],
        }
    ]
    assert list(one["partialFingerprints"]) == ["findingIdentity/v1"]
    assert one["partialFingerprints"]["findingIdentity/v1"] == merged_finding().fingerprint
    properties = one["properties"]
    assert properties["also"] == ["ARI001"]
    assert properties["equation"]["text"] == "31 + 2 = 33 ≠ 34 = 30 + 4"
    assert properties["repair"]["changes"][0]["to"] == 29
    assert "fixes" not in one


def test_related_places_are_numbered_and_say_what_they_are():
    [one] = run(result(SRC, merged_finding()))["results"]
    told = [(place["id"], place["message"]["text"]) for place in one["relatedLocations"]]
    assert told == [(1, "ARI001 一行相加是 34，总计是 35"), (2, "30 → 29")]
    region = one["relatedLocations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"]) == (5, 20)


@pytest.mark.parametrize(
    ("place", "name", "kind"),
    [
        (Place(section=1), "section1", "section"),
        (Place(section=1, paragraph=2), "section1/paragraph2", "paragraph"),
        (Place(2, table="proactive"), "section2/proactive", "table"),
        (Place(3, table="requests", row="total"), "section3/requests/total", "row"),
        (Place(3, table="requests", column="other"), "section3/requests/other", "column"),
    ],
)
def test_places_in_the_form(place, name, kind):
    [one] = run(result(SRC, finding(SRC, "申请", place=place)))["results"]
    [logical] = one["locations"][0]["logicalLocations"]
    assert (logical["fullyQualifiedName"], logical["kind"]) == (name, kind)


def test_a_place_outside_the_form_has_no_name_in_it():
    [one] = run(result(SRC, finding(SRC, "申请", place=Place())))["results"]
    assert "logicalLocations" not in one["locations"][0]


def test_a_file_without_lines_has_its_own_coordinates_and_no_region():
    page = PageSpot(2, (1.0, 2.0, 3.0, 4.0))
    made = finding(SRC, "申请", location=Location(1, 1, 1, 2, None, (page,)))
    for one, properties in (
        (word_result(), {"table": 3, "row": 5, "cell": 8, "paragraph": 1, "start": 0, "end": 2}),
        (result(SRC, made), {"page": 2, "box": [1.0, 2.0, 3.0, 4.0]}),
    ):
        physical = run(one)["results"][0]["locations"][0]["physicalLocation"]
        assert "region" not in physical
        assert physical["properties"] == {**properties, "parts": None}


def test_columns_count_code_points():
    text = "\U0001f600\U0001f600申请\n"
    src = source(text)
    one = run(result(src, finding(src, "申请")))
    assert one["columnKind"] == "unicodeCodePoints"
    region = one["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (3, 5)
    assert text.split("\n")[0][region["startColumn"] - 1 : region["endColumn"] - 1] == "申请"


def test_the_rules_with_help_and_basis():
    driver = run()["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("disclosure-lint", "0.1.0")
    assert driver["rules"][0] == {
        "id": "ARI001",
        "name": "row-sum",
        "shortDescription": {"text": "各类申请人相加等于总计"},
        "help": {
            "text": "核对台账。\n依据：国办公开办函〔2021〕30号，表三“总计”列，https://example.org/30"
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {
            "precision": "very-high",
            "tags": ["ARI"],
            "basis": [
                {
                    "document": "国办公开办函〔2021〕30号",
                    "clause": "表三“总计”列",
                    "url": "https://example.org/30",
                }
            ],
        },
        "helpUri": "https://example.org/rules/ARI001",
    }
    assert driver["rules"][1]["help"] == {"text": "收支平衡"}
    assert "helpUri" not in driver["rules"][1]


def test_problems_of_the_run_are_notifications():
    one = run(unreadable(), not_a_report(), partly())
    [invocation] = one["invocations"]
    assert invocation["executionSuccessful"] is False
    told = [
        (
            note["descriptor"]["id"],
            note["level"],
            note["message"]["text"],
            note.get("associatedRule"),
        )
        for note in invocation["toolExecutionNotifications"]
    ]
    assert told == [
        ("unreadable", "error", "无法读取：文件是空的", None),
        ("not_a_report", "note", "不是年报，未核对：看不出是年报", None),
        ("partly_checked", "warning", "CEL003 读不出", {"id": "CEL003", "index": 2}),
        ("partly_checked", "warning", "ARI001 读不出", {"id": "ARI001", "index": 0}),
        ("notice", "note", "读取时的说明：编码是 GB18030", None),
    ]
    descriptors = {each["id"] for each in one["tool"]["driver"]["notifications"]}
    assert {kind for kind, *_ in told} <= descriptors
    assert [file["properties"]["status"] for file in one["artifacts"]] == [
        "unreadable",
        "not_a_report",
        "partly_checked",
    ]


def test_a_run_without_problems_was_successful():
    [invocation] = run(result(SRC, merged_finding()))["invocations"]
    assert invocation == {"executionSuccessful": True, "toolExecutionNotifications": []}


def test_every_file_is_an_artifact_and_none_has_an_absolute_path(tmp_path, monkeypatch):
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    files = [
        result(SRC, path=str(tmp_path / "work" / "a" / "x.txt")),
        result(SRC, path=str(tmp_path / "y.txt")),
        result(SRC, path=str(tmp_path / "b" / "y.txt")),
    ]
    text = rendered("sarif", *files)
    assert str(tmp_path) not in text
    found = json.loads(text)["runs"][0]["artifacts"]
    assert [one["location"]["uri"] for one in found] == ["a/x.txt", "y.txt", "y.txt"]
    assert len({json.dumps(one) for one in found}) == 3


def test_no_message_has_a_link_or_a_placeholder():
    made = finding(SRC, "申请", message="见[这里](1) {0} {单位}")
    [one] = run(result(SRC, made))["results"]
    assert one["message"]["text"].split("\n")[0] == "见\\[这里\\](1) {{0}} {{单位}}"


def test_memory_does_not_grow_with_the_number_of_files(monkeypatch):
    monkeypatch.setattr("lint_disclosure.render.spool._IN_MEMORY", 20_000)
    monkeypatch.setattr("lint_disclosure.render.spool._PIECE", 2_000)
    one = partly()

    def peak(files):
        made = Sarif(Settings(version="1"))
        tracemalloc.start()
        for _ in range(files):
            made.file(one)
        for piece in made.end(Totals()):
            assert len(piece) < 30_000
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    peak(100)  # what is imported on the way
    held = 300 * len(rendered("sarif", one, one)) - 300 * len(rendered("sarif", one))
    assert peak(400) - peak(100) < held / 4
