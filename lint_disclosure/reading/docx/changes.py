"""Tracked changes: counted as Word counts them, and marked where they stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.line import Line
from lint_disclosure.reading.docx.names import (
    AUTHOR,
    DATE,
    DELETED,
    INSERTED,
    MOVED_AWAY,
    MOVED_HERE,
    w,
)

TRACKED = "tracked_change"

_KINDS = frozenset((INSERTED, DELETED, MOVED_HERE, MOVED_AWAY))
_GONE = frozenset((DELETED, MOVED_AWAY))
_FORMAT = w("rPrChange")

_Key = tuple[str, str | None, str | None]


class Changes:
    """What is counted so far. A change goes on while kind, author and time stay the same.

    ``inside`` is the change that is being read; a run sets ``last`` to it, so that what stands
    outside of changes ends the last one.
    """

    def __init__(self) -> None:
        self.last: _Key | None = None
        self.inside: _Key | None = None

    def is_new(self, element: Element) -> bool:
        """Whether an element that tells of a change tells of another than the last one."""
        key = (element.tag, element.get(AUTHOR), element.get(DATE))
        new = key != self.last
        self.last = key
        return new

    @contextmanager
    def within(self, element: Element, line: Line) -> Iterator[None]:
        """What an element tells of is marked, and holds for all that is read meanwhile."""
        if self.is_new(element):
            line.mark(TRACKED)
        outer, self.inside = self.inside, self.last
        yield
        self.last, self.inside = self.inside, outer

    def end(self, properties: Element | None, line: Line) -> bool:
        """Note how the end of a paragraph is changed, and give whether it is gone."""
        if properties is None:
            self.last = None
            return False
        gone = changed = False
        for child in properties:
            if child.tag in _KINDS:
                changed = True
                gone = gone or child.tag in _GONE
                if self.is_new(child):
                    line.mark(TRACKED)
        self.format(properties, line)
        if not changed:
            self.last = None
        return gone

    def format(self, properties: Element, line: Line) -> None:
        """Note how the look of some text is changed."""
        if properties.find(_FORMAT) is not None:
            line.mark(TRACKED)
