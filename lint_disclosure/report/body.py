"""Level, kind and function of a body, by its name or by what it calls itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from lint_disclosure.report.model import Body, Sentence

UNKNOWN = Body(None, None, None)

_FACTS = ("level", "kind", "function")
_NOT_A_PLACE = "·"

Entry = Mapping[str, Any]
Facts = dict[str, str | None]


def body_of(issuer: str | None, table: Sequence[Entry], sentences: Iterable[Sentence] = ()) -> Body:
    """What the table says of a name; without a name, what it says of words such as 我镇.

    For each of the facts the first entry that fits and speaks of it decides, else it is unknown.
    """
    name = (issuer.partition("(")[0].strip() or issuer) if issuer else None
    if name is None:
        return Body(**_read(_speaking(table, sentences)))
    facts = _read(entry for entry in table if _fits(entry, name))
    if facts["level"] is None and not _says_level(table, name):
        facts["level"] = _level_of_place(table, name)
    return Body(**facts)


def _read(entries: Iterable[Entry]) -> Facts:
    facts: Facts = {}
    for entry in entries:
        for fact in _FACTS:
            if fact in entry:
                facts.setdefault(fact, entry[fact] or None)
    return {fact: facts.get(fact) for fact in _FACTS}


def _fits(entry: Entry, name: str) -> bool:
    """Does the name end and hold what the entry asks for?"""
    suffixes, words = entry.get("suffixes"), entry.get("words")
    return bool(
        (suffixes or words)
        and (not suffixes or name.endswith(tuple(suffixes)))
        and (not words or any(word in name for word in words))
    )


def _says_level(table: Sequence[Entry], name: str) -> bool:
    """Does an entry say that the name does not tell the level (``level: null``)?"""
    return any("level" in entry and _fits(entry, name) for entry in table)


def _level_of_place(table: Sequence[Entry], name: str) -> str | None:
    """The level of the place that is named last; of two that end there the longer one counts."""
    levels: dict[str, str | None] = {}
    for entry in table:
        for unit in entry.get("units", ()):
            if "level" in entry:
                levels[unit] = entry["level"] or None
            else:
                name = name.replace(unit, _NOT_A_PLACE * len(unit))
    found = [(name.rfind(unit) + len(unit), len(unit), unit) for unit in levels if unit in name]
    return levels[max(found)[2]] if found else None


def _speaking(table: Sequence[Entry], sentences: Iterable[Sentence]) -> list[Entry]:
    """The entries for the words by which a report speaks of its own body."""
    entries = [entry for entry in table if "self" in entry]
    if not entries:
        return []
    text = "\n".join([one.squeezed for one in sentences])
    return [entry for entry in entries if any(word in text for word in entry["self"])]
