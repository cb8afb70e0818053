"""Damage to web pages: only tags are touched, few of them, and the same ones for the same seed."""

from __future__ import annotations

import re

from lint_disclosure.rulepack.model import RulePack
from tests.clothes.damage import damaged
from tests.clothes.html import clean
from tests.clothes.random_report import random_report

PAGE = "<table><tr><td>规章</td><td>12</td></tr></table>"


def without_tags(page: str) -> str:
    return re.sub(r"<[^>]*>", "", page)


def test_the_same_seed_does_the_same_damage() -> None:
    assert [damaged(PAGE, seed) for seed in range(50)] == [
        damaged(PAGE, seed) for seed in range(50)
    ]
    assert len({damaged(PAGE, seed) for seed in range(50)}) > 25


def test_no_text_is_lost_and_at_most_three_tags_change(pack: RulePack) -> None:
    page = clean(random_report(pack, pack.forms["2021"], 1)).decode()
    for seed in range(100):
        hurt = damaged(page, seed)
        assert without_tags(hurt) == without_tags(page)
        assert abs(hurt.count("<") - page.count("<")) <= 3


def test_tags_are_deleted_doubled_and_inserted() -> None:
    changes = {damaged(PAGE, seed).count("<") - PAGE.count("<") for seed in range(200)}
    assert {-3, -2, -1, 1, 2, 3} <= changes


def test_a_page_without_tags() -> None:
    for seed in range(20):
        assert without_tags(damaged("规章", seed)) == "规章"
