"""PDF: characters and ruling lines at places, taken with PDFium, read as printed pages."""

from __future__ import annotations

from collections.abc import Sequence

from lint_disclosure.document import Document, Notice
from lint_disclosure.reading.blocks import assemble
from lint_disclosure.reading.pages.flow import blocks_of
from lint_disclosure.reading.pages.page import Box, Char, Page, Ruling
from lint_disclosure.reading.pages.places import PagePlaces
from lint_disclosure.reading.unreadable import UnreadableFile, needs_extra, too_much

try:
    from lint_disclosure.reading.pdf.opened import MAX_PAGES, RawPage, Taken, take
except ImportError:
    raise needs_extra("PDF 文件", "PDF files", "pdf") from None

_LEAST_WIDTH = 0.3
_LEAST_HEIGHT = 0.04
"""Of the page: what a picture must have to hold a table; a seal is smaller."""

_NUMBER_ALONE = 10
"""Characters that a scanned page may have, as its number."""

_COVERED = 0.3
"""Of a scanned page: what its pictures cover."""

_OUTLINES = 100
"""Bent shapes on a page without text that make it text drawn as outlines."""

_PROBLEMS = {
    "password": (
        "PDF 设有打开密码，请先取消密码，或检查原始的 Word 文件",
        "the PDF asks for a password; take it off first, or check the Word file it was made from",
    ),
    "security": (
        "PDF 的加密方式无法打开，请检查原始的 Word 文件",
        "the PDF is encrypted in a way that cannot be opened; check the Word file it was made from",
    ),
    "format": (
        "PDF 已损坏，无法打开；请重新导出，或检查原始的 Word 文件",
        "the PDF is damaged; export it again, or check the Word file it was made from",
    ),
    "broken": (
        "PDF 损坏或过于复杂，无法读出；请重新导出，或检查原始的 Word 文件",
        "the PDF is damaged or too intricate to read; export it again, or check the Word file it"
        " was made from",
    ),
    "empty": ("PDF 里没有页面", "the PDF has no pages"),
}


def read(name: str, data: bytes) -> Document:
    """The document of a PDF; places are boxes on its pages. Raises UnreadableFile."""
    taken = take(data)
    if taken.problem == "characters":
        raise too_much("PDF 里的字太多", "the PDF holds too many characters")
    if taken.problem:
        raise UnreadableFile(*_PROBLEMS[taken.problem])
    if taken.attachments and b"/Collection" in data:
        raise UnreadableFile(
            "这是 PDF 包，报告在它的附件里；请把附件另存后再检查",
            "a PDF portfolio; the report is one of the files in it: save it and check that",
        )
    raw = taken.pages
    scanned = [number for number, page in enumerate(raw, 1) if page and _is_scanned(page)]
    if not any(page.chars and not _is_scanned(page) for page in raw if page):
        raise _without_text(scanned)
    pages = [_page(number, page) for number, page in enumerate(raw, 1) if page]
    document = assemble(name, blocks_of(pages), PagePlaces, _notices(taken, scanned))
    lost = not all(raw) or taken.repaired or taken.total > len(raw)
    return document._replace(truncated=True) if lost else document


def _without_text(scanned: Sequence[int]) -> UnreadableFile:
    if not scanned:
        return UnreadableFile("PDF 里没有文字", "the PDF holds no text")
    return UnreadableFile(
        "PDF 里只有图片，没有文字（扫描件）；请检查原始的 Word 文件，或先做文字识别（OCR）",
        "the PDF holds pictures and no text (a scan); check the Word file it was made from,"
        " or recognise its text (OCR) first",
    )


def _page(number: int, raw: RawPage) -> Page:
    pictures = [
        box
        for box in raw.pictures
        if box[2] - box[0] >= _LEAST_WIDTH * raw.width
        and box[3] - box[1] >= _LEAST_HEIGHT * raw.height
    ]
    if _is_scanned(raw):
        pictures = [(0.0, 0.0, raw.width, raw.height)]
    return Page(
        number,
        raw.width,
        raw.height,
        [Char(*char) for char in raw.chars],
        [Ruling(*one) for one in raw.across],
        [Ruling(*one) for one in raw.down],
        pictures,
    )


def _is_scanned(page: RawPage) -> bool:
    """Whether the page has no text but its number, and a picture or text drawn as outlines."""
    if len(page.chars) > _NUMBER_ALONE:
        return False
    covered = sum(_area(box) for box in page.pictures)
    return covered >= _COVERED * page.width * page.height or page.curves >= _OUTLINES


def _area(box: Box) -> float:
    return (box[2] - box[0]) * (box[3] - box[1])


def _notices(taken: Taken, scanned: Sequence[int]) -> list[Notice]:
    """What the user should know of the reading."""
    pages = list(enumerate(taken.pages, 1))
    lost = [number for number, page in pages if page is None]
    hidden = [number for number, page in pages if page and page.hidden]
    fields = [number for number, page in pages if page and page.fields]
    crowded = [number for number, page in pages if page and page.too_much]
    unknown = sum(page.unknown for page in taken.pages if page)
    found: list[Notice] = []
    if taken.total > MAX_PAGES:
        found.append(
            (
                f"PDF 有 {taken.total} 页，只检查了前 {MAX_PAGES} 页",
                f"of {taken.total} pages only the first {MAX_PAGES} are checked",
            )
        )
    if taken.repaired:
        found.append(
            (
                "PDF 已损坏或不完整，只检查了能读出的部分",
                "the PDF is damaged or incomplete; what can be read of it is checked",
            )
        )
    for numbers, zh, en in (
        (lost, "无法读出，没有检查", "cannot be read and are not checked"),
        (
            scanned,
            "是图片，没有文字，没有检查；请核对原始的 Word 文件",
            "are pictures without text and not checked; look at the Word file it was made from",
        ),
        (
            hidden,
            "含有看不见的文字（多为扫描件的识别文字），可能有识别错误",
            "hold text that is not shown (mostly recognised from a scan), which may be wrong",
        ),
        (
            fields,
            "有表单域或批注文字，其中的内容没有检查；请打印成新的 PDF 后再检查",
            "have form fields or notes with text, which is not checked; print to a new PDF first",
        ),
        (crowded, "内容过多，只检查了一部分", "hold too much; only a part is checked"),
    ):
        if numbers:
            listed = "、".join(map(str, numbers))
            found.append((f"第 {listed} 页{zh}", f"pages {', '.join(map(str, numbers))} {en}"))
    if unknown:
        found.append(
            (
                f"有 {unknown} 个字符在 PDF 中没有文字编码，读作“\ufffd”",
                f"{unknown} characters have no text in the PDF and are read as “\ufffd”",
            )
        )
    if taken.attachments:
        found.append(
            (
                f"PDF 带有 {taken.attachments} 个附件，没有检查",
                f"{taken.attachments} files attached to the PDF are not checked",
            )
        )
    return found
