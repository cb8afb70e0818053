"""Display cells: how wide a text stands on a screen, and what may safely be shown of it.

A column of the output counts code points; a caret stands under display cells. The two differ in
every Chinese line and are never mixed: everything that draws goes through this module.
"""

from __future__ import annotations

from typing import NamedTuple
from unicodedata import category, east_asian_width

TAB = 4
ELLIPSIS = "..."
BEFORE = 12
"""Cells that stay visible before a span when a long line is cut."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
_MARKS = frozenset({"Mn", "Me"})
_NO_LINE_START = frozenset("，。、；：！？）］〕》」』】”’…％%,.;:!?)]}")
_NO_LINE_END = frozenset("（［〔《「『【“‘([{")


class Shown(NamedTuple):
    """A source line as it is drawn.

    ``cells[i]`` is the cell and ``offsets[i]`` the place in ``text`` at which character
    ``first + i`` of the line begins; the last entries are the end.
    """

    text: str
    first: int
    cells: tuple[int, ...]
    offsets: tuple[int, ...]

    def cell(self, index: int) -> int:
        """The cell at which the character with this index in the line begins."""
        return self.cells[self._clamp(index)]

    def offset(self, index: int) -> int:
        """The place in ``text`` at which the character with this index in the line begins."""
        return self.offsets[self._clamp(index)]

    def _clamp(self, index: int) -> int:
        return min(max(index - self.first, 0), len(self.cells) - 1)


def char_width(char: str) -> int:
    """Cells of one character as it is drawn; ambiguous ones count as one."""
    if " " <= char <= "~":
        return 1
    kind = category(char)
    if kind in _MARKS:
        return 0
    if kind in _HIDDEN:
        return len(_name(char))
    return 2 if east_asian_width(char) in "WF" else 1


def text_width(text: str) -> int:
    """Cells of a text that has no tab and no line break."""
    return len(text) if text.isascii() and text.isprintable() else sum(map(char_width, text))


def visible(text: str) -> str:
    """The text on one line, with everything that does not print shown by its code point.

    Terminal escapes, bidirectional controls and zero-width characters never reach the terminal.
    """
    if text.isprintable():
        return text
    if "\n" in text or "\r" in text or "\t" in text:
        text = " ".join(part.strip(" \t\r") for part in text.split("\n"))
        text = text.replace("\t", " ").replace("\r", " ")
    return "".join(_drawn(char) for char in text)


def lay_out(line: str, first: int = 0, end: int | None = None, *, head: str = "") -> Shown:
    """Draw a part of a line after ``head``: tabs written out, hidden characters named."""
    cell = offset = len(head)
    pieces = [head]
    cells = [cell]
    offsets = [offset]
    for char in line[first:end]:
        if char == "\t":
            piece = " " * (TAB - cell % TAB)
            cell += len(piece)
        else:
            piece = _drawn(char)
            cell += char_width(char)
        offset += len(piece)
        pieces.append(piece)
        cells.append(cell)
        offsets.append(offset)
    return Shown("".join(pieces), first, tuple(cells), tuple(offsets))


def cut_line(line: str, start: int, end: int, width: int) -> Shown:
    """Draw at most ``width`` cells of a line, with the characters ``start`` to ``end`` in view.

    What is left out is marked with ``...``; a wide character is never halved, and at least
    ``BEFORE`` cells before the span stay where the line has them.
    """
    if len(line) <= 2 * width:
        whole = lay_out(line)
        if whole.cells[-1] <= width:
            return whole
    return _window(line, start, end, width)


def _window(line: str, start: int, end: int, width: int) -> Shown:
    room = width - 2 * len(ELLIPSIS)
    span = _cells_upto(line, start, min(end, start + room), room)
    after = _cells_upto(line, end, end + room, max(0, (room - span) // 2))
    before = max(BEFORE, room - span - after)
    first = start
    used = 0
    while first > 0 and used + _at_most(line[first - 1]) <= before:
        first -= 1
        used += _at_most(line[first])
    while first > 0 and char_width(line[first]) == 0:
        first -= 1
    if first == 0:
        room += len(ELLIPSIS)
    last = first
    used = 0
    while last < len(line) and used + _at_most(line[last]) <= room:
        used += _at_most(line[last])
        last += 1
    head = ELLIPSIS if first > 0 else ""
    tail = ELLIPSIS if last < len(line) else ""
    shown = lay_out(line, first, last, head=head)
    return shown._replace(text=shown.text + tail)


def clip(text: str, width: int) -> str:
    """A visible text cut to ``width`` cells."""
    if text_width(text) <= width:
        return text
    room = width - len(ELLIPSIS)
    return text[: _chars_within(text, room)] + ELLIPSIS


def pad(text: str, width: int, *, right: bool = False) -> str:
    """The text filled up with spaces; ``right`` puts it at the right edge."""
    fill = " " * max(0, width - text_width(text))
    return fill + text if right else text + fill


def wrap(text: str, width: int) -> list[str]:
    """Break a text into lines of at most ``width`` cells, as Chinese and Latin text are broken."""
    lines: list[str] = []
    rest = text.strip(" ")
    while text_width(rest) > width:
        at = _break_at(rest, _chars_within(rest, width))
        lines.append(rest[:at].rstrip(" "))
        rest = rest[at:].lstrip(" ")
    lines.append(rest)
    return lines


def _break_at(text: str, limit: int) -> int:
    for at in range(limit, 0, -1):
        before, after = text[at - 1], text[at]
        if before == " " or after == " ":
            return at
        if before in _NO_LINE_END or after in _NO_LINE_START:
            continue
        if char_width(before) == 2 or char_width(after) == 2:
            return at
    return max(limit, 1)


def _chars_within(text: str, width: int) -> int:
    used = 0
    for index, char in enumerate(text):
        used += char_width(char)
        if used > width:
            return index
    return len(text)


def _cells_upto(line: str, start: int, end: int, limit: int) -> int:
    used = 0
    for char in line[start:end]:
        used += _at_most(char)
        if used >= limit:
            return limit
    return used


def _at_most(char: str) -> int:
    return TAB if char == "\t" else char_width(char)


def _drawn(char: str) -> str:
    return _name(char) if not char.isprintable() and category(char) in _HIDDEN else char


def _name(char: str) -> str:
    return f"<U+{ord(char):04X}>"
