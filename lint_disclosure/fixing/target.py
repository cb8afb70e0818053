"""What fixes are made in: the bytes of a file, or of the part of it that holds the text."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from lint_disclosure.finding import Edit


class Splice(NamedTuple):
    """A range of bytes, and what to put in its place."""

    start: int
    end: int
    replacement: bytes


class NotPlaced(Exception):
    """An edit that cannot be made in the file, and why."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en


class Target(Protocol):
    """A file of some kind, opened for changes."""

    content: bytes
    """What is changed."""

    def splice(self, edit: Edit) -> Splice:
        """The change of ``content`` that an edit of the decoded text comes to.

        Raises NotPlaced where it is no single stretch of bytes.
        """
        ...

    def finished(self, content: bytes) -> bytes:
        """The file with another content."""
        ...


def spliced(content: bytes, splices: list[Splice]) -> bytes:
    """The content with changes that do not overlap."""
    pieces: list[bytes] = []
    done = 0
    for start, end, replacement in sorted(splices):
        pieces += [content[done:start], replacement]
        done = end
    return b"".join([*pieces, content[done:]])


def elsewhere() -> NotPlaced:
    """The error of a text that the file does not hold as it was read."""
    return NotPlaced(
        "这段文字在文件里不是连着写的", "the file does not hold this text in one piece"
    )
