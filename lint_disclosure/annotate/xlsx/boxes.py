"""The boxes in which Excel shows comments: shapes of VML, one for each comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from lint_disclosure.annotate.markup import Element, Markup

_VML = "{urn:schemas-microsoft-com:vml}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_TYPE = "_x0000_t202"
_COLUMNS = 6
_ROWS = 4
_MOST_ROWS = 30

NEW_BOXES = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">'
    f'<v:shapetype id="{_TYPE}" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_NAMES = (
    ' xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"'
)


def boxes(drawn: Markup, lines: Mapping[tuple[int, int], int]) -> str:
    """Boxes for comments on these cells, from 0; ``lines`` are the lines of each text."""
    used = re.findall(rb"_x0000_s(\d{1,9})", drawn.data)
    first = 1 + max((int(one) for one in used), default=1024)
    type_of = _TYPE if _TYPE.encode() in drawn.data else ""
    return "".join(
        _box(number, at, count, type_of)
        for number, (at, count) in enumerate(sorted(lines.items()), first)
    )


def _box(number: int, at: tuple[int, int], lines: int, type_of: str) -> str:
    """A box that is shown when the pointer is on the cell."""
    row, column = at
    height = min(max(_ROWS, 2 * lines), _MOST_ROWS)
    top = max(row - 1, 0)
    anchor = f"{column + 1}, 15, {top}, 10, {column + 1 + _COLUMNS}, 15, {top + height}, 4"
    kind = f' type="#{type_of}"' if type_of else ""
    return (
        f'<v:shape{_NAMES} id="_x0000_s{number}"{kind} style="position:absolute;'
        'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row>"
        f"<x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def boxes_at(drawn: Markup, cells: Collection[tuple[int, int]]) -> list[Element]:
    """The boxes of comments on these cells."""
    return [one for one in drawn.root.iter(f"{_VML}shape") if _cell(drawn, one) in cells]


def _cell(drawn: Markup, box: Element) -> tuple[int, int] | None:
    for data in box.iter(f"{_EXCEL}ClientData"):
        if data.attributes.get("ObjectType") == "Note":
            texts = {
                one.name: drawn.data[one.open_end : one.close].strip() for one in data.children
            }
            row, column = texts.get(f"{_EXCEL}Row", b""), texts.get(f"{_EXCEL}Column", b"")
            if row.isdigit() and column.isdigit():
                return int(row[:9]), int(column[:9])
    return None
