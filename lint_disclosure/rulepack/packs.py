"""Folders of rules: which files belong to a pack, what it is called, and what it changes."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from lint_disclosure.rulepack import shipped
from lint_disclosure.rulepack.beside import EQUIVALENTS, SOURCES
from lint_disclosure.rulepack.model import PackInfo, Text
from lint_disclosure.rulepack.problem import PackError, Problem, did_you_mean
from lint_disclosure.rulepack.shaped_file import read_shaped
from lint_disclosure.rulepack.yaml_source import MAX_BYTES, YamlFile

PACK_FILE = "pack.yaml"
BESIDE_RULES = (PACK_FILE, SOURCES, EQUIVALENTS)
"""Files in a pack that are no rules."""

MAX_FILES = 2000
"""More rules than anybody writes; each takes some milliseconds to check."""

_SUFFIXES = (".yaml", ".yml")


class PackFolder(NamedTuple):
    """A pack as it lies on disk. ``file`` is its pack.yaml, None where there is none."""

    path: Path
    rules: tuple[Path, ...]
    info: PackInfo
    file: YamlFile | None
    problems: tuple[Problem, ...] = ()

    @property
    def overrides(self) -> tuple[str, ...]:
        """The codes of the rules that the pack changes."""
        data = self.file.data if self.file is not None and not self.problems else {}
        return tuple(data.get("overrides", ()))


def read_folder(path: Path) -> PackFolder:
    """The pack in a folder, or a single rule file as a pack of its own.

    A folder inside with a pack.yaml of its own is another pack and is left out.
    """
    misnamed = tuple(_misnamed(path)) if path.is_dir() else ()
    if misnamed:
        return _unusable(path, *misnamed)
    found = sorted({os.path.realpath(file): file for file in _rule_files(path)}.values())
    if len(found) > MAX_FILES:
        message = Text(
            f"规则文件太多（{len(found)} 个，最多 {MAX_FILES} 个）",
            f"too many rule files ({len(found)}, {MAX_FILES} at most)",
        )
        return _unusable(path, Problem(str(path), 1, 1, message))
    if not path.is_dir() or not _names_itself(path):
        name = path.stem if path.suffix in _SUFFIXES else path.resolve().name
        return PackFolder(path, tuple(found), _unnamed(name, found), None)
    try:
        file, data = read_shaped(path / PACK_FILE, "pack")
    except PackError as error:
        return _unusable(path, *error.problems)
    info = PackInfo(data["name"], data["version"], Text(**data["title"]))
    return PackFolder(path, tuple(found), info, file)


def locate(word: Path) -> tuple[Path, Problem | None]:
    """The folder or file that is meant: a path, or the name of a local pack that is shipped."""
    name = str(word)
    if os.path.exists(word):
        return word, None
    local = local_packs()
    if name in local:
        return local[name], None
    message = Text("没有这个文件或文件夹", "no such file or folder")
    known = "、".join(local)
    hint = did_you_mean(name, local) if os.sep not in name else None
    if hint is None and local and os.sep not in name:
        hint = Text(f"自带的地方规则有：{known}", f"local rules that are shipped: {known}")
    return word, Problem(name, 1, 1, message, hint=hint)


def local_packs() -> dict[str, Path]:
    """The packs in ``rules/local``, by name: shipped, but used only when they are named."""
    folder = Path(shipped.RULES, "local")
    return {path.parent.name: path.parent for path in sorted(folder.glob(f"*/{PACK_FILE}"))}


def digest(files: Sequence[Path]) -> str:
    """What distinguishes the contents, names and order of files, in hexadecimal.

    The contents of those that no rule can be read from do not matter.
    """
    found = sha256()
    for file in files:
        usable = file.is_file() and file.stat().st_size <= MAX_BYTES
        content = file.read_bytes() if usable else b""
        found.update(f"{file.name}\0{len(content)}\0".encode(errors="surrogateescape"))
        found.update(content)
    return found.hexdigest()


def _rule_files(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        if path.exists():
            yield path
        return
    for folder, inner, names in os.walk(path):
        here = Path(folder)
        inner[:] = sorted(
            name
            for name in inner
            if name != "forms" and not _names_itself(here / name) and name[:1] != "."
        )
        if here.name == "forms":
            continue
        for name in sorted(names):
            if name.endswith(_SUFFIXES) and name not in BESIDE_RULES:
                yield here / name


_MISNAMED = re.compile(r"(?P<name>.+\.ya?ml|[A-Z]{3}[0-9]{3}|pack|sources)\.txt")


def _misnamed(path: Path) -> Iterator[Problem]:
    """Notepad puts .txt behind a name; a rule that is not read must not pass for one that is."""
    for name in BESIDE_RULES:
        file = path / f"{Path(name).stem}.yml"
        if file.is_file():
            yield Problem(str(file), 1, 1, Text(f"文件名应为 {name}", f"call this file {name}"))
    for file in sorted(path.glob("*.txt")):
        match = _MISNAMED.fullmatch(file.name)
        if match:
            name = match["name"] if "." in match["name"] else f"{match['name']}.yaml"
            message = Text(
                f"文件名应为 {name}，不要以 .txt 结尾", f"call this file {name}, without .txt"
            )
            yield Problem(str(file), 1, 1, message)


def _names_itself(folder: Path) -> bool:
    """Whether a folder has a pack.yaml, and be it one that cannot be read."""
    return os.path.lexists(folder / PACK_FILE)


def _unnamed(name: str, files: Sequence[Path]) -> PackInfo:
    """Without a pack.yaml the name is the folder's, the version what the contents come to."""
    try:
        version = "+" + digest(files)[:8]
    except OSError:
        version = "+?"
    return PackInfo(name, version, Text(name, name))


def _unusable(path: Path, *problems: Problem) -> PackFolder:
    info = PackInfo(path.name, "", Text(path.name, path.name))
    return PackFolder(path, (), info, None, problems)
