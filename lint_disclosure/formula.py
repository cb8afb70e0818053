"""Texts in a table of values, so that no spreadsheet program takes them for formulas."""

from __future__ import annotations

import re

_STARTS_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n\0]")
_HARMLESS = re.compile(r"[+-]?\d[\d,]*(?:\.\d+)?|-", re.A)


def guarded(text: str) -> str:
    """The text with an apostrophe before it if it could be one; numbers stay what they are.

    The apostrophe is the defence that OWASP names (CSV Injection).
    """
    if _STARTS_FORMULA.match(text) and not _HARMLESS.fullmatch(text):
        return "'" + text
    return text
