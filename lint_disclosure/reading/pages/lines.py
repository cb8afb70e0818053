"""Characters at places to lines of text, and the lines of a cell to the text of the cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter, itemgetter
from typing import NamedTuple

from lint_disclosure.reading.pages.page import Char

_SAME_LINE = 0.45
"""Of the height: how far the middles of two characters on a line may differ."""

_EM = 0.85
"""The size of type, of the height of a character's box."""

_WORD_GAP = 0.2
_GAP = 0.6
"""Of the size: gaps that are a blank, between Latin letters or digits and between others."""

_SPACED = 0.12
"""Of the size: a gap between a Chinese character and a digit; a layout may put it everywhere."""

_BESIDE = 0.25
"""Of the size: the gap that a layout may put between Chinese and Latin."""

_WIDE_GAP = 1.2
"""Of the size: a gap that parts two columns."""

_PADDING = 6.0
"""Points between the edge of a cell and its text, at most; lines in the middle have more."""

_NO_BLANK = frozenset("@/.:_%-")
_LEFT = attrgetter("left")
_BLANKS = frozenset(" \u00a0\u3000\t\u2002\u2003\u2009")
_OPENING = frozenset("（《“‘〈【〔([「『")
_STICKING = frozenset("，。、；：？！）》”’〉】〕,.;:?!)]」』%％")

Boxes = list[Char]
"""For each code point of a text the character whose place it takes."""


class Text(NamedTuple):
    """A stretch of text on one line; ``boxes`` has a character for each code point."""

    text: str
    boxes: Boxes

    @property
    def left(self) -> float:
        return self.boxes[0].left

    @property
    def right(self) -> float:
        return self.boxes[-1].right


class TextLine(NamedTuple):
    """A line: its stretches, which wide gaps part, and its extent; ``size`` is that of the type."""

    parts: list[Text]
    left: float
    top: float
    right: float
    bottom: float
    size: float


def blank_beside_latin(chars: Iterable[Sequence[Char]]) -> float:
    """How wide a gap between Chinese and Latin is a blank, of the size; from all pages.

    Some programs space all digits out from the Chinese round them; then it is no blank.
    """
    apart = together = 0
    for page in chars:
        for one, other in pairwise(page):
            if one.text.isdigit() != other.text.isdigit() and abs(one.bottom - other.bottom) < 5:
                chinese = one.text if other.text.isdigit() else other.text
                gap = other.left - one.right
                size = _EM * (other.bottom - other.top)
                if chinese > "\u4dff" and chinese < "\uf000" and -0.3 * size < gap < _GAP * size:
                    apart += gap > _SPACED * size
                    together += gap <= _SPACED * size
    return _GAP if apart > together else _WORD_GAP * 0.9


def lines_of(chars: Sequence[Char], beside_latin: float = _GAP) -> list[TextLine]:
    """The lines of some upright characters, from top to bottom; lines of blanks are left out.

    ``beside_latin`` is what ``blank_beside_latin`` found.
    """
    middles = sorted([(char[2] + char[4], char) for char in chars], key=itemgetter(0))
    lines: list[TextLine] = []
    group: list[Char] = []
    total = height = 0.0
    for twice, char in middles:
        tall = char.bottom - char.top
        if group and twice - total / len(group) > 2 * _SAME_LINE * min(tall, height):
            _append(lines, group, beside_latin)
            group, total, height = [], 0.0, 0.0
        group.append(char)
        total += twice
        height = max(height, tall)
    if group:
        _append(lines, group, beside_latin)
    return lines


def _append(lines: list[TextLine], chars: list[Char], beside_latin: float) -> None:
    line = _line(chars, beside_latin)
    if line is not None:
        lines.append(line)


def _line(chars: list[Char], beside_latin: float) -> TextLine | None:
    """The line of characters that stand beside each other."""
    chars.sort(key=_LEFT)
    parts: list[Text] = []
    text: list[str] = []
    boxes: Boxes = []
    last: Char | None = None
    blank: Char | None = None
    for char in chars:
        if char.text in _BLANKS:
            blank = char
            continue
        if last is not None:
            same = char.text
            if (last.text == same and _at_same_place(last, char)) or (
                len(boxes) > 1 and boxes[-2].text == same and _at_same_place(boxes[-2], char)
            ):
                continue  # Drawn again, to make it bold.
            gap = char.left - last.right
            # Most characters touch: then the size of the type tells nothing.
            size = _EM * min(last.bottom - last.top, char.bottom - char.top) if gap > 0 else 0.0
            if gap > _WIDE_GAP * size:
                parts.append(Text("".join(text), boxes))
                text, boxes = [], []
            elif blank is not None or (
                gap > _SPACED * size
                and gap > _least_blank(last.text, char.text, beside_latin) * size
            ):
                text.append(" ")
                boxes.append(Char(" ", last.right, char.top, char.left, char.bottom))
        text.append(char.text)
        boxes.append(char)
        last, blank = char, None
    if last is None:
        return None
    parts.append(Text("".join(text), boxes))
    return TextLine(
        parts,
        parts[0].left,
        min(char.top for char in chars),
        max(char.right for char in boxes),
        max(char.bottom for char in chars),
        _size(boxes),
    )


