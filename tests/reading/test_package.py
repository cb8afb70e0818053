"""The zip around the parts of a Word file, a workbook, an OFD: its bounds, and what is refused."""

from __future__ import annotations

import io
import tracemalloc
import zipfile

import pytest

from lint_disclosure.reading.package import (
    MAX_PARTS,
    MAX_UNPACKED,
    MAX_XML,
    MAX_XML_PART,
    Package,
    beside,
)
from lint_disclosure.reading.unreadable import UnreadableFile

DAMAGED = "已损坏"
DTD = "文件含有不该有的 DTD 声明，为安全起见不予读取；请用原来的程序重新保存"
ENTITIES = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;&b;&b;">]>'
OUTSIDE = '<!DOCTYPE a [<!ENTITY c SYSTEM "file:///etc/passwd">]>'
FAR = '<!DOCTYPE a PUBLIC "x" "http://127.0.0.1:9/x.dtd">'
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


def packed(*parts: tuple[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", method) as archive:
        for name, content in parts:
            archive.writestr(name, content)
    return stream.getvalue()


def opened(data: bytes) -> Package:
    return Package(data, lambda: UnreadableFile(DAMAGED, "damaged"))


def package(**parts: str | bytes) -> Package:
    return opened(packed(*parts.items()))


def why(read: Package, part: str) -> str:
    """Why a part is not had as XML."""
    with pytest.raises(UnreadableFile) as error:
        read.xml(part)
    return error.value.zh


def test_a_part_by_its_name_in_any_case() -> None:
    found = opened(packed(("Word\\Document.xml", "<a/>"), ("/x.XML", "<b/>")))
    assert found.read("word/document.xml") == b"<a/>"
    assert found.xml("/X.xml").tag == "b"
    assert "word/Document.xml" in found
    assert found.names() == ["word/document.xml", "x.xml"]


def test_a_part_that_is_not_there() -> None:
    assert "b" not in package(a="")
    assert why(package(a=""), "b") == DAMAGED


@pytest.mark.parametrize("data", [b"", b"PK", b"PK\x03\x04" + b"\0" * 99], ids=len)
def test_what_is_no_zip(data: bytes) -> None:
    with pytest.raises(UnreadableFile, match=DAMAGED):
        opened(data)


@pytest.mark.parametrize("text", ["", "<a", "<a></b>", "<a/><a/>", "<a>&b;</a>", "<a>\0</a>"])
def test_what_is_no_xml(text: str) -> None:
    assert why(package(a=text), "a") == DAMAGED


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    for declared in ("", f'<?xml version="1.0" encoding="{encoding[:6].rstrip("-")}"?>'):
        assert package(a=f"{declared}<a>甲</a>".encode(encoding)).xml("a").text == "甲"


@pytest.mark.parametrize("declared", ["cp037", "UTF-7", "gb18030", "none"])
def test_other_encodings_are_refused(declared: str) -> None:
    """In some of them a document type would not be seen."""
    data = f'<?xml version="1.0" encoding="{declared}"?><a/>'
    assert why(package(a=data), "a") == DAMAGED


@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE, FAR, "<!DOCTYPE a>"])
@pytest.mark.parametrize("head", ["", "<?xml version='1.0'?>\n", "<!-- <a> --><?b c?> ", "\ufeff"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_document_type_is_refused(declared: str, head: str, encoding: str) -> None:
    assert why(package(a=f"{head}{declared}<a>&c;</a>".encode(encoding)), "a") == DTD


def test_a_document_type_as_text_is_none() -> None:
    text = "<a><![CDATA[<!DOCTYPE a>]]><!-- <!DOCTYPE a> --></a>"
    assert package(a=text).xml("a").text == "<!DOCTYPE a>"


def test_a_long_head_takes_no_time() -> None:
    assert why(package(a="<!--" * 1_000_000 + "<a/>"), "a") == DAMAGED
    assert package(a=" " * 1_000_000 + "<!-- -->" * 100_000 + "<a/>").xml("a").tag == "a"


def test_a_part_of_xml_that_is_too_large() -> None:
    bomb = packed(("a", "<a>" + " " * MAX_XML_PART + "</a>"))
    assert len(bomb) < MAX_XML_PART // 100
    assert why(opened(bomb), "a") == "文件解压后超过 16 MB，不像一份年度报告的文本"


def test_parts_of_xml_that_are_too_large_together() -> None:
    text = "<a>" + " " * (MAX_XML_PART - 10) + "</a>"
    found = package(a=text, b=text, c=text)
    assert 3 * len(text) > MAX_XML
    found.text("a")
    found.text("b")
    assert why(found, "c") == "文件解压后超过 32 MB，不像一份年度报告的文本"


def test_a_bomb_takes_no_more_than_the_bound() -> None:
    half = bytes(MAX_UNPACKED // 2)
    found = package(a=half, b=half + bytes(10), c=half)
    tracemalloc.start()
    try:
        assert len(found.read("a")) == len(half)
        with pytest.raises(UnreadableFile) as error:
            found.read("b")
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert error.value.zh == "文件解压后超过 128 MB，不像一份年度报告的文本"
    assert peak < 2 * MAX_UNPACKED


def test_sizes_in_the_directory_that_lie() -> None:
    """The size that the directory tells is made 100 bytes: what comes out is cut, and told."""
    data = packed(("a", "<a>" + " " * 100_000 + "</a>"))
    size = zipfile.ZipFile(io.BytesIO(data)).getinfo("a").file_size.to_bytes(4, "little")
    lie = data.replace(size, (100).to_bytes(4, "little"))
    assert lie.count((100).to_bytes(4, "little")) >= 2
    assert why(opened(lie), "a") == DAMAGED


def test_entries_that_overlap() -> None:
    """Two names for the same bytes: one small stretch could be unpacked any number of times."""
    data = packed(("a", "<a/>"), ("b", "<a/>"))
    directory = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", directory + 4)
    same = bytearray(data)
    same[second + 42 : second + 46] = data[directory + 42 : directory + 46]
    assert why(opened(bytes(same)), "b") == DAMAGED


def test_too_many_parts() -> None:
    with pytest.raises(UnreadableFile) as error:
        opened(packed(*((str(at), "") for at in range(MAX_PARTS + 1))))
    assert error.value.zh == "文件内有超过 5000 个部件，不像一份年度报告的文本"
    assert len(opened(packed(*((str(at), "") for at in range(MAX_PARTS)))).names()) == MAX_PARTS


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_parts_of_one_name_none_is_read_unless_they_are_the_same() -> None:
    twice = opened(packed(("a", "<a>1</a>"), ("A", "<a>2</a>"), ("b", "<b/>"), ("b", "<b/>")))
    assert why(twice, "a") == DAMAGED
    assert twice.xml("b").tag == "b"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_ways_of_packing_are_refused(method: int) -> None:
    """No program writes them; one of them may ask for gigabytes of memory."""
    assert why(opened(packed(("a", "<a/>"), method=method)), "a") == DAMAGED


def test_an_encrypted_part() -> None:
    data = bytearray(packed(("a", "<a/>")))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert why(opened(bytes(data)), "a") == "文件内容已加密，请先解除加密再检查"


def test_relationships_without_the_external_ones() -> None:
    rels = (
        f'<Relationships xmlns="{RELATIONS}">'
        '<Relationship Id="r1" Type="http://x/styles" Target="styles.xml"/>'
        '<Relationship Id="r2" Type="http://x/image" Target="http://a" TargetMode="External"/>'
        '<Relationship Id="r3" Type="http://x/notes" Target="/word/notes.xml"/>'
        '<Relationship Id="r4" Type="http://x/out" Target="../../../etc/passwd"/>'
        "</Relationships>"
    )
    found = opened(packed(("word/_rels/a.xml.rels", rels))).relations("word/a.xml")
    assert found == [
        ("styles", "r1", "word/styles.xml"),
        ("notes", "r3", "word/notes.xml"),
        ("out", "r4", "etc/passwd"),
    ]
    assert package(a="").relations("a") == []


@pytest.mark.parametrize(
    ("location", "part"),
    [("c.xml", "a/c.xml"), ("/c.xml", "c.xml"), ("../c.xml", "c.xml"), ("../../../c", "c")],
)
def test_a_name_beside_another_part_stays_in_the_package(location: str, part: str) -> None:
    assert beside("a/b.xml", location) == part
