"""Title, year and issuer."""

from __future__ import annotations

import pytest

from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, parse


@pytest.mark.parametrize(
    ("head", "title", "issuer", "year"),
    [
        (
            "某市某局2024年政府信息公开工作年度报告",
            "某市某局2024年政府信息公开工作年度报告",
            "某市某局",
            2024,
        ),
        (
            "2024年某街道办事处政府信息公开工作年度报告",
            "2024年某街道办事处政府信息公开工作年度报告",
            "某街道办事处",
            2024,
        ),
        (
            "某市某区人民政府办公室\n2024年政府信息公开工作年度报告",
            "某市某区人民政府办公室2024年政府信息公开工作年度报告",
            "某市某区人民政府办公室",
            2024,
        ),
        (
            "正文\n2024 年某省人民政府办公厅政府信息公开\n工作年度报告",
            "2024年某省人民政府办公厅政府信息公开工作年度报告",
            "某省人民政府办公厅",
            2024,
        ),
        (
            "您的位置：首页 > 政府信息公开年报\n某镇2024年政府信息公开年报\n来源：某镇",
            "某镇2024年政府信息公开年报",
            "某镇",
            2024,
        ),
        (
            "现公布某市某局2024年度政府信息公开工作年度报告。",
            "某市某局2024年度政府信息公开工作年度报告",
            "某市某局",
            2024,
        ),
        (
            "某区教育局政府信息公开工作2025年度报告",
            "某区教育局政府信息公开工作2025年度报告",
            "某区教育局",
            2025,
        ),
        (
            "某区教育局政府信息公开2025年度报告",
            "某区教育局政府信息公开2025年度报告",
            "某区教育局",
            2025,
        ),
        (
            "现公布我局2024年政府信息公开工作年度报告。",
            "我局2024年政府信息公开工作年度报告",
            None,
            2024,
        ),
        (
            "2008年某镇人民政府信息公开工作年度报告",
            "2008年某镇人民政府信息公开工作年度报告",
            "某镇人民政府",
            2008,
        ),
    ],
)
def test_title(head: str, title: str, issuer: str | None, year: int, pack: RulePack) -> None:
    report = parse(f"{head}\n{SECTIONS}", pack)
    assert report.title is not None
    assert (report.title.value, report.issuer, report.year) == (title, issuer, year)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (
            "名称：2024年某局信息公开年报\n某市某局2024年政府信息公开工作年度报告",
            "某市某局2024年政府信息公开工作年度报告",
        ),
        (
            "名称：某市某局2024年政府信息公开工作年度报告",
            "某市某局2024年政府信息公开工作年度报告",
        ),
        (
            "来源：某市某局  标题：某市某局2024年政府信息公开工作年度报告",
            "某市某局2024年政府信息公开工作年度报告",
        ),
    ],
    ids=["beside a title of its own", "alone", "behind another label"],
)
def test_a_title_that_the_metadata_give(head: str, title: str, pack: RulePack) -> None:
    """The label is no part of it, and a title of the report's own goes before it."""
    report = parse(f"{head}\n{SECTIONS}", pack)
    assert report.title is not None
    assert (report.title.value, report.issuer) == (title, "某市某局")
    assert report.source.cut(report.title.parts) == title


def test_a_list_of_reports_of_other_years_above_the_report(pack: RulePack) -> None:
    titles = [f"某市某局{year}年政府信息公开工作年度报告" for year in (2023, 2025, 2024)]
    report = parse("\n".join(["历年年报", *titles, "本报告依照规定编制。", SECTIONS]), pack)
    assert report.title is not None
    assert (report.title.value, report.year) == (titles[-1], 2024)


@pytest.mark.parametrize(
    ("head", "year"),
    [
        ("本报告所列数据统计期限为2023年1月1日至12月31日。", 2023),
        ("2022年，我局公开信息12条；2022年又公开3条，比2021年多。", 2022),
        ("成文日期: | 2026-01-13 |", 2024),
    ],
    ids=["from the period", "from the text", "the text, not the date of publication"],
)
def test_the_year_of_a_report_without_a_title(head: str, year: int, pack: RulePack) -> None:
    assert parse(f"{head}\n{SECTIONS}", pack).year == year


def test_a_year_that_nothing_tells_stays_unknown(pack: RulePack) -> None:
    text = SECTIONS.replace("2024年", "").replace("12条", "若干条")
    assert parse(f"本报告依据《中华人民共和国政府信息公开条例》编制。\n{text}", pack).year is None
