"""Annotated files as independent libraries see them: what each comment says, and at which words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import docx
import openpyxl
import pdfplumber
from docx.oxml.ns import qn
from justhtml import JustHTML

AUTHOR = "disclosure-lint"


class Seen(NamedTuple):
    """A comment: its lines, the words that it is fixed to, and the text of the row round them."""

    lines: tuple[str, ...]
    words: str
    around: str


def in_docx(data: bytes) -> list[Seen]:
    """Comments by python-docx, in the order of their ids."""
    file = docx.Document(io.BytesIO(data))
    found: dict[int, Seen] = {}
    texts = {
        one.comment_id: tuple(paragraph.text for paragraph in one.paragraphs)
        for one in file.comments
        if one.author == AUTHOR
    }
    open_: dict[int, list[str]] = {}
    rows: dict[int, str] = {}
    references: list[int] = []
    for element in file.element.body.iter():
        number = int(element.get(qn("w:id"), "-1")) if "omment" in str(element.tag) else -1
        if element.tag == qn("w:commentRangeStart"):
            open_[number] = []
            paragraph = next(element.iterancestors(qn("w:p")))
            row = next(element.iterancestors(qn("w:tr")), paragraph)
            rows[number] = "|".join(
                "".join(text.text or "" for text in cell.iter(qn("w:t")))
                for cell in (row.findall(qn("w:tc")) or [row])
            )
        elif element.tag == qn("w:commentRangeEnd"):
            found[number] = Seen(texts.get(number, ()), "".join(open_.pop(number)), rows[number])
        elif element.tag == qn("w:commentReference"):
            references.append(number)
        elif element.tag == qn("w:t"):
            for parts in open_.values():
                parts.append(element.text or "")
    assert not open_
    assert sorted(references) == sorted(found)
    return [found[number] for number in sorted(texts)]


def in_xlsx(data: bytes) -> list[Seen]:
    """Comments by openpyxl, sheet by sheet."""
    found: list[Seen] = []
    for sheet in openpyxl.load_workbook(io.BytesIO(data)):
        for row in sheet.iter_rows():
            around = "|".join("" if cell.value is None else str(cell.value) for cell in row)
            for cell in row:
                if cell.comment and cell.comment.author == AUTHOR:
                    words = "" if cell.value is None else str(cell.value)
                    found += [
                        Seen(tuple(text.split("\n")), words, around)
                        for text in cell.comment.text.split("\n\n")
                    ]
    return found


def in_html(data: bytes) -> list[Seen]:
    """Marks by justhtml, by the numbers of the notes that they are for."""
    root = _page(data)
    words: dict[int, list[str]] = {}
    rows: dict[int, str] = {}
    listed: list[tuple[str, ...]] = []
    for node in _walk(root):
        attributes = getattr(node, "attrs", None) or {}
        if attributes.get("class") != AUTHOR:
            continue
        if node.name == "aside":
            items = [one for one in _walk(node) if one.name == "li"]
            listed = [tuple(_lines(one)) for one in items]
            continue
        for number in map(int, attributes["data-notes"].split()):
            words.setdefault(number, []).append(_text(node))
            row = node
            while row is not None and row.name != "tr":
                row = row.parent
            cells = row.children if row is not None else ()
            rows.setdefault(number, "|".join(_text(cell) for cell in cells))
    return [
        Seen(lines, "".join(words.get(number, ())), rows.get(number, ""))
        for number, lines in enumerate(listed, 1)
    ]


def _page(data: bytes) -> Any:
    """The root of a page; justhtml itself does not know what gb2312 is."""
    text = data.decode("gb18030" if b"charset=gb2312" in data else "utf-8")
    return JustHTML(text, sanitize=False).root


def _lines(item: Any) -> list[str]:
    lines = [""]
    for node in _walk(item):
        if node.name == "br":
            lines.append("")
        elif node.name == "#text":
            lines[-1] += node.data
    return lines


def _walk(node: Any) -> Any:
    yield node
    for child in getattr(node, "children", None) or ():
        yield from _walk(child)


def _text(node: Any) -> str:
    return "".join(one.data for one in _walk(node) if one.name == "#text")


def in_pdf(data: bytes) -> list[Seen]:
    """Highlights by pdfplumber, page by page."""
    found: list[Seen] = []
    with pdfplumber.open(io.BytesIO(data)) as file:
        for page in file.pages:
            for one in page.annots:
                raw = one["data"]
                if one["title"] != AUTHOR:
                    continue
                points = [float(value) for value in raw["QuadPoints"]]
                words = ""
                for at in range(0, len(points), 8):
                    xs, ys = points[at : at + 8 : 2], points[at + 1 : at + 8 : 2]
                    top, bottom = page.height - max(ys), page.height - min(ys)
                    words += _within(page, min(xs), top, max(xs), bottom)
                around = _within(page, 0, one["top"], page.width, one["bottom"])
                found.append(Seen(tuple(one["contents"].split("\n")), words, around))
    return found


def _within(page: Any, left: float, top: float, right: float, bottom: float) -> str:
    """The characters whose middle lies in a box."""
    return "".join(
        char["text"]
        for char in page.chars
        if left <= (char["x0"] + char["x1"]) / 2 <= right
        and top <= (char["top"] + char["bottom"]) / 2 <= bottom
    )


# ---- what a file holds beside the comments


def docx_content(data: bytes) -> list[Any]:
    """Each paragraph's text with the look of every character, by python-docx."""
    file = docx.Document(io.BytesIO(data))
    found: list[Any] = []
    for paragraph in file.element.body.iter(qn("w:p")):
        looks: list[tuple[str, str]] = []
        for run in paragraph.iter(qn("w:r")):
            look = run.find(qn("w:rPr"))
            drawn = "" if look is None else look.xml
            text = "".join(one.text or "" for one in run.iter(qn("w:t")))
            looks += [(char, drawn) for char in text]
        properties = paragraph.find(qn("w:pPr"))
        found.append((None if properties is None else properties.xml, looks))
    return found


