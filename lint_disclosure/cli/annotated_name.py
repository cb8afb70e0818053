"""The names of reports that annotate has written comments into."""

from __future__ import annotations

import os
import re

WORDS = {"zh": "批注", "en": "annotated"}
_END = re.compile(rf"\.(?:{'|'.join(WORDS.values())})\d*\Z")


def source_of(path: str) -> str | None:
    """The report that a copy with comments is of, by the copy's name; None for any other file."""
    stem, suffix = os.path.splitext(path)
    found = _END.search(stem)
    return stem[: found.start()] + suffix if found else None


def annotated_name(path: str, lang: str) -> str:
    """A name beside the file that is free: a word before the suffix, numbered where it is taken."""
    stem, suffix = os.path.splitext(source_of(path) or path)
    number = 1
    while True:
        target = f"{stem}.{WORDS[lang]}{number if number > 1 else ''}{suffix}"
        if not os.path.lexists(target):
            return target
        number += 1
