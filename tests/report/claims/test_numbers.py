"""Numbers as reports write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_disclosure.report.claims.grammar import Grammar
from lint_disclosure.report.claims.numbers import figure_at, numeral, numeral_at
from lint_disclosure.rulepack.model import RulePack


@pytest.fixture
def grammar(pack: RulePack) -> Grammar:
    return Grammar(pack.claims, "2021")


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "exact"),
    [
        ("34件", "count", 34, "件", True),
        ("1,234件", "count", 1234, "件", True),
        ("12件次,", "count", 12, "件次", True),
        ("12,", "count", 12, "", True),
        ("12人次", "other", 12, "", True),
        ("12余件", "count", 12, "件", False),
        ("100多件", "count", 100, "件", False),
        ("12件以上", "count", 12, "件", False),
        ("3-5件", "other", 3, "", False),
        ("3件至5件", "count", 3, "件", False),
        ("1.2万件", "other", 1, "件", False),
        ("2230元", "money", Decimal("0.2230"), "元", True),
        ("167.38万元", "money", Decimal("167.38"), "万元", True),
        ("99.5%", "share", Decimal("99.5"), "%", True),
        ("3个百分点", "share", Decimal(3), "%", True),
    ],
)
def test_numbers_in_figures(
    text: str, kind: str, value: object, unit: str, exact: bool, grammar: Grammar
) -> None:
    figure = figure_at(text, 0, grammar)
    assert figure is not None
    if kind != "other":
        assert (figure.value, figure.unit) == (value, unit)
    assert (figure.kind, figure.exact if kind != "other" else exact) == (kind, exact)


def test_the_second_number_of_a_range_is_not_exact_either(grammar: Grammar) -> None:
    second = figure_at("3至5件", 2, grammar)
    after = figure_at("收到5件", 2, grammar)
    assert (second and second.exact, after and after.exact) == (False, True)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("三十四", 34),
        ("十", 10),
        ("十二", 12),
        ("两", 2),
        ("零", 0),
        ("一百〇二", 102),
        ("一百二十", 120),
        ("一千二百三十四", 1234),
        ("二三", 23),
        ("十百", None),
        ("二十三四", None),
    ],
)
def test_numbers_in_characters(text: str, value: int | None) -> None:
    assert numeral(text) == value


def test_numbers_in_characters_need_a_unit(grammar: Grammar) -> None:
    found = numeral_at("三十四件", 0, grammar)
    assert found is not None
    assert (found.value, found.unit, found.end) == (34, "件", 4)
    for text in ("三十四", "一次", "一起", "两项", "三期", "一元"):
        assert numeral_at(text, 0, grammar) is None, text
    rough = numeral_at("数百件", 1, grammar)
    assert rough is not None
    assert not rough.exact
    zero = numeral_at("为零。", 1, grammar)
    assert zero is not None
    assert (zero.value, zero.unit) == (0, "")
