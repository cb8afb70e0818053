"""Codes, names and beginnings of codes."""

from __future__ import annotations

import pytest

from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.selectors import codes, levels

RULES = {"ARI001": "row-sum", "ARI003": "requests-unbalanced", "CEL001": "blank-cells"}


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (["ARI001"], ("ARI001",)),
        (["ARI"], ("ARI001", "ARI003")),
        (["ari00"], ("ARI001", "ARI003")),
        (["row-sum"], ("ARI001",)),
        (["CEL, ari003"], ("CEL001", "ARI003")),
        (["CEL001，row-sum", "CEL"], ("CEL001", "ARI001")),
        ([], ()),
    ],
)
def test_what_is_meant(values, expected):
    assert codes(values, RULES, "--select", "zh") == expected


@pytest.mark.parametrize(
    ("value", "message"),
    [
        ("ARI01", "--select ARI01：没有这条规则；是不是 ARI001、ARI003？"),
        ("row-sums", "--select row-sums：没有这条规则；是不是 row-sum？"),
        ("XYZ", "--select XYZ：没有这条规则"),
    ],
)
def test_what_is_not_known_is_refused(value, message):
    with pytest.raises(Refused) as refused:
        codes([value], RULES, "--select", "zh")
    assert refused.value.args[0] == message


def test_levels():
    assert list(levels(["ARI=info", "row-sum=warning, CEL001=error"], "zh")) == [
        ("ARI", "info"),
        ("row-sum", "warning"),
        ("CEL001", "error"),
    ]


@pytest.mark.parametrize("value", ["ARI001", "ARI001=fatal", "=error"])
def test_levels_that_are_not_understood(value):
    with pytest.raises(Refused) as refused:
        list(levels([value], "en"))
    assert refused.value.args[0].startswith("--severity ")
