"""Packs that were read from YAML, kept compiled by their contents, so that the next run is quick.

What is kept is JSON, is known by the digest of everything that went into it, and can be thrown
away at any time. A checkout keeps nothing: there the program itself may change between two runs.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from lint_disclosure import __version__
from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.compiled import from_json, to_json
from lint_disclosure.rulepack.model import RulePack
from lint_disclosure.rulepack.packs import locate

FOLDER = "DISCLOSURE_LINT_CACHE"
"""The environment variable that names another folder; empty: nothing is kept."""

MOST = 20
"""Packs that are kept; the ones not used for longest go."""

_MAX_FILES = 5000
_MAX_BYTES = 50_000_000


class Cache:
    """What is kept for the packs in some paths; never a reason for a run to fail."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self.file: Path | None = None
        folder = _folder()
        if folder is None or not os.path.exists(shipped.COMPILED):
            return
        try:
            self.file = folder / f"{_key(paths)}.json"
        except (OSError, _TooMuch):
            return

    def get(self) -> RulePack | None:
        """The pack, if it was kept and can still be read."""
        if self.file is None:
            return None
        try:
            pack = from_json(self.file.read_bytes())
            os.utime(self.file)
        except (OSError, ValueError, TypeError, LookupError, AttributeError, RecursionError):
            return None
        return pack

    def put(self, pack: RulePack) -> None:
        """Keep the pack, where that is possible."""
        if self.file is None:
            return
        scratch = self.file.with_name(f"{self.file.name}.{os.getpid()}.tmp")
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            scratch.write_text(to_json(pack), encoding="utf-8")
            os.replace(scratch, self.file)
            for old in sorted(self.file.parent.glob("*.json"), key=_age)[:-MOST]:
                old.unlink(missing_ok=True)
        except OSError:
            return


class _TooMuch(Exception):
    """More files than rules ever are; the loader says so."""


def _key(paths: Sequence[Path]) -> str:
    """A digest of the program's version, the shipped rules and all files in the paths."""
    found = sha256(f"{__version__}\0".encode())
    found.update(sha256(Path(shipped.COMPILED).read_bytes()).digest())
    count = size = 0
    for word in paths:
        path, _ = locate(Path(word))
        found.update(f"\0\0{path.name}".encode(errors="surrogateescape"))
        for file in _files(path):
            count, size = count + 1, size + file.stat().st_size
            if count > _MAX_FILES or size > _MAX_BYTES:
                raise _TooMuch
            content = file.read_bytes()
            name = os.path.relpath(file, path)
            found.update(f"\0{name}\0{len(content)}\0".encode(errors="surrogateescape"))
            found.update(content)
    return found.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    """Everything that may matter: the rules, and forms in the folder or beside it."""
    folder = path if path.is_dir() else path.parent
    inside = sorted(path.rglob("*")) if path.is_dir() else [path]
    forms = sorted({*(folder / "forms").glob("*"), *(folder.parent / "forms").glob("*")})
    for file in (*inside, *forms):
        if file.suffix in (".yaml", ".yml", ".txt") and file.is_file():
            yield file


def _folder() -> Path | None:
    chosen = os.environ.get(FOLDER)
    if chosen is not None:
        return Path(chosen) if chosen else None
    try:
        home = Path.home()
    except RuntimeError:
        return None
    if sys.platform == "win32":
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "disclosure-lint"


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
