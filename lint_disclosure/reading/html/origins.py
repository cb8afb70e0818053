"""Where in the markup of a page a stretch of its text stood.

Parsers tell where tags stand, not all of them where texts do. So a text is looked for behind the
last tag before it, past the texts that stand between the two. It is done when a place is asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from lint_disclosure.place import LineSpan, Source, Span
from lint_disclosure.reading.blocks import Pieces
from lint_disclosure.reading.html.blocks import generated

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)|<(script|style|noscript|template|textarea|select|button)\b.*?(?:</\1\s*>|\Z)"
    r"|</?[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>|<[!?/][^>]*>",
    re.S | re.I,
)
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
_FAR = 20_000
"""Characters within which a text is looked for that is not where its tag has it."""


class HtmlOrigins:
    """Knows lines and columns of the page."""

    def __init__(self, pieces: Pieces, markup: str) -> None:
        self.pieces = pieces
        self.markup = markup
        self._lines = Source("", markup)

    def spot(self, start: int, end: int) -> LineSpan:
        """Lines and columns of a range of the decoded text, as an editor shows them.

        A text that a damaged page has elsewhere is placed at the tag before it.
        """
        if not self.pieces.starts:
            return LineSpan(1, 1, 1, 1)
        found = [self._in_piece(at, start, end) for at in self.pieces.of_range(start, end)]
        first, last = min(found)[0], max(stop for _, stop in found)
        return LineSpan(*self._lines.line_column(first), *self._lines.line_column(last))

    def stretch(self, start: int, end: int) -> Span | None:
        """Where a range of the decoded text stands in the markup, as it is written there.

        None where it is not one stretch of the same characters: it reaches over tags, or has
        character references or other blanks in it.
        """
        pieces = self.pieces
        if not pieces.starts or len(found := pieces.of_range(start, end)) != 1:
            return None
        first, last = self._in_piece(found[0], start, end)
        return (first, last) if self.markup[first:last] == pieces.text[start:end] else None

    def stretches(self, start: int, end: int) -> list[Span]:
        """The parts of the markup, no tags among them, that hold the text of a range.

        Of a range without text an empty one, behind the tag that it stands at.
        """
        found: list[Span] = []
        for at in self.pieces.of_range(start, end):
            for first, last in self._spans_in_piece(at, start, end):
                if found and found[-1][1] == first:
                    found[-1] = found[-1][0], last
                elif first < last or not found:
                    found.append((first, last))
        shown = [span for span in found if span[0] < span[1]]
        return shown or [self._behind_tag(first) for first, _ in found[:1]]

    def _behind_tag(self, at: int) -> Span:
        tag = _MARKUP.match(self.markup, at)
        return (tag.end(), tag.end()) if tag else (at, at)

    def _spans_in_piece(self, at: int, start: int, end: int) -> list[Span]:
        """The characters of a piece that a range takes; runs of them that no tag parts."""
        first, last = self._in_piece(at, start, end)
        if first == last:
            return [(first, last)]
        spans: list[Span] = []
        begin = first
        for tag in _MARKUP.finditer(self.markup, first, last):
            spans.append((begin, tag.start()))
            begin = tag.end()
        spans.append((begin, last))
        return [one for one in spans if self.markup[slice(*one)].strip()]

    def _in_piece(self, at: int, start: int, end: int) -> Span:
        """The part of the markup that holds what the range takes of a piece."""
        pieces = self.pieces
        anchor, begin = pieces.anchors[at], pieces.starts[at]
        if anchor < 0:
            return generated(anchor), generated(anchor)
        after = pieces.starts[at + 1] if at + 1 < len(pieces.starts) else len(pieces.text)
        whole = _squeezed(pieces.text[begin : pieces.ends[at]])
        if not whole:
            return anchor, anchor
        spans = self._characters_of(whole, anchor, self._characters_before(at))
        if spans is None:
            return anchor, anchor
        first = max(start, begin)
        before = len(_squeezed(pieces.text[begin:first]))
        count = len(_squeezed(pieces.text[first : min(end, after)]))
        if not count:
            edge = spans[before][0] if before < len(spans) else spans[-1][1]
            return edge, edge
        return spans[before][0], spans[min(before + count, len(spans)) - 1][1]

    def _characters_before(self, at: int) -> int:
        """How many characters stand between the last tag and a piece."""
        pieces, count = self.pieces, 0
        anchor = pieces.anchors[at]
        while at and pieces.anchors[at - 1] == anchor:
            at -= 1
            count += len(_squeezed(pieces.text[pieces.starts[at] : pieces.ends[at]]))
        return count

    def _characters_of(self, text: str, anchor: int, before: int) -> list[Span] | None:
        """Where each character of a text stands; None where it is not found.

        It begins behind ``before`` characters; where another text is there, as behind one that is
        hidden, at the first run of characters that begins with it.
        """
        found: list[Span] = []
        seen = ""
        starts: list[int] = []
        for characters, places in _runs(self.markup, anchor):
            starts.append(len(seen))
            seen += characters
            found += places
            if len(seen) >= before + len(text) and seen.startswith(text, before):
                return found[before : before + len(text)]
            if len(seen) > _FAR + before:
                break
        at = next((start for start in starts if seen.startswith(text, start)), seen.find(text))
        return found[at : at + len(text)] if at >= 0 else None


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _runs(markup: str, at: int) -> Iterator[tuple[str, list[Span]]]:
    """The texts between the tags behind an offset, and where each character stands; no blanks."""
    for match in _MARKUP.finditer(markup, at):
        if match.start() > at:
            yield _characters(markup, at, match.start())
        at = match.end()
    yield _characters(markup, at, len(markup))


def _characters(markup: str, start: int, end: int) -> tuple[str, list[Span]]:
    characters: list[str] = []
    places: list[Span] = []
    at = start
    for match in (*_REFERENCE.finditer(markup, start, end), None):
        until = match.start() if match else end
        for one in range(at, until):
            if not markup[one].isspace():
                characters.append(markup[one])
                places.append((one, one + 1))
        if match is not None:
            at = match.end()
            for char in unescape(match.group()):
                if not char.isspace():
                    characters.append(char)
                    places.append((match.start(), at))
    return "".join(characters), places
