"""Settings one by one, each with its source; and which of them hold when several speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal, NamedTuple

MORE = "extend-"
"""A key that begins so adds to the one without it."""

TABLE = "severity."
"""The severities are set rule by rule, under keys that begin so."""

ORDER = (
    "rules",
    "include",
    "exclude",
    "select",
    "ignore",
    TABLE,
    "profile",
    "fail-on",
    "fail-on-undecided",
    "fail-on-unrecognised",
)
"""The keys, as they are shown."""


class Origin(NamedTuple):
    """Where a value comes from. ``override`` is its number in the file, from 1."""

    kind: Literal["default", "file", "option"]
    file: str | None = None
    line: int | None = None
    override: int | None = None
    option: str | None = None

    def words(self, lang: str) -> str:
        """``file:line``, the option, or that it is built in."""
        if self.kind == "option":
            return str(self.option)
        if self.kind == "default":
            return "default" if lang == "en" else "默认"
        text = f"{self.file}:{self.line}"
        if self.override is not None:
            text += (
                f", override {self.override}"
                if lang == "en"
                else f"，第 {self.override} 条 overrides"
            )
        return text


class Entry(NamedTuple):
    """A key and the value that one source gives it.

    Lists of patterns come as one entry for each, with the folders it may be seen from in ``roots``.
    """

    key: str
    value: Any
    origin: Origin
    roots: tuple[str, ...] = ()


class Held(NamedTuple):
    """An entry that holds, and those it took the place of, the latest first."""

    entry: Entry
    instead_of: tuple[Entry, ...] = ()


DEFAULTS: Mapping[str, Any] = {
    "profile": "review",
    "fail-on": "error",
    "fail-on-undecided": False,
    "fail-on-unrecognised": False,
}


def default_entries() -> tuple[Entry, ...]:
    """What holds where nothing is said."""
    origin = Origin("default")
    return tuple(Entry(key, value, origin) for key, value in DEFAULTS.items())


def holding(entries: Sequence[Entry]) -> list[Held]:
    """The entries that hold of those given, later ones over earlier ones.

    A key replaces what was said of it, unless it begins with ``extend-``. Excludes add up, as do
    the items of one list, which come from one source one after the other.
    """
    held: dict[str, list[Entry]] = {}
    replaced: dict[str, list[Entry]] = {}
    for entry in entries:
        key = entry.key.removeprefix(MORE)
        there = held.pop(key, [])
        adds = entry.key != key or key == "exclude"
        if not adds and not (there and _goes_on(there[-1], entry)):
            replaced[key] = [*reversed(there), *replaced.get(key, [])]
            there = []
        held[key] = [*there, entry]
    return [
        Held(entry, tuple(replaced.get(key, ())) if number == 0 else ())
        for key, found in held.items()
        for number, entry in enumerate(found)
    ]


def _goes_on(last: Entry, entry: Entry) -> bool:
    """Whether an entry is the next item of the list that the last one belongs to."""
    one, other = last.origin, entry.origin
    return (
        entry.key == "include"
        and last.key == entry.key
        and (one.kind, one.file, one.override) == (other.kind, other.file, other.override)
    )
