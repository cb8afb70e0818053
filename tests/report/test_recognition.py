"""What is a report, on which form, and where its text breaks off."""

from __future__ import annotations

import pytest

from lint_disclosure.api import NotAReport
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, TITLE, parse

TABLE_2019 = "信息内容 | 本年新制作数量 | 本年新公开数量 | 对外公开总数量 |\n规章 | 0 | 0 | 0 |\n"
TABLE_2021 = "信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数 |\n规章 | 0 | 0 | 0 |\n"


@pytest.mark.parametrize(
    ("title_year", "table", "form", "expected"),
    [
        ("2024", TABLE_2021, "2021", "2021"),
        ("2024", TABLE_2019, "2019", "2021"),
        ("2020", TABLE_2019, "2019", "2019"),
        ("2020", "", "2019", "2019"),
        ("2017", "", None, None),
    ],
    ids=["its own form", "an old form", "2019", "no tables", "before the forms"],
)
def test_the_form_is_known_by_the_tables(
    title_year: str, table: str, form: str | None, expected: str | None, pack: RulePack
) -> None:
    text = f"{TITLE}\n{SECTIONS}".replace("2024", title_year)
    report = parse(text.replace("信息情况\n三", f"信息情况\n{table}三"), pack)
    assert report.form == (pack.forms[form] if form else None)
    assert report.expected_form == (pack.forms[expected] if expected else None)


@pytest.mark.parametrize(
    "text",
    [
        "今天天气很好。",
        "关于做好2024年政府信息公开工作年度报告编制发布工作的通知\n各单位：请按照《中华人民共和国政府信息公开条例》抓好落实。",
        "中华人民共和国政府信息公开条例\n第一条 为了保障公民依法获取政府信息，制定本条例。",
        "2024年政府工作报告\n一、2023年工作回顾\n公开12条。\n二、2024年工作安排\n一是发展。",
        "采购清单\n笔 | 12 |\n纸 | 30 |\n",
    ],
    ids=["a sentence", "a notice about the report", "the law", "another report", "another table"],
)
def test_what_is_no_annual_report(text: str, pack: RulePack) -> None:
    with pytest.raises(NotAReport):
        parse(text, pack)


@pytest.mark.parametrize(
    ("text", "partial"),
    [
        (f"{TITLE}\n{SECTIONS}", False),
        (f"{TITLE}\n一、总体情况\n2024年公开信息12条。", False),
        (f"{TITLE}\n一、总体情况\n2024年，我局坚持以公开为常态、不公开为例外，围绕中心工作", True),
        (f"{TITLE}\n一、总体情况\n公开。\n二、主动公开政府信息情况\n{TABLE_2021}", True),
    ],
    ids=["whole", "sections are missing", "within a sentence", "within a table"],
)
def test_a_text_that_breaks_off_is_partial(text: str, partial: bool, pack: RulePack) -> None:
    assert parse(text, pack).partial is partial
