"""Bring a text to one form, character by character, so that offsets stay what they are."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lint_disclosure.report.text_match import compiled

_DOUBLE_QUOTES = "“”„‟「」『』＂"
_SINGLE_QUOTES = "‘’‚‛＇"
_DASHES = "—–―‐‑‒−－﹣﹘"
_BLANKS = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c"
    "\u200d\u202f\u205f\u2060\u3000\ufeff\t\x0b\x0c"
)
_SIGNS = f"[！-～{re.escape(_DOUBLE_QUOTES + _SINGLE_QUOTES + _DASHES + _BLANKS)}]"


class Folding:
    """Folds texts; ``characters`` maps variant and traditional characters to the forms' own."""

    def __init__(self, characters: Mapping[str, str]) -> None:
        table = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
        for variants, standard in (
            (_DOUBLE_QUOTES, '"'),
            (_SINGLE_QUOTES, "'"),
            (_DASHES, "-"),
            (_BLANKS, " "),
        ):
            table.update(dict.fromkeys(variants, standard))
        self._table = {**characters, **table}
        self._characters = f"[{re.escape(''.join(characters))}]" if characters else ""

    def fold(self, text: str) -> str:
        """The text with every variant replaced: one character by one, so that offsets stay."""
        variants = set(compiled(_SIGNS).findall(text))
        if self._characters:
            variants.update(compiled(self._characters).findall(text))
        for variant in variants:
            text = text.replace(variant, self._table[variant])
        return text


WIDTHS = Folding({})
"""Folds widths, quotes, dashes and blanks only: for the texts of forms and rules."""


PINYIN = re.compile(r"\([a-zà-öø-ÿāēěīńňōūǎǐǒǔǖǘǚǜü]{1,8}\)")
_DROPPED = str.maketrans("", "", "\"'*#")


def bare(folded: str) -> str:
    """A label without blanks, quotes, marks of Markdown and closing punctuation."""
    return "".join(folded.split()).translate(_DROPPED).strip("。:;,、|")
