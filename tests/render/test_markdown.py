"""Markdown, read by a parser of CommonMark."""

from __future__ import annotations

import pytest
from markdown_it import MarkdownIt

from lint_disclosure.render.markdown import escaped
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
PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def lines(text):
    """What is shown, a line for each block; bold and links as they read."""
    return [
        "".join(child.content for child in token.children or ())
        for token in PARSER.parse(text)
        if token.type == "inline"
    ]


def test_a_section_for_each_report_with_its_verdict_and_findings():
    text = rendered("markdown", result(SRC, merged_finding()))
    shown = lines(text)
    assert shown == [
        "年报检查结果",
        NAME,
        "发现错误：错误 1，云川县水利局，2024",
        "错误 ARI003 表三「自然人」列收支不平：收件合计 33，办结与结转合计 34，相差 1",
        "5:11 表三 （七）总计 自然人",
        "算式：31 + 2 = 33 ≠ 34 = 30 + 4",
        "同因：ARI001 5:20 一行相加是 34，总计是 35（30 + 4 = 34 ≠ 35）",
        "改法：最可能应为 29",
        "理由：两处都平",
        "建议：核对台账后更正有误的单元格。",
        "依据：国办公开办函〔2021〕30号，表三勾稽关系",
        "小结",
    ]
    [summary] = [token for token in PARSER.parse(text) if token.type == "fence"]
    assert summary.content.startswith("发现错误：1 份年报，1 处错误。\n")


def test_the_rule_is_a_link_to_its_page_only_where_the_page_has_an_address():
    one = merged_finding()
    for url, links in (
        ("https://example.org/r/ARI003", ["https://example.org/r/ARI003"]),
        ("javascript:alert(1)", []),
        ("https://x/>)<b>", []),
        ("", []),
    ):
        text = rendered("markdown", result(SRC, one._replace(url=url)))
        found = [
            child.attrs["href"]
            for token in PARSER.parse(text)
            for child in token.children or ()
            if child.type == "link_open"
        ]
        assert found == links


def test_a_report_in_which_nothing_was_found_has_no_section():
    assert lines(rendered("markdown", result(SRC))) == ["年报检查结果", "小结"]


def test_problems_of_the_run_stand_first_in_the_section():
    shown = lines(rendered("markdown", unreadable(), not_a_report(), partly()))
    assert shown[:4] == ["年报检查结果", "坏.txt", "未能全部核对", "错误 无法读取：文件是空的"]
    assert shown[4:7] == ["README.md", "未能全部核对", "提示 不是年报，未核对：看不出是年报"]
    assert shown[8:11] == [
        "未能全部核对：提示 1，云川县水利局，2024",
        "警告 未能全部核对：CEL003、ARI001：读不出",
        "提示 读取时的说明：编码是 GB18030",
    ]


def test_ways_between_which_nothing_decides_and_a_file_without_lines():
    shown = lines(rendered("markdown", result(SRC, open_finding()), word_result(), lang="en"))
    assert "either: change 总计 from 35 to 34 (只差 1)" in shown
    assert "either: 1 more" in shown
    assert "表三 （七）总计 自然人（第3个表格第5行第8格）" in shown


@pytest.mark.parametrize(
    "text",
    [
        "# 标题",
        "- 一项",
        "1. 一项",
        "2) 一项",
        "> 引文",
        "    四格",
        "`代码` ``两个",
        "*斜* **粗** _斜_ __粗__ ~~删~~",
        "[字](https://evil.example) ![图](x) [a]: b",
        "<img src=x onerror=alert(1)> <!-- --> &lt; &amp;",
        "| 一 | 二 |",
        "https://evil.example/ <https://evil.example>",
        "\\*反斜杠\\",
        "$x^2$ :smile: [^1]",
        "===",
        "```\n```",
    ],
)
def test_what_a_report_says_is_shown_as_it_is(text):
    flat = text.replace("\n", " ").strip()
    tokens = PARSER.parse(escaped(text))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert {child.type for child in tokens[1].children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in tokens[1].children or ()) == flat


def test_nobody_is_notified_and_no_issue_is_linked():
    assert escaped("@li #12 a@b.cn @ #") == "@\u200bli \\#\u200b12 a@\u200bb.cn @ \\#"


def test_no_bare_address_becomes_a_link():
    assert escaped("https://x.cn www.x.cn 35:20") == "https\\://x.cn www\\.x.cn 35:20"


def test_a_summary_cannot_close_its_own_fence():
    text = rendered("markdown", unreadable()._replace(path="````\n# x"))
    [fence] = [token for token in PARSER.parse(text) if token.type == "fence"]
    assert "````" in fence.content
    assert finding(SRC).message not in text
