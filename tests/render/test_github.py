"""Annotations of GitHub Actions, read as the runner reads a log."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from lint_disclosure.render.github import inert
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


class Command(NamedTuple):
    name: str
    properties: dict[str, str]
    message: str


def command(line: str) -> Command | None:
    """The command in a line of a log, as actions/runner (ActionCommand.cs) finds it."""
    line = line.strip()
    if not line.startswith("::"):
        return Command("old", {}, line) if "##[" in line else None
    head, _, data = line[2:].partition("::")
    name, _, listed = head.partition(" ")
    properties = dict(one.split("=", 1) for one in listed.split(",") if one)
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(escape, char) for key, value in properties.items()}
    for escape, char in (("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        data = data.replace(escape, char)
    return Command(name, properties, data)


def commands(*results, **settings):
    return [command(line) for line in rendered("github", *results, **settings).splitlines()]


def test_every_field_of_an_annotation():
    [one] = commands(result(SRC, merged_finding()))
    assert one == Command(
        "error",
        {
            "title": "ARI003 requests-unbalanced",
            "file": NAME,
            "line": "5",
            "col": "11",
            "endLine": "5",
            "endColumn": "13",
        },
        "表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1\n"
        "表三 （七）总计 自然人\n"
        "算式：31 + 2 = 33 ≠ 34 = 30 + 4\n"
        "同因：ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）\n"
        "改法：最可能应为 29\n"
        "理由：两处都平\n"
        "建议：核对台账后更正有误的单元格。\n"
        "依据：国办公开办函〔2021〕30号，表三勾稽关系",
    )


def test_levels_are_error_warning_and_notice():
    levels = [finding(SRC, "申请", severity=one) for one in ("info", "error", "warning")]
    assert [one.name for one in commands(result(SRC, *levels))] == ["error", "warning", "notice"]


def test_ways_between_which_nothing_decides():
    [one] = commands(result(SRC, open_finding()))
    assert (
        "\n可能：总计 由 35 改为 34（只差 1）\n可能：商业企业 填 5（只差 1）\n可能：还有 1 种\n"
        in (one.message)
    )


def test_a_file_without_lines_has_its_place_in_the_message():
    [one] = commands(word_result())
    assert one.properties == {
        "title": "ARI003 requests-unbalanced",
        "file": "报告/某局 2024年报.docx",
    }
    assert "\n表三 （七）总计 自然人（第3个表格第5行第8格）\n" in one.message


def test_columns_are_left_out_of_a_range_over_lines():
    over = finding(SRC, "继续办理 | 4", location=SRC.locate(((0, 40),)))
    [one] = commands(result(SRC, over))
    assert (one.properties["line"], one.properties["endLine"]) == ("1", "2")
    assert "endColumn" not in one.properties


def test_problems_of_the_run_are_annotations():
    found = commands(unreadable(), not_a_report(), partly())
    assert [(one.name, one.properties["title"], one.message) for one in found[:4]] == [
        ("error", "unreadable", "无法读取：文件是空的"),
        ("notice", "not-a-report", "不是年报，未核对：看不出是年报"),
        ("warning", "partly-checked", "未能全部核对：CEL003、ARI001：读不出"),
        ("notice", "notice", "读取时的说明：编码是 GB18030"),
    ]
    assert found[0].properties["file"] == "坏.txt"


def test_ten_of_each_type_the_rest_in_plain_lines_and_how_many():
    errors = [finding(SRC, "申请", severity="error")] * 12
    warnings = [finding(SRC, "申请")] * 10
    hints = [finding(SRC, "申请", severity="info")] * 11
    text = rendered("github", result(SRC, *hints, *warnings, *errors))
    names = [one.name if one else "plain" for one in map(command, text.splitlines())]
    assert names == [*["error"] * 10, *["plain"] * 2, *["warning"] * 10, *["notice"] * 10,
                     *["plain"] * 2]  # fmt: skip
    lines = text.splitlines()
    assert lines[10].startswith(
        f"{NAME}:1:14: error: XTX004 requests-stated-none: 正文与表三不一致"
    )
    assert lines[-1] == (
        "另有 3 处没有标注（错误 2、提示 1）：GitHub 每类只显示 10 处；全部见上面的记录和作业小结。"
    )
    english = rendered("github", result(SRC, *errors), lang="en").splitlines()[-1]
    assert english.startswith("2 more not annotated (error 2): GitHub shows 10 of a type")


def test_standard_input_is_no_file_of_the_repository():
    [one] = commands(result(SRC, merged_finding(), path="-"))
    assert "file" not in one.properties


@pytest.mark.parametrize(
    "line",
    [
        "::stop-commands::x",
        "  ::add-mask::11",
        "\t::error::x",
        "a ##[add-mask]11",
        "::error::##[command]x",
        "::::error::x",
    ],
)
def test_nothing_in_a_plain_line_is_a_command(line):
    assert command(line) is not None
    assert command(inert(line)) is None


def test_a_command_in_a_report_stays_in_its_message():
    evil = "x\r\n::add-mask::1%0A::error::2\n##[add-mask]3"
    [one] = commands(result(SRC, finding(SRC, "申请", message=evil), path="a:b,c%.txt"))
    assert one.name == "warning"
    assert one.message.split("\n")[0] == "x ::add-mask::1%0A::error::2 ##[add-mask]3"
    assert one.properties["file"] == "a:b,c%.txt"
