"""Tell a number that is written with other signs than 0 to 9: 三, 1O, 1 250."""

from __future__ import annotations

from lint_disclosure.report.text_match import compiled

_LOOKALIKES = r"(?=[\d.]*[OolI])[\dOolI.]{1,12}"
_NUMERALS = r"[〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]{1,12}"
_APART = r"\d{1,15}(?:\.\d{1,8})?"
_LONGEST = 14
_FIRST = frozenset("OolI.0123456789〇零一二两三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟")


def is_written_number(text: str) -> bool:
    """Does a cell's text, folded and without blanks, mean a number though it was not read as one?

    Digits alone were not read as one because blanks stood among them.
    """
    if text[:1] not in _FIRST or len(text) > _LONGEST:
        return False
    return any(compiled(one).fullmatch(text) for one in (_LOOKALIKES, _NUMERALS, _APART))
