"""JUnit's XML, read by Python's own parser."""

from __future__ import annotations

from xml.etree import ElementTree

from tests.render.output import (
    merged_finding,
    not_a_report,
    partly,
    rendered,
    unreadable,
    word_result,
)
from tests.render.sample import NAME, TABLE, finding, result, source

SRC = source(TABLE)


def suites(*results, **settings):
    root = ElementTree.fromstring(rendered("junit", *results, **settings))
    assert (root.tag, root.get("name")) == ("testsuites", "disclosure-lint")
    return list(root)


def counts(suite):
    return {name: int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped")}


def test_a_suite_for_each_report_and_a_case_for_each_rule():
    one = result(SRC, merged_finding(), passed=("CEL003", "STR001"))
    suite, other = suites(one, result(SRC, path="other.txt", passed=("STR001",)))
    assert suite.get("name") == NAME
    assert counts(suite) == {"tests": 4, "failures": 2, "errors": 0, "skipped": 0}
    cases = suite.findall("testcase")
    assert [case.get("name") for case in cases] == [
        "ARI001 row-sum",
        "ARI003 requests-unbalanced",
        "CEL003 unit-in-cell",
        "STR001",
    ]
    assert (
        {case.get("classname") for case in cases} == {case.get("file") for case in cases} == {NAME}
    )
    assert [len(case) for case in cases] == [1, 1, 0, 0]
    assert counts(other) == {"tests": 1, "failures": 0, "errors": 0, "skipped": 0}


def test_what_a_failure_says():
    [suite] = suites(result(SRC, merged_finding()))
    merged, own = suite.iter("failure")
    assert own.attrib == {
        "message": (
            "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1；"
            "最可能应为 29（两处都平）"
        ),
        "type": "error",
    }
    assert own.text.split("\n") == [
        f"{NAME}:5:11 表三 （七）总计 自然人",
        "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        "算式：31 + 2 = 33 ≠ 34 = 30 + 4",
        "同因：ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）",
        "改法：最可能应为 29",
        "理由：两处都平",
        "建议：核对台账后更正有误的单元格。",
        "依据：国办公开办函〔2021〕30号，表三勾稽关系",
    ]
    assert merged.text.split("\n")[1] == "同因：ARI003"


def test_several_findings_of_a_rule_are_one_failure():
    [suite] = suites(result(SRC, finding(SRC, "申请"), finding(SRC, "收到", message="再一处")))
    [failure] = suite.iter("failure")
    assert failure.get("type") == "warning"
    assert failure.get("message") == "正文与表三不一致；还有 1 处"
    first, second = failure.text.split("\n\n")
    assert "正文与表三不一致" in first
    assert "再一处" in second


def test_a_rule_that_could_not_be_evaluated_is_skipped_with_the_reason():
    [suite] = suites(partly())
    assert counts(suite) == {"tests": 4, "failures": 0, "errors": 0, "skipped": 2}
    skipped = {
        case.get("name"): case[0].get("message")
        for case in suite.iter("testcase")
        if case.find("skipped") is not None
    }
    why = "未能全部核对：CEL003、ARI001：读不出"
    assert skipped == {"ARI001 row-sum": why, "CEL003 unit-in-cell": why}
    assert suite.find("system-out").text == "读取时的说明：编码是 GB18030"
    status = suite.find("properties/property[@name='status']")
    assert status.get("value") == "partly_checked"


def test_an_info_is_a_remark_on_a_case_that_passed():
    [suite] = suites(partly())
    case = suite.find("testcase[@name='XTX004 requests-stated-none']")
    assert [child.tag for child in case] == ["system-out"]
    assert "正文与表三不一致" in case[0].text


def test_a_file_that_cannot_be_read_is_an_error_and_one_that_is_no_report_is_skipped():
    broken, other = suites(unreadable(), not_a_report())
    assert counts(broken) == {"tests": 1, "failures": 0, "errors": 1, "skipped": 0}
    assert broken.find("testcase/error").get("message") == "无法读取：文件是空的"
    assert counts(other) == {"tests": 1, "failures": 0, "errors": 0, "skipped": 1}
    assert other.find("testcase/skipped").get("message") == "不是年报，未核对：看不出是年报"


def test_a_file_without_lines():
    [suite] = suites(word_result())
    [failure] = suite.iter("failure")
    assert failure.text.startswith(
        "报告/某局 2024年报.docx 表三 （七）总计 自然人（第3个表格第5行第8格）\n"
    )
