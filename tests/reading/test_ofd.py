"""OFD, written out by hand: no program here makes such files."""

from __future__ import annotations

import io
import zipfile

import pytest

from lint_disclosure.document import Document
from lint_disclosure.reading import read_document
from lint_disclosure.reading.ofd.content import deltas
from lint_disclosure.reading.ofd.path import shapes
from lint_disclosure.reading.unreadable import UnreadableFile
from lint_disclosure.spot import PageSpot

OFD = "http://www.ofdspec.org/2016"
EXPERIMENTAL = "OFD 的读取是试验性的，请核对读出的数字"


def parts(
    *contents: str, template: str = "", prefix: str = "ofd:", space: str = OFD
) -> dict[str, str]:
    """The parts of a file with these pages; ``:`` before a name stands for the prefix."""
    declared = f'xmlns:{prefix[:-1]}="{space}"' if prefix else f'xmlns="{space}"'
    pages = "".join(
        f'<:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(contents))
    )
    found = {
        "OFD.xml": f"<:OFD {declared}><:DocBody><:DocRoot>Doc_0/Document.xml</:DocRoot></:DocBody>"
        "</:OFD>",
        "Doc_0/Document.xml": f"<:Document {declared}><:CommonData><:PageArea>"
        "<:PhysicalBox>0 0 210 297</:PhysicalBox></:PageArea>"
        '<:TemplatePage ID="9" BaseLoc="Tpls/T.xml"/></:CommonData>'
        f"<:Pages>{pages}</:Pages></:Document>",
        "Doc_0/Tpls/T.xml": f"<:Page {declared}><:Content><:Layer>{template}</:Layer></:Content>"
        "</:Page>",
    }
    for at, content in enumerate(contents):
        found[f"Doc_0/Pages/Page_{at}/Content.xml"] = (
            f'<:Page {declared}><:Template TemplateID="9"/><:Content><:Layer>{content}</:Layer>'
            "</:Content></:Page>"
        )
    return {
        name: text.replace("<:", f"<{prefix}").replace("</:", f"</{prefix}")
        for name, text in found.items()
    }


