"""Texts of a report as HTML: nothing in them is markup, and nothing in them is invisible."""

from __future__ import annotations

import re

from lint_disclosure.render.width import visible

_ENTITIES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;", "`": "&#96;"}
)
_WEB = re.compile(r"https?://[\w.~%/?#=&+,;:@-]+", re.A)


def escaped(text: str) -> str:
    """The text for content and for attributes in double quotes.

    Controls, bidirectional marks and characters without width are shown by their code points.
    """
    return visible(text).translate(_ENTITIES)


def linked(text: str, url: str) -> str:
    """A link to a page of the web, which is told nothing of this page; other addresses are none."""
    if not _WEB.fullmatch(url):
        return escaped(text)
    return f'<a href="{escaped(url)}" rel="noopener noreferrer">{escaped(text)}</a>'
