"""Files that stand beside rule files and are none themselves."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

SOURCES = "sources.yaml"
EQUIVALENTS = "equivalent_mutants.yaml"

_GROUP = re.compile(r"[A-Z]{3}")


def beside(rule_files: Iterable[Path], name: str) -> list[Path]:
    """The files of a name that go with rule files: in their folder, or above that of a group."""
    found: dict[Path, Path] = {}
    for file in rule_files:
        folders = [file.parent]
        if _GROUP.fullmatch(file.absolute().parent.name):
            folders.append(file.parent.parent)
        for folder in folders:
            path = folder / name
            if path.is_file():
                found.setdefault(path.resolve(), path)
    return list(found.values())
