"""Where a part of a YAML scalar stands in the file, however the scalar is written."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.place import Span


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
