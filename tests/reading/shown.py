"""A document as a test writes it down: a text for each paragraph, a list for each row of cells."""

from __future__ import annotations

from lint_disclosure.document import Document
from lint_disclosure.place import Location


def shown(document: Document) -> list[str | list[str]]:
    """The lines of a document; ``^`` stands for a cell that one above it covers."""
    text = document.source.text
    found: list[str | list[str]] = []
    for line in document.lines:
        if line.cells is None:
            found.append(text[line.start : line.end])
        else:
            cells = [text[start:end] for start, end in line.cells]
            for at in line.covered:
                cells[at] = "^"
            found.append(cells)
    return found


def place_of(document: Document, words: str, nth: int = 1) -> Location:
    """The place of the nth occurrence of some words in the text of a document."""
    at = -1
    for _ in range(nth):
        at = document.source.text.index(words, at + 1)
    return document.source.locate(((at, at + len(words)),))
