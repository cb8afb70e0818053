"""What styles say of a paragraph and a run: automatic numbering, and text that is hidden."""

from __future__ import annotations

import re
from typing import NamedTuple
from xml.etree.ElementTree import Element

from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.names import (
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    VAL,
    is_on,
    w,
)
from lint_disclosure.reading.package import parse
from lint_disclosure.reading.unreadable import too_much

MAX_STYLES = 5_000
"""Styles that a document uses; Word itself takes no more than 4079."""

_LONGEST_CHAIN = 64
_LONGEST_TAG = 10_000
_FEW = 64
_DEFAULT = "default="
_PARAGRAPHS = re.compile(r"""[\s:]type\s*=\s*["']paragraph["']""")
_STYLE_ID = re.compile(r"""[\s:]styleId\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_STYLE = re.compile(r"<((?:\w+:)?style)\s")
_TAG = re.compile(r"<(?:\w+:)?style\s[^<>]*>")
_ROOT = re.compile(r"<((?:\w+:)?styles)(?:\s[^>]*)?>")
_BASED_ON = w("basedOn")
_NUMBERING = w("numPr")
_NUMBER_ID = w("numId")
_LEVEL = w("ilvl")
_HIDDEN = w("vanish")


class Style(NamedTuple):
    """What a style itself says; None for what it leaves to the style that it is based on."""

    based_on: str | None
    number_id: str | None
    level: str | None
    hidden: bool | None


class Resolved(NamedTuple):
    """What holds with a style, whose ``names`` it takes: itself and all that it is based on."""

    names: tuple[str, ...] = ()
    number_id: str | None = None
    level: str | None = None
    hidden: bool = False


_NOTHING = Resolved()


class Styles:
    """The styles of a document. Few of many are used: each is found and parsed alone."""

    def __init__(self, text: str) -> None:
        """``text`` is the part with the styles; empty without one.

        ``plain`` is what holds for a paragraph that names no style, ``hide`` whether any style
        hides text.
        """
        self.hide = "vanish" in text
        self._text = text
        self._sources: dict[str, str | None] = {}
        self._resolved: dict[str, Resolved] = {}
        root = _ROOT.search(text) if self.hide or "numPr" in text else None
        if root is not None and len(root[0]) > _LONGEST_TAG:
            raise damaged()
        self._root = None if root is None else (root[0], f"</{root[1]}>")
        self._places: dict[str, int] = {}
        default = self._named_default()
        self.plain = _NOTHING if default is None else self.named(default)

    def _named_default(self) -> str | None:
        """The id of the style of paragraphs that name none."""
        if self._root is None:
            return None
        text, at = self._text, 0
        while (at := text.find(_DEFAULT, at + 1)) >= 0:
            begin = text.rfind("<", max(0, at - _LONGEST_TAG), at)
            tag = text[begin : at + _LONGEST_TAG].partition(">")[0]
            named = _STYLE_ID.search(tag)
            if named and _STYLE.match(tag) and _PARAGRAPHS.search(tag):
                return named[1] or named[2]
        return None

    def _source(self, name: str) -> str | None:
        """The style of this id as it is written; None without one."""
        if self._root is None:
            return None
        if name not in self._sources:
            self._sources[name] = self._find(name)
        return self._sources[name]

    def _find(self, name: str) -> str | None:
        """Look for a style in the text, or, once there are many to look for, in a list of all."""
        text = self._text
        if len(self._sources) == _FEW and not self._places:
            self._places = {
                named[1] or named[2]: tag.start()
                for tag in _TAG.finditer(text)
                if (named := _STYLE_ID.search(tag[0]))
            }
        if len(self._sources) > MAX_STYLES:
            zh, en = f"用了超过 {MAX_STYLES} 种样式", f"more than {MAX_STYLES} styles are used"
            raise too_much(zh, en)
        written = name.replace("&", "&amp;").replace("<", "&lt;")
        begin = self._places.get(written, -1) if self._places else _begin(text, written)
        style = _STYLE.match(text, begin) if begin >= 0 else None
        if style is None:
            return None
        closing = f"</{style[1]}>"
        end = text.find(closing, begin)
        if end < 0:
            raise damaged()
        return text[begin:end] + closing

    def of_paragraph(self, name: str | None) -> Resolved:
        """What holds for a paragraph with this style, or with the default one."""
        if self._root is None or name is None or self._source(name) is None:
            return self.plain
        return self.named(name)

    def named(self, name: str) -> Resolved:
        """What holds with the style of this id; nothing when there is none."""
        found = self._resolved.get(name)
        if found is None:
            found = self._resolved[name] = self._resolve(name)
        return found

    def _resolve(self, name: str) -> Resolved:
        names: list[str] = []
        number_id = level = None
        hidden: bool | None = None
        at: str | None = name
        while at is not None and at not in names and len(names) < _LONGEST_CHAIN:
            source = self._source(at)
            if source is None:
                break
            names.append(at)
            style = self._parsed(source)
            number_id = style.number_id if number_id is None else number_id
            level = style.level if level is None else level
            hidden = style.hidden if hidden is None else hidden
            at = style.based_on
        return Resolved(tuple(names), number_id, level, bool(hidden))

    def _parsed(self, source: str) -> Style:
        begin, end = self._root or ("", "")
        element = parse(f"{begin}{source}{end}", damaged)[0]
        based_on = element.find(_BASED_ON)
        numbering = element.find(f"{PARAGRAPH_PROPERTIES}/{_NUMBERING}")
        number_id = level = None
        if numbering is not None:
            number_id = _val(numbering.find(_NUMBER_ID))
            level = _val(numbering.find(_LEVEL))
        vanish = element.find(f"{RUN_PROPERTIES}/{_HIDDEN}")
        hidden = None if vanish is None else is_on(vanish.get(VAL))
        return Style(_val(based_on), number_id, level, hidden)


def _val(element: Element | None) -> str | None:
    return None if element is None else element.get(VAL)


def _begin(text: str, name: str) -> int:
    """Where the style with this id begins; -1 without one."""
    for quoted in (f'styleId="{name}"', f"styleId='{name}'"):
        at = text.find(quoted)
        if at >= 0:
            return text.rfind("<", max(0, at - _LONGEST_TAG), at)
    return -1
