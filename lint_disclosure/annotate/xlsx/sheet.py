"""The comments of one sheet: their texts in one part, the boxes that show them in another."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence

from lint_disclosure.annotate.markup import Edit, Element, Markup, xml_text
from lint_disclosure.annotate.note import AUTHOR, Note
from lint_disclosure.annotate.parts import TRANSITIONAL, Parts, new_part
from lint_disclosure.annotate.refused import damaged
from lint_disclosure.annotate.xlsx.boxes import NEW_BOXES, boxes, boxes_at
from lint_disclosure.reading.spreadsheet.sheet import cell_name
from lint_disclosure.reading.spreadsheet.xlsx import at_of

_BEHIND = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems",
     "tableParts", "extLst")
)  # fmt: skip
"""What stands behind the reference to the boxes in a sheet."""

_COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_MOST = 8000
"""Characters of a comment; Excel takes 32767."""


def sheet_parts(parts: Parts) -> dict[str, str]:
    """The part of each sheet by its name."""
    package = parts.package
    book = next((one.target for one in package.relations("") if one.kind == "officeDocument"), None)
    if book is None:
        raise damaged()
    targets = {one.key: one.target for one in package.relations(book) if one.kind == "worksheet"}
    found: dict[str, str] = {}
    markup = parts.markup(book)
    for one in markup.root.iter(f"{_space(markup)}sheet"):
        key = next((value for name, value in one.attributes.items() if name.endswith("}id")), "")
        if key in targets:
            found.setdefault(one.attributes.get("name", ""), targets[key])
    return found


def _space(markup: Markup) -> str:
    return markup.root.name.partition("}")[0] + "}"


class Sheet:
    """One sheet."""

    def __init__(self, parts: Parts, part: str) -> None:
        self._parts = parts
        self._part = part
        found = (one.target for one in parts.package.relations(part) if one.kind == "comments")
        self._comments = next(found, None)

    def remove_own(self) -> None:
        """Take out the tool's comments and their boxes."""
        if self._comments is None:
            return
        markup = self._parts.markup(self._comments)
        own = [one for one in _all(markup) if _author(markup, one) == AUTHOR]
        if not own:
            return
        self._parts.put(self._comments, markup.edited(Edit(one.start, one.end, b"") for one in own))
        path = self._boxes_part(self._parts.markup(self._part))
        if path is not None:
            drawn = self._parts.markup(path)
            cells = {at_of(one.attributes.get("ref", "")) for one in own}
            found = boxes_at(drawn, cells)
            self._parts.put(path, drawn.edited(Edit(one.start, one.end, b"") for one in found))

    def add(self, wanted: Mapping[str, Sequence[Note]]) -> None:
        """Add a comment to each of these cells; one that has a comment is told beside it."""
        sheet = self._parts.markup(self._part)
        if self._comments is None:
            self._begin_comments(sheet)
        assert self._comments is not None
        markup = self._parts.markup(self._comments)
        taken = {at_of(one.attributes.get("ref", "")) for one in _all(markup)}
        texts: dict[tuple[int, int], str] = {}
        covered = _widths(sheet)
        for cell, notes in wanted.items():
            at = at_of(cell)
            place = _free(at, {*taken, *texts}, covered)
            text = "\n\n".join("\n".join(note.lines) for note in notes)
            texts[place] = text if place == at else f"→ {cell}\n{text}"
        self._write_comments(markup, texts)
        self._write_boxes(sheet, texts)

    def _begin_comments(self, sheet: Markup) -> None:
        parts = self._parts
        folder = posixpath.dirname(posixpath.dirname(self._part))
        self._comments = parts.free_name(posixpath.join(folder, "comments{}.xml"))
        space = _space(sheet)[1:-1]
        empty = f'<comments xmlns="{space}"><authors/><commentList/></comments>'
        parts.put(self._comments, new_part(empty))
        parts.relate(self._part, "comments", self._comments, "rIdDL")
        parts.say_type(self._comments, _COMMENTS_TYPE)

    def _write_comments(self, markup: Markup, texts: Mapping[tuple[int, int], str]) -> None:
        assert self._comments is not None
        space, prefix = _space(markup), markup.prefix(markup.root)
        authors = next(markup.root.iter(f"{space}authors"), None)
        listed = next(markup.root.iter(f"{space}commentList"), None)
        if authors is None or listed is None:
            raise damaged()
        names = [_text(markup, one) for one in authors.children]
        edits: list[Edit] = []
        if AUTHOR not in names:
            one = f"<{prefix}author>{AUTHOR}</{prefix}author>"
            edits.append(markup.appended(authors, one))
            names.append(AUTHOR)
        author = names.index(AUTHOR)
        new = "".join(
            f'<{prefix}comment ref="{cell_name(*at)}" authorId="{author}"><{prefix}text>'
            f'<{prefix}t xml:space="preserve">{xml_text(_short(text))}</{prefix}t>'
            f"</{prefix}text></{prefix}comment>"
            for at, text in texts.items()
        )
        edits.append(markup.appended(listed, new))
        self._parts.put(self._comments, markup.edited(edits))

    def _write_boxes(self, sheet: Markup, texts: Mapping[tuple[int, int], str]) -> None:
        parts = self._parts
        path = self._boxes_part(sheet)
        if path is None:
            folder = posixpath.dirname(posixpath.dirname(self._part))
            path = parts.free_name(posixpath.join(folder, "drawings", "vmlDrawing{}.vml"))
            parts.put(path, NEW_BOXES.encode())
            key = parts.relate(self._part, "vmlDrawing", path, "rIdDL")
            parts.say_type(path, _BOXES_TYPE)
            parts.put(self._part, sheet.edited([_reference(sheet, key)]))
        drawn = parts.markup(path)
        new = boxes(drawn, {at: text.count("\n") + 1 for at, text in texts.items()})
        parts.put(path, drawn.edited([drawn.appended(drawn.root, new)]))

    def _boxes_part(self, sheet: Markup) -> str | None:
        """The part with the boxes, if the sheet refers to one."""
        for one in sheet.root.children:
            if one.name == f"{_space(sheet)}legacyDrawing":
                key = next((v for name, v in one.attributes.items() if name.endswith("}id")), "")
                return self._parts.related(self._part, key)
        return None