def zipped(found: dict[str, str]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in found.items():
            archive.writestr(name, text)
    return stream.getvalue()


def read(found: dict[str, str]) -> Document:
    return read_document("report.ofd", zipped(found))


def lines(document: Document) -> list[str]:
    return [document.source.text[one.start : one.end] for one in document.lines]


def words(x: float, y: float, text: str, more: str = "", own: str = 'X="0" Y="4"') -> str:
    """Characters of four millimetres whose box begins at (x, y)."""
    return (
        f'<:TextObject Boundary="{x} {y} 100 5" Font="1" Size="4" {more}>'
        f"<:TextCode {own}>{text}</:TextCode></:TextObject>"
    )


def path(data: str, more: str = "", box: str = "0 0 210 297") -> str:
    return (
        f'<:PathObject Boundary="{box}" LineWidth="0.3" {more}>'
        f"<:AbbreviatedData>{data}</:AbbreviatedData></:PathObject>"
    )


GRID = "".join(
    path("M 0 0 L 60 0", box=f"20 {y} 60 1") + path("M 0 0 L 0 20", box=f"{x} 40 1 20")
    for x, y in ((20, 40), (40, 50), (80, 60))
)
CELLS = words(21, 42, "规章") + words(41, 42, "1") + words(21, 52, "行政许可") + words(41, 52, "22")
TABLE = ["规章 | 1", "行政许可 | 22"]


def test_a_table_with_a_notice_that_this_is_experimental() -> None:
    document = read(parts(words(20, 20, "年度报告") + GRID + CELLS))
    assert lines(document) == ["年度报告", *TABLE]
    assert len(document.grids) == 1
    assert [zh for zh, _ in document.notices] == [EXPERIMENTAL]


@pytest.mark.parametrize(
    ("prefix", "space"), [("", OFD), ("x:", OFD), ("ofd:", "http://www.example.org/other")]
)
def test_any_prefix_and_any_namespace(prefix: str, space: str) -> None:
    assert lines(read(parts(GRID + CELLS, prefix=prefix, space=space))) == TABLE


def test_a_page_on_a_template() -> None:
    assert lines(read(parts(CELLS, template=GRID))) == TABLE


def test_places_are_points_from_the_upper_left() -> None:
    """25.4 millimetres are 72 points: a character of 4 millimetres is 11.34 points wide."""
    document = read(parts(words(25.4, 50.8, "规章")))
    assert document.source.origins is not None
    spot = document.source.origins.spot(0, 2)
    assert isinstance(spot, PageSpot)
    left, top, right, bottom = spot.box
    assert (spot.page, left) == (1, 72.0)
    assert right == pytest.approx(72 + 2 * 11.34, abs=0.01)
    assert top == pytest.approx(144 + 0.12 * 11.34, abs=0.02)
    assert bottom == pytest.approx(144 + 1.12 * 11.34, abs=0.02)


def test_a_matrix_moves_and_scales() -> None:
    document = read(parts(words(0, 0, "规章", 'CTM="2 0 0 2 10 0"')))
    assert document.source.origins is not None
    spot = document.source.origins.spot(0, 2)
    assert isinstance(spot, PageSpot)
    assert spot.box[0] == pytest.approx(10 * 72 / 25.4, abs=0.01)
    assert spot.box[2] == pytest.approx(26 * 72 / 25.4, abs=0.01)


def test_distances_of_characters() -> None:
    assert deltas("g 3 4.5 2 g 2 1", 100) == [4.5, 4.5, 4.5, 2, 1, 1]
    assert deltas("g 900000 1", 5) == [1] * 5
    assert deltas("4 x", 5) == [4]
    apart = words(20, 20, "甲乙", own='X="0" Y="4" DeltaX="40"')
    assert lines(read(parts(apart))) == ["甲  乙"]


def test_text_that_runs_downwards() -> None:
    tall = words(22, 41, "办理结果", own='X="0" Y="4" DeltaY="g 3 4.2"') + words(41, 52, "22")
    short = path("M 0 0 L 40 0", box="40 50 40 1")
    grid = GRID.replace(path("M 0 0 L 60 0", box="20 50 60 1"), short)
    assert lines(read(parts(grid + tall))) == ["办理结果 | ", "22"]


def test_paths() -> None:
    assert shapes("M 0 0 L 10 0 L 10 5 C", 99) == ([[(0, 0), (10, 0), (10, 5), (0, 0)]], False)
    assert shapes("M 0 0 Q 1 1 2 2 L 3 3", 99) == ([[(0, 0)], [(2, 2), (3, 3)]], True)
    assert shapes("M 0 0 L 10", 99) == ([[(0, 0)]], False)
    assert shapes("M 0 0 L nan 1 L 2 2", 99) == ([[(0, 0)]], False)


def test_thin_filled_shapes_are_lines() -> None:
    fill = 'Stroke="false" Fill="true"'
    made = "".join(
        path("M 0 0 L 60 0 L 60 0.3 L 0 0.3 C", fill, f"20 {y} 60 1")
        + path("M 0 0 L 0.3 0 L 0.3 20 L 0 20 C", fill, f"{x} 40 1 20")
        for x, y in ((20, 40), (40, 50), (80, 60))
    )
    assert lines(read(parts(made + CELLS))) == TABLE


def test_a_picture_is_marked() -> None:
    picture = '<:ImageObject Boundary="20 60 150 80" ResourceID="3"/>'
    document = read(parts(words(20, 20, "ab") + picture))
    assert [one.kind for one in document.features] == ["picture"]


def test_pages_follow_each_other() -> None:
    assert lines(read(parts(words(20, 20, "ab"), words(20, 20, "cd")))) == ["ab", "cd"]


def reason(found: dict[str, str]) -> str:
    with pytest.raises(UnreadableFile) as error:
        read(found)
    return error.value.zh


def test_a_file_without_text() -> None:
    assert reason(parts(GRID)) == "OFD 里没有文字，可能是扫描件；请检查原始的 Word 文件"


@pytest.mark.parametrize("gone", ["Doc_0/Document.xml", "Doc_0/Pages/Page_0/Content.xml"])
def test_a_part_that_is_missing_or_broken(gone: str) -> None:
    found = parts(words(20, 20, "ab"))
    assert reason({**found, gone: "<"}) == "文件已损坏或不完整，请重新导出后再检查"
    del found[gone]
    assert reason(found) == "文件已损坏或不完整，请重新导出后再检查"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_refused(encoding: str) -> None:
    found = parts(words(20, 20, "&a;"))
    bomb = '<!DOCTYPE a [<!ENTITY a "aaaa">]>' + found["OFD.xml"]
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("OFD.xml", bomb.encode(encoding))
    with pytest.raises(UnreadableFile) as error:
        read_document("report.ofd", stream.getvalue())
    assert error.value.zh == (
        "文件含有不该有的 DTD 声明，为安全起见不予读取；请用原来的程序重新保存"
    )


def test_a_part_that_inflates_beyond_measure() -> None:
    found = parts(words(20, 20, "ab"))
    found["Doc_0/Document.xml"] = " " * (40 * 1024 * 1024)
    assert reason(found) == "文件解压后超过 16 MB，不像一份年度报告的文本"


def test_too_many_characters_and_pages() -> None:
    assert reason(parts(words(0, 20, "a" * 40_000))) == ("一页里的字太多，不像一份年度报告的文本")
    document = read(parts(*[words(20, 140, "ab")] * 201))
    assert (len(document.lines), document.truncated) == (200, True)


def test_a_file_cut_anywhere() -> None:
    data = zipped(parts(GRID + CELLS))
    for end in range(4, len(data), 10):
        with pytest.raises(UnreadableFile):
            read_document("report.ofd", data[:end])
