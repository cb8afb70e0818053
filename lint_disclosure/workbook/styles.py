"""How cells look. Severities differ by the darkness of the ground and by the letters as well, so
that they can be told apart in black and white.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import IntEnum
from typing import NamedTuple
from xml.sax.saxutils import quoteattr


class Style(IntEnum):
    """Every look of a cell. In the file the first format is nobody's, as programs see to it."""

    PLAIN = 0
    HEAD = 1
    GROUP = 2
    WRAP = 3
    LINK = 4
    QUIET = 5
    GOOD = 6
    ERROR = 7
    WARNING = 8
    INFO = 9
    ERRORS = 10
    WARNINGS = 11
    INFOS = 12
    SAME_CAUSE = 13
    OPEN = 14
    TITLE = 15
    MIDDLE = 16


class _Look(NamedTuple):
    font: int = 0
    fill: int = 0
    border: int = 0
    wrap: bool = False
    centered: bool = False


_NAME = '<sz val="11"/>{}<name val="宋体"/><charset val="134"/>'
_FONTS = (
    _NAME.format(""),
    "<b/>" + _NAME.format(""),
    "<u/>" + _NAME.format('<color rgb="FF0563C1"/>'),
    _NAME.format('<color rgb="FF6B6B6B"/>'),
    "<b/>" + _NAME.format('<color rgb="FFFFFFFF"/>'),
    "<i/>" + _NAME.format(""),
    "<b/>" + _NAME.format("").replace("11", "14", 1),
)
_PLAIN, _BOLD, _BLUE, _GREY, _WHITE, _SLANTED, _LARGE = range(len(_FONTS))
_GROUNDS = ("FFE7E6E6", "FFC00000", "FFFFD966", "FFDDEBF7", "FFE2EFDA")
_HEAD_GROUND, _DARK, _AMBER, _LIGHT, _GREEN = range(2, 2 + len(_GROUNDS))
_SIDES = ("left", "right", "top", "bottom")
_BORDERS = ("", "thin", "medium", "dashed", "dotted")
_NONE, _THIN, _MEDIUM, _DASHED, _DOTTED = range(len(_BORDERS))

_LOOKS: dict[Style, _Look] = {
    Style.PLAIN: _Look(),
    Style.HEAD: _Look(_BOLD, _HEAD_GROUND, _THIN, True, True),
    Style.GROUP: _Look(_BOLD, _HEAD_GROUND, _THIN, True, True),
    Style.WRAP: _Look(wrap=True),
    Style.LINK: _Look(_BLUE),
    Style.QUIET: _Look(_GREY, centered=True),
    Style.GOOD: _Look(_PLAIN, _GREEN),
    Style.ERROR: _Look(_WHITE, _DARK, _MEDIUM),
    Style.WARNING: _Look(_BOLD, _AMBER, _DASHED),
    Style.INFO: _Look(_SLANTED, _LIGHT, _DOTTED),
    Style.ERRORS: _Look(_WHITE, _DARK, _MEDIUM, centered=True),
    Style.WARNINGS: _Look(_BOLD, _AMBER, _DASHED, centered=True),
    Style.INFOS: _Look(_SLANTED, _LIGHT, _DOTTED, centered=True),
    Style.SAME_CAUSE: _Look(_PLAIN, 0, _THIN, centered=True),
    Style.OPEN: _Look(_BOLD, 0, _DASHED, centered=True),
    Style.TITLE: _Look(_LARGE),
    Style.MIDDLE: _Look(centered=True),
}

WRAPPED = frozenset(style for style, look in _LOOKS.items() if look.wrap)
"""The looks in which a text goes on in the next line of its cell."""

GUARDED = len(Style)
"""Added to the number of a format: a text that stays one when it is edited (quotePrefix)."""

_FIRST_OWN = 164
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def styles(units: Mapping[Style, str]) -> str:
    """``xl/styles.xml``; numbers in a format of ``units`` are shown after its word: 错误 2."""
    own = {style: _FIRST_OWN + at for at, style in enumerate(sorted(units))}
    formats = "".join(
        f'<numFmt numFmtId="{own[style]}" formatCode={quoteattr(_shown(units[style]))}/>'
        for style in sorted(units)
    )
    numbers = f'<numFmts count="{len(own)}">{formats}</numFmts>' if own else ""
    fonts = "".join(f"<font>{font}</font>" for font in _FONTS)
    grounds = "".join(
        f'<fill><patternFill patternType="solid"><fgColor rgb="{colour}"/></patternFill></fill>'
        for colour in _GROUNDS
    )
    borders = "".join(f"<border>{_border(line)}</border>" for line in _BORDERS)
    cells = "".join(
        _format(_LOOKS[style], own.get(style, 0), guarded=guarded)
        for guarded in (False, True)
        for style in Style
    )
    return (
        f'<styleSheet xmlns="{_MAIN}">{numbers}<fonts count="{len(_FONTS)}">{fonts}</fonts>'
        f'<fills count="{len(_GROUNDS) + 2}"><fill><patternFill patternType="none"/></fill>'
        f'<fill><patternFill patternType="gray125"/></fill>{grounds}</fills>'
        f'<borders count="{len(_BORDERS)}">{borders}</borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs>'
        f'<cellXfs count="{2 * len(Style) + 1}"><xf xfId="0"/>{cells}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
        "</styleSheet>"
    )


def _shown(unit: str) -> str:
    return '"' + unit.replace('"', "") + ' "0'


def _border(line: str) -> str:
    return "".join(
        f'<{side} style="{line}"><color auto="1"/></{side}>' if line else f"<{side}/>"
        for side in _SIDES
    )


def _format(look: _Look, number: int, *, guarded: bool) -> str:
    across = ' horizontal="center"' if look.centered else ""
    wrap = ' wrapText="1"' if look.wrap else ""
    kept = ' quotePrefix="1"' if guarded else ""
    return (
        f'<xf xfId="0" numFmtId="{number}" fontId="{look.font}" fillId="{look.fill}"'
        f' borderId="{look.border}" applyNumberFormat="1" applyFont="1" applyFill="1"'
        f' applyBorder="1" applyAlignment="1"{kept}>'
        f'<alignment vertical="top"{across}{wrap}/></xf>'
    )
