"""Numbers, dates and times of a cell as text: what it holds, without the noise of binary floats."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import Context, Decimal
from typing import Literal

Look = Literal["date", "datetime", "time", "elapsed"]
"""How a number is shown that is a date or a time."""

_NUMBER = re.compile(r"[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?", re.A)
_DIGITS = Context(prec=15)
"""As many digits as spreadsheet programs keep of a number."""

_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?![hms]+\])[^\]]*\]', re.I)
_DAYS_1900 = datetime(1899, 12, 30)
_DAYS_1904 = datetime(1904, 1, 1)
_LAST_DAY = 2_958_465
"""9999-12-31."""

_LEAP_DAY = 60
"""29 February 1900, which never was, but which the programs count."""

_BUILT_IN: dict[int, Look] = {
    **dict.fromkeys([14, 15, 16, 17, *range(27, 32), 36, *range(50, 55), 57, 58], "date"),
    **dict.fromkeys([18, 19, 20, 21, *range(32, 36), 45, 47, 55, 56], "time"),
    22: "datetime",
    46: "elapsed",
}
"""The formats that have a number only (ECMA-376 part 1, 18.8.30), with those of Chinese Excel."""


def number_text(raw: str) -> str:
    """A number as its shortest decimal text: 210000 for 2.1e5, 0.3 for 0.30000000000000004.

    What is no number stays as it is.
    """
    if raw.isdecimal() and raw.isascii() and len(raw) <= 15 and (raw[0] != "0" or raw == "0"):
        return raw
    if not _NUMBER.fullmatch(raw):
        return raw
    value = _DIGITS.create_decimal(raw).normalize()
    if not value:
        return "0"
    return format(value, "f") if -15 < value.adjusted() <= 20 else str(value)


def look_of(number: int, code: str | None) -> Look | None:
    """Whether a number format shows a date or a time; ``code`` is the format's own text."""
    if code is None:
        return _BUILT_IN.get(number)
    code = _QUOTED.sub("", code.partition(";")[0]).lower()
    if code in ("general", "@"):
        return None
    if "[" in code:
        return "elapsed"
    days = "y" in code or "d" in code
    hours = "h" in code or "s" in code
    if days:
        return "datetime" if hours else "date"
    if hours:
        return "time"
    return "date" if "m" in code and "0" not in code and "#" not in code else None


def time_text(raw: str, look: Look, from_1904: bool = False) -> str:
    """A date or time from the number that stands for it, in days."""
    if not _NUMBER.fullmatch(raw):
        return raw
    days = Decimal(raw)
    if not 0 <= days <= _LAST_DAY:
        return number_text(raw)
    seconds = int((days * 86400).to_integral_value())
    if look == "elapsed":
        return clock(seconds // 3600, seconds // 60 % 60, seconds % 60)
    day, second = divmod(seconds, 86400)
    of_day = clock(second // 3600, second // 60 % 60, second % 60)
    if look == "time":
        return of_day
    date = _date(day, from_1904)
    return f"{date} {of_day}" if look == "datetime" or second else date


def clock(hours: int, minutes: int, seconds: int) -> str:
    """A time of day, with seconds only where there are some."""
    return f"{hours:02}:{minutes:02}" + (f":{seconds:02}" if seconds else "")


def _date(day: int, from_1904: bool) -> str:
    if from_1904:
        return f"{_DAYS_1904 + timedelta(days=min(day, _LAST_DAY - 1462)):%Y-%m-%d}"
    if day == _LEAP_DAY:
        return "1900-02-29"
    return f"{_DAYS_1900 + timedelta(days=day + (day < _LEAP_DAY)):%Y-%m-%d}"
