"""The error of a file that cannot be read."""

from __future__ import annotations


class UnreadableFile(Exception):
    """A file that could not be read; the message says why, in Chinese and in English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(zh)
        self.zh = zh
        self.en = en
