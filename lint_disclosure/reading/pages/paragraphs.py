"""Lines of running text to paragraphs: a line that is full goes on in the next one."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from lint_disclosure.reading.pages.lines import Text, TextLine, is_full, joined, parts_words, whole

_SAME_SIZE = 0.15
_INDENT = 0.5
_SPACING = 1.35
_NEAR = 1.5
"""Of the size of the type: a full line leaves no more room than that."""

_ENOUGH = 3
"""Pairs of lines that tell a distance; lines that tell that paragraphs are indented."""

_FIRST = (1.5, 2.6)
"""Of the size: how far the first line of a paragraph is indented, where it is."""

_SENTENCE_ENDS = frozenset("。！？")

_HANGING = 20
"""Points: how far signs at the end of a line may hang out."""

_LEAST_WIDTH = 0.4
"""Of the width of the page: a block of text is not narrower."""


class Margins(NamedTuple):
    """Where the lines of running text begin and end; whether paragraphs are indented."""

    left: float
    right: float
    indented: bool = False


def margins(pages: Iterable[tuple[float, Sequence[TextLine]]]) -> dict[float, Margins]:
    """The margins for each width of page, from the lines outside tables on all such pages."""
    found: dict[float, list[TextLine]] = defaultdict(list)
    for width, lines in pages:
        found[width].extend([line for line in lines if len(line.parts) == 1] or lines)
    return {width: _margins(lines) for width, lines in found.items() if lines}


def _margins(lines: Sequence[TextLine]) -> Margins:
    left = _outermost(sorted(line.left for line in lines))
    right = _right([line.right for line in lines])
    least, most = _FIRST
    first = sum(
        least * line.size < line.left - left < most * line.size
        and line.right > right - _NEAR * line.size
        for line in lines
    )
    return Margins(left, right, first >= _ENOUGH)


def _outermost(places: list[float]) -> float:
    """The first place that several lines share, or the first at all."""
    return next(
        (one for one, third in zip(places, places[2:], strict=False) if abs(one - third) < 12),
        places[0],
    )


def _right(places: list[float]) -> float:
    """The place near the outermost that most lines share; commas may hang out past it."""
    outermost = _outermost(sorted(places, reverse=True))
    near = Counter(round(one) for one in places if abs(one - outermost) <= _HANGING)
    shared = max(near, key=lambda place: (near[place - 1] + near[place] + near[place + 1], place))
    return max(one for one in places if round(one) <= shared)


class Placed(NamedTuple):
    """A line and where it is."""

    page: int
    line: TextLine
    margins: Margins
    page_width: float


def paragraphs(lines: Sequence[Placed], usual: float | None) -> list[list[tuple[int, Text]]]:
    """Paragraphs of lines that follow each other, each as texts on pages.

    ``usual`` is the ``pitch`` of the whole document.
    """
    found: list[list[tuple[int, list[Text]]]] = []
    own = pitch(lines) or usual or _guessed(lines)
    above: Placed | None = None
    for line in lines:
        if above is None or not _goes_on(above, line, own):
            found.append([])
        if not found[-1] or found[-1][-1][0] != line.page:
            found[-1].append((line.page, []))
        found[-1][-1][1].append(whole(line.line, "  "))
        above = line
    return [_joined(paragraph) for paragraph in found]


def _joined(paragraph: list[tuple[int, list[Text]]]) -> list[tuple[int, Text]]:
    found = [(page, _together(texts)) for page, texts in paragraph]
    for at, ((page, above), (_, below)) in enumerate(itertools.pairwise(found)):
        if parts_words(above.text, below.text, full=True):
            found[at] = page, Text(above.text + " ", [*above.boxes, above.boxes[-1]])
    return found


def _together(texts: list[Text]) -> Text:
    return joined(texts, texts[0].left, texts[0].left)


def pitch(lines: Sequence[Placed]) -> float | None:
    """The usual distance of lines of a paragraph, of the size of the type.

    It is told from lines that are full, as paragraphs of one line each may stand further apart;
    None where these are too few.
    """
    full = [pair for pair in _pairs(lines) if _may_go_on(*pair)]
    return _usual(full) if len(full) >= _ENOUGH else None


def _guessed(lines: Sequence[Placed]) -> float:
    """The same from all lines; large without any."""
    pairs = _pairs(lines)
    return _usual(pairs) if pairs else 3.0


def _pairs(lines: Sequence[Placed]) -> list[tuple[Placed, Placed]]:
    """Lines with the ones below them."""
    return [
        (above, below)
        for above, below in itertools.pairwise(lines)
        if above.page == below.page and below.line.top > above.line.top
    ]


def _usual(pairs: Sequence[tuple[Placed, Placed]]) -> float:
    distances = sorted(
        (below.line.top - above.line.top) / below.line.size for above, below in pairs
    )
    return distances[len(distances) // 3]


def _may_go_on(above: Placed, below: Placed) -> bool:
    """Whether a line reaches the right margin, and the next one begins at the left."""
    one, other = above.line, below.line
    return (
        one.right > above.margins.right - _NEAR * one.size
        and other.left <= below.margins.left + _INDENT * other.size
    )


def _goes_on(above: Placed, below: Placed, pitch: float) -> bool:
    """Whether a line belongs to the paragraph of the line before it."""
    one, other = above.line, below.line
    edges = above.margins
    if len(one.parts) > 1 or len(other.parts) > 1:
        return False
    if edges.right - edges.left < _LEAST_WIDTH * above.page_width:
        return False
    # The size of Latin letters is not known as well as that of Chinese characters.
    known = not (one.parts[0].text.isascii() or other.parts[0].text.isascii())
    if known and abs(one.size - other.size) > _SAME_SIZE * one.size:
        return False
    if other.left > below.margins.left + _INDENT * other.size:
        return False
    if above.page != below.page:
        # Nothing parts two paragraphs here but the indent. Where there is none, a sentence that
        # ends takes its paragraph with it: a heading lost in a paragraph is worse than a cut.
        if not edges.indented and one.parts[-1].text[-1] in _SENTENCE_ENDS:
            return False
    elif other.top - one.top > _SPACING * pitch * other.size:
        return False
    return is_full(one.parts[-1], other.parts[0], one.left, edges.right)
