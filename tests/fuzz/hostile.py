"""Files that are made to do harm, each small; and whole ones of every kind to damage."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

from tests.reading import test_ofd as ofd
from tests.reading.docx.written import cell, packed, paragraph, relations, row, table, word
from tests.reading.test_spreadsheet import _cell as ods_cell
from tests.reading.test_spreadsheet import _replaced as replaced
from tests.reading.test_spreadsheet import _with_sheet as with_sheet
from tests.reading.test_spreadsheet import ods
from tests.reading.workbook import report_cells, xls, xlsx

EXAMPLES = Path(__file__).parents[2] / "examples"
DEEP = 100_000
MILLION = 1_000_000

TOO_MUCH = "，不像一份年度报告的文本"
DTD = "文件含有不该有的 DTD 声明，为安全起见不予读取；请用原来的程序重新保存"
WORD = "文件不完整或已损坏，无法按 Word 文件打开；请用 Word 或 WPS 打开后重新保存，再检查"
SHEET = "表格文件已损坏或不完整，请用 Excel 或 WPS 打开后重新保存"
NESTED = f"表格、文本框或控件嵌套超过 100 层{TOO_MUCH}"
NO_REPORT = "看不出是政府信息公开工作年度报告，未检查"
PDF_BROKEN = "PDF 损坏或过于复杂，无法读出；请重新导出，或检查原始的 Word 文件"
PDF_DAMAGED = "PDF 已损坏，无法打开；请重新导出，或检查原始的 Word 文件"
PDF_BLANK = "PDF 里没有文字"

PAGE = "<!doctype html><p>年度报告</p>"
ROW = '<row r="1"><c r="A1"><v>6</v></c><c r="B1"><v>7</v></c></row>'


def example(suffix: str) -> bytes:
    return (EXAMPLES / f"clean.{suffix}").read_bytes()


def mht(page: str) -> bytes:
    message = EmailMessage()
    message["Subject"] = "report"
    message.set_content("-")
    message.add_alternative(page, subtype="html")
    return message.as_bytes()


def whole() -> dict[str, bytes]:
    """A file of each kind that is read, with a report or a little text in it."""
    return {
        "txt": example("txt"),
        "md": example("md"),
        "html": example("html"),
        "mht": mht(example("html").decode()),
        "docx": example("docx"),
        "pdf": example("pdf"),
        "ofd": ofd.zipped(ofd.parts(ofd.words(20, 20, "年度报告") + ofd.GRID + ofd.CELLS)),
        "xlsx": xlsx(report_cells()),
        "xls": xls(report_cells()),
        "ods": ods([ods_cell("年度报告")], [ods_cell("规章"), ods_cell("6")]),
    }


def zipped(*parts: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def pdf(*objects: str | bytes) -> bytes:
    """A PDF of these objects, numbered from 1; the first is its catalogue."""
    out = b"%PDF-1.7\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        body = content if isinstance(content, bytes) else content.encode()
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    return out + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, len(out))
    )


def pdf_stream(entries: str, content: bytes) -> bytes:
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries.encode(), len(content), content)


CATALOGUE = "<</Type/Catalog/Pages 2 0 R>>"
PAGES = "<</Type/Pages/Count 1/Kids[3 0 R]>>"


def pdf_page(entries: str) -> str:
    return f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]{entries}>>"


def _word_part(document: str | bytes, *more: tuple[str, str | bytes]) -> bytes:
    main = ("officeDocument", "word/document.xml")
    parts = (("_rels/.rels", relations(main)), ("word/document.xml", document))
    return zipped(*parts, *more)


def _document(data: bytes) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()


def _prefixed(data: bytes, name: str, head: str) -> bytes:
    """A package with something before the root element of one part."""

    def change(text: str) -> str:
        declared, mark, rest = text.rpartition("?>")
        return f"{declared}{mark}{head}{rest}" if declared.startswith("<?xml") else head + text

    return replaced(data, name, change)


def _lying_sizes() -> bytes:
    data = _word_part(_document(word(paragraph("甲") + " " * 100_000)))
    size = zipfile.ZipFile(io.BytesIO(data)).getinfo("word/document.xml").file_size
    return data.replace(struct.pack("<I", size), struct.pack("<I", 99))


def _overlapping() -> bytes:
    """All entries of the directory point to the first one."""
    data = bytearray(word(paragraph("甲")))
    at = first = data.index(b"PK\x01\x02")
    while at >= 0:
        data[at + 42 : at + 46] = data[first + 42 : first + 46]
        at = data.find(b"PK\x01\x02", at + 4)
    return bytes(data)


def entities(outside: str) -> str:
    """A document type with entities: some that double and double, one from a file or address."""
    doubled = "".join(f'<!ENTITY e{at} "&e{at - 1};&e{at - 1};">' for at in range(1, 40))
    return f'<!DOCTYPE x [<!ENTITY e0 "lol">{doubled}<!ENTITY o SYSTEM "{outside}">]>'


def _ods(change: Callable[[str], str]) -> bytes:
    return replaced(ods([ods_cell("甲")], [ods_cell("乙")]), "content.xml", change)


def _first(element: str, attributes: str) -> Callable[[str], str]:
    return lambda text: text.replace(f"<{element}", f"<{element} {attributes}", 1)


def attacks() -> dict[str, tuple[str, Callable[[], bytes], str]]:
    """By what they do: the name of the file, its content, and how it is told."""
    size16 = f"文件解压后超过 16 MB{TOO_MUCH}"
    bomb = entities("file:///etc/passwd")
    return {
        "docx one huge part": (
            "x.docx", lambda: _word_part(" " * 100_000_000), size16),
        "docx many parts": (
            "x.docx", lambda: _word_part("", *((f"m/{at}", "") for at in range(6000))),
            f"文件内有超过 5000 个部件{TOO_MUCH}"),
        "docx in zip": ("x.docx", lambda: zipped(("年报.docx", example("docx")), method=0),
            "这是压缩文件，或已损坏的 Word、Excel 文件；请解压或重新保存后再检查"),
        "docx wrong sizes": ("x.docx", _lying_sizes, WORD),
        "docx overlapping": ("x.docx", _overlapping, WORD),
        "docx entities": (
            "x.docx", lambda: _prefixed(word(paragraph("&e39;")), "word/document.xml", bomb), DTD),
        "docx lzma": ("x.docx", lambda: zipped(
            ("_rels/.rels", relations(("officeDocument", "word/document.xml"))),
            ("word/document.xml", "x"), method=zipfile.ZIP_LZMA), WORD),
        "docx names twice": ("x.docx", lambda: zipped(
            ("_rels/.rels", relations(("officeDocument", "word/document.xml"))),
            ("word/document.xml", _document(word(paragraph("甲")))),
            ("WORD/document.xml", _document(word(paragraph("乙"))))), WORD),
        "docx nested": (
            "x.docx", lambda: word("<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP),
            NESTED),
        "docx span": (
            "x.docx", lambda: word(table(row(cell("1", f'<w:gridSpan w:val="{MILLION}"/>'), "2"))),
            NO_REPORT),
        "xlsx huge part": (
            "x.xlsx", lambda: with_sheet(" " * 140_000_000), f"文件解压后超过 128 MB{TOO_MUCH}"),
        "xlsx entities": ("x.xlsx", lambda: with_sheet(ROW, head=bomb), DTD),
        "xlsx merged": (
            "x.xlsx", lambda: with_sheet(
                ROW, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), NO_REPORT),
        "xlsx nested": (
            "x.xlsx", lambda: with_sheet("<row>" * DEEP + "</row>" * DEEP),
            "表格文件里没有可读的内容：没有内容"),
        "ods span": (
            "x.ods", lambda: _ods(_first("table:table-cell",
                f'table:number-rows-spanned="{MILLION}" '
                f'table:number-columns-spanned="{MILLION}"')), NO_REPORT),
        "ods repeated": (
            "x.ods", lambda: _ods(_first("table:table-row",
                f'table:number-rows-repeated="{MILLION}"')),
            f"有内容的单元格超过 200000 个{TOO_MUCH}"),
        "ods repeated span": (
            "x.ods", lambda: _ods(lambda text: _first("table:table-row",
                f'table:number-rows-repeated="{MILLION}"')(_first("table:table-cell",
                'table:number-rows-spanned="2"')(text.replace("甲", "")))),
            f"有内容的单元格超过 200000 个{TOO_MUCH}"),
        "ods nested": (
            "x.ods", lambda: _ods(lambda text: text.replace(
                "甲", "<text:span>" * DEEP + "甲" + "</text:span>" * DEEP)), SHEET),
        "ofd nested": (
            "x.ofd", lambda: ofd.zipped(ofd.parts("<:PageBlock>" * DEEP + "</:PageBlock>" * DEEP)),
            "OFD 里没有文字，可能是扫描件；请检查原始的 Word 文件"),
        "ofd entities": (
            "x.ofd", lambda: _prefixed(ofd.zipped(ofd.parts("")), "OFD.xml", bomb), DTD),
        "html nested": ("x.html", lambda: (PAGE + "<div>" * DEEP).encode(), NO_REPORT),
        "html tables": (
            "x.html", lambda: (PAGE + "<table><tr><td>" * DEEP).encode(),
            f"一行有 99874 个单元格{TOO_MUCH}"),
        "html span": (
            "x.html", lambda: (PAGE + "<table>" + "<tr><td rowspan=1000000 colspan=1000000>1"
                "<td>2" * 2000).encode(), f"表格里的合并单元格太多{TOO_MUCH}"),
        "html reach": (
            "x.html", lambda: (PAGE + "<table><tr><td>1" + "<td rowspan=0>2" * 900
                + "<tr><td>3" * 40_000).encode(), f"表格超过 200000 格{TOO_MUCH}"),
        "html bold": (
            "x.html", lambda: (PAGE + "".join(
                f"<p><b id={at}>" for at in range(300_000))).encode(),
            f"网页过于复杂{TOO_MUCH}"),
        "mht nested": (
            "x.mht", lambda: b"".join(
                b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (at, at)
                for at in range(5000)), f"单文件网页（.mht）嵌套太深{TOO_MUCH}"),
        "pdf cycle": ("x.pdf", lambda: pdf(
            CATALOGUE, "<</Type/Pages/Count 9/Kids[2 0 R 2 0 R]>>"), PDF_BLANK),
        "pdf count": ("x.pdf", lambda: pdf(
            CATALOGUE, PAGES.replace("1", "999999999", 1), pdf_page("")), PDF_BLANK),
        "pdf references": ("x.pdf", lambda: pdf("2 0 R", "3 0 R", "1 0 R"), PDF_DAMAGED),
        "pdf own content": ("x.pdf", lambda: pdf(
            CATALOGUE, PAGES, pdf_page("/Contents 3 0 R")), PDF_BLANK),
        "pdf huge stream": ("x.pdf", lambda: pdf(
            CATALOGUE, PAGES, pdf_page("/Contents 4 0 R"),
            pdf_stream("/Filter[/FlateDecode/FlateDecode]",
                _twice_packed(300))), PDF_BROKEN),
        "pdf script": ("x.pdf", lambda: pdf(
            CATALOGUE.replace("/Pages", "/OpenAction<</S/JavaScript/JS(while\\(1\\);)>>/Pages"),
            PAGES, pdf_page("")), PDF_BLANK),
        "pdf nested": ("x.pdf", lambda: pdf(
            CATALOGUE.replace("/Pages", f"/A {'[' * DEEP}{']' * DEEP}/Pages"), PAGES,
            pdf_page("")), PDF_BLANK),
    }  # fmt: skip


def _twice_packed(times: int) -> bytes:
    """What unpacks, and unpacks again, to so many times ten megabytes of operators."""
    packer = zlib.compressobj(9)
    first = packer.compress(b"q " * 5_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return zlib.compress(first[:2] + first[2:] * times + packer.flush())


def linked(address: str) -> dict[str, bytes]:
    """Files that ask for something at an address, by their names; all but one can be read."""
    external = relations(
        ("officeDocument", "word/document.xml"), ("image", address), ("attachedTemplate", address)
    ).replace(f'Target="{address}"', f'TargetMode="External" Target="{address}"')
    picture = '<w:r><w:drawing><a:blip r:link="r1"/></w:drawing></w:r>'
    body = word(paragraph("甲") + paragraph(picture))
    sheet = '<hyperlinks><hyperlink ref="A1" r:id="rId9" xmlns:r="http://x"/></hyperlinks>'
    page = (
        f'<!doctype html><link rel=stylesheet href="{address}"><script src="{address}"></script>'
        f'<base href="{address}"><meta http-equiv=refresh content="0;url={address}">'
        f'<p>甲<img src="{address}"><iframe src="{address}"></iframe><object data="{address}">'
    )
    return {
        "a.docx": packed({
            "_rels/.rels": external,
            "word/document.xml": _document(body),
            "word/_rels/document.xml.rels": external,
        }),
        "b.xlsx": with_sheet(ROW, sheet),
        "c.html": page.encode(),
        "d.mht": mht(page),
        "e.ofd": ofd.zipped({
            **ofd.parts(ofd.words(20, 20, "ab")),
            "Doc_0/Document.xml": ofd.parts("")["Doc_0/Document.xml"].replace(
                "</ofd:CommonData>", f"<ofd:PublicRes>{address}</ofd:PublicRes></ofd:CommonData>"
            ),
        }),
        "f.docx": _prefixed(body, "word/document.xml", entities(address)),
        "g.pdf": pdf(
            CATALOGUE.replace("/Pages", f"/OpenAction<</S/URI/URI({address})>>/Pages"),
            PAGES, pdf_page(""),
        ),
        "h.md": f'甲\n\n<p><img src="{address}"></p>\n![x]({address})\n'.encode(),
    }  # fmt: skip
