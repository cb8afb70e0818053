"""Page numbers, headers and footers: what stands at the same place on most pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from lint_disclosure.reading.pages.lines import Text, lines_of
from lint_disclosure.reading.pages.page import Char, Page

_BAND = 0.13
"""Of the height of a page: where headers and footers stand, above and below."""

_NEAR = 4.0
_DASH = "[-_\u2010-\u2015\u2212\ufe63\uff0d\u4e00·•~～]"
_NUMBER = re.compile(
    rf"{_DASH}{{1,3}}\s*\d{{1,4}}\s*{_DASH}{{1,3}}"
    r"|第\s*\d{1,4}\s*页(?:\s*[/,，、（(]?\s*共\s*\d{1,4}\s*页[）)]?)?"
    r"|(?i:page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)"
)
_PLAIN = re.compile(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_DIGITS = re.compile(r"\d+")

Key = tuple[bool, str]


def furniture(pages: Sequence[Page], in_table: Sequence[set[Char]]) -> list[set[Char]]:
    """For each page the characters that belong to the page and not to the text.

    ``in_table`` has for each page the characters within tables; of those only a page number is
    taken, as the head of a table comes again on each page, too.
    """
    placed = [_in_bands(page) for page in pages]
    heights: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for at, parts in enumerate(placed):
        for upper, height, part in parts:
            heights[upper, _shape(part.text)].append((height, at))
    found: list[set[Char]] = []
    for page, parts, inside in zip(pages, placed, in_table, strict=True):
        taken: set[Char] = set()
        for upper, height, part in parts:
            within = any(char in inside for char in part.boxes)
            on = {
                other
                for place, other in heights[upper, _shape(part.text)]
                if abs(place - height) <= _NEAR
            }
            common = len(on) > 1 and 2 * len(on) >= len(pages)
            if _NUMBER.fullmatch(part.text.strip()):
                if not within or common:
                    taken.update(part.boxes)
            elif not within and (common or _is_number_of(page, part.text)):
                taken.update(part.boxes)
        found.append(taken)
    return found


def _in_bands(page: Page) -> list[tuple[bool, float, Text]]:
    """The stretches of text near the upper and lower edge: which edge, how far from it."""
    upper, lower = _BAND * page.height, (1 - _BAND) * page.height
    found: list[tuple[bool, float, Text]] = []
    for is_upper in (True, False):
        chars = [
            char for char in page.chars if (char.bottom < upper if is_upper else char.top > lower)
        ]
        if chars:
            lines = lines_of(chars)
            found += [
                (is_upper, line.top if is_upper else page.height - line.bottom, part)
                for line in (lines[:2] if is_upper else lines[-2:])
                for part in line.parts
            ]
    return found


def _shape(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))


def _is_number_of(page: Page, text: str) -> bool:
    """Whether a number alone is that of the page it stands on."""
    match = _PLAIN.fullmatch(text.strip())
    return match is not None and int(_DIGITS.findall(text)[0]) == page.number
