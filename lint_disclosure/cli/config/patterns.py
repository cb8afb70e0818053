"""Patterns for paths, written as in .gitignore, and which of several decides on a path."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from fnmatch import translate
from functools import cache
from typing import NamedTuple

_MAX_ALTERNATIVES = 100
_BRACES = re.compile(r"\{([^{}/]*,[^{}/]*)\}")
_ANY = "**"


class Pattern(NamedTuple):
    """One pattern. ``roots``: the absolute folders that it may be seen from, the first that holds
    the path counts; the last one holds every path."""

    text: str
    roots: tuple[str, ...]


def deciding(patterns: Sequence[Pattern], path: str, *, is_folder: bool = False) -> int | None:
    """The index of the pattern by which an absolute path is matched, itself or by a folder around
    it; None if it is not. The last pattern that fits decides, and one with ``!`` decides for no.
    """
    seen = [_steps_below(pattern.roots, path) for pattern in patterns]
    depth = max(map(len, seen), default=0)
    for up in range(depth - 1, -1, -1):
        for index in range(len(patterns) - 1, -1, -1):
            steps = seen[index][: len(seen[index]) - up]
            if steps and _fits(patterns[index].text, steps, is_folder or up > 0):
                if not patterns[index].text.startswith("!"):
                    return index
                break
    return None


def matched(patterns: Sequence[Pattern], path: str) -> bool:
    """Whether patterns take a file in."""
    return deciding(patterns, path) is not None


def _steps_below(roots: tuple[str, ...], path: str) -> tuple[str, ...]:
    """The names from a root down to a path; a path that is a root itself has none."""
    plain = _slashed(path)
    for root in roots:
        lead = _slashed(root).rstrip("/") + "/"
        if plain.startswith(lead) or plain + "/" == lead:
            return tuple(plain[len(lead) :].split("/")) if len(plain) > len(lead) else ()
    return tuple(step for step in plain.split("/") if step)


def _slashed(path: str) -> str:
    """With slashes, and in the case that the system compares names in."""
    return os.path.normcase(path).replace(os.sep, "/")


def _fits(text: str, steps: tuple[str, ...], is_folder: bool) -> bool:
    folders_only, alternatives = _compiled(text)
    if folders_only and not is_folder:
        return False
    return any(_along(pattern, steps) for pattern in alternatives)


_Step = re.Pattern[str] | None
"""What one name must be; None stands for any number of folders."""


@cache
def _compiled(text: str) -> tuple[bool, tuple[tuple[_Step, ...], ...]]:
    """Whether only folders are meant, and the alternatives, each a pattern per name."""
    plain = _slashed(text.removeprefix("!").rstrip()).replace("\\", "/")
    if plain.startswith("./"):
        plain = plain[1:]
    folders_only = plain.endswith("/")
    plain = plain.rstrip("/") if plain.strip("/") else plain
    anchored = "/" in plain
    found = []
    for alternative in _alternatives(plain):
        names = [name for name in alternative.split("/") if name]
        if not names:
            continue
        steps = [None if name == _ANY and anchored else _step(name) for name in names]
        found.append((*(() if anchored else (None,)), *steps))
    return folders_only, tuple(found)


def _step(name: str) -> re.Pattern[str]:
    return re.compile(translate(name.replace("[^", "[!")))


def _alternatives(text: str) -> Iterator[str]:
    """``*.{txt,md}`` as its two patterns."""
    waiting = [text]
    made = 1
    while waiting:
        text = waiting.pop(0)
        found = _BRACES.search(text)
        words = found[1].split(",") if found else []
        if found is None or made + len(words) > _MAX_ALTERNATIVES:
            yield text
            continue
        made += len(words)
        waiting += [text[: found.start()] + word + text[found.end() :] for word in words]


def _along(pattern: tuple[_Step, ...], steps: tuple[str, ...]) -> bool:
    """Whether a pattern fits the whole path; ``**`` at its end wants at least one name.

    The last ``**`` takes as little as it can and then more, so the work is bounded by the product
    of both lengths.
    """
    at = here = 0
    back: tuple[int, int] | None = None
    while here < len(steps):
        step = pattern[at] if at < len(pattern) else None
        if at < len(pattern) and step is None:
            if at == len(pattern) - 1:
                return True
            at += 1
            back = (at, here)
        elif step is not None and step.match(steps[here]):
            at, here = at + 1, here + 1
        elif back is not None:
            back = (back[0], back[1] + 1)
            at, here = back
        else:
            return False
    return at == len(pattern)
