"""JSON lines: what each line is, and that it can be read while it is written."""

from __future__ import annotations

import json

from tests.render.output import merged_finding, partly, rendered, unreadable
from tests.render.sample import NAME, TABLE, result, source

SRC = source(TABLE)


def lines(*results, **settings):
    return [json.loads(line) for line in rendered("jsonl", *results, **settings).splitlines()]


def test_run_first_then_each_file_with_its_findings_then_the_summary():
    found = lines(result(SRC, merged_finding()), unreadable())
    assert [line["type"] for line in found] == ["run", "file", "finding", "file", "summary"]
    run, file, finding, broken, summary = found
    assert run == {
        "type": "run",
        "version": 1,
        "tool": {"name": "disclosure-lint", "version": "0.1.0"},
        "packs": [{"name": "national", "version": "0.1.0"}],
    }
    assert (file["path"], file["status"], file["year"]) == (NAME, "checked", 2024)
    assert "findings" not in file
    assert (finding["path"], finding["rule"], finding["also"]) == (NAME, "ARI003", ["ARI001"])
    assert finding["equation"]["text"] == "31 + 2 = 33 ≠ 34 = 30 + 4"
    assert finding["repair"]["changes"][0]["to"] == 29
    assert (broken["status"], broken["reason"]) == ("unreadable", "文件是空的")
    assert (summary["files"], summary["error"]) == (2, 1)


def test_a_finding_is_that_of_the_json_format():
    one = result(SRC, merged_finding())
    _, _, finding, _ = lines(one)
    [file] = json.loads(rendered("json", one))["files"]
    assert finding == {"type": "finding", "path": NAME, **file["findings"][0]}


def test_what_could_not_be_decided_and_notices():
    file = lines(partly())[1]
    assert file["undecided"] == [
        {"rule": "CEL003", "why": "读不出"},
        {"rule": "ARI001", "why": "读不出"},
    ]
    assert file["notices"] == ["编码是 GB18030"]


def test_ascii_for_a_stream_that_has_no_chinese():
    assert rendered("jsonl", partly(), ascii_json=True).isascii()
