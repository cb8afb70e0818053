"""Word files (.docx, .docm, .dotx): what Word shows once tracked changes are accepted."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.document import Document
from lint_disclosure.reading.blocks import assemble
from lint_disclosure.reading.docx.body import Body
from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.line import Line
from lint_disclosure.reading.docx.names import BODY, ID, transitional, w
from lint_disclosure.reading.docx.numbering import Numbering
from lint_disclosure.reading.docx.paragraph import PICTURE
from lint_disclosure.reading.docx.place import WordOrigins
from lint_disclosure.reading.docx.styles import Styles
from lint_disclosure.reading.package import Package
from lint_disclosure.reading.unreadable import UnreadableFile


def read(name: str, data: bytes) -> Document:
    """The document of a Word file (ECMA-376, ISO/IEC 29500; transitional and strict).

    ``data`` is the whole file. The text is what Word shows once tracked changes are accepted, with
    automatic numbers, without headers and footers; places are WordSpots. Marks: ``picture``,
    ``comment`` and ``tracked_change``. Raises UnreadableFile.
    """
    package = Package(data, damaged)
    part = main_part(package)
    reader, body, _ = _opened(package, part, Line)
    document = assemble(name, reader.read(body), WordOrigins, reader.notices)
    if not document.lines:
        raise _without_text(document)
    return document


def read_lines(package: Package, new_line: type[Line]) -> Element:
    """Read a Word file with lines of this kind, and give the root of its document.

    They are told the element of each paragraph, and of each text in it. Raises UnreadableFile.
    """
    reader, body, root = _opened(package, main_part(package), new_line)
    reader.read(body)
    return root


def _opened(package: Package, part: str, new_line: type[Line]) -> tuple[Body, Element, Element]:
    """The reader, the body that it is to read, and the root of the document."""
    root = _root(package, part)
    body = root.find(BODY)
    if root.tag != w("document") or body is None:
        raise damaged()
    related: dict[str, str] = {}
    for relation in package.relations(part):
        related.setdefault(relation.kind, relation.target)

    def parsed(kind: str) -> Element | None:
        return _root(package, related[kind]) if kind in related else None

    styles = Styles(transitional(package.text(related["styles"])) if "styles" in related else "")
    reader = Body(
        styles,
        Numbering(lambda: parsed("numbering"), styles),
        _ids(parsed("comments"), "comment").keys(),
        {
            (kind, note): element
            for kind in ("footnote", "endnote")
            for note, element in _ids(parsed(f"{kind}s"), kind).items()
        },
        new_line,
    )
    return reader, body, root


def main_part(package: Package) -> str:
    """The name of the part that holds the document."""
    for relation in package.relations(""):
        if relation.kind == "officeDocument":
            return relation.target
    raise damaged()


def _root(package: Package, part: str) -> Element:
    """The root element of a part, with the names of transitional OOXML."""
    return package.parsed(transitional(package.text(part)))


def _ids(root: Element | None, kind: str) -> dict[str, Element]:
    """The comments or notes of a part by their ids."""
    if root is None:
        return {}
    return {element.get(ID, ""): element for element in root.iter(w(kind))}


def _without_text(document: Document) -> UnreadableFile:
    """The error of a file without text, which may be one of pictures."""
    if any(feature.kind == PICTURE for feature in document.features):
        return UnreadableFile(
            "文件里只有图片，没有可以检查的文字；请改用能选中文字的文件",
            "holds pictures only and no text that can be checked; use a file with text in it",
        )
    return UnreadableFile("文件里没有文字", "there is no text in the file")
