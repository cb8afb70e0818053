"""In which line of a TOML file each key and each element of a list stands; tomllib does not say."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress

Path = tuple[str | int, ...]
"""Keys and positions in lists, from the top: ``("overrides", 0, "files", 1)``."""

_TOKEN = re.compile(
    r'(?P<text>"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\')'
    r"|(?P<comment>\#[^\n]*)|(?P<newline>\n)|(?P<bare>[A-Za-z0-9_-]+)"
    r"|(?P<mark>[\[\]{}=,.])|(?P<blank>[ \t\r]+)|(?P<other>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r'\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(["\\]))')


def key_lines(text: str) -> Mapping[Path, int]:
    """The line, from 1, of everything that has a path in a text that is valid TOML."""
    reader = _Reader(text)
    with suppress(RecursionError):  # what was read up to there is right
        reader.document()
    return reader.lines


class _Reader:
    def __init__(self, text: str) -> None:
        self.lines: dict[Path, int] = {}
        self.tokens = _tokens(text)
        self.at = 0
        self.lists: dict[Path, int] = {}

    def document(self) -> None:
        prefix: Path = ()
        while self._kind() != "end":
            if self._kind() == "newline":
                self.at += 1
            elif self._is("["):
                prefix = self._header()
            else:
                self._pair(prefix)

    def _header(self) -> Path:
        """``[table]`` or ``[[list of tables]]``: the path that the keys below it have."""
        line = self._line()
        self.at += 1
        several = self._is("[")
        self.at += several
        path: Path = ()
        keys = self._keys()
        for number, key in enumerate(keys, 1):
            path += (key,)
            if number == len(keys) and several:
                self.lists[path] = self.lists.get(path, 0) + 1
            self.lines.setdefault(path, line)
            if path in self.lists:
                path += (self.lists[path] - 1,)
                self.lines.setdefault(path, line)
        self.at += 1 + several
        return path

    def _pair(self, prefix: Path) -> None:
        line = self._line()
        path = prefix
        for key in self._keys():
            path += (key,)
            self.lines.setdefault(path, line)
        self.at += 1
        self._value(path)

    def _keys(self) -> list[str]:
        """A key with its dots, up to what ends it."""
        keys: list[str] = []
        while not (self._is("=") or self._is("]")) and self._kind() != "end":
            if not self._is("."):
                kind, text, _ = self.tokens[self.at]
                keys.append(_unquoted(text) if kind == "text" else text)
            self.at += 1
        return keys

    def _value(self, path: Path) -> None:
        self.lines.setdefault(path, self._line())
        if self._is("["):
            self._members(path, "]")
        elif self._is("{"):
            self._members(path, "}")
        else:
            while not (self._kind() in ("newline", "end") or any(map(self._is, ",]}"))):
                self.at += 1

    def _members(self, path: Path, end: str) -> None:
        self.at += 1
        count = 0
        while not self._is(end) and self._kind() != "end":
            if self._kind() == "newline" or self._is(","):
                self.at += 1
            elif end == "]":
                self._value((*path, count))
                count += 1
            else:
                self._pair(path)
        self.at += 1

    def _kind(self) -> str:
        return self.tokens[self.at][0] if self.at < len(self.tokens) else "end"

    def _is(self, mark: str) -> bool:
        return self._kind() == "mark" and self.tokens[self.at][1] == mark

    def _line(self) -> int:
        return self.tokens[self.at][2] if self.at < len(self.tokens) else 1


def _tokens(text: str) -> list[tuple[str, str, int]]:
    """Kind, text and line of all that matters."""
    found = []
    line = 1
    for match in _TOKEN.finditer(text):
        kind = str(match.lastgroup)
        if kind not in ("blank", "comment"):
            found.append((kind, match[0], line))
        line += match[0].count("\n")
    return found


def _unquoted(text: str) -> str:
    if text.startswith("'"):
        return text.strip("'")
    return _ESCAPE.sub(
        lambda found: found[3] or chr(int(found[1] or found[2], 16)), text.strip('"')
    )
