"""How many elements a page may make beyond its tags, before it is parsed.

What is bold and never closed is begun anew in each paragraph that follows, so that a page can make
far more elements than it has tags.
"""

from __future__ import annotations

import re

_PART = re.compile(
    r"<(/?)(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u|a|td|th|caption)(?=[\s/>])", re.I
)
_CELLS = frozenset({"td", "th", "caption"})


def most_open(markup: str) -> int:
    """The most elements of formatting that are open at once, as the tags have it.

    An end tag closes what was begun in the same cell only, as parsers do it. What is unclear counts
    as open.
    """
    cells: list[dict[str, int]] = [{}]
    count = most = 0
    for match in _PART.finditer(markup):
        name = match[2].lower()
        if name in _CELLS:
            if not match[1]:
                cells.append({})
            elif len(cells) > 1:
                count -= sum(cells.pop().values())
        elif match[1]:
            if cells[-1].get(name):
                cells[-1][name] -= 1
                count -= 1
        else:
            cells[-1][name] = cells[-1].get(name, 0) + 1
            count += 1
            most = max(most, count)
    return most
