"""Values as cells of a sheet: numbers as numbers, all else as texts in the cell itself."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple
from xml.sax.saxutils import escape

from lint_disclosure.workbook.limits import MAX_DIGITS, MAX_TEXT
from lint_disclosure.workbook.styles import GUARDED, Style

Value = str | int | Decimal | None

_LARGEST: int = 10**MAX_DIGITS
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LIKE_ESCAPE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_STARTS_FORMULA = frozenset("=+-@＝＋－＠\t\r\n'")


class Cell(NamedTuple):
    """A value with a look of its own, and what it leads to.

    ``link`` is an address (https://…) or, after ``#``, a place in the workbook: ``#'发现'!A5``.
    """

    value: Value
    style: Style = Style.PLAIN
    link: str | None = None


@lru_cache(maxsize=2048)
def letters(column: int) -> str:
    """The name of a column counted from 0: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        name = chr(65 + letter) + name
    return name


def cell(name: str, value: Value, style: int) -> str:
    """The XML of a cell; a text stays one when it is edited (quotePrefix)."""
    if value is None:
        return f'<c r="{name}" s="{style + 1:d}"/>'
    if not isinstance(value, str):
        number = format(value, "f") if isinstance(value, Decimal) else str(value)
        if _exact(value):
            return f'<c r="{name}" s="{style + 1:d}"><v>{number}</v></c>'
        value = number
    if value[:1] in _STARTS_FORMULA:
        style += GUARDED
    text = f'<is><t xml:space="preserve">{_text(value)}</t></is>'
    return f'<c r="{name}" s="{style + 1:d}" t="inlineStr">{text}</c>'


def attribute(text: str) -> str:
    """A text within the quotes of an XML attribute."""
    return escape(_UNWRITABLE.sub("?", text), {'"': "&quot;", "\n": " ", "\t": " ", "\r": " "})


def _exact(value: int | Decimal) -> bool:
    """Whether a spreadsheet program keeps every digit."""
    if isinstance(value, int):
        return -_LARGEST < value < _LARGEST
    if not value.is_finite():
        return False
    return abs(value) < _LARGEST and len(value.as_tuple().digits) <= MAX_DIGITS


def _text(value: str) -> str:
    if len(value) > MAX_TEXT:
        value = value[: MAX_TEXT - 1] + "…"
    if "_x" in value:
        value = _LIKE_ESCAPE.sub("_x005F_", value)
    value = _UNWRITABLE.sub(lambda found: f"_x{ord(found[0]):04X}_", value)
    return escape(value.replace("\r", "_x000D_"))
