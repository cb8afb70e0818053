"""The marks in a Word document that tell which words a comment is about.

A run is cut in two where a comment begins or ends within it; both halves look as the run did.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import NamedTuple

from lint_disclosure.annotate.docx.comments import declaration, namespace
from lint_disclosure.annotate.docx.trace import Stretch, Traced, trace
from lint_disclosure.annotate.markup import Edit, Element
from lint_disclosure.annotate.note import Note
from lint_disclosure.annotate.parts import Parts
from lint_disclosure.place import Source
from lint_disclosure.spot import WordSpot

_CHARACTER = re.compile(rb"&[^;<]{1,32};|\r\n|[\x00-\x7f]|[\xc0-\xff][\x80-\xbf]*", re.S)
_HOLDS_RUNS = (
    "p", "ins", "moveTo", "hyperlink", "fldSimple", "smartTag", "customXml", "sdtContent", "dir",
    "bdo",
)  # fmt: skip
_PRESERVE = ' xml:space="preserve"'
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class _Cut(NamedTuple):
    """A place in the bytes for marks, and what closes and opens again round them.

    ``taken`` bytes give way to all that.
    """

    at: int
    before: bytes = b""
    after: bytes = b""
    taken: int = 0


def _start(stretch: Stretch) -> int:
    return stretch.start


class Ranges:
    """Collects the marks of a document."""

    def __init__(self, parts: Parts, main: str) -> None:
        self._markup = parts.markup(main)
        self._traced = trace(parts.package)
        self._space = f"{{{namespace(self._markup)}}}"
        self._declared = declaration(self._markup)
        self._cuts: dict[int, _Cut] = {}
        self._starts: dict[int, list[str]] = {}
        self._ends: dict[int, list[str]] = {}
        self._preserved: set[int] = set()

    def add(self, number: int, note: Note, source: Source) -> None:
        """Mark the words of a note; where they stand in several paragraphs, in the first."""
        assert source.origins is not None
        spots = [source.origins.spot(*span) for span in note.spans]
        first = spots[0]
        assert isinstance(first, WordSpot)
        end = max(
            spot.end for spot in spots if isinstance(spot, WordSpot) and spot[:4] == first[:4]
        )
        traced = self._traced.get(first[:4]) or self._traced[self._nearest(first)]
        paragraph = self._markup.elements[traced.element]
        start_cut, end_cut = self._whole(paragraph)
        if first.start < end:
            start_cut = self._begin(traced, first.start) or start_cut
            end_cut = self._end(traced, end) or end_cut
        if end_cut.at < start_cut.at:
            start_cut, end_cut = self._whole(paragraph)
        start = self._keep(start_cut)
        begin = f'<w:commentRangeStart{self._declared} w:id="{number}"/>'
        mark = f'<w:commentRangeEnd{self._declared} w:id="{number}"/>'
        reference = f'<w:r{self._declared}><w:commentReference w:id="{number}"/></w:r>'
        at = self._keep(end_cut)
        if at == start:
            mark = begin + mark
        else:
            self._starts.setdefault(start, []).append(begin)
        top = self._top(paragraph, at)
        self._ends.setdefault(at, []).append(mark + (reference if top is None else ""))
        if top is not None:
            self._ends.setdefault(self._keep(_Cut(top)), []).append(reference)

    def finished(self) -> bytes:
        """The document with all marks."""
        edits: list[Edit] = []
        for at, cut in self._cuts.items():
            marks = "".join((*self._ends.get(at, ()), *self._starts.get(at, ())))
            new = cut.before + marks.encode() + cut.after
            edits.append(Edit(at, at + cut.taken, new))
        for number in self._preserved:
            at = self._markup.elements[number].open_end - 1
            edits.append(Edit(at, at, _PRESERVE.encode()))
        return self._markup.edited(edits)

    def _nearest(self, spot: WordSpot) -> tuple[int | None, int | None, int | None, int]:
        """The last paragraph before a place that has none of its own."""
        before = [key for key in self._traced if key[:3] == spot[:3] and key[3] <= spot[3]]
        return max(before, key=lambda key: key[3]) if before else next(iter(self._traced))

    def _keep(self, cut: _Cut) -> int:
        self._cuts.setdefault(cut.at, cut)
        return cut.at

    def _whole(self, paragraph: Element) -> tuple[_Cut, _Cut]:
        """Round all that a paragraph holds."""
        if paragraph.close == paragraph.end:  # One tag: it has to be opened.
            at = paragraph.end
            close = b"</" + self._named(paragraph) + b">"
            return _Cut(at - 2, b">", b"", 2), _Cut(at, b"", close)
        properties = next(iter(paragraph.children), None)
        begin = paragraph.open_end
        if properties is not None and properties.name == f"{self._space}pPr":
            begin = properties.end
        return _Cut(begin), _Cut(paragraph.close)

    def _begin(self, traced: Traced, at: int) -> _Cut | None:
        number = bisect_right(traced.stretches, at, key=_start) - 1
        for one in traced.stretches[max(number, 0) : number + 1]:
            if one.start <= at < one.start + one.length:
                return self._cut(one, at - one.start, begin=True)
        return None

    def _end(self, traced: Traced, at: int) -> _Cut | None:
        number = bisect_left(traced.stretches, at, key=_start) - 1
        for one in traced.stretches[max(number, 0) : number + 1]:
            if one.start < at <= one.start + one.length:
                return self._cut(one, at - one.start, begin=False)
        return None

    def _cut(self, stretch: Stretch, offset: int, *, begin: bool) -> _Cut:
        """A place for marks before or behind a character; at the run's edge if it stays whole."""
        element = self._markup.elements[stretch.element]
        run = self._run_of(element)
        if run is not element.parent or run.name != f"{self._space}r":
            return _Cut(run.start if begin else run.end)
        first, last = offset == 0, offset == stretch.length
        shown = [one for one in run.children if one.name != f"{self._space}rPr"]
        if first and shown[0] is element:
            return _Cut(run.start)
        if last and shown[-1] is element:
            return _Cut(run.end)
        again = self._again(run)
        if again is None:
            return _Cut(run.start if begin else run.end)
        close = b"</" + self._named(run) + b">"
        if first or last:
            return _Cut(element.start if first else element.end, close, again)
        at = self._byte(element, offset)
        if at is None:
            return _Cut(run.start if begin else run.end)
        tag = self._markup.data[element.start : element.open_end]
        if element.attributes.get(_XML_SPACE) != "preserve":
            if _XML_SPACE in element.attributes:
                return _Cut(run.start if begin else run.end)
            self._preserved.add(stretch.element)
            tag = tag[:-1] + _PRESERVE.encode() + b">"
        return _Cut(at, b"</" + self._named(element) + b">" + close, again + tag)

    def _run_of(self, element: Element) -> Element:
        """The outermost run that holds an element, or what else stands where runs stand."""
        outer = element
        while outer.parent is not None and not self._holds_runs(outer.parent):
            outer = outer.parent
        return outer

    def _holds_runs(self, element: Element) -> bool:
        return element.name.startswith(self._space) and (
            element.name[len(self._space) :] in _HOLDS_RUNS
        )

    def _again(self, run: Element) -> bytes | None:
        """What begins another run that looks the same; None where its look has changes tracked."""
        tag = self._markup.data[run.start : run.open_end]
        first = run.children[0]
        if first.name != f"{self._space}rPr":
            return tag
        if any(one.name == f"{self._space}rPrChange" for one in first.children):
            return None
        return tag + self._markup.raw(first)

    def _named(self, element: Element) -> bytes:
        head = self._markup.data[element.start + 1 : element.open_end]
        return re.split(rb"[\s/>]", head, maxsplit=1)[0]

    def _byte(self, element: Element, offset: int) -> int | None:
        """Where in the bytes a character of a text begins; None where that is not plain."""
        raw = self._markup.data[element.open_end : element.close]
        if b"<" in raw or element.name != f"{self._space}t":
            return None
        at = 0
        for _ in range(offset):
            character = _CHARACTER.match(raw, at)
            if character is None:
                return None
            at = character.end()
        return element.open_end + at

    def _top(self, paragraph: Element, at: int) -> int | None:
        """Where a place lies deeper in a paragraph, the end of what it lies in; else None.

        The sign of a comment stands in the paragraph itself: in a link it would be part of it, and
        in an insertion it would go when that is rejected.
        """
        for child in paragraph.children:
            if child.name != f"{self._space}r" and child.open_end <= at < child.end:
                return child.end
        return None