def _all(markup: Markup) -> Iterator[Element]:
    return markup.root.iter(f"{_space(markup)}comment")


def _author(markup: Markup, comment: Element) -> str | None:
    authors = list(markup.root.iter(f"{_space(markup)}author"))
    number = comment.attributes.get("authorId", "")
    if number.isascii() and number.isdigit() and int(number[:9]) < len(authors):
        return _text(markup, authors[int(number)])
    return None


def _text(markup: Markup, element: Element) -> str:
    return markup.data[element.open_end : element.close].decode().strip()


def _short(text: str) -> str:
    return text if len(text) <= _MOST else text[: _MOST - 3] + "..."


def _widths(sheet: Markup) -> dict[tuple[int, int], int]:
    """The columns that each merged range takes, by the cell that it begins at."""
    found: dict[tuple[int, int], int] = {}
    for one in sheet.root.iter(f"{_space(sheet)}mergeCell"):
        first, _, last = one.attributes.get("ref", "").replace("$", "").partition(":")
        start = at_of(first)
        found[start] = at_of(last or first)[1] - start[1] + 1
    return found


def _free(
    at: tuple[int, int], taken: set[tuple[int, int]], covered: Mapping[tuple[int, int], int]
) -> tuple[int, int]:
    """The cell itself, or the next one to the right without a comment.

    A cell holds one comment, and a person's is never touched. ``covered`` has, by the place where
    each merged range begins, how many columns it takes.
    """
    row, column = at
    while (row, column) in taken:
        column += covered.get((row, column), 1)
    return row, column


def _reference(sheet: Markup, key: str) -> Edit:
    """The edit that lets a sheet refer to its boxes, at the place that the schema has for it."""
    space = _space(sheet)
    strict = "purl.oclc.org" in space
    base = "http://purl.oclc.org/ooxml/officeDocument/relationships" if strict else TRANSITIONAL
    prefix = sheet.prefix(sheet.root)
    new = f'<{prefix}legacyDrawing xmlns:r="{base}" r:id="{key}"/>'
    for one in sheet.root.children:
        if one.name.startswith(space) and one.name[len(space) :] in _BEHIND:
            return Edit(one.start, one.start, new.encode())
    return sheet.appended(sheet.root, new)
