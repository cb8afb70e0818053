"""Web pages: parsed as browsers parse them, with all that browsers do not show left out."""

from __future__ import annotations

from lint_disclosure.document import Document, Notice
from lint_disclosure.reading.blocks import Pieces, assemble
from lint_disclosure.reading.html.blocks import blocks_of
from lint_disclosure.reading.html.charset import decoded_page
from lint_disclosure.reading.html.origins import HtmlOrigins
from lint_disclosure.reading.html.tree import events

MAX_PAGE = 8 * 1024 * 1024
"""Bytes of a page; a saved portal page has some hundred kilobytes, more with pictures inside."""


def read(name: str, data: bytes) -> Document:
    """The document of a web page. Raises UnreadableFile."""
    page = decoded_page(data, MAX_PAGE)
    document = read_markup(name, page.text, page.notices)
    return document._replace(truncated=page.truncated) if page.truncated else document


def read_markup(name: str, markup: str, notices: tuple[Notice, ...] = ()) -> Document:
    """The document of a page that is decoded already."""
    markup = markup.replace("\r\n", "\n").replace("\r", "\n")

    def origins(pieces: Pieces) -> HtmlOrigins:
        return HtmlOrigins(pieces, markup)

    return assemble(name, blocks_of(events(markup)), origins, notices)
