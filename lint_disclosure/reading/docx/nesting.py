"""Elements that only wrap others, and a bound on how deep elements may lie in each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.names import (
    ALTERNATIVES,
    CHOICE,
    CONTROL,
    CONTROL_CONTENT,
    DRAWING,
    FALLBACK,
    INSERTED,
    MOVED_HERE,
    TEXT,
    TEXT_BOX,
    VML,
    m,
    w,
)
from lint_disclosure.reading.unreadable import UnreadableFile, too_much

MAX_DEPTH = 100
"""Levels of tables, text boxes and controls in each other; Word itself takes some twenty."""

_WRAPPERS = frozenset((CONTROL, CONTROL_CONTENT, w("customXml"), INSERTED, MOVED_HERE))
_WRAPPING = _WRAPPERS | {ALTERNATIVES}
_MUCH = 1000
"""Elements that show something, most likely; bounds the search in branches within branches."""

_SHOWN = frozenset((TEXT, TEXT_BOX, m("t"), f"{{{DRAWING}}}blip", f"{{{VML}}}imagedata"))


def unwrapped(element: Element) -> Iterable[Element]:
    """The children of an element; in place of a wrapper, what it holds. Raises UnreadableFile."""
    for child in element:
        if child.tag in _WRAPPING:
            return _unwrap(element)
    return element


def _unwrap(element: Element) -> Iterator[Element]:
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            wrapper: Element | None = child
            if child.tag == ALTERNATIVES:
                wrapper = alternative(child)
            elif child.tag not in _WRAPPERS:
                yield child
                continue
            if wrapper is not None:
                if len(stack) == MAX_DEPTH:
                    raise _too_deep()
                stack.append(iter(wrapper))
                break
        else:
            stack.pop()


def alternative(alternatives: Element) -> Element | None:
    """Of several forms of the same content the first that shows anything."""
    for branch in (*alternatives.findall(CHOICE), *alternatives.findall(FALLBACK)):
        for at, inner in enumerate(branch.iter()):
            if inner.tag in _SHOWN or at == _MUCH:
                return branch
    return None


def _too_deep() -> UnreadableFile:
    return too_much(
        f"表格、文本框或控件嵌套超过 {MAX_DEPTH} 层",
        f"tables, text boxes or controls lie more than {MAX_DEPTH} deep in each other",
    )


class Depth:
    """Counts levels: each part of a reader enters one and leaves it. Raises UnreadableFile."""

    __slots__ = ("_levels",)

    def __init__(self) -> None:
        self._levels = 0

    def __enter__(self) -> None:
        self._levels += 1
        if self._levels > MAX_DEPTH:
            raise _too_deep()

    def __exit__(self, *_: object) -> None:
        self._levels -= 1
