"""Where in the XML of a Word file the text of its paragraphs is stored, run by run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.parsers import expat

from lint_disclosure.reading.docx import body_reader, main_part
from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.names import BODY, TEXT, WORD, transitional
from lint_disclosure.reading.docx.paragraph import Paragraphs
from lint_disclosure.reading.package import Package

Where = tuple[int | None, int | None, int | None, int]
"""Table, row, cell and paragraph, as in WordSpot."""

_TEXTS = frozenset((f"{WORD} t", "http://purl.oclc.org/ooxml/wordprocessingml/main t"))


class Stored(NamedTuple):
    """A text of a run, from ``start`` to ``end`` of its paragraph: the pieces it is written in."""

    start: int
    end: int
    pieces: tuple[tuple[int, str], ...]


class StoredTexts(NamedTuple):
    """The part that holds the document, its bytes, and the texts of each paragraph in order.

    Pieces are given by their offset into the bytes and their text; a reference (``&amp;``) is a
    piece of its own.
    """

    part: str
    content: bytes
    paragraphs: Mapping[Where, list[Stored]]


def stored_texts(data: bytes) -> StoredTexts:
    """The stored texts of a Word file that was read before. Raises UnreadableFile.

    Left out are those of notes and text boxes, and what is stored as anything but text.
    """
    package = Package(data, damaged)
    part = main_part(package)
    content = package.read(part)
    root = package.parsed(transitional(package.decoded(content)))
    pieces = _pieces(content)
    for number, element in enumerate(root.iter(TEXT)):
        if element.text:
            element.text = _Numbered(element.text, number)
    reader = body_reader(package, part, _Traced)
    body = root.find(BODY)
    if body is None or not isinstance(reader.paragraph_reader, _Traced):
        raise damaged()
    reader.read(body)
    found: dict[Where, list[Stored]] = {}
    for where, start, text in reader.paragraph_reader.shown:
        own = pieces[text.number] if text.number < len(pieces) else ()
        if "".join(piece for _, piece in own) == text:
            found.setdefault(where, []).append(Stored(start, start + len(text), tuple(own)))
    return StoredTexts(part, content, found)


class _Numbered(str):
    """The text of an element, and which element of its kind that is in the document."""

    number: int

    def __new__(cls, text: str, number: int) -> _Numbered:
        made = super().__new__(cls, text)
        made.number = number
        return made


class _Traced(Paragraphs):
    """Reads paragraphs as ever, and notes what stored texts they show."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.shown: list[tuple[Where, int, _Numbered]] = []

    def _show(self, text: str) -> None:
        line = self._line
        place = line.container
        if isinstance(text, _Numbered) and not self._silent and place.fixed is None:
            where = (place.table, place.row, place.cell, place.paragraphs)
            self.shown.append((where, line.length, text))
        super()._show(text)


def _pieces(content: bytes) -> list[list[tuple[int, str]]]:
    """The pieces of each text of the document, in order."""
    parser = expat.ParserCreate(namespace_separator=" ")
    found: list[list[tuple[int, str]]] = []
    inside = False

    def start(name: str, _: Any) -> None:
        nonlocal inside
        if name in _TEXTS:
            inside = True
            found.append([])

    def end(name: str) -> None:
        nonlocal inside
        if name in _TEXTS:
            inside = False

    def characters(text: str) -> None:
        if inside:
            found[-1].append((parser.CurrentByteIndex, text))

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = characters
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        raise damaged() from None
    return found
