"""The tags that are written into a page: a mark round the words, and a list at the end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from lint_disclosure.annotate.note import AUTHOR, Note
from lint_disclosure.place import Span

_STYLE = (
    "<style>mark.disclosure-lint{background:#ffe28a;color:#000;outline:1px solid #9a6700}"
    "mark.disclosure-lint::after{content:'['attr(data-notes)']';font-size:.7em;vertical-align:super;"
    "color:#a40000}aside.disclosure-lint{border:2px solid #9a6700;background:#fff;color:#000;"
    "margin:2em 1em;padding:1em;font-size:16px;text-align:left}</style>"
)
MOST_RANGES = 50
"""Ranges of one note that are marked; words in so many tags are rare."""

_MOST_IN_TITLE = 5
_SHORT = 100
_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)


def marks(
    text: str, notes: Sequence[Note], found: Sequence[Sequence[Span]]
) -> Iterator[tuple[int, str]]:
    """What is inserted at which offset; ``found`` are, for each note, ranges without tags.

    Where ranges overlap, a mark stands round each part of its own, so that none is in another.
    """
    cover: dict[Span, list[int]] = {}
    edges = sorted({edge for spans in found for span in spans for edge in span})
    for number, spans in enumerate(found, 1):
        for start, end in spans:
            if start == end:
                cover.setdefault((start, end), []).append(number)
            inside = edges[bisect_left(edges, start) : bisect_right(edges, end)]
            for part in pairwise(inside):
                cover.setdefault(part, []).append(number)
    named: set[int] = set()
    links: dict[int, str] = {}
    # An empty mark stands before the tag of one that begins at the same place.
    for at, ((start, end), numbers) in enumerate(sorted(cover.items()), 1):
        numbers = list(dict.fromkeys(numbers))
        name = f"{AUTHOR}-{at}"
        for one in numbers:
            links.setdefault(one, name)
        texts = [
            notes[one - 1].lines[0][:_SHORT] if one in named else "\n".join(notes[one - 1].lines)
            for one in numbers[:_MOST_IN_TITLE]
        ]
        named.update(numbers[:_MOST_IN_TITLE])
        title = "\n\n".join(texts)
        tag = (
            f'<mark class="{AUTHOR}" id="{name}" data-notes="{" ".join(map(str, numbers))}"'
            f' title="{_escaped(title)}">'
        )
        if start == end:
            yield start, f"{tag}</mark>"
        else:
            yield start, tag
            yield end, "</mark>"
    yield _end(text), _list(notes, links)


def _end(text: str) -> int:
    """Before the end tags of the page."""
    ends = [match.start() for match in _ENDS.finditer(text)]
    while len(ends) > 1 and text[ends[-2] : ends[-1]].lower().lstrip("</body> \t\r\n") == "":
        ends.pop()
    return ends[-1] if ends else len(text)


def _list(notes: Sequence[Note], links: Mapping[int, str]) -> str:
    """All notes by number, each with a link to its words."""
    items = []
    for number, note in enumerate(notes, 1):
        head, *rest = map(_escaped, note.lines)
        if number in links:
            head = f'<a href="#{links[number]}">{head}</a>'
        items.append(f"<li>{'<br>'.join((head, *rest))}</li>")
    return f'<aside class="{AUTHOR}">{_STYLE}<ol>{"".join(items)}</ol></aside>'


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "&#10;")
