"""Fixes in web pages, and in Markdown that holds tags."""

from __future__ import annotations

from bisect import bisect_left

from lint_disclosure.document import Document
from lint_disclosure.finding import Edit
from lint_disclosure.fixing.encoded import Encoded
from lint_disclosure.fixing.target import NotPlaced, Splice
from lint_disclosure.reading.html.origins import HtmlOrigins

_REFERENCES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


class Markup(Encoded):
    """A page; edits are made in its texts, never in a tag or over one."""

    def __init__(self, document: Document, data: bytes, markup: str, encoding: str) -> None:
        """``markup`` is the page with its own ends of lines; the reader has made them one."""
        super().__init__(data, markup, encoding)
        assert isinstance(document.source.origins, HtmlOrigins)
        self._origins = document.source.origins
        self._breaks = _longer_breaks(markup)

    def splice(self, edit: Edit) -> Splice:
        """The bytes of a range of the decoded text."""
        span = self._origins.stretch(*edit.span)
        if span is None:
            raise NotPlaced(
                "这段文字跨越了标签或带有字符引用", "the text reaches over tags or references"
            )
        start, end = (self._in_file(at) for at in span)
        return self.range(start, end, edit.replacement.translate(_REFERENCES))

    def _in_file(self, at: int) -> int:
        """The same place in the markup with its own ends of lines."""
        return at + bisect_left(self._breaks, at)


def _longer_breaks(markup: str) -> list[int]:
    """Where breaks of two characters stand, once they are one."""
    found: list[int] = []
    at = markup.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = markup.find("\r\n", at + 2)
    return found
