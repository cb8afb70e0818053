"""In which lines the entries of a file of suppressions begin, and their keys stand."""

from __future__ import annotations

import re
from typing import NamedTuple

_TOKEN = re.compile(
    r"(?m:^)[ \t]*(?P<head>\[\[?)[ \t]*(?P<table>[^\]\n]*?)[ \t]*\]"
    r"|(?m:^)[ \t]*(?P<key>[\w-]+|\"[^\"\n]*\"|'[^'\n]*')[ \t]*="
    r'|"{3}(?:[^\\]|\\.)*?"{3}'
    r"|'{3}.*?'{3}"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'[^'\n]*'"
    r"|#[^\n]*",
    re.S,
)
"""Heads and keys at the start of a line, and what may hold something that looks like one."""


class EntryLines(NamedTuple):
    """Lines of one entry, from 1: its head, and its keys."""

    head: int
    keys: dict[str, int]

    def of(self, key: str) -> int:
        """The line of a key, or of the head where the key is missing."""
        return self.keys.get(key, self.head)


def entry_lines(text: str, name: str) -> tuple[dict[str, int], list[EntryLines]]:
    """The lines of the keys outside all tables, and those of each ``[[name]]``."""
    outer: dict[str, int] = {}
    found: list[EntryLines] = []
    keys = outer
    line, at = 1, 0
    for match in _TOKEN.finditer(text):
        line += text.count("\n", at, match.start())
        at = match.start()
        if match["head"]:
            table = match["table"].strip("\"'")
            keys = {}
            if match["head"] == "[[" and table == name:
                found.append(EntryLines(line, keys))
            else:
                outer.setdefault(table, line)
        elif match["key"]:
            keys.setdefault(match["key"].strip("\"'"), line)
    return outer, found
