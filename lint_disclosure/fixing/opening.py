"""Open a file for changes, by what kind of file it is."""

from __future__ import annotations

from lint_disclosure.document import Document
from lint_disclosure.fixing.encoded import Encoded
from lint_disclosure.fixing.target import NotPlaced, Target
from lint_disclosure.reading.encoding import decode
from lint_disclosure.reading.html import MAX_PAGE
from lint_disclosure.reading.kind import kind_of


def opened(name: str, data: bytes, document: Document) -> Target:
    """The file that was read as ``document``. Raises NotPlaced where fixes are only shown."""
    kind = kind_of(name, data)
    if kind == "text" or (kind == "markdown" and document.source.origins is None):
        return Encoded(data, document.source.text, decode(data).encoding)
    if kind == "markdown":
        from lint_disclosure.fixing.markup import Markup

        found = decode(data)
        return Markup(document, data, found.text, found.encoding)
    if kind == "html":
        from lint_disclosure.fixing.markup import Markup
        from lint_disclosure.reading.html.charset import decoded_page

        page = decoded_page(data, MAX_PAGE)
        if page.broken:
            raise NotPlaced("网页的编码有损坏", "the encoding of the page is broken")
        return Markup(document, data, page.text, page.encoding)
    if kind == "docx":
        from lint_disclosure.fixing.word import Word

        return Word(data, document.source.text)
    raise NotPlaced(
        "这种文件不能自动改，请在制作它的程序里改",
        "files of this kind are not changed; use the program that made it",
    )
