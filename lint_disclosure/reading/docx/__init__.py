"""Word files (.docx, .docm, .dotx): what Word shows once tracked changes are accepted."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.document import Document
from lint_disclosure.reading.blocks import assemble
from lint_disclosure.reading.docx.body import Body
from lint_disclosure.reading.docx.damaged import damaged
from lint_disclosure.reading.docx.names import BODY, ID, transitional, w
from lint_disclosure.reading.docx.numbering import Numbering
from lint_disclosure.reading.docx.paragraph import PICTURE, Paragraphs
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
    root = _root(package, part)
    reader = body_reader(package, part)
    document = assemble(name, reader.read(_body(root)), WordOrigins, reader.notices)
    if not document.lines:
        raise _without_text(document)
    return document


def _body(root: Element) -> Element:
    """The body in the root element of a document."""
    body = root.find(BODY)
    if root.tag != w("document") or body is None:
        raise damaged()
    return body


def body_reader(package: Package, part: str, paragraphs: type[Paragraphs] = Paragraphs) -> Body:
    """What reads the body of a document, with all that it needs of the other parts."""
    related: dict[str, str] = {}
    for relation in package.relations(part):
        related.setdefault(relation.kind, relation.target)

    def parsed(kind: str) -> Element | None:
        return _root(package, related[kind]) if kind in related else None

    styles = Styles(transitional(package.text(related["styles"])) if "styles" in related else "")
    return Body(
        styles,
        Numbering(lambda: parsed("numbering"), styles),
        _ids(parsed("comments"), "comment").keys(),
        {
            (kind, note): element
            for kind in ("footnote", "endnote")
            for note, element in _ids(parsed(f"{kind}s"), kind).items()
        },
        paragraphs,
    )


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
