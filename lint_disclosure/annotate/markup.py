"""XML as bytes with the places of its elements, so that it is edited and not written anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from lint_disclosure.annotate.refused import damaged

__all__ = ["Edit", "Element", "Markup", "edited", "quoteattr", "xml_text"]

_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TAG = re.compile(rb"<[^\s/>]+(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_UTF16 = ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class Edit(NamedTuple):
    """Bytes that stand in place of those from ``start`` to ``end``."""

    start: int
    end: int
    new: bytes


class Element:
    """An element: ``start`` to ``open_end`` is its start tag, ``close`` to ``end`` its end tag.

    An element without content may have one tag only; then ``open_end``, ``close`` and ``end`` are
    the same. ``name`` is as ElementTree has it.
    """

    __slots__ = ("attributes", "children", "close", "end", "name", "open_end", "parent", "start")

    def __init__(
        self, name: str, attributes: dict[str, str], start: int, parent: Element | None
    ) -> None:
        self.name = name
        self.attributes = attributes
        self.start = start
        self.open_end = self.close = self.end = start
        self.parent = parent
        self.children: list[Element] = []

    def iter(self, name: str) -> Iterator[Element]:
        """The elements of this name in it, in order."""
        stack = [self]
        while stack:
            one = stack.pop()
            if one.name == name:
                yield one
            stack.extend(reversed(one.children))


class Markup:
    """A part of a package in UTF-8, and its elements in the order of the file."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of a part that has been parsed before. Raises UnreadableFile."""
        self._encoding = next((name for mark, name in _UTF16 if data.startswith(mark)), None)
        if self._encoding:
            data = data[2:].decode(self._encoding).encode()
        self.data = data
        self.elements: list[Element] = []
        self._open: list[Element] = []
        parser = expat.ParserCreate("utf-8", "}")
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        self._parser = parser
        try:
            parser.Parse(data, True)
        except (expat.ExpatError, UnicodeDecodeError):
            raise damaged() from None
        del self._parser, self._open
        self.root = self.elements[0]

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        at = self._parser.CurrentByteIndex
        parent = self._open[-1] if self._open else None
        named = {_braced(key): value for key, value in attributes.items()}
        element = Element(_braced(name), named, at, parent)
        tag = _TAG.match(self.data, at)
        if tag is None:
            raise damaged()
        element.open_end = tag.end()
        if parent is not None:
            parent.children.append(element)
        self.elements.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        element = self._open.pop()
        if self.data[element.open_end - 2 : element.open_end] == b"/>":
            element.close = element.end = element.open_end
            return
        element.close = self._parser.CurrentByteIndex
        element.end = self.data.index(b">", element.close) + 1

    def raw(self, element: Element) -> bytes:
        """An element as it is written."""
        return self.data[element.start : element.end]

    def prefix(self, element: Element) -> str:
        """What stands before the name of an element: ``w:``, or nothing."""
        name = self.data[element.start + 1 : element.open_end].split(None, 1)[0].rstrip(b"/>")
        head, colon, _ = name.partition(b":")
        return (head + colon).decode() if colon else ""

    def appended(self, element: Element, new: str) -> Edit:
        """The edit that puts something behind the last child of an element."""
        if element.close < element.end:
            return Edit(element.close, element.close, new.encode())
        tag = self.data[element.start : element.open_end]
        name = tag[1:].split(None, 1)[0].rstrip(b"/>")
        opened = tag[:-2].rstrip() + b">" + new.encode() + b"</" + name + b">"
        return Edit(element.start, element.open_end, opened)

    def encoded(self, data: bytes) -> bytes:
        """Edited bytes in the encoding that the part had."""
        if self._encoding is None:
            return data
        mark = next(mark for mark, name in _UTF16 if name == self._encoding)
        return mark + data.decode().encode(self._encoding)

    def edited(self, edits: Iterable[Edit]) -> bytes:
        """The part with these edits, in its own encoding."""
        return self.encoded(edited(self.data, edits))


def edited(data: bytes, edits: Iterable[Edit]) -> bytes:
    """The bytes with all edits; of those at one place the earlier one comes first."""
    out: list[bytes] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        if start < at:
            raise damaged()
        out += (data[at:start], new)
        at = end
    out.append(data[at:])
    return b"".join(out)


def xml_text(text: str) -> str:
    """Text as it is written in XML; what XML cannot hold becomes a sign for that."""
    return escape(_NO_XML.sub("\ufffd", text))


def _braced(name: str) -> str:
    return "{" + name if "}" in name else name
