"""Where things stand in a YAML file: a part of a scalar, the colon that is no colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_disclosure.place import Span

_SLIP = re.compile(r"^ *(?:- )?[A-Za-z_]+(?P<colon>：|:(?=[^ \r\n]))", re.MULTILINE)


def colon_slip(text: str) -> Span | None:
    """The colon of the last key before a mistake that is full-width or has no blank behind it.

    YAML takes such a line for the end of the value above, and finds fault with the line below.
    """
    found = [match.span("colon") for match in _SLIP.finditer(text)]
    lines_after = text[found[-1][1] :].strip("\r\n").count("\n") if found else 0
    return found[-1] if found and lines_after <= 1 else None


def range_in_file(text: str, extent: Span, value: str, inside: tuple[int, int]) -> Span | None:
    """Where a range of a scalar's value stands in the file; None when the writing hides it."""
    offsets = list(_offsets(text, extent, value))
    start, length = inside
    if len(offsets) != len(value) or not value:
        return None
    first = offsets[start] if start < len(value) else offsets[-1] + 1
    last = offsets[min(start + length, len(value)) - 1] if start < len(value) else first
    return first, max(last + 1, first + 1)


def _offsets(text: str, extent: Span, value: str) -> Iterator[int]:
    """The offset of each character of a scalar, as long as the file shows them one by one.

    A line break that YAML folds to a blank stands for the whole run of white space.
    """
    at = text.find(value[:1], *extent)
    for char in value:
        if at < 0 or at >= extent[1]:
            return
        if char in " \n" and text[at].isspace():
            yield at
            at += 1
            if "\n" in text[at - 1 : at + 1] or char == "\n":
                while at < extent[1] and text[at].isspace():
                    at += 1
        elif text[at] == char:
            yield at
            at += 1
        else:
            return
