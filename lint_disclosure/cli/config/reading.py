"""From configuration files to settings: those for every report, and the overrides."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from lint_disclosure.cli.config.entries import MORE, TABLE, Entry, Origin
from lint_disclosure.cli.config.layers import CONDITIONS, Layer, chain
from lint_disclosure.cli.config.nearest import shown
from lint_disclosure.cli.config.overrides import Override, read_override


class Config(NamedTuple):
    """What a file and those it extends say; ``files`` from the nearest to the farthest."""

    files: tuple[str, ...] = ()
    entries: tuple[Entry, ...] = ()
    overrides: tuple[Override, ...] = ()


def read_config(file: str, lang: str) -> Config:
    """The configuration of a file. Refused where it, or one that it extends, cannot be used."""
    layers = chain(file, lang)
    entries: list[Entry] = []
    overrides: list[Override] = []
    for number in range(len(layers) - 1, -1, -1):
        layer = layers[number]
        roots = _roots(layers, number)
        entries += _entries(layer, layer.values, (), roots)
        for index, table in enumerate(layer.values.get("overrides", ())):
            path = ("overrides", index)
            overrides.append(read_override(table, roots, list(_entries(layer, table, path, roots))))
    return Config(tuple(layer.file for layer in layers), tuple(entries), tuple(overrides))


def working_roots() -> tuple[str, ...]:
    """Where patterns are seen from that no folder of a file is right for."""
    here = os.getcwd()
    return here, os.path.splitdrive(here)[0] + os.sep


def _roots(layers: tuple[Layer, ...], number: int) -> tuple[str, ...]:
    """The folder of a file, where the reports lie in it; else that of the file that extends it."""
    return (*(layer.folder for layer in layers[number::-1]), *working_roots())


def _entries(
    layer: Layer, table: Mapping[str, Any], path: tuple[str | int, ...], roots: tuple[str, ...]
) -> Iterator[Entry]:
    """The settings in a table; what adds to a key comes after the key itself."""
    for key in sorted(table, key=lambda key: key.startswith(MORE)):
        value = table[key]
        at = (*path, key)
        if key in ("include", "exclude"):
            for number, pattern in enumerate(value):
                yield Entry(key, pattern, _origin(layer, *at, number), roots)
        elif key == "severity":
            for rule, level in value.items():
                yield Entry(TABLE + rule, level, _origin(layer, *at, rule))
        elif key.removeprefix(MORE) == "rules":
            folder = os.path.dirname(layer.file)
            packs = tuple(_pack(folder, word) for word in value)
            yield Entry(key, packs, _origin(layer, *at))
        elif key not in ("extends", "overrides", *CONDITIONS):
            plain = tuple(value) if isinstance(value, list) else value
            yield Entry(key, plain, _origin(layer, *at))


def _origin(layer: Layer, *path: str | int) -> Origin:
    override = int(path[1]) + 1 if path[0] == "overrides" else None
    return Origin("file", shown(layer.file), layer.line(*path), override)


def _pack(folder: str, word: str) -> str:
    """Paths are seen from the file's folder; names of local packs stay names."""
    path = os.path.join(folder, os.path.expanduser(word))
    local = os.sep not in word and "/" not in word and not os.path.exists(path)
    return word if local else path
