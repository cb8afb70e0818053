"""What is a picture: something that is seen and whose words cannot be read."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import DRAWING, VML

_PICTURES = frozenset((f"{{{DRAWING}}}blip", f"{{{VML}}}imagedata"))
_GRAPHIC = f"{{{DRAWING}}}graphicData"
_DRAWN_BY_PROGRAM = ("/chart", "/chartex", "/diagram")


def is_picture(element: Element) -> bool:
    """Whether an element within a drawing shows a picture, a chart or a diagram.

    Charts and diagrams are kept as data in a part of their own, which is not read.
    """
    if element.tag in _PICTURES:
        return True
    return element.tag == _GRAPHIC and element.get("uri", "").endswith(_DRAWN_BY_PROGRAM)
