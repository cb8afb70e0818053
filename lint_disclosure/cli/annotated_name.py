"""The names of reports that annotate has written comments into."""

from __future__ import annotations

import os
import re

WORDS = {"zh": "批注", "en": "annotated"}
_END = re.compile(rf"\.(?:{'|'.join(WORDS.values())})\d*\Z")


def is_annotated(path: str) -> bool:
    """Whether a file is called as a copy with comments is by default."""
    return _END.search(os.path.splitext(path)[0]) is not None


def annotated_name(path: str, lang: str) -> str:
    """A name beside the file that is free: a word before the suffix, numbered where it is taken."""
    stem, suffix = os.path.splitext(path)
    stem = _END.sub("", stem)
    number = 1
    while True:
        target = f"{stem}.{WORDS[lang]}{number if number > 1 else ''}{suffix}"
        if not os.path.lexists(target):
            return target
        number += 1
