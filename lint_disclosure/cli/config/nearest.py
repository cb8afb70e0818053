"""Which configuration file is for a folder: the nearest one, in it or above it."""

from __future__ import annotations

import os
import re

from lint_disclosure.cli.errors import Refused

NAME = "disclosure-lint.toml"
PROJECT = "pyproject.toml"
_TABLE = re.compile(rb"^[ \t]*\[{1,2}[ \t]*tool[ \t]*\.[ \t]*[\"']?disclosure-lint\b", re.MULTILINE)
_MAX_BYTES = 1_000_000


class Nearest:
    """Looks each folder up once."""

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.known: dict[str, str | None] = {}

    def of(self, folder: str) -> str | None:
        """The configuration file for an absolute folder, which need not exist; None without one."""
        passed = []
        file = None
        while folder not in self.known:
            passed.append(folder)
            file = self._inside(folder)
            above = os.path.dirname(folder)
            if file is not None or above == folder:
                break
            folder = above
        else:
            file = self.known[folder]
        self.known.update(dict.fromkeys(passed, file))
        return file

    def _inside(self, folder: str) -> str | None:
        """The configuration file in a folder; the tool's own goes before that of a project."""
        file = os.path.join(folder, NAME)
        if os.path.isfile(f"{file}.txt"):
            raise Refused(self._misnamed(f"{file}.txt"))
        if os.path.isfile(file):
            return file
        project = os.path.join(folder, PROJECT)
        return project if os.path.isfile(project) and _has_table(project) else None

    def _misnamed(self, file: str) -> str:
        """Notepad puts .txt behind a name; what is not read must not pass for what is."""
        if self.lang == "en":
            return f"{shown(file)} is not read; call it {NAME}"
        return f"{shown(file)} 没有读：文件名应为 {NAME}，去掉 .txt"


def shown(file: str) -> str:
    """The path as seen from the working folder, where it lies below."""
    try:
        near = os.path.relpath(file) if file else ".."
    except ValueError:  # another drive
        return file
    return file if near.startswith("..") else near


def _has_table(file: str) -> bool:
    try:
        with open(file, "rb") as stream:
            return _TABLE.search(stream.read(_MAX_BYTES)) is not None
    except OSError:
        return False
