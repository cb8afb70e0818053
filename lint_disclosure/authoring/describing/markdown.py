"""Markdown as GitHub shows it. Texts of rules are taken at their word: no sign in them steers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lint_disclosure.render.width import visible

# Signs with a meaning anywhere, and what would make an emoji or an address out of plain words.
_SPECIAL = re.compile(r"[\\`*_{}\[\]<>|~&$]|:(?=//|[\w+-]+:)|(?<=www)\.", re.ASCII | re.IGNORECASE)
_LINE_START = re.compile(r"(?:[#+=-]|[0-9]+(?=[.)])[.)])(?=\s|[#=+-]|\Z)")
_TICKS = re.compile(r"`+")


def escaped(text: str) -> str:
    """The text on one line, with a backslash before each sign that Markdown would obey."""
    text = _SPECIAL.sub(r"\\\g<0>", visible(text).strip())
    start = _LINE_START.match(text)
    if start is None:
        return text
    return f"{text[: start.end() - 1]}\\{text[start.end() - 1 :]}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table of cells that are Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return ["| " + " | ".join(line) + " |" for line in lines]


def quote(lines: Sequence[str]) -> list[str]:
    """Lines of a report, one below the other."""
    last = len(lines) - 1
    return [f"> {escaped(line)}" + ("\\" if n < last else "") for n, line in enumerate(lines)]


def fenced(text: str, language: str) -> list[str]:
    """A text as it stands, in a fence that none of its lines closes."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return [fence + language, *text.split("\n"), fence]
