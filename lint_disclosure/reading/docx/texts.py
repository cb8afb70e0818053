"""Where in the XML of a Word file the text of its paragraphs is stored, run by run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple
from xml.parsers import expat

from lint_disclosure.reading.docx import main_part
from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.names import TEXT, WORD
from lint_disclosure.reading.docx.traced_line import traced_lines
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
    root, lines = traced_lines(Package(data, damaged))
    numbers = {id(element): number for number, element in enumerate(root.iter(TEXT))}
    pieces = _pieces(content)
    found: dict[Where, list[Stored]] = {}
    for line in lines:
        at = line.container
        if at.fixed is not None:
            continue
        where = (at.table, at.row, at.cell, line.number)
        for start, text, element in line.stretches:
            number = numbers.get(id(element), len(pieces))
            own = pieces[number] if number < len(pieces) else ()
            if own and "".join(piece for _, piece in own) == text:
                found.setdefault(where, []).append(Stored(start, start + len(text), tuple(own)))
    return StoredTexts(part, content, found)


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
