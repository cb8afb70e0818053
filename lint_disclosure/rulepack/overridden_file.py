"""A rule with the changes that a pack makes to it: one piece of data from two files.

Each value remembers the file it was written in, so a mistake is shown where it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from lint_disclosure.place import Source
from lint_disclosure.rulepack.model import Text
from lint_disclosure.rulepack.problem import Problem, did_you_mean
from lint_disclosure.rulepack.schema import load_schema
from lint_disclosure.rulepack.written import KeyPath, Written

_FIXED = ("id", "name", "check", "since")
"""What a rule is: whoever wants something else writes another rule."""

_WORDS = ("off", "add", "remove")


class OverriddenFile:
    """A rule file with the changes at ``at`` in a pack file; ``Written`` like one file."""

    repeated: tuple[Problem, ...] = ()

    def __init__(self, base: Written, pack: Written, at: KeyPath) -> None:
        self.base = base
        self.pack = pack
        self.at = at
        self.data: Any = _copy(base.data)
        self.problems: list[Problem] = []
        self.origins: dict[KeyPath, tuple[Written, KeyPath]] = {(): (base, ())}
        change = _at(pack.data, at)
        for key, value in change.items():
            if key in _FIXED:
                message = Text(f"{key} 不能改；请另写一条规则", f"{key} cannot be changed")
                self.problems.append(pack.problem((*at, key), message, key=True))
            elif key == "tests":
                self._add((key,), value if isinstance(value, list) else [value])
            elif key not in _WORDS:
                self._put((key,), value)
                self._hint(key)
        for path, value in _lists(change.get("remove", {})):
            self._remove(path, value)
        for path, value in _lists(change.get("add", {})):
            self._add(path, value)

    def _hint(self, key: str) -> None:
        """``ad:`` is no key that the rule might have, but a slip."""
        near = did_you_mean(key, _WORDS)
        if near and key not in self.base.data and key not in load_schema("rule")["properties"]:
            del self.data[key]
            message = Text(f"不认识的键 {key}", f"unknown key {key}")
            self.problems.append(self.pack.problem((*self.at, key), message, key=True, hint=near))

    @property
    def source(self) -> Source:
        """The rule file's text."""
        return self.base.source

    def problem(
        self,
        path: KeyPath,
        message: Text,
        *,
        key: bool = False,
        inside: tuple[int, int] | None = None,
        hint: Text | None = None,
    ) -> Problem:
        """A problem, shown in the file in which the value was written."""
        file, real = self._origin(path)
        return file.problem(real, message, key=key, inside=inside, hint=hint)

    def line(self, path: KeyPath) -> tuple[str, int]:
        """The file and line of a value."""
        file, real = self._origin(path)
        return file.line(real)

    def _origin(self, path: KeyPath) -> tuple[Written, KeyPath]:
        for length in range(len(path), -1, -1):
            if path[:length] in self.origins:
                file, real = self.origins[path[:length]]
                return file, (*real, *path[length:])
        raise KeyError(path)

    def _put(self, path: KeyPath, value: Any) -> None:
        """Mappings are merged; anything else takes the place of what was there."""
        owner = _at(self.data, path[:-1])
        if isinstance(value, dict) and isinstance(owner.get(path[-1]), dict):
            for key, member in value.items():
                self._put((*path, key), member)
        else:
            owner[path[-1]] = _copy(value)
            self.origins[path] = (self.pack, (*self.at, *path))

    def _remove(self, path: KeyPath, items: list[Any]) -> None:
        found = self._list(path, "remove")
        if found is None:
            return
        left = [(item, self._origin((*path, index))) for index, item in enumerate(found)]
        for index, item in enumerate(items):
            known = [one for one, _ in left]
            if item in known:
                del left[known.index(item)]
                continue
            self.problems.append(
                self.pack.problem(
                    (*self.at, "remove", *path, index),
                    Text("规则里没有这一项", "the rule has no such item"),
                    hint=did_you_mean(str(item), [one for one in known if isinstance(one, str)]),
                )
            )
        found[:] = [item for item, _ in left]
        self.origins |= {(*path, index): origin for index, (_, origin) in enumerate(left)}

    def _add(self, path: KeyPath, items: list[Any]) -> None:
        found = self._list(path, "add")
        for index, item in enumerate(items if found is not None else ()):
            assert found is not None
            written = ("add", *path) if path != ("tests",) else path
            self.origins[(*path, len(found))] = (self.pack, (*self.at, *written, index))
            found.append(_copy(item))

    def _list(self, path: KeyPath, word: str) -> list[Any] | None:
        """The list of the rule that is meant; for ``add`` a new one where there is none."""
        owner: Any = self.data
        for key in path[:-1]:
            owner = owner.get(key) if isinstance(owner, dict) else None
        found = owner.get(path[-1]) if isinstance(owner, dict) else None
        if found is None and word == "add" and isinstance(owner, dict):
            found = owner[path[-1]] = []
            self.origins[path] = (self.pack, (*self.at, word, *path))
        if isinstance(found, list):
            return found
        message = Text("规则在这里没有列表", "the rule has no list here")
        known = [key for key, value in self.data.items() if isinstance(value, list)]
        self.problems.append(
            self.pack.problem(
                (*self.at, word, *path), message, key=True, hint=did_you_mean(str(path[-1]), known)
            )
        )
        return None


def _lists(value: Any, path: KeyPath = ()) -> Iterator[tuple[KeyPath, list[Any]]]:
    """The lists in nested mappings, each with its keys."""
    if isinstance(value, Mapping):
        for key, member in value.items():
            yield from _lists(member, (*path, key))
    elif isinstance(value, list):
        yield path, value


def _at(data: Any, path: KeyPath) -> Any:
    for key in path:
        data = data[key]
    return data


def _copy(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _copy(member) for key, member in value.items()}
    if isinstance(value, list):
        return [_copy(member) for member in value]
    return value
