"""Rows, columns, tables and sections by the names that people use for them.

A name is looked up in three steps, and the first that finds something decides: as it stands (width,
quotes, blanks and pinyin in brackets do not matter), without the numbering before it, and without
the remark in brackets that the form's label has (``部分公开（区分处理的，…）``). A key always is
its own name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from lint_disclosure.rulepack.model import Form, TableForm, Text
from lint_disclosure.rulepack.problem import did_you_mean

Names = Mapping[str, tuple[str, ...]]
"""Keys with all that they may be called; the first name is the one to show."""

_WIDTHS = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "〔〕【】", "()()"
)
_DROPPED = str.maketrans("", "", "\"'“”„‟‘’‚‛「」『』")
_PINYIN = re.compile(r"\([a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜü]+\)")
_NUMBERING = re.compile(
    r"\A(?:\([一二三四五六七八九十]{1,3}\)|[一二三四五六七八九十]{1,3}、|\(?[0-9]{1,2}[.、)])+(?=.)"
)
_REMARK = re.compile(r"\([^()]*\)")


@lru_cache(maxsize=4096)
def folded(text: str) -> str:
    """A name without blanks, quotes and pinyin, in half-width characters."""
    text = "".join(text.translate(_WIDTHS).split()).translate(_DROPPED)
    return _PINYIN.sub("", text)


@lru_cache(maxsize=4096)
def unnumbered(text: str) -> str:
    """A folded name without the numbering before it."""
    return _NUMBERING.sub("", folded(text))


@lru_cache(maxsize=4096)
def plain(text: str) -> str:
    """A folded name without numbering and remarks."""
    return _REMARK.sub("", unnumbered(text)) or unnumbered(text)


def find(name: str, names: Names) -> list[str]:
    """The keys that a name may mean: none, one, or several."""
    if name in names:
        return [name]
    for step, wanted in (
        (folded, folded(name)),
        (unnumbered, unnumbered(name)),
        (plain, unnumbered(name)),
    ):
        found = [key for key, known in names.items() if wanted in map(step, known)]
        if found:
            return found
    return []


class Unresolved(ValueError):
    """A name that means nothing, or more than one thing."""

    def __init__(self, message: Text, hint: Text | None) -> None:
        super().__init__(message.zh)
        self.message = message
        self.hint = hint


def resolve(name: str, names: Names, where: Text) -> str:
    """The one key that a name means; ``where`` names what is searched (表三的行)."""
    found = find(name, names)
    if len(found) == 1:
        return found[0]
    if found:
        several = [f"{names[key][0]}（{key}）" for key in found]
        raise Unresolved(
            Text(f"名称含义不止一个：{name}", f"the name {name} has more than one meaning"),
            Text(f"可能是 {'、'.join(several)}；请写全名或键", f"it may be {' or '.join(several)}"),
        )
    known = [*names, *(one for all_names in names.values() for one in all_names)]
    raise Unresolved(
        Text(f"{where.zh}里没有「{name}」", f"{name} is not among {where.en}"),
        did_you_mean(name, known),
    )


def merged(several: Iterable[Names]) -> Names:
    """The names of several tables together."""
    found: dict[str, tuple[str, ...]] = {}
    for names in several:
        for key, known in names.items():
            found[key] = (*found.get(key, ()), *known)
    return found


def row_names(table: TableForm) -> Names:
    """The rows of a table."""
    return {row.key: (row.label, row.short, *row.aliases) for row in table.rows.values()}


def column_names(table: TableForm) -> Names:
    """The columns of a table."""
    return {column.key: (column.label, *column.aliases) for column in table.columns.values()}


def group_names(table: TableForm) -> Names:
    """The groups of rows of a table."""
    return {group.key: (group.label, *group.aliases) for group in table.groups.values()}


def table_names(form: Form) -> Names:
    """The tables of a form."""
    return {table.key: (table.title, table.label) for table in form.tables.values()}


def section_names(form: Form) -> Names:
    """The sections of a form by their number."""
    numerals = "零一二三四五六七八九十"
    return {
        str(section.number): (
            f"{numerals[section.number]}、{section.title}"
            if section.number <= 10
            else section.title,
            section.title,
            *(numerals[section.number : section.number + 1]),
            *section.aliases,
        )
        for section in form.sections
    }


def clashes(names: Names) -> list[tuple[str, str, str]]:
    """Names that two keys share, as (name, key, other key)."""
    owners: dict[str, str] = {}
    found = []
    for key, known in names.items():
        for name in dict.fromkeys(known):
            owner = owners.setdefault(folded(name), key)
            if owner != key:
                found.append((name, owner, key))
    return found
