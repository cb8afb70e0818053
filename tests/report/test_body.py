"""Level, kind and function of a body, by its name or by what it calls itself."""

from __future__ import annotations

from typing import Any

import pytest

from lint_disclosure.report.body import UNKNOWN, body_of
from lint_disclosure.report.model import Sentence
from lint_disclosure.rulepack.model import RulePack
from tests.report.opening import SECTIONS, parse

TABLE: list[dict[str, Any]] = [
    {"suffixes": ["分局"], "words": ["环保局"], "function": None},
    {"words": ["环保局", "环境局"], "function": "ecology"},
    {"suffixes": ["管委会"], "level": None, "kind": "zone"},
    {"suffixes": ["局"], "kind": "department"},
    {"units": ["县", "区"], "level": "county"},
    {"units": ["开发区"], "level": None},
    {"units": ["省"], "level": "province"},
    {"units": ["社区"]},
    {"self": ["我镇"], "level": "township", "kind": "government"},
]


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("某县环保局", ("county", "department", "ecology")),
        ("某县环境局", ("county", "department", "ecology")),
        ("某县环保局某分局", ("county", "department", None)),
        ("某县管委会", (None, "zone", None)),
        ("某省某区水利局", ("county", "department", None)),
        ("某省水利局", ("province", "department", None)),
        ("某县某开发区水利局", (None, "department", None)),
        ("某省社区局", ("province", "department", None)),
        ("水利局(县农业局)", (None, "department", None)),
        ("研究会", (None, None, None)),
    ],
)
def test_each_fact_is_told_by_the_first_entry_that_speaks_of_it(issuer, body):
    assert tuple(body_of(issuer, TABLE)) == body


def test_a_body_without_a_name_is_known_by_what_it_calls_itself():
    said = [Sentence(text, 0, 1, text) for text in ("全年公开信息12条。", "我镇没有收取费用。")]
    assert tuple(body_of(None, TABLE, said)) == ("township", "government", None)
    assert body_of(None, TABLE, said[:1]) == UNKNOWN
    assert body_of(None, TABLE[:-1], said) == UNKNOWN
    assert body_of("研究会", TABLE, said) == UNKNOWN


@pytest.mark.parametrize(
    ("issuer", "body"),
    [
        ("某县某镇人民政府", ("township", "government", None)),
        ("某市某区某街道办事处", ("township", "government", None)),
        ("某县人民政府办公室", ("county", "office", None)),
        ("某县人民政府", ("county", "government", None)),
        ("某市人民政府", ("municipal", "government", None)),
        ("某自治区", ("province", "government", None)),
        ("某经济开发区管理委员会", (None, "zone_committee", None)),
        ("某高新区", (None, "zone_committee", None)),
        ("某县水利局", ("county", "department", None)),
        ("某市某区水利局", ("county", "department", None)),
        ("某自治区某市某区水利局", ("county", "department", None)),
        ("某自治区水利厅", ("province", "department", None)),
        ("某自治州水利局", ("city", "department", None)),
        ("某市城市管理局", ("municipal", "department", "urban_management")),
        ("某县市场监督管理局", ("county", "department", "market_supervision")),
        ("某市公安局某区分局", ("county", "department", "police")),
        ("公安县水利局", ("county", "department", None)),
        ("某市生态环境局", ("municipal", "department", "ecology")),
        ("某市生态环境局某区分局", ("county", "department", None)),
        ("国家税务总局某市税务局", ("municipal", "department", "taxation")),
        ("某县应急管理局", ("county", "department", "emergency")),
        ("某县交通运输局", ("county", "department", "transport")),
        ("某县统计局", ("county", "department", "statistics")),
        ("某县审计局", ("county", "department", "audit")),
        ("某县教育局", ("county", "department", "education")),
        ("某县教育和体育局", ("county", "department", None)),
        ("某县信访局", ("county", "department", "petitions")),
        ("某市人民政府研究室", ("municipal", "department", "research")),
        ("某市政务服务管理办公室", ("municipal", "department", "government_services")),
        ("某市行政审批和政务服务局", ("municipal", "department", "approval")),
        ("某海关", (None, "department", None)),
        ("交通运输部", ("state", "department", None)),
        ("某新区水利局", (None, "department", None)),
        ("某研究会", (None, None, None)),
    ],
)
def test_the_shipped_table(issuer: str, body: tuple[str | None, ...], pack: RulePack) -> None:
    report = parse(f"{issuer}2024年政府信息公开工作年度报告\n{SECTIONS}", pack)
    assert tuple(report.body) == body


def test_the_shipped_table_knows_a_town_without_a_title(pack: RulePack) -> None:
    text = SECTIONS.replace("2024年", "2024年，我镇", 1)
    assert tuple(parse(text, pack).body) == ("township", "government", None)