def xlsx_content(data: bytes) -> list[Any]:
    """Each cell's value and style, merged ranges and widths, by openpyxl."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [
        (
            sheet.title,
            str(sheet.merged_cells.ranges),
            sorted((key, one.width) for key, one in sheet.column_dimensions.items()),
            [[(cell.value, cell.style_id) for cell in row] for row in sheet.iter_rows()],
        )
        for sheet in book
    ]


def html_content(data: bytes) -> list[Any]:
    """The tags and the text of a page without marks and list, by justhtml."""
    out: list[Any] = []

    def walk(node: Any) -> None:
        attributes = getattr(node, "attrs", None) or {}
        own = attributes.get("class") == AUTHOR
        if own and node.name == "aside":
            return
        if node.name == "#text":
            if out and isinstance(out[-1], str):
                out[-1] += node.data
            elif node.data:
                out.append(node.data)
        elif not own:
            out.append((node.name, tuple(sorted((attributes or {}).items()))))
        for child in getattr(node, "children", None) or ():
            walk(child)
        if node.name != "#text" and not own:
            out.append(("/", node.name))

    walk(_page(data))
    return out


def pdf_content(data: bytes) -> list[Any]:
    """The characters of each page and their places, by pdfplumber."""
    with pdfplumber.open(io.BytesIO(data)) as file:
        return [
            [
                (one["text"], round(one["x0"], 2), round(one["top"], 2), one["fontname"])
                for one in page.chars
            ]
            for page in file.pages
        ]


def members(data: bytes) -> Mapping[str, tuple[int, bytes, Any]]:
    """The parts of a zip in order: place, compressed bytes as they lie, and time."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        found = {}
        for at, one in enumerate(file.infolist()):
            name, extra = data[one.header_offset + 26 : one.header_offset + 30][:2], b""
            skip = 30 + int.from_bytes(name, "little")
            skip += int.from_bytes(
                data[one.header_offset + 28 : one.header_offset + 30], "little"
            ) + len(extra)
            begin = one.header_offset + skip
            found[one.filename] = (at, data[begin : begin + one.compress_size], one.date_time)
        assert file.testzip() is None
        return found


OPEN: Mapping[str, Callable[[bytes], list[Seen]]] = {
    ".docx": in_docx,
    ".xlsx": in_xlsx,
    ".html": in_html,
    ".pdf": in_pdf,
}
CONTENT: Mapping[str, Callable[[bytes], list[Any]]] = {
    ".docx": docx_content,
    ".xlsx": xlsx_content,
    ".html": html_content,
    ".pdf": pdf_content,
}
CHANGED = {
    ".docx": {"word/document.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"},
    ".xlsx": {"[Content_Types].xml"},
}
"""Parts that may change; beside them sheets and their relationships, and parts of comments."""
