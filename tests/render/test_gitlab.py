"""GitLab's code quality, field by field."""

from __future__ import annotations

import json

import pytest

from tests.render.output import (
    merged_finding,
    not_a_report,
    open_finding,
    partly,
    rendered,
    unreadable,
    word_result,
)
from tests.render.sample import NAME, TABLE, finding, result, source

SRC = source(TABLE)


def issues(*results, **settings):
    return json.loads(rendered("gitlab", *results, **settings))


def test_every_field_of_an_issue():
    [issue] = issues(result(SRC, merged_finding()))
    assert len(issue.pop("fingerprint")) == 64
    assert issue == {
        "description": (
            "ARI003 表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1"
            "；最可能应为 29（两处都平）"
            "；算式：31 + 2 = 33 ≠ 34 = 30 + 4"
            "；同因：ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）"
            "（表三 （七）总计 自然人）"
        ),
        "check_name": "ARI003",
        "severity": "critical",
        "location": {"path": NAME, "lines": {"begin": 5}},
    }


def test_ways_between_which_nothing_decides():
    [issue] = issues(result(SRC, open_finding()))
    assert (
        "；可能：总计 由 35 改为 34（只差 1）；可能：商业企业 填 5（只差 1）；可能：还有 1 种"
        in (issue["description"])
    )


@pytest.mark.parametrize(
    ("severity", "confidence", "shown"),
    [
        ("error", "high", "critical"),
        ("error", "low", "critical"),
        ("warning", "high", "major"),
        ("warning", "medium", "minor"),
        ("info", "high", "info"),
    ],
)
def test_severities(severity, confidence, shown):
    one = finding(SRC, "申请", severity=severity, confidence=confidence)
    assert issues(result(SRC, one))[0]["severity"] == shown


def test_a_file_without_lines_is_told_by_its_place():
    [issue] = issues(word_result())
    assert issue["location"] == {"path": "报告/某局 2024年报.docx", "lines": {"begin": 1}}
    assert issue["description"].endswith("（表三 （七）总计 自然人（第3个表格第5行第8格））")


def test_problems_of_the_run_are_issues():
    found = issues(unreadable(), not_a_report(), partly())
    assert [(one["check_name"], one["severity"], one["description"]) for one in found[:4]] == [
        ("unreadable", "blocker", "无法读取：文件是空的"),
        ("not-a-report", "info", "不是年报，未核对：看不出是年报"),
        ("partly-checked", "major", "未能全部核对：CEL003、ARI001：读不出"),
        ("notice", "info", "读取时的说明：编码是 GB18030"),
    ]


def test_copies_of_a_report_have_fingerprints_of_their_own():
    one = result(SRC, merged_finding())
    found = issues(one, one._replace(path="copy.txt"), unreadable(), partly()._replace(path="p"))
    prints = [issue["fingerprint"] for issue in found]
    assert len(set(prints)) == len(prints) == 6


def test_the_fingerprint_does_not_change_from_run_to_run():
    one = result(SRC, merged_finding())
    assert issues(one)[0]["fingerprint"] == issues(unreadable(), one)[1]["fingerprint"]


def test_nothing_found_is_an_empty_list():
    assert rendered("gitlab", result(SRC)) == "[]\n"


def test_no_absolute_path(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    inside = result(SRC, merged_finding(), path=str(tmp_path / "a" / "x.txt"))
    outside = result(SRC, merged_finding(), path=str(tmp_path.parent / "y.txt"))
    assert [one["location"]["path"] for one in issues(inside, outside)] == ["a/x.txt", "y.txt"]
