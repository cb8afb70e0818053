"""A page that a browser saved in one file: a MIME message whose parts are pages and pictures."""

from __future__ import annotations

from collections.abc import Iterator

from lint_disclosure.document import Document
from lint_disclosure.reading.html import MAX_PAGE, read_markup
from lint_disclosure.reading.html.charset import decoded_page
from lint_disclosure.reading.unreadable import UnreadableFile, too_much

_MOST_PARTS = 500

PLACES = (
    "这是单文件网页（.mht），行号和列号按其中的网页计",
    "a page saved as one file (.mht); lines and columns count in the page inside it",
)


def read(name: str, data: bytes) -> Document:
    """The document of the page with the most text: a page in a frame has more than its frame.

    Raises UnreadableFile.
    """
    documents = list(_pages(name, data))
    if not documents:
        raise UnreadableFile(
            "单文件网页（.mht）里没有网页，请在浏览器中重新保存",
            "there is no page in this .mht file; save it again in a browser",
        )
    found = max(documents, key=lambda one: len(one.source.text))
    found.source.writable = False
    return found._replace(notices=(PLACES, *found.notices))


def _pages(name: str, data: bytes) -> Iterator[Document]:
    from email import message_from_bytes

    try:
        message = message_from_bytes(data)
    except RecursionError:  # messages within messages, without end
        raise too_much("单文件网页（.mht）嵌套太深", "nested too deep") from None
    for number, part in enumerate(message.walk()):
        if number > _MOST_PARTS:
            return
        if part.get_content_type() != "text/html":
            continue
        content = part.get_payload(decode=True)
        if not isinstance(content, bytes) or not content.strip():
            continue
        label = part.get_content_charset()
        page = decoded_page(content, MAX_PAGE, label)
        yield read_markup(name, page.text, page.notices)
