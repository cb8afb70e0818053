"""Lists whose parts stand on lines of their own, as check kind ``nested_sum`` reads them."""

from __future__ import annotations

import pytest

from lint_disclosure.checks import nested_sum
from lint_disclosure.evidence.verdict import PASS
from tests.checks.sample import only, pointed_at, rule, specimen

SUMS = rule("nested_sum")
LIST = (
    "全年通过县政府门户网站主动公开政府信息118条，"
    "其中工作动态64条、通知公告31条、财政预决算9条、水旱灾害防御14条。"
)


def saying(*lines):
    return specimen(words={LIST: "\n".join(lines)})


@pytest.mark.parametrize(
    "lines",
    [
        ("发布信息173条，其中：", "（1）工作动态88条；", "（2）通知公告85条。"),
        ("发布信息173条，包括：", "1.工作动态88条。", "2.通知公告80条。", "3.预决算5条。"),
        ("发布信息173条：", "1、工作动态88条", "", "2、通知公告85条"),
        ("发布信息173条，其中：", "（1）工作动态88条，占51%；", "（2）通知公告85条，占49%。"),
    ],
)
def test_parts_on_lines_of_their_own(lines):
    assert nested_sum.check(SUMS, saying(*lines)) == PASS


def test_parts_on_lines_of_their_own_that_exceed_the_whole():
    report = saying(
        "发布信息173条，其中：", "（1）工作动态88条。", "（2）通知公告80条。", "（3）其他85条。"
    )
    found = only(nested_sum.check(SUMS, report))
    assert (found.cases, found.slots["equation"]) == (("more",), "88 + 80 + 85 = 253")
    assert pointed_at(report, found) == "173条"
    assert [report.source.cut(mark.parts) for mark, _ in found.related] == ["88条", "80条", "85条"]


@pytest.mark.parametrize(
    "lines",
    [
        # a part with a part of its own
        (
            "发布信息173条，其中：",
            "（1）动态88条；",
            "（2）公告80条，其中招标20条；",
            "（3）其他5条。",
        ),
        # a line without a number in between
        (
            "发布信息173条，其中：",
            "（1）动态88条；",
            "（2）公告80条；",
            "以上均在网站发布。",
            "（3）其他5条。",
        ),
        # the last line seems to go on
        ("发布信息173条，其中：", "（1）动态88条；", "（2）公告80条；"),
        # no unit
        ("发布信息173条，其中：", "（1）动态88；", "（2）公告80条。"),
    ],
)
def test_lists_that_could_be_misread(lines):
    verdict = nested_sum.check(SUMS, saying(*lines))
    assert (verdict.outcome, verdict.why) == (
        "cannot_evaluate",
        (
            "总数下面逐行列出的分项没有全部读出",
            "the parts that stand on lines of their own could not all be read",
        ),
    )


@pytest.mark.parametrize(
    "lines",
    [
        ("全年主要做了以下工作：", "1.发布动态88条。", "2.发布公告85条。"),
        ("发布信息173条，其中：", "工作动态88条；", "通知公告85条。"),
        ("开展培训2次，主要做法是：", "（1）明确责任。", "（2）加强指导。"),
    ],
)
def test_lines_that_are_no_parts(lines):
    verdict = nested_sum.check(SUMS, saying(*lines))
    assert (verdict.outcome, verdict.why) == (
        "not_applicable",
        (
            "正文里没有读到「共N条，其中……」这样可以相加的分项",
            "no “N of them, among these …” with parts to add up was read in the text",
        ),
    )
