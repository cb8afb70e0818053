"""Paths as OFD abbreviates them: ``M 0 0 L 10 0 L 10 5 C``."""

from __future__ import annotations

from lint_disclosure.reading.pages.strokes import Point

_NUMBERS = {"M": 2, "S": 2, "L": 2, "Q": 4, "B": 6, "A": 7, "C": 0}
"""How many numbers follow each command; the last two are where it ends."""


def shapes(data: str, most: int) -> tuple[list[list[Point]], bool]:
    """The shapes of a path, each a list of corners, and whether any of its edges is bent.

    A bent edge parts two shapes. At most ``most`` points are read; what is no command ends it.
    """
    found: list[list[Point]] = []
    bent = False
    words = data.replace(",", " ").split()
    at = points = 0
    while at < len(words) and points < most:
        command = words[at]
        count = _NUMBERS.get(command)
        if count is None:
            break
        try:
            values = [float(word) for word in words[at + 1 : at + 1 + count]]
        except ValueError:
            break
        if len(values) < count or not all(abs(value) < 1e6 for value in values):
            break
        at += 1 + count
        points += 1
        if command == "C":
            if found and found[-1]:
                found[-1].append(found[-1][0])
            continue
        point = (values[-2], values[-1])
        if command in ("Q", "B", "A"):
            bent = True
        if command != "L" or not found:
            found.append([])
        found[-1].append(point)
    return found, bent
