"""Where suppressions stand: in a file beside the reports."""

from __future__ import annotations

import os
from collections.abc import Iterable

from lint_disclosure.cli.errors import Refused
from lint_disclosure.cli.paths import STDIN, Input

NAME = "disclosure-lint.ignore.toml"


def ignore_files(found: Iterable[Input], lang: str) -> tuple[str, ...]:
    """The files of suppressions in the folders of the inputs, each once, in their order."""
    folders = {os.path.dirname(item.path): None for item in found if item.path != STDIN}
    return tuple(file for folder in folders if (file := _in_folder(folder, lang)) is not None)


def _in_folder(folder: str, lang: str) -> str | None:
    file = os.path.join(folder, NAME)
    if os.path.isfile(file):
        return file
    if os.path.isfile(f"{file}.txt"):
        # Notepad puts .txt behind a name; a file that is not read must not pass for one that is.
        raise Refused(
            f"{file}.txt is not read; call it {NAME}"
            if lang == "en"
            else f"{file}.txt 没有读：文件名应为 {NAME}，去掉 .txt"
        )
    return None
