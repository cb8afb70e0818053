"""Check digits of numbers that belong to a person: identity cards and bank cards."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_DIGITS = "10X98765432"
_EARLIEST = 1900
_DIGITS = frozenset("0123456789")


def is_identity_card(text: str) -> bool:
    """An identity card number (GB 11643): a date of birth that was, and the right check digit."""
    if len(text) != 18 or not _DIGITS.issuperset(text[:17]):
        return False
    try:
        born = date(int(text[6:10]), int(text[10:12]), int(text[12:14]))
    except ValueError:
        return False
    total = sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, text[:17], strict=True))
    return (
        born.year >= _EARLIEST
        and born <= date.today()
        and text[17].upper() == _CHECK_DIGITS[total % 11]
    )


def is_luhn(text: str) -> bool:
    """Digits whose last is the check digit by Luhn; not all of them the same."""
    if not _DIGITS.issuperset(text) or len(set(text)) < 2:
        return False
    doubled = [sum(divmod(2 * int(digit), 10)) for digit in text[-2::-2]]
    return (sum(doubled) + sum(map(int, text[-1::-2]))) % 10 == 0


CHECKSUMS: Mapping[str, tuple[int, Callable[[str], bool]]] = {
    "id_card": (18, is_identity_card),
    "luhn": (12, is_luhn),
    "none": (0, lambda text: True),
}
"""The checksums that a rule may name: the least length of such a number, and the check."""
