"""Fixes in a file that is text itself: every byte that is not edited stays what it is."""

from __future__ import annotations

from lint_disclosure.finding import Edit
from lint_disclosure.fixing.target import NotPlaced, Splice, elsewhere
from lint_disclosure.reading.encoding import mark_length


class Encoded:
    """The bytes of a text in a known encoding, with its byte order mark where it has one."""

    def __init__(self, data: bytes, text: str, encoding: str) -> None:
        """``text`` is what ``data`` decodes to, without the mark."""
        self.content = data
        self.text = text
        self.encoding = encoding
        self._known = (0, mark_length(data))

    def splice(self, edit: Edit) -> Splice:
        """The bytes of a range of the text."""
        return self.range(*edit.span, edit.replacement)

    def range(self, start: int, end: int, replacement: str) -> Splice:
        """The bytes from ``start`` to ``end``, and the replacement in the same encoding."""
        try:
            new = replacement.encode(self.encoding)
        except UnicodeEncodeError:
            raise NotPlaced(
                f"文件的编码（{self.encoding.upper()}）里没有要写的字",
                f"the encoding of the file ({self.encoding.upper()}) lacks a character",
            ) from None
        return Splice(self._offset(start), self._offset(end), new)

    def finished(self, content: bytes) -> bytes:
        """The content is the file."""
        return content

    def _offset(self, at: int) -> int:
        """The byte at which a character begins; what is before it is decoded to make sure."""
        last, offset = self._known if self._known[0] <= at else (0, mark_length(self.content))
        between = self.text[last:at]
        try:
            stop = offset + len(between.encode(self.encoding))
            if self.content[offset:stop].decode(self.encoding) != between:
                raise elsewhere()
        except UnicodeError:
            raise elsewhere() from None
        self._known = (at, stop)
        return stop
