"""A page as text and as bytes: what is changed in the one is changed in the other, and no more."""

from __future__ import annotations

import codecs
from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from lint_disclosure.annotate.markup import Edit, edited
from lint_disclosure.reading.html import MAX_PAGE
from lint_disclosure.reading.html.charset import decoded_page

_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE, codecs.BOM_UTF16_LE,
          codecs.BOM_UTF16_BE)  # fmt: skip


class RawPage:
    """A page; its ``text`` has the line ends of the file."""

    def __init__(self, data: bytes) -> None:
        """Decode a page as the reader does. Raises UnreadableFile."""
        page = decoded_page(data, MAX_PAGE)
        self.text = page.text
        self._data = data
        self._encoding = page.encoding
        self._starts = [0]
        """Where in the text stretches begin that are whole in the encoding of the page."""
        self._bytes = [0 if page.text.startswith("\ufeff") else _mark(data)]
        self._find_broken()
        self._pairs: list[int] = []
        at = self.text.find("\r\n")
        while at >= 0:
            self._pairs.append(at - len(self._pairs))
            at = self.text.find("\r\n", at + 2)

    def _find_broken(self) -> None:
        """Note each place where bytes are no character: it is one character of the text."""
        view = memoryview(self._data)
        text, at = 0, self._bytes[0]
        while text < len(self.text):
            try:
                str(view[at:], self._encoding)
                return
            except UnicodeDecodeError as error:
                text += len(str(view[at : at + error.start], self._encoding)) + 1
                at += error.end
                self._starts.append(text)
                self._bytes.append(at)

    def raw_offset(self, offset: int) -> int:
        """The offset into ``text`` of one into the page with its lines ended by a line feed."""
        return offset + bisect_left(self._pairs, offset)

    def edited(self, edits: Iterable[tuple[int, int, str]]) -> bytes:
        """The page with ranges of its text replaced; what its encoding lacks is a reference."""
        return edited(
            self._data,
            [
                Edit(
                    self._byte(start),
                    self._byte(end),
                    new.encode(self._encoding, "xmlcharrefreplace"),
                )
                for start, end, new in edits
            ],
        )

    def _byte(self, offset: int) -> int:
        at = bisect_right(self._starts, offset) - 1
        stretch = self.text[self._starts[at] : offset]
        return self._bytes[at] + len(stretch.encode(self._encoding))


def _mark(data: bytes) -> int:
    """Bytes of the byte order mark."""
    return next((len(mark) for mark in _MARKS if data.startswith(mark)), 0)
