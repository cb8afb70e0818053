"""The file ``forms/claims.yaml`` compiled: words by their beginnings, readings as sums of cells.

What comes out is plain data that goes into JSON as it is; reading a text needs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from lint_disclosure.rulepack.model import Form, Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.yaml_source import KeyPath, YamlFile

READINGS = ("readings", "with_carried", "within_readings")

_TERM = re.compile(r"\s*([+-]?)\s*([a-z_]+)\.(?:sum\(([a-z_]+)\)|([a-z_]+))\.([a-z_]+)\s*")
_NO_MEANING = "fill"
_UNREADABLE = Text(
    "应写成用 + - 连接的 表.行.列 或 表.sum(行组).列",
    "write table.row.column or table.sum(group).column, joined by + and -",
)


class _Piece(NamedTuple):
    """A term of a reading: a cell, or the cells of a group of rows in one column."""

    sign: int
    table: str
    rows: str
    is_group: bool
    column: str

    def cells(self, form: Form) -> list[tuple[int, str, str, str]] | None:
        """The cells with their signs; None where the form lacks one."""
        table = form.tables.get(self.table)
        if table is None:
            return None
        group = table.groups.get(self.rows) if self.is_group else None
        rows = group.rows if group else () if self.is_group else (self.rows,)
        if not rows or any(
            row not in table.rows or self.column not in table.rows[row].columns for row in rows
        ):
            return None
        return [(self.sign, self.table, row, self.column) for row in rows]


def compile_claims(
    file: YamlFile, data: Mapping[str, Any], forms: Mapping[str, Form]
) -> tuple[dict[str, Any], list[Problem]]:
    """The compiled file, and what is wrong with it beyond its shape."""
    problems = [*_doubled(file, data), *_unknown_meanings(file, data)]
    quantities: dict[str, Any] = {}
    for key, entry in data.get("quantities", {}).items():
        path: KeyPath = ("quantities", key)
        quantities[key] = {
            name: value for name, value in entry.items() if name not in (*READINGS, "says")
        }
        quantities[key]["says"] = [sorted(one.split()) for one in entry["says"]]
        for index, other in enumerate(entry.get("within", ())):
            if other not in data["quantities"]:
                message = Text(f"没有 {other}", f"there is no {other}")
                hint = did_you_mean(other, data["quantities"])
                problems.append(file.problem((*path, "within", index), message, hint=hint))
        for name in READINGS:
            if name in entry:
                by_form, found = _readings(file, (*path, name), entry[name], forms)
                quantities[key][name] = by_form
                problems += found
    words = {
        word: [one for one in meanings.split() if one != _NO_MEANING]
        for meanings, word in _words(data)
    }
    starts: dict[str, set[int]] = {}
    for word in words:
        starts.setdefault(word[0], set()).add(len(word))
    compiled = {
        **{key: data.get(key, {}) for key in ("units", "rough", "passages", "applicants")},
        "topics": data.get("topics", []),
        "asides": data.get("asides", []),
        "reviewers": data.get("reviewers", []),
        "objects": data.get("objects", []),
        "words": words,
        "starts": {first: sorted(lengths, reverse=True) for first, lengths in starts.items()},
        "quantities": quantities,
    }
    return compiled, problems


def _words(data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Each word with what it means."""
    for meanings, words in data.get("words", {}).items():
        for word in words:
            yield meanings, word


def _doubled(file: YamlFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    """A word that stands under two meanings has neither."""
    seen: dict[str, str] = {}
    for meanings, words in data.get("words", {}).items():
        for index, word in enumerate(words):
            if word in seen:
                message = Text(
                    f"「{word}」已经列在 {seen[word]} 下", f"{word} is listed under {seen[word]}"
                )
                yield file.problem(("words", meanings, index), message)
            seen.setdefault(word, meanings)


def _unknown_meanings(file: YamlFile, data: Mapping[str, Any]) -> Iterator[Problem]:
    """Quantities are told by meanings that some word has."""
    known = {one for meanings, _ in _words(data) for one in meanings.split()}
    places: list[tuple[KeyPath, Sequence[str]]] = [(("objects",), data.get("objects", ()))]
    places += [(("applicants", key), ()) for key in data.get("applicants", {}) if key not in known]
    for path, _ in places[1:]:
        yield file.problem(path, _no_word(path[-1]), key=True)
    for key, entry in data.get("quantities", {}).items():
        places.append((("quantities", key, "says"), entry["says"]))
        places.append((("quantities", key, "also"), entry.get("also", ())))
    for path, names in places:
        for index, name in enumerate(names):
            for one in name.split():
                if one not in known:
                    yield file.problem((*path, index), _no_word(one), hint=did_you_mean(one, known))


def _no_word(meaning: object) -> Text:
    return Text(f"words 里没有 {meaning}", f"no word means {meaning}")


def _readings(
    file: YamlFile, path: KeyPath, texts: Sequence[str], forms: Mapping[str, Form]
) -> tuple[dict[str, Any], list[Problem]]:
    """The readings for each form, as text and terms; those that no form has are wrong."""
    by_form: dict[str, Any] = {}
    problems: list[Problem] = []
    for index, text in enumerate(texts):
        pieces = _pieces(text)
        if pieces is None:
            problems.append(file.problem((*path, index), _UNREADABLE))
            continue
        found = False
        for key, form in forms.items():
            cells = [piece.cells(form) for piece in pieces]
            if all(one is not None for one in cells):
                found = True
                terms = [list(term) for one in cells for term in one or ()]
                by_form.setdefault(key, []).append([_written(pieces), terms])
        if forms and not found:
            message = Text("没有哪一版格式有这些单元格", "no form has these cells")
            problems.append(file.problem((*path, index), message))
    return by_form, problems


def _pieces(text: str) -> list[_Piece] | None:
    """The terms of a reading; None where it cannot be read."""
    pieces: list[_Piece] = []
    position = 0
    while position < len(text):
        match = _TERM.match(text, position)
        if match is None or (bool(match[1]) != bool(pieces) and match[1] != "-"):
            return None
        group = match[3] is not None
        sign = -1 if match[1] == "-" else 1
        pieces.append(_Piece(sign, match[2], match[3] or match[4], group, match[5]))
        position = match.end()
    return pieces or None


def _written(pieces: Sequence[_Piece]) -> str:
    """A reading in its tidy form."""
    text = ""
    for piece in pieces:
        rows = f"sum({piece.rows})" if piece.is_group else piece.rows
        joint = (" - " if text else "-") if piece.sign < 0 else " + " if text else ""
        text += f"{joint}{piece.table}.{rows}.{piece.column}"
    return text
