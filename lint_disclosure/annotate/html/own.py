"""The tool's own marks in a page."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_disclosure.annotate.note import AUTHOR
from lint_disclosure.place import Span

_OWN = re.compile(rf"<(mark|aside)\b[^<>]*\bclass=[\"']?{AUTHOR}\b[^<>]*>", re.I)


def own_parts(text: str) -> Iterator[Span]:
    """What the tool has written: tags of marks, whose words stay, and the whole list.

    Its marks hold no tags, and its list holds no other; so the next end tag is theirs.
    """
    lowered: str | None = None
    for found in _OWN.finditer(text):
        lowered = text.lower() if lowered is None else lowered
        tag = f"</{found[1].lower()}>"
        end = lowered.find(tag, found.end())
        if end < 0:
            continue
        if tag == "</mark>":
            yield found.span()
            yield end, end + len(tag)
        else:
            yield found.start(), end + len(tag)
