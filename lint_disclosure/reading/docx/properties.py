"""What a paragraph says of itself."""

from __future__ import annotations

from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import RUN_PROPERTIES, VAL, w

_STYLE = w("pStyle")
_NUMBERING = w("numPr")
_NUMBER_ID = w("numId")
_LEVEL = w("ilvl")


class Properties(NamedTuple):
    """What a paragraph says of itself: its style, its number, and the properties of its end."""

    style: str | None = None
    number_id: str | None = None
    level: str | None = None
    end: Element | None = None


PLAIN = Properties()


def properties(element: Element) -> Properties:
    """The properties that an element ``w:pPr`` writes down."""
    style = number_id = level = end = None
    for child in element:
        tag = child.tag
        if tag == _STYLE:
            style = child.get(VAL)
        elif tag == RUN_PROPERTIES:
            end = child
        elif tag == _NUMBERING:
            for part in child:
                if part.tag == _NUMBER_ID:
                    number_id = part.get(VAL)
                elif part.tag == _LEVEL:
                    level = part.get(VAL)
    return Properties(style, number_id, level, end)
