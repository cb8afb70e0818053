"""The difference that fixes make, line by line, as ``diff -u`` shows it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

_CONTEXT = 3
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def difference(name: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff; the texts have the same number of lines, as fixes add none.

    Control characters are shown by their codes, so that none reaches a terminal.
    """
    old, new = _lines(before), _lines(after)
    changed = [at for at, (one, other) in enumerate(zip(old, new, strict=True)) if one != other]
    if not changed:
        return
    yield f"--- {_shown(name)}"
    yield f"+++ {_shown(name)}"
    for first, last in _hunks(changed):
        start, end = max(first - _CONTEXT, 0), min(last + _CONTEXT + 1, len(old))
        yield f"@@ -{start + 1},{end - start} +{start + 1},{end - start} @@"
        yield from _hunk(old, new, range(start, end))


def _hunk(old: Sequence[str], new: Sequence[str], lines: range) -> Iterator[str]:
    """Changed lines that follow each other go together: as they were, then as they are."""
    removed: list[str] = []
    added: list[str] = []
    for at in lines:
        if old[at] != new[at]:
            removed.append(old[at])
            added.append(new[at])
            continue
        yield from _written("-", removed)
        yield from _written("+", added)
        removed, added = [], []
        yield from _written(" ", [old[at]])
    yield from _written("-", removed)
    yield from _written("+", added)


def _written(sign: str, lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield sign + _shown(line.rstrip("\r\n"))
        if not line.endswith(("\n", "\r")):
            yield "\\ No newline at end of file"


def _hunks(changed: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last changed line of each hunk; near ones share their context."""
    first = last = changed[0]
    for at in changed[1:]:
        if at - last > 2 * _CONTEXT:
            yield first, last
            first = at
        last = at
    yield first, last


def _lines(text: str) -> list[str]:
    return _LINE.findall(text)


def _shown(text: str) -> str:
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", text)
