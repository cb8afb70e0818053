"""The runs of a paragraph: the text that Word shows once tracked changes are accepted."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection
from xml.etree.ElementTree import Element

from lint_disclosure.reading.blocks import Mark
from lint_disclosure.reading.docx.changes import TRACKED, Changes
from lint_disclosure.reading.docx.equation import linear
from lint_disclosure.reading.docx.line import Line, Paragraph
from lint_disclosure.reading.docx.names import (
    ALTERNATIVES,
    CONTROL,
    CONTROL_CONTENT,
    DELETED,
    ID,
    INSERTED,
    MOVED_AWAY,
    MOVED_HERE,
    PARAGRAPH_PROPERTIES,
    RUN,
    RUN_PROPERTIES,
    TEXT,
    TEXT_BOX,
    VAL,
    VML,
    is_on,
    m,
    w,
)
from lint_disclosure.reading.docx.nesting import Depth, alternative
from lint_disclosure.reading.docx.numbering import Numbering
from lint_disclosure.reading.docx.pictures import is_picture
from lint_disclosure.reading.docx.place import Anchor, Container, Note
from lint_disclosure.reading.docx.properties import PLAIN, Properties, properties
from lint_disclosure.reading.docx.styles import Resolved, Styles

COMMENT = "comment"
PICTURE = "picture"

_RUN_STYLE = w("rStyle")
_HIDDEN = w("vanish")
_FIELD = w("fldChar")
_FIELD_PART = w("fldCharType")
_BREAK_KIND = w("type")
_SIGN = w("char")
_WORD_ART = f"{{{VML}}}textpath"
_BLANKS = str.maketrans("\n\r\t", "   ")


class Paragraphs:
    """Reads paragraphs in the order of the document; numbers, fields and changes run on in it."""

    def __init__(
        self,
        styles: Styles,
        numbering: Numbering,
        comments: Collection[str],
        box: Callable[[Element, Anchor], None],
        new_line: type[Line] = Line,
    ) -> None:
        """``comments`` are the ids of those there are; ``box`` takes what text boxes hold."""
        self._new_line = new_line
        self._styles = styles
        self._numbering = numbering
        self._comments = set(comments)
        self._box = box
        self.depth = Depth()
        self.changes = Changes()
        self.notes: deque[Note] = deque()
        self.pending: list[Mark] = []
        self._line = Line(Container())
        self._fields: list[bool] = []
        self._silent = 0
        self._hidden = False

    def read(self, element: Element, container: Container) -> Paragraph:
        """The next paragraph of a container."""
        container.paragraphs += 1
        outer = self._line, self._fields, self._silent, self._hidden
        line = self._line = self._new_line(container, element)
        self._fields, self._silent = [], 0
        for mark in self.pending:
            line.mark(mark.kind, mark.amount)
        self.pending = []
        found, style = PLAIN, self._styles.plain
        self._hidden = style.hidden
        for child in element:
            tag = child.tag
            if tag == RUN:
                self._run(child)
            elif tag == PARAGRAPH_PROPERTIES:
                found = properties(child)
                style = self._styles.of_paragraph(found.style)
                self._hidden = style.hidden
            else:
                handle = _HANDLERS.get(tag)
                if handle is not None:
                    handle(self, child)
        joined = self.changes.end(found.end, line)
        items = line.finished()
        number = "" if joined else self._number(found, style, line.length)
        self._line, self._fields, self._silent, self._hidden = outer
        return Paragraph(items, number, joined, line.length == 0)

    def _number(self, found: Properties, style: Resolved, length: int) -> str:
        """The number of a paragraph; what shows nothing and has its end hidden is not counted."""
        if found.number_id is None and style.number_id is None:
            return ""
        if length == 0 and self._hides(found.end):
            return ""
        return self._numbering.next(found.number_id, found.level, style)

    def change_ahead(self, element: Element) -> None:
        """Note a change of a row or cell; it is marked in the paragraph that is read next."""
        if self.changes.is_new(element):
            self.pending.append(Mark(TRACKED))

    def comment_ahead(self, element: Element) -> None:
        """Note a comment that begins between two paragraphs."""
        if self._is_new(element):
            self.pending.append(Mark(COMMENT))

    def _is_new(self, element: Element) -> bool:
        """Whether a comment is there, and was not noted before."""
        name = element.get(ID, "")
        if name not in self._comments:
            return False
        self._comments.discard(name)
        return True

    def _walk(self, element: Element) -> None:
        with self.depth:
            for child in element:
                handle = _HANDLERS.get(child.tag)
                if handle is not None:
                    handle(self, child)

    def _run(self, run: Element) -> None:
        changes = self.changes
        changes.last = changes.inside
        hidden = self._hidden
        for child in run:
            tag = child.tag
            if tag == TEXT:
                if child.text and not hidden:
                    self._show(child.text, child)
            elif tag == RUN_PROPERTIES:
                hidden = self._hides(child)
                changes.format(child, self._line)
            elif not hidden or tag == _FIELD:
                handle = _HANDLERS.get(tag)
                if handle is not None:
                    handle(self, child)

    def _hides(self, properties: Element | None) -> bool:
        if properties is None:
            return self._hidden
        vanish = properties.find(_HIDDEN)
        if vanish is not None:
            return is_on(vanish.get(VAL))
        if self._styles.hide:
            style = properties.find(_RUN_STYLE)
            if style is not None and self._styles.named(style.get(VAL, "")).hidden:
                return True
        return self._hidden

    def _show(self, text: str, element: Element) -> None:
        if not self._silent:
            if not text.isprintable():
                text = text.translate(_BLANKS)
            self._line.text(text, element)

    def _show_text(self, element: Element) -> None:
        self._show(element.text or "", element)

    def _show_tab(self, element: Element) -> None:
        if not self._silent:
            self._line.text("\t", element)

    def _show_hyphen(self, element: Element) -> None:
        self._show("-", element)

    def _show_break(self, element: Element) -> None:
        """A new line; the break of a page or column is no character of the text."""
        if not self._silent:
            self._line.end_line(int(element.get(_BREAK_KIND) not in ("page", "column")))

    def _show_sign(self, element: Element) -> None:
        """A sign by its code; in a font of signs that is one of the private codes."""
        try:
            code = int(element.get(_SIGN, ""), 16)
        except ValueError:
            return
        if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000:
            self._show(chr(code), element)

    def _show_equation(self, element: Element) -> None:
        self.changes.last = self.changes.inside
        self._show(linear(element), element)

    def _field(self, element: Element) -> None:
        """Of a field its result is shown: what stands between its second sign and its third."""
        part = element.get(_FIELD_PART)
        if part == "begin":
            self._fields.append(True)
            self._silent += 1
        elif self._fields:
            self._silent -= self._fields.pop()
            if part == "separate":
                self._fields.append(False)

    def _come(self, element: Element) -> None:
        with self.changes.within(element, self._line):
            self._walk(element)

    def _gone(self, element: Element) -> None:
        with self.changes.within(element, self._line):
            pass

    def _comment(self, element: Element) -> None:
        if self._is_new(element):
            self._line.mark(COMMENT)

    def _footnote(self, element: Element) -> None:
        self.notes.append(Note("footnote", element.get(ID, ""), self._line.here()))

    def _endnote(self, element: Element) -> None:
        self.notes.append(Note("endnote", element.get(ID, ""), self._line.here()))

    def _alternatives(self, element: Element) -> None:
        chosen = alternative(element)
        if chosen is not None:
            self._walk(chosen)

    def _drawing(self, element: Element) -> None:
        """Pictures and text boxes, however deep they lie in shapes and groups."""
        with self.depth:
            for child in element:
                tag = child.tag
                if tag == TEXT_BOX:
                    self._box(child, self._line.here())
                elif tag == ALTERNATIVES:
                    chosen = alternative(child)
                    if chosen is not None:
                        self._drawing(chosen)
                elif tag == _WORD_ART:
                    self._show(child.get("string", ""), child)
                else:
                    if is_picture(child):
                        self._line.mark(PICTURE)
                    self._drawing(child)


_HANDLERS: dict[str, Callable[[Paragraphs, Element], None]] = {
    RUN: Paragraphs._run,
    INSERTED: Paragraphs._come,
    MOVED_HERE: Paragraphs._come,
    DELETED: Paragraphs._gone,
    MOVED_AWAY: Paragraphs._gone,
    TEXT: Paragraphs._show_text,
    m("oMath"): Paragraphs._show_equation,
    w("tab"): Paragraphs._show_tab,
    w("ptab"): Paragraphs._show_tab,
    w("noBreakHyphen"): Paragraphs._show_hyphen,
    w("br"): Paragraphs._show_break,
    w("cr"): Paragraphs._show_break,
    w("sym"): Paragraphs._show_sign,
    _FIELD: Paragraphs._field,
    w("commentRangeStart"): Paragraphs._comment,
    w("commentReference"): Paragraphs._comment,
    w("footnoteReference"): Paragraphs._footnote,
    w("endnoteReference"): Paragraphs._endnote,
    ALTERNATIVES: Paragraphs._alternatives,
    w("drawing"): Paragraphs._drawing,
    w("pict"): Paragraphs._drawing,
    w("object"): Paragraphs._drawing,
    **dict.fromkeys(
        (
            CONTROL,
            CONTROL_CONTENT,
            m("oMathPara"),
            w("customXml"),
            w("smartTag"),
            w("hyperlink"),
            w("fldSimple"),
            w("dir"),
            w("bdo"),
            w("ruby"),
            w("rubyBase"),
        ),
        Paragraphs._walk,
    ),
}
