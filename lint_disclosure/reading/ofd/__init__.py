"""OFD (GB/T 33190): a zip of XML with characters and lines at places, read as printed pages."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from lint_disclosure.document import Document
from lint_disclosure.reading.blocks import assemble
from lint_disclosure.reading.ofd.content import MILLIMETRE, Content, child, children, numbers
from lint_disclosure.reading.package import Package, beside
from lint_disclosure.reading.pages.flow import blocks_of
from lint_disclosure.reading.pages.page import Page, Ruling
from lint_disclosure.reading.pages.places import PagePlaces
from lint_disclosure.reading.unreadable import UnreadableFile

MAX_PAGES = 200

_EXPERIMENTAL = (
    "OFD 的读取是试验性的，请核对读出的数字",
    "reading OFD is experimental; check the figures that were read",
)
_TOO_LONG = (
    f"OFD 的页数太多，只检查了前 {MAX_PAGES} 页",
    f"too many pages; only the first {MAX_PAGES} are checked",
)
_A4 = (0.0, 0.0, 210.0, 297.0)
_LEAST_WIDTH, _LEAST_HEIGHT = 0.3, 0.04


def read(name: str, data: bytes) -> Document:
    """The document of an OFD file; places are boxes on its pages. Raises UnreadableFile."""
    package = Package(data, _damaged)
    root = package.xml("OFD.xml")
    locations = [
        (one.text or "").strip()
        for body in children(root, "DocBody")
        for one in children(body, "DocRoot")
    ]
    if not locations:
        raise _damaged()
    pages: list[Page] = []
    more = False
    for location in locations:
        more = _document(package, beside("OFD.xml", location), pages) or more
    if not any(page.chars for page in pages):
        raise UnreadableFile(
            "OFD 里没有文字，可能是扫描件；请检查原始的 Word 文件",
            "the OFD holds no text, perhaps a scan; check the Word file it was made from",
        )
    notices = [_EXPERIMENTAL, *([_TOO_LONG] if more else [])]
    document = assemble(name, blocks_of(pages), PagePlaces, notices)
    return document._replace(truncated=True) if more else document


def _damaged() -> UnreadableFile:
    return UnreadableFile(
        "文件已损坏或不完整，请重新导出后再检查", "the file is damaged; export it again"
    )


def _document(package: Package, part: str, pages: list[Page]) -> bool:
    """Read the pages of one document; whether there are more than are read."""
    root = package.xml(part)
    common = child(root, "CommonData")
    area = _area(child(common, "PageArea"), _A4)
    templates = {
        one.get("ID", ""): beside(part, one.get("BaseLoc", ""))
        for one in children(common, "TemplatePage")
    }
    for one in children(child(root, "Pages"), "Page"):
        if len(pages) >= MAX_PAGES:
            return True
        page = package.xml(beside(part, one.get("BaseLoc", "")))
        pages.append(_page(package, len(pages) + 1, page, area, templates))
    return False


def _page(
    package: Package,
    number: int,
    root: Element,
    area: tuple[float, ...],
    templates: dict[str, str],
) -> Page:
    x, y, width, height = _area(child(root, "Area"), area)
    content = Content(x, y)
    for one in children(root, "Template"):
        part = templates.get(one.get("TemplateID", ""))
        if part and part in package:
            content.take(child(package.xml(part), "Content"))
    content.take(child(root, "Content"))
    width, height = width * MILLIMETRE, height * MILLIMETRE
    return Page(
        number,
        width,
        height,
        [
            char
            for char in content.chars
            if char.right > 0 and char.bottom > 0 and char.left < width and char.top < height
        ],
        [Ruling(*one) for one in content.strokes.across],
        [Ruling(*one) for one in content.strokes.down],
        [
            box
            for box in content.pictures
            if box[2] - box[0] >= _LEAST_WIDTH * width and box[3] - box[1] >= _LEAST_HEIGHT * height
        ],
    )


def _area(area: Element | None, usual: tuple[float, ...]) -> tuple[float, ...]:
    """Left, top, width and height of a page in millimetres."""
    box = child(area, "PhysicalBox")
    found = tuple(numbers(box.text if box is not None else ""))
    return found if len(found) == 4 and min(found[2:]) > 0 else usual
