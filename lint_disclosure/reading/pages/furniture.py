"""Page numbers, headers and footers: what stands at the same place on most pages."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from lint_disclosure.reading.pages.lines import Text, lines_of
from lint_disclosure.reading.pages.page import Box, Char, Page

_BAND = 0.13
"""Of the height of a page: where headers and footers stand, above and below."""

_NEAR = 4.0
_MOST_PARTS = 20
_DASH = "[-_\u2010-\u2015\u2212\ufe63\uff0d\u4e00·•~～]"
_NUMBER = re.compile(
    rf"{_DASH}{{1,3}}\s*\d{{1,4}}\s*{_DASH}{{1,3}}"
    r"|第\s*\d{1,4}\s*页(?:\s*[/,，、（(]?\s*共\s*\d{1,4}\s*页[）)]?)?"
    r"|(?i:page\s*\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?)"
)
_PLAIN = re.compile(r"\d{1,4}(?:\s*/\s*\d{1,4})?")
_DIGITS = re.compile(r"\d+")

Key = tuple[bool, str]


class _Part(NamedTuple):
    """A stretch of text near an edge, how far from it, and its line."""

    key: Key
    distance: float
    text: Text
    line: int
    outermost: bool


def furniture(pages: Sequence[Page], in_table: Sequence[set[Char]]) -> list[set[Char]]:
    """For each page the characters that belong to the page and not to the text.

    ``in_table`` has for each page the characters within tables; of those only a page number is
    taken, as the head of a table comes again on each page, too.
    """
    placed = [_in_bands(page) for page in pages]
    heights: dict[Key, list[tuple[float, int]]] = defaultdict(list)
    for at, parts in enumerate(placed):
        for part in parts:
            heights[part.key].append((part.distance, at))
    found: list[set[Char]] = []
    for page, parts, inside in zip(pages, placed, in_table, strict=True):
        taken: set[Char] = set()
        left: set[int] = set()
        plain: list[_Part] = []
        for part in parts:
            within = any(char in inside for char in part.text.boxes)
            on = {at for far, at in heights[part.key] if abs(far - part.distance) <= _NEAR}
            common = len(on) > 1 and 2 * len(on) >= len(pages)
            if _PLAIN.fullmatch(part.text.text):
                if not within and part.outermost and (common or _is_number_of(page, part.text)):
                    plain.append(part)
                else:
                    left.add(part.line)
            elif (common and not within) or (
                _NUMBER.fullmatch(part.text.text) and (common or not within)
            ):
                taken.update(part.text.boxes)
            else:
                left.add(part.line)
        # A number is that of the page only where nothing of the text stands on its line.
        for part in plain:
            if part.line not in left:
                taken.update(part.text.boxes)
        found.append(taken)
    return found


def near_edge(box: Box, page: Page) -> bool:
    """Whether some of a box lies where headers and footers stand."""
    return box[1] < _BAND * page.height or box[3] > (1 - _BAND) * page.height


def _in_bands(page: Page) -> list[_Part]:
    """The stretches of text near the upper and lower edge."""
    upper, lower = _BAND * page.height, (1 - _BAND) * page.height
    found: list[_Part] = []
    for is_upper in (True, False):
        chars = [
            char for char in page.chars if (char.bottom < upper if is_upper else char.top > lower)
        ]
        lines = lines_of(chars)
        if not is_upper:
            lines.reverse()
        for number, line in enumerate(lines[:2]):
            distance = line.top if is_upper else page.height - line.bottom
            found += [
                _Part(
                    (is_upper, _shape(part.text)),
                    distance,
                    part,
                    number if is_upper else -1 - number,
                    number == 0,
                )
                for part in line.parts[:_MOST_PARTS]
            ]
    return found


def _shape(text: str) -> str:
    return _DIGITS.sub("0", "".join(text.split()))


def _is_number_of(page: Page, text: Text) -> bool:
    """Whether a number alone is that of the page it stands on."""
    return int(_DIGITS.findall(text.text)[0]) == page.number
