"""Marks in web pages: round the words, whatever tags and encoding the page has."""

from __future__ import annotations

import re

import pytest

from tests.annotate.noted import bare, noted

PAGE = '<html><head><meta charset="{}"></head><body>{}</body></html>'


def marked(page: str) -> list[str]:
    return re.findall(r'<mark class="disclosure-lint"[^>]*>(.*?)</mark>', page, re.S)


def test_words_over_several_tags_have_a_mark_in_each() -> None:
    page = PAGE.format("utf-8", "<p>共<b>1</b><i>2</i>件 &amp; 三</p>").encode()
    made = noted(page, ".html", "12件 & 三").decode()
    assert marked(made) == ["1", "2", "件 &amp; 三"]
    assert bare(made.encode(), ".html") == page


def test_words_that_overlap_are_marked_in_parts() -> None:
    made = noted("<p>一二三四五</p>".encode(), ".html", "二三", "三四").decode()
    assert marked(made) == ["二", "三", "四"]
    assert re.findall(r'data-notes="([^"]*)"', made) == ["1", "1 2", "2"]


def test_each_note_is_listed_with_a_link_to_its_words() -> None:
    made = noted("<p>一二三</p>".encode(), ".html", "二", "二", "三").decode()
    links = re.findall(r'<a href="#([^"]*)">', made)
    assert links == ["disclosure-lint-1", "disclosure-lint-1", "disclosure-lint-2"]
    assert re.findall(r'<mark class="disclosure-lint" id="([^"]*)"', made) == sorted(set(links))


def test_an_empty_cell_has_an_empty_mark() -> None:
    from lint_disclosure.annotate import html
    from lint_disclosure.annotate.note import Note
    from lint_disclosure.reading import read_document

    page = "<table><tr><td>甲</td><td class=x></td></tr></table>".encode()
    source = read_document("a.html", page).source
    at = source.text.index(" | ") + 3
    made = html.with_notes(page, (Note("error", ((at, at),), ("空",)),), source).decode()
    assert re.search(r'<td class=x><mark class="disclosure-lint"[^>]*></mark></td>', made)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "big5", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_encoding_and_line_ends_stay(encoding: str, end: str) -> None:
    name = {"utf-8-sig": "utf-8", "gb18030": "gb2312"}.get(encoding, encoding)
    text = PAGE.format(name, end.join(("<p>年報", "共收到十二件", "申請</p>")))
    page = text.encode(encoding)
    made = noted(page, ".html", "十二", lines=("错误：①",))
    assert bare(made, ".html") == page
    shown = made.decode(encoding)
    assert marked(shown) == ["十二"]
    assert shown.count(end) == text.count(end)


def test_bytes_that_are_no_character_stay_as_they_are() -> None:
    body = "<p>" + "字" * 3000 + "甲</p>"
    page = PAGE.format("utf-8", body).encode().replace(b"<p>", b"<p>\xff\xfe", 1)
    made = noted(page, ".html", "甲")
    assert bare(made, ".html") == page
    assert b"\xff\xfe" in made
    assert "甲</mark></p>".encode() in made


def test_hostile_text_stays_text() -> None:
    lines = ('"><script>alert(1)</script>', "</aside></li><img src=x onerror=alert(1)>")
    made = noted("<p>甲乙</p>".encode(), ".html", "乙", lines=lines)
    shown = made.decode()
    assert "<script" not in shown
    assert "<img" not in shown
    assert bare(made, ".html") == "<p>甲乙</p>".encode()


def test_a_mark_of_the_author_stays() -> None:
    page = "<p><mark>一</mark>二<mark class=x>三</mark></p>".encode()
    made = noted(page, ".html", "一二三")
    assert bare(made, ".html") == page
    assert marked(made.decode()) == ["一", "二", "三"]
