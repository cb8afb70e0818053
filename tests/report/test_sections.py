"""Sections and their real nesting."""

from __future__ import annotations

import pytest

from lint_disclosure.report.model import Section
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, TITLE, parse

Outline = tuple[int | None, str, list["Outline"]]


def outline(section: Section) -> Outline:
    return section.number, section.title, [outline(one) for one in section.subsections]


def sections(text: str, pack: RulePack) -> list[Outline]:
    return [outline(section) for section in parse(f"{TITLE}\n{text}", pack).sections]


SIX: list[Outline] = [
    (1, "总体情况", []),
    (2, "主动公开政府信息情况", []),
    (3, "收到和处理政府信息公开申请情况", []),
    (4, "政府信息公开行政复议、行政诉讼情况", []),
    (5, "存在的主要问题及改进情况", []),
    (6, "其他需要报告的事项", []),
]


def test_six_sections(pack: RulePack) -> None:
    assert sections(SECTIONS, pack) == SIX


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("一、总体情况", "一、 总体情况。"),
        ("一、总体情况", "## 一、总体情况"),
        ("一、总体情况", "1、总体情况"),
        ("一、总体情况\n", "一、总体情况。"),
        ("一、总体情况", "一，总体情况"),
    ],
)
def test_dressed_headings(old: str, new: str, pack: RulePack) -> None:
    assert sections(SECTIONS.replace(old, new), pack) == SIX


def test_other_wordings_are_known_but_not_exact(pack: RulePack) -> None:
    text = SECTIONS.replace("存在的主要问题及改进情况", "存在问题及整改措施")
    report = parse(f"{TITLE}\n{text}", pack)
    assert [(one.number, one.exact) for one in report.sections] == [
        (1, True),
        (2, True),
        (3, True),
        (4, True),
        (5, False),
        (6, True),
    ]


def test_headings_that_stand_on_one_line(pack: RulePack) -> None:
    text = SECTIONS.replace("情况\n三、", "情况 三、").replace("情况\n四、", "情况 四、")
    assert sections(text, pack) == SIX


def test_a_numbering_that_restarts_inside_section_one(pack: RulePack) -> None:
    inner = "一、主动公开情况\n公开12条。\n二、依申请公开情况\n收到1件。\n三、监督保障\n培训2次。\n"
    assert sections(SECTIONS.replace("2024年公开信息12条。\n", inner), pack)[:2] == [
        (
            1,
            "总体情况",
            [(None, "主动公开情况", []), (None, "依申请公开情况", []), (None, "监督保障", [])],
        ),
        (2, "主动公开政府信息情况", []),
    ]


def test_subsections_nest_by_the_style_of_their_numbers(pack: RulePack) -> None:
    inner = "（一）主动公开。\n1.数量。公开12条。\n2.类别。三类。\n（二）依申请公开\n收到1件。\n"
    assert sections(SECTIONS.replace("2024年公开信息12条。\n", inner), pack)[0] == (
        1,
        "总体情况",
        [
            (None, "主动公开", [(None, "数量", []), (None, "类别", [])]),
            (None, "依申请公开", []),
        ],
    )


def test_the_numbers_that_are_printed_are_kept(pack: RulePack) -> None:
    inner = "（一）主动公开。\n1.数量。公开12条。\n（三）依申请公开\n（2）收到\n没有。\n"
    report = parse(SECTIONS.replace("2024年公开信息12条。\n", inner), pack)
    first = report.sections[0]
    printed = [first, *first.subsections, *(one.subsections[0] for one in first.subsections)]
    assert [(one.style, one.ordinal) for one in printed] == [(0, 1), (1, 1), (1, 3), (2, 1), (3, 2)]


def test_a_table_of_contents_is_no_section(pack: RulePack) -> None:
    contents = "\n".join(
        f"{ordinal}、{title}" for ordinal, (_, title, _) in zip("一二三四五六", SIX, strict=True)
    )
    assert sections(f"{contents}\n{SECTIONS}", pack) == SIX


def test_labels_of_table_three_are_no_headings(pack: RulePack) -> None:
    rows = (
        "一、本年新收政府信息公开申请数量\n\n0\n\n二、上年结转政府信息公开申请数量\n\n0\n\n"
        "三、本年度办理结果\n\n四、结转下年度继续办理\n\n0\n"
    )
    assert sections(SECTIONS.replace("申请情况\n四", f"申请情况\n{rows}四"), pack) == SIX


def test_the_body_of_a_section_whose_heading_is_lost(pack: RulePack) -> None:
    text = SECTIONS.replace(
        "五、存在的主要问题及改进情况\n一是形式不多。", "存在的主要问题：一是形式不多。"
    )
    report = parse(f"{TITLE}\n{text}", pack)
    start, end = report.unlabelled[5]
    assert report.source.text[start:end] == "存在的主要问题：一是形式不多。\n"
