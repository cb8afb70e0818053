"""Check digits of identity cards and bank cards; the numbers are made up or the standard's own."""

from __future__ import annotations

from datetime import date

import pytest

from lint_disclosure.evidence.checksum import CHECKSUMS, is_identity_card, is_luhn


@pytest.mark.parametrize("text", ["11010519491231002X", "11010519491231002x", "110105190001010028"])
def test_identity_cards(text):
    assert is_identity_card(text)


@pytest.mark.parametrize(
    "text",
    [
        "110105194912310021",  # check digit
        "110105190002300019",  # no such day
        "110105189912310015",  # before 1900
        "11010529000101001",  # a digit short
        "1101051949123100XX",
        "",
    ],
)
def test_no_identity_cards(text):
    assert not is_identity_card(text)


def test_nobody_is_born_tomorrow(monkeypatch):
    class Yesterday(date):
        @classmethod
        def today(cls):
            return cls(1949, 12, 30)

    monkeypatch.setattr("lint_disclosure.evidence.checksum.date", Yesterday)
    assert not is_identity_card("11010519491231002X")


@pytest.mark.parametrize("text", ["4111111111111111", "6222000000123454", "622200000012345673"])
def test_luhn(text):
    assert is_luhn(text)


@pytest.mark.parametrize("text", ["4111111111111112", "0000000000000000", "411111111111111X"])
def test_no_luhn(text):
    assert not is_luhn(text)


def test_without_a_checksum_any_number_will_do():
    least, holds = CHECKSUMS["none"]
    assert (least, holds("13912345678")) == (0, True)
