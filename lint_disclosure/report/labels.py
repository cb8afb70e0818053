"""Know a label of the form again, however the report prints it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Literal, NamedTuple

from lint_disclosure.report.folding import WIDTHS, bare
from lint_disclosure.rulepack.model import Form, TableForm

Axis = Literal["row", "column", "group", "block", "caption"]

_NUMBERING = re.compile(r"(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|\d[.、,)]?)+")
_REMARK = re.compile(r"\([^()]*\)")


class Hit(NamedTuple):
    """A label of the form: where it belongs, and whether the wording is the form's own."""

    axis: Axis
    key: str
    exact: bool


class LabelIndex:
    """All labels of one table, looked up by their bare text."""

    __slots__ = ("_by_first", "_hits", "longest", "prefixes")

    def __init__(self, table: TableForm) -> None:
        self._hits: dict[str, tuple[Hit, ...]] = {}
        for caption in table.captions:
            self._add("caption", caption, (caption,), ())
        for group in table.groups.values():
            if group.key not in table.rows:
                self._add("group", group.key, (group.label,), group.aliases)
        for column in table.columns.values():
            self._add("column", column.key, (column.label,), column.aliases)
        for row in table.rows.values():
            self._add("row", row.key, (row.label, row.short), row.aliases)
        for block in table.blocks:
            self._add("block", block.key, (block.caption,), ())
        self.prefixes = sorted(self._hits, key=len, reverse=True)
        self.longest = len(self.prefixes[0])
        self._by_first: dict[str, list[str]] = {}
        for label in self.prefixes:
            self._by_first.setdefault(label[0], []).append(label)

    def _add(self, axis: Axis, key: str, own: Iterable[str], aliases: Iterable[str]) -> None:
        for label in own:
            for text in _variants(label):
                self._put(text, Hit(axis, key, True))
        for label in aliases:
            for text in _variants(label):
                self._put(text, Hit(axis, key, False))

    def _put(self, text: str, hit: Hit) -> None:
        known = self._hits.get(text, ())
        if text and all((one.axis, one.key) != (hit.axis, hit.key) for one in known):
            self._hits[text] = (*known, hit)

    def find(self, text: str) -> tuple[Hit, ...]:
        """The hits of a bare text; a remark in brackets behind a label is passed over."""
        hits = self._hits.get(text)
        if hits is None and text.endswith(")") and "(" in text:
            if text[0] == "(":
                hits = self._hits.get(text[1:-1]) or self._hits.get(_without_remark(text))
            else:
                hits = self._hits.get(text[: text.index("(")])
        return hits or ()

    def prefix(self, text: str) -> tuple[str, tuple[Hit, ...]] | None:
        """The longest label that the text starts with, and its hits."""
        for label in self._by_first.get(text[0], ()):
            if text.startswith(label):
                return label, self._hits[label]
        return None


@cache
def _variants(label: str) -> tuple[str, ...]:
    """The bare label as printed, without its remark, and without its numbering.

    Kept, since the forms have most of their labels in common.
    """
    full = bare(WIDTHS.fold(label))
    short = bare(_REMARK.sub("", full)) if not full.startswith("(") else _without_remark(full)
    found = [full, short]
    for text in (full, short):
        match = _NUMBERING.match(text)
        if match and match.end() < len(text):
            found.append(text[match.end() :])
    inner = re.match(r"\([一二三四五六七八九十]\)(?=\d)", full)
    if inner:
        found.append(full[inner.end() :])
    return tuple(dict.fromkeys(found))


def _without_remark(text: str) -> str:
    """Drop remarks in brackets behind the numbering in brackets that the text starts with."""
    number, bracket, rest = text.partition(")")
    return number + bracket + rest.partition("(")[0] if len(number) <= 3 else text


_indexes: dict[int, tuple[TableForm, LabelIndex]] = {}


def label_index(form: Form, table: str) -> LabelIndex:
    """The index of a table of a form, built once."""
    table_form = form.tables[table]
    known = _indexes.get(id(table_form))
    if known is None:
        known = _indexes[id(table_form)] = (table_form, LabelIndex(table_form))
    return known[1]