def _size(chars: Boxes) -> float:
    """The size of type: the width of most Chinese characters, where there are any."""
    widths = sorted(char.right - char.left for char in chars if char.text >= "\u3000")
    if widths:
        return widths[len(widths) // 2] or 1.0
    heights = sorted(char.bottom - char.top for char in chars)
    return _EM * heights[len(heights) // 2] or 1.0


def _least_blank(one: str, other: str, beside_latin: float) -> float:
    """The gap that is a blank between two characters, of the size."""
    if one.isascii():
        return _WORD_GAP if other.isascii() else beside_latin
    return beside_latin if other.isascii() else _GAP


def _at_same_place(one: Char, other: Char) -> bool:
    """Whether two equal characters stand nearly on each other."""
    return abs(one.left - other.left) < 0.3 * (one.right - one.left) and abs(
        one.top - other.top
    ) < 0.3 * (one.bottom - one.top)


def cell_text(chars: Sequence[Char], left: float, right: float, beside_latin: float = _GAP) -> Text:
    """The text of a cell between two places; its lines are put together.

    Characters that run up or down the page are read so.
    """
    if len(chars) < 2:  # As in most cells of a table.
        found = [char for char in chars if char.text not in _BLANKS]
        return Text(found[0].text if found else "", found)
    turned = sum(char.turn in (1, 3) for char in chars)
    if 2 * turned > len(chars):
        return _turned_text([char for char in chars if char.turn in (1, 3)])
    return joined([whole(line, " ") for line in lines_of(chars, beside_latin)], right, left)


def _turned_text(chars: list[Char]) -> Text:
    """The text of characters that are turned by a quarter, read along their lines."""
    own: dict[tuple[float, float], Char] = {}
    level: list[Char] = []
    for char in chars:
        turned = (
            Char(char.text, -char.bottom, char.left, -char.top, char.right)
            if char.turn == 1
            else Char(char.text, char.top, -char.right, char.bottom, -char.left)
        )
        own[turned.left, turned.top] = char
        level.append(turned)
    text = joined([whole(line, " ") for line in lines_of(level)], None, None)
    return Text(text.text, [own.get((box.left, box.top), chars[0]) for box in text.boxes])


def whole(line: TextLine, between: str) -> Text:
    """A line as one stretch, with these blanks where a wide gap parts it."""
    boxes = list(line.parts[0].boxes)
    for part in line.parts[1:]:
        boxes += [boxes[-1]] * len(between)
        boxes += part.boxes
    return Text(between.join(part.text for part in line.parts), boxes)


def joined(lines: Sequence[Text], right: float | None, left: float | None) -> Text:
    """Lines below each other as one text, with a blank only where two words or numbers meet.

    ``right`` and ``left`` are the edges between which they were broken, None where not known.
    """
    if not lines:
        return Text("", [])
    text, boxes = lines[0].text, list(lines[0].boxes)
    above = lines[0]
    for line in lines[1:]:
        full = right is not None and left is not None and is_full(above, line, left, right)
        if parts_words(above.text, line.text, full):
            text += " "
            boxes.append(line.boxes[0])
        text += line.text
        boxes += line.boxes
        above = line
    return Text(text, boxes)


def is_full(above: Text, below: Text, left: float, right: float) -> bool:
    """Whether what opens the line below had no room behind the line above."""
    before, behind = max(0.0, above.left - left), max(0.0, right - above.right)
    room = before + behind - 2 * min(before, behind, _PADDING)
    apart = above.text[-1].isascii() != below.text[0].isascii()
    return room < _opening_width(below) + (_BESIDE * _height(below) if apart else 0.0)


def _height(line: Text) -> float:
    return _EM * (line.boxes[0].bottom - line.boxes[0].top)


def _opening_width(line: Text) -> float:
    """The width of what stays together at the start of a line: a word, a character and a comma.

    Behind a narrow sign no line is broken before a word: 编:698009.
    """
    text, boxes = line
    end = 0
    while end < len(text) - 1 and text[end] in _OPENING:
        end += 1
    end += 1
    while end < len(text) and (
        text[end] in _STICKING
        or (text[end - 1].isascii() and text[end].isascii() and text[end] != " ")
    ):
        end += 1
    return boxes[end - 1].right - boxes[0].left


def parts_words(above: str, below: str, full: bool) -> bool:
    """Whether a blank goes between a line and the one below it."""
    last, first = above[-1], below[0]
    if not (last.isascii() and first.isascii()):
        return False
    word, next_word = above.split()[-1], below.split()[0]
    if last.isdigit() and first.isdigit():
        return not (full and any(char.isalpha() for char in above))
    if not (last.isalnum() and first.isalnum()):
        return (
            last not in _NO_BLANK
            and first not in _NO_BLANK
            and last not in _OPENING
            and (first not in _STICKING)
        )
    return not (_NO_BLANK & set(word) or _NO_BLANK & set(next_word))
