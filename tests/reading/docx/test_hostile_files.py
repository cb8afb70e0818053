"""The file around the text: where its parts are, and what is refused."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

import docx
import pytest

from lint_disclosure.reading import read_document
from lint_disclosure.reading.docx import read
from lint_disclosure.reading.package import MAX_XML
from lint_disclosure.reading.unreadable import UnreadableFile
from tests.reading.docx.written import (
    NAMES,
    W,
    cell,
    packed,
    paragraph,
    part,
    relations,
    row,
    run,
    table,
    word,
)
from tests.reading.shown import shown

STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def refused(data: bytes) -> UnreadableFile:
    with pytest.raises(UnreadableFile) as error:
        read("a.docx", data)
    return error.value


def with_document(document: str | bytes) -> bytes:
    """A package whose main part is this."""
    main = ("officeDocument", "word/document.xml")
    return packed({"_rels/.rels": relations(main), "word/document.xml": document})


BODY = part("document", f"<w:body>{paragraph('甲')}</w:body>")


def test_the_main_part_is_found_by_its_relationship() -> None:
    data = packed({"_rels/.rels": relations(("officeDocument", "/x/y.xml")), "x/y.xml": BODY})
    assert shown(read("a.docx", data)) == ["甲"]


def test_strict_ooxml() -> None:
    content = paragraph(run("甲")) + table(row(cell("1", '<w:gridSpan w:val="2"/>'), "2"))
    document = part("document", f"<w:body>{content}</w:body>").replace(W, STRICT)
    strict_type = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    root = relations(("officeDocument", "word/document.xml")).replace(
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships", strict_type
    )
    found = read("a.docx", packed({"_rels/.rels": root, "word/document.xml": document}))
    assert shown(found) == ["甲", ["1", "2"]]
    assert found.grids[0][0].columns == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_of_a_part(encoding: str) -> None:
    declared = "UTF-16" if encoding == "utf-16" else "UTF-8"
    document = BODY.replace('encoding="UTF-8"', f'encoding="{declared}"').encode(encoding)
    assert shown(read("a.docx", with_document(document))) == ["甲"]


@pytest.mark.parametrize(
    "document",
    [
        "",
        "<w:document",
        f"<w:document {NAMES}/>",
        "<workbook/>",
        BODY.replace("UTF-8", "cp037"),
        BODY.replace("甲", "&none;"),
        BODY.encode("gb18030"),
        "<?xml version='1.0'?>" + "\0" * 9,
    ],
    ids=["empty", "cut", "no body", "no word", "other encoding", "entity", "no utf-8", "zeros"],
)
def test_a_main_part_that_is_none(document: str | bytes) -> None:
    assert refused(with_document(document)).zh == (
        "文件不完整或已损坏，无法按 Word 文件打开；请用 Word 或 WPS 打开后重新保存，再检查"
    )


def test_parts_that_unpack_to_too_much_together() -> None:
    blanks = " " * (MAX_XML // 2 - 10_000)
    data = word(paragraph("甲") + blanks, styles=blanks, comments=blanks)
    assert refused(data).zh == "文件解压后超过 32 MB，不像一份年度报告的文本"


def test_a_part_outside_the_file_is_not_fetched() -> None:
    external = relations(("officeDocument", "http://127.0.0.1:9/a.xml")).replace(
        "Target=", 'TargetMode="External" Target='
    )
    assert "损坏" in refused(packed({"_rels/.rels": external, "word/document.xml": BODY})).zh


def test_a_file_that_breaks_off_anywhere() -> None:
    stream = io.BytesIO()
    file = docx.Document()
    file.add_paragraph("年度报告")
    file.save(stream)
    data = stream.getvalue()
    for length in range(4, len(data), 10):
        with pytest.raises(UnreadableFile):
            read("a.docx", data[:length])


def test_a_byte_that_is_changed_anywhere_is_refused_or_read() -> None:
    data = with_document(BODY)
    for at in range(len(data)):
        damaged = bytearray(data)
        damaged[at] ^= 0x55
        try:
            read("a.docx", bytes(damaged))
        except UnreadableFile:
            continue


def test_no_text() -> None:
    assert refused(word(paragraph(""))).zh == "文件里没有文字"


def test_nothing_but_pictures() -> None:
    picture = '<w:r><w:drawing><a:blip r:embed="r1"/></w:drawing></w:r>'
    assert refused(word(paragraph(picture))).zh == (
        "文件里只有图片，没有可以检查的文字；请改用能选中文字的文件"
    )


DEEP = 100_000


@pytest.mark.parametrize(
    "nested",
    [
        lambda: "<w:sdt><w:sdtContent>" * DEEP + "</w:sdtContent></w:sdt>" * DEEP,
        lambda: "<w:tbl><w:tr><w:tc>" * DEEP + "</w:tc></w:tr></w:tbl>" * DEEP,
        lambda: "<w:p>" + "<w:ins>" * DEEP + "</w:ins>" * DEEP + "</w:p>",
        lambda: "<w:p><w:r><w:pict>" + "<v:g>" * DEEP + "</v:g>" * DEEP + "</w:pict></w:r></w:p>",
        lambda: (
            "<mc:AlternateContent><mc:Choice>" * DEEP
            + paragraph("底")
            + "</mc:Choice></mc:AlternateContent>" * DEEP
        ),
        lambda: (
            "<w:p><w:r><w:pict><w:txbxContent>" * (DEEP // 10)
            + "</w:txbxContent></w:pict></w:r></w:p>" * (DEEP // 10)
        ),
    ],
    ids=["controls", "tables", "changes", "shapes", "alternatives", "text boxes"],
)
def test_what_is_nested_without_end_is_refused_soon(nested: Callable[[], str]) -> None:
    data = word(paragraph("甲") + nested())
    start = time.perf_counter()
    assert refused(data).zh == "表格、文本框或控件嵌套超过 100 层，不像一份年度报告的文本"
    assert time.perf_counter() - start < 5


def test_an_equation_nested_without_end_is_read() -> None:
    equation = "<m:oMath>" + "<m:e>" * DEEP + "<m:r><m:t>x</m:t></m:r>" + "</m:e>" * DEEP
    assert shown(read("a.docx", word(paragraph(f"{equation}</m:oMath>")))) == ["x"]


def test_tables_nested_as_deep_as_they_may_be() -> None:
    depth = 95
    begin, end = "<w:tbl><w:tr><w:tc>", "</w:tc><w:tc/></w:tr></w:tbl>"
    document = read("a.docx", word(begin * depth + paragraph("底") + end * depth))
    assert len(document.grids) == depth


def test_more_cells_in_a_row_than_a_report_has() -> None:
    assert "单元格" in refused(word(table(row(*["1"] * 1001)))).zh


def test_a_chain_of_styles_without_end() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="S{at}"><w:basedOn w:val="S{at + 1}"/>'
        "<w:rPr><w:vanish/></w:rPr></w:style>"
        for at in range(5000)
    )
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="S{at}"/></w:pPr></w:p>' for at in range(0, 5000, 50)
    )
    start = time.perf_counter()
    assert shown(read("a.docx", word(body + paragraph("甲"), styles=styles))) == ["甲"]
    assert time.perf_counter() - start < 5


def test_a_word_file_is_told_by_its_content_and_read() -> None:
    assert shown(read_document("report.txt", word(paragraph("甲")))) == ["甲"]


def test_more_styles_than_a_document_can_use() -> None:
    names = range(6000)
    styles = "".join(
        f'<w:style w:styleId="S{at}"><w:pPr><w:numPr/></w:pPr></w:style>' for at in names
    )
    body = "".join(f'<w:p><w:pPr><w:pStyle w:val="S{at}"/></w:pPr></w:p>' for at in names)
    assert "样式" in refused(word(body, styles=styles)).zh


def test_thousands_of_paragraphs_that_go_on_in_the_next() -> None:
    ends = paragraph("甲", "<w:rPr><w:del/></w:rPr>") * 30_000
    start = time.perf_counter()
    assert len(read("a.docx", word(ends + paragraph("乙"))).source.text) == 30_002
    assert time.perf_counter() - start < 5
