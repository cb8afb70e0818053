"""Colour: SGR sequences written by hand, or nothing at all."""

from __future__ import annotations

from lint_disclosure.finding import Severity

_CODES = {
    "error": "1;31",
    "warning": "33",
    "info": "1;36",
    "good": "1;32",
    "frame": "1;34",
    "bold": "1",
    "removed": "31",
    "added": "32",
    "error_span": "1;4;31",
    "warning_span": "4;33",
    "info_span": "1;4;36",
    "related_span": "4;34",
}

SPAN: dict[Severity, str] = {
    "error": "error_span",
    "warning": "warning_span",
    "info": "info_span",
}
"""The style of the text that a finding is about: underlined, so that it shows without carets."""


class Paint:
    """Wraps text in a named style; without colour the text stays as it is."""

    __slots__ = ("on",)

    def __init__(self, on: bool) -> None:
        self.on = on

    def __call__(self, style: str, text: str) -> str:
        """The text in the style."""
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m" if self.on and text else text
