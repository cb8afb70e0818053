"""Web pages: what a browser would show of them, as paragraphs and tables, and where it stands."""

from __future__ import annotations

import pickle
from contextlib import suppress
from time import perf_counter

import pytest

from lint_disclosure.document import Document, Feature
from lint_disclosure.place import LineSpan
from lint_disclosure.reading import read_document
from lint_disclosure.reading.html import MAX_PAGE
from lint_disclosure.reading.unreadable import UnreadableFile
from tests.reading.shown import place_of, shown


@pytest.fixture(params=["turbohtml", "justhtml"])
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Every test is run with either parser."""
    from lint_disclosure.reading.html import tree

    monkeypatch.setattr(tree, "_fast_is_there", lambda: request.param == "turbohtml")
    return str(request.param)


pytestmark = pytest.mark.usefixtures("parser")


def page(body: str) -> Document:
    return read_document("report.html", f"<!doctype html><body>{body}".encode())


# ---- running text


def test_each_block_and_each_line_break_is_a_paragraph() -> None:
    found = page("<h1>标题</h1><div>甲<p>乙<br>丙</div>丁<ul><li>戊<li>己</ul>")
    assert shown(found) == ["标题", "甲", "乙", "丙", "丁", "戊", "己"]


def test_tags_within_a_word_do_not_part_it() -> None:
    assert shown(page("<p>20<span>23</span>年<b>公<i>开</i></b></p>")) == ["2023年公开"]


def test_blanks_are_as_a_browser_shows_them() -> None:
    found = page("<p>\n  甲 \n <b> 乙</b>\t丙&nbsp;&nbsp;丁　</p>\n\n<p>  </p><p>&nbsp;</p>")
    assert shown(found) == ["甲 乙 丙\xa0\xa0丁"]


def test_lines_of_preformatted_text_stay() -> None:
    assert shown(page("<pre>一、总体情况\n  甲  乙\n</pre>")) == ["一、总体情况", "甲  乙"]


def test_a_heading_glued_behind_a_line_break_is_a_line_of_its_own() -> None:
    found = page("<p>前文。<br/>四、行政复议、行政诉讼情况</p>")
    assert shown(found) == ["前文。", "四、行政复议、行政诉讼情况"]


def test_numbers_of_a_list_are_written_as_a_browser_writes_them() -> None:
    found = page("<ol start=3><li>甲<li value=7>乙<li>丙</ol><ul><li>丁</ul>")
    assert shown(found) == ["3. 甲", "7. 乙", "8. 丙", "丁"]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>乙</script>",
        "<style>乙{}</style>",
        "<!-- 乙 -->",
        "<noscript>乙</noscript>",
        "<template>乙</template>",
        "<select><option>乙</select>",
        "<textarea>乙</textarea>",
        "<svg><text>乙</text></svg>",
        "<div hidden>乙</div>",
        '<span style="color:red; display: NONE">乙</span>',
        '<p style="visibility:hidden">乙</p>',
        "<!--[if IE]><p>乙</p><![endif]-->",
    ],
)
def test_what_a_browser_does_not_show_is_not_read(unseen: str) -> None:
    assert "乙" not in page(f"<p>甲</p>{unseen}<p>丙</p>").source.text


def test_missing_end_tags_are_supplied() -> None:
    found = page("<table><tr><td>规章<td>1<tr><td>行政许可<td>2</table><p>完")
    assert shown(found) == [["规章", "1"], ["行政许可", "2"], "完"]


def test_capital_tags_and_full_width_characters() -> None:
    assert shown(page("<P>２０２４年　公开１２条</P>")) == ["２０２４年　公开１２条"]


# ---- tables


def test_cells_that_reach_over_rows_and_columns() -> None:
    found = page("<table><tr><td rowspan=2>（一）<td>甲<td colspan=2>1<tr><td>乙<td>2<td>3</table>")
    assert shown(found) == [["（一）", "甲", "1"], ["乙", "2", "3"]]
    text = found.source.text
    cells = {text[slice(*one.span)]: one[:4] for one in found.grids[0]}
    assert cells == {
        "（一）": (0, 0, 2, 1),
        "甲": (0, 1, 1, 1),
        "1": (0, 2, 1, 2),
        "乙": (1, 1, 1, 1),
        "2": (1, 2, 1, 1),
        "3": (1, 3, 1, 1),
    }


def test_a_number_that_reaches_over_two_rows_covers_a_cell_of_the_second() -> None:
    found = page("<table><tr><td>甲<td>1<td rowspan=2>5<td>6<tr><td>乙<td>2<td>7</table>")
    assert shown(found) == [["甲", "1", "5", "6"], ["乙", "2", "^", "7"]]


def test_no_cell_reaches_over_the_end_of_its_group() -> None:
    found = page("<table><thead><tr><td rowspan=9>甲<td>乙<tbody><tr><td>丙<td>丁</table>")
    assert [one[:4] for one in found.grids[0]][2:] == [(1, 0, 1, 1), (1, 1, 1, 1)]


def test_a_row_span_of_zero_reaches_to_the_end_of_the_group() -> None:
    found = page("<table><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</table>")
    assert found.grids[0][0][:4] == (0, 0, 3, 1)


def test_paragraphs_of_a_cell_are_one_cell() -> None:
    found = page("<table><tr><td><p>商业</p><p>企业</p><td>1<br>2</table>")
    assert shown(found) == [["商业 企业", "1 2"]]


def test_a_blank_cell_is_a_cell() -> None:
    found = page("<table><tr><td>甲<td><td>&nbsp;<td><p><o:p></o:p></p><td>2</table>")
    assert shown(found) == [["甲", "", "", "", "2"]]


def test_tables_for_layout_are_read_for_what_stands_in_them() -> None:
    found = page(
        "<table><tr><td>首页<td>公开<tr><td colspan=2>"
        "<table><tr><td><p>一、总体情况</p><p>正文。</p></table>"
        "<table><tr><td>规章<td>1</table></table>"
    )
    assert shown(found) == [["首页", "公开"], "一、总体情况", "正文。", ["规章", "1"]]


def test_an_article_beside_a_list_of_links_is_no_cell() -> None:
    article = "<p>一、总体情况</p><p>" + "正文很长。" * 100 + "</p>"
    found = page(f"<table><tr><td>链接<td>{article}</table>")
    assert shown(found) == ["链接", "一、总体情况", "正文很长。" * 100]


def test_a_table_within_a_cell_of_a_table() -> None:
    found = page("<table><tr><td>甲<td>1<tr><td>乙<td><table><tr><td>2<td>3</table></table>")
    assert shown(found) == [["甲", "1"], "乙", ["2", "3"]]


# ---- what is no text


def test_pictures_and_frames_are_noted_where_they_stand() -> None:
    found = page("<p>甲</p><img src=table.png><p>乙</p><iframe src=report.html></iframe>")
    assert found.features == (Feature("picture", (2, 2)), Feature("frame", (5, 5)))
    places = [found.source.locate((one.span,)).in_file for one in found.features]
    assert places == [LineSpan(1, 30, 1, 30), LineSpan(1, 57, 1, 57)]


def test_nothing_is_fetched_and_a_link_is_only_its_words() -> None:
    found = page(
        '<p>见<a href="http://example.invalid/x">网站</a></p><iframe src="file:///etc/passwd">'
    )
    assert shown(found) == ["见网站"]


# ---- encodings

GB = "<html><head><meta charset={}></head><body><p>政府信息公开</p>"


@pytest.mark.parametrize(
    "data",
    [
        GB.format("utf-8").encode(),
        "\ufeff".encode() + GB.format("gbk").encode(),
        GB.format("utf-8").encode("gb18030"),
        GB.format("gb2312").encode("gb18030"),
        b"\xff\xfe" + GB.format("utf-8").encode("utf-16-le"),
    ],
    ids=["utf-8", "mark before meta", "wrong meta", "gb2312", "utf-16"],
)
def test_the_encoding_is_the_marks_then_the_pages_own_word_then_what_fits(data: bytes) -> None:
    assert "政府信息公" in str(shown(read_document("report.html", data))[0])


def test_big5() -> None:
    data = '<meta charset="Big5"><p>政府資訊公開</p>'.encode("big5")
    assert shown(read_document("report.html", data)) == ["政府資訊公開"]


def test_single_broken_bytes_are_counted_and_shown() -> None:
    data = ("<meta charset=utf-8><p>" + "公开" * 600).encode() + b"\x9f</p>"
    found = read_document("report.html", data)
    assert found.notices == (
        (
            "网页里有 1 处不符合 UTF-8 编码，这些字读不出来，按“\ufffd”处理",
            "1 places in the page are not UTF-8; they are read as “\ufffd”",
        ),
    )


def test_bytes_in_no_encoding() -> None:
    data = b"<meta charset=utf-8><p>" + b"\x9f\xff" * 50
    with pytest.raises(UnreadableFile) as error:
        read_document("report.html", data)
    assert error.value.zh == (
        "看不出网页的编码（不是 UTF-8、UTF-16 或 GB18030），请在浏览器中重新保存"
    )


# ---- places


def test_a_place_is_line_and_column_of_the_page() -> None:
    found = page("\n<p>甲</p>\n<p>乙<b>丙</b>&amp;丁</p>")
    assert place_of(found, "丙&丁").as_data() == {
        "line": 3,
        "column": 8,
        "end_line": 3,
        "end_column": 19,
        "parts": None,
    }


def test_of_two_equal_texts_behind_one_tag_each_has_its_place() -> None:
    found = page("<p>5<b>5</b>5")
    assert [place_of(found, "5", nth).in_file for nth in (1, 2, 3)] == [
        LineSpan(1, 25, 1, 26),
        LineSpan(1, 29, 1, 30),
        LineSpan(1, 34, 1, 35),
    ]


def test_a_number_in_several_tags() -> None:
    found = page("<p>0527-<span>83</span>593")
    assert place_of(found, "0527-83593").in_file == LineSpan(1, 25, 1, 48)


def test_the_place_of_a_blank_cell_is_its_tag() -> None:
    found = page("<table><tr><td>甲<td></td></table>")
    start, end = (found.lines[0].cells or ())[1]
    assert found.source.locate(((start, end),)).in_file == LineSpan(1, 38, 1, 38)


def test_lines_that_end_in_carriage_returns_count_as_in_an_editor() -> None:
    found = read_document("a.html", "<p>甲</p>\r\n<p>乙</p>\r<p>丙</p>".encode())
    assert place_of(found, "丙").in_file == LineSpan(3, 4, 3, 5)


def test_hidden_text_before_a_text_does_not_move_its_place() -> None:
    found = page('<p>甲<span style="display:none">丙乙</span>乙')
    assert place_of(found, "乙").in_file == LineSpan(1, 62, 1, 63)


def test_a_document_can_be_handed_to_another_process() -> None:
    found = pickle.loads(pickle.dumps(page("<p>甲</p><p>乙</p>")))
    assert place_of(found, "乙").in_file == LineSpan(1, 33, 1, 34)


# ---- hostile pages


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 100_000 + "甲",
        "<table><tr><td>" * 5_000 + "甲",
        "<table><tr><td colspan=1000000 rowspan=1000000>甲<td>乙</table>",
        "<b>" * 20_000 + "甲",
        "<p " + "a=1 " * 20_000 + ">甲</p>",
        "&amp;" * 50_000 + "甲",
        "<!--" * 20_000 + "甲",
        "<![CDATA[" * 1000 + "甲",
        "<ol><li>" * 5_000 + "甲",
        "甲<a '\"<" * 30_000,
        "<script>" * 30_000,
        "<![if]>" * 30_000,
        "</p x" * 30_000,
        "</p " * 100_000,
        "<!x" * 60_000,
        "<table>" + "<tr><td rowspan=1000000 colspan=1000000>甲<td>乙" * 1000,
    ],
    ids=[
        "divs",
        "tables",
        "spans",
        "bold",
        "attributes",
        "entities",
        "comments",
        "cdata",
        "lists",
        "quotes",
        "scripts",
        "bogus",
        "ends",
        "open ends",
        "open bogus",
        "staircase",
    ],
)
def test_a_hostile_page_ends_soon(body: str) -> None:
    started = perf_counter()
    with suppress(UnreadableFile):
        found = page(body + "<p>甲</p>")
        assert "甲" not in found.source.text or place_of(found, "甲")
    assert perf_counter() - started < 20


def test_an_intricate_page_that_is_no_harm_is_read_apart() -> None:
    """Bold text in many paragraphs, each closed: more tags than are parsed in this process."""
    rows = "".join(f"<tr><td><b>甲</b><td><font color=red>{at}</font>" for at in range(4000))
    found = page(f"<table>{rows}</table>")
    assert len(found.lines) == 4000
    assert place_of(found, "3999").in_file is not None


def test_cells_that_span_the_width_of_a_page_are_no_harm() -> None:
    found = page("<table>" + "<tr><td colspan=1000>甲<td>乙" * 6000 + "</table>")
    assert len(found.lines) == 6000


def test_a_page_that_is_too_large() -> None:
    with pytest.raises(UnreadableFile) as error:
        read_document("a.html", b"<html>" + b" " * MAX_PAGE)
    assert error.value.zh == "文件超过 8 MB，不像一份年度报告的文本"


def test_a_page_cut_at_every_tenth_byte_is_read_or_refused() -> None:
    whole = GB.format("utf-8").encode() + "<table><tr><td>规章<td>1</table>".encode()
    for end in range(10, len(whole), 10):
        found = read_document("a.html", whole[:end])
        assert all(isinstance(one, str | list) for one in shown(found))
