"""The metadata head that portals put above a report."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.report.metadata import field_date, stated_day
from lint_disclosure.report.model import Field
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, TITLE, parse


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            "索引号: | 002565/2025-00009 | 成文日期: | 2025-01-13 |\n"
            "文件编号: | 发布机构: | 某市某局 |",
            {
                "index_number": "002565/2025-00009",
                "issued_on": "2025-01-13",
                "publisher": "某市某局",
            },
        ),
        (
            "索引号 | 公开方式 | 发布机构 |\n1162/2025-00021 | 主动公开 | 某镇人民政府 |",
            {
                "index_number": "1162/2025-00021",
                "disclosure": "主动公开",
                "publisher": "某镇人民政府",
            },
        ),
        (
            "索 引 号 | za77/2023-71 | 发布机构 | 某县政府 |",
            {"index_number": "za77/2023-71", "publisher": "某县政府"},
        ),
        (
            "来源：某镇     发布时间：2025-01-20 10:00",
            {"publisher": "某镇", "published_on": "2025-01-20"},
        ),
        ("**来源：** 某镇", {"publisher": "某镇"}),
        ("", {}),
    ],
)
def test_metadata(head: str, expected: dict[str, str], pack: RulePack) -> None:
    report = parse(f"{TITLE}\n{head}\n{SECTIONS}", pack)
    assert {kind: field.value for kind, field in report.metadata.items()} == expected


@pytest.mark.parametrize(
    ("text", "stated", "day"),
    [
        ("2025-01-13", (2025, 1, 13), date(2025, 1, 13)),
        ("2025年1月13日 10:00", (2025, 1, 13), date(2025, 1, 13)),
        ("2025- 01- 13", (2025, 1, 13), date(2025, 1, 13)),
        ("2025-02-30", (2025, 2, 30), None),
        ("另附", None, None),
    ],
)
def test_dates(text: str, stated: tuple[int, int, int] | None, day: date | None) -> None:
    field = Field(text, ())
    assert stated_day(field) == stated
    assert field_date(field) == day


def test_no_date() -> None:
    assert stated_day(None) is None
    assert field_date(None) is None
