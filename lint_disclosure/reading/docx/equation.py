"""Equations as one line of text."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import DELETED, MOVED_AWAY, m

_TEXT = m("t")
_BETWEEN = {m("f"): "/", m("sSup"): "^", m("sSub"): "_"}
_LONGEST = 10_000


def linear(equation: Element) -> str:
    """The text of an equation: a fraction as 1/2, a power as x^2, anything else as it follows."""
    found: list[str] = []
    stack: list[Element | str] = [equation]
    while stack and len(found) < _LONGEST:
        at = stack.pop()
        if isinstance(at, str):
            found.append(at)
        elif at.tag == _TEXT:
            found.append(at.text or "")
        elif at.tag not in (DELETED, MOVED_AWAY):
            stack.extend(reversed(_parts(at)))
    return "".join(found)


def _parts(element: Element) -> list[Element | str]:
    """The children of an element, with the sign that parts the two of a fraction or power."""
    sign = _BETWEEN.get(element.tag)
    children = [child for child in element if not child.tag.endswith("Pr")]
    if sign is None or len(children) != 2:
        return list(children)
    return [children[0], sign, children[1]]
