"""Pages saved as one file."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from lint_disclosure.place import LineSpan
from lint_disclosure.reading import read_document
from lint_disclosure.reading.mht import PLACES
from lint_disclosure.reading.unreadable import UnreadableFile
from tests.reading.shown import place_of, shown


def saved(*pages: str, charset: str = "utf-8") -> bytes:
    """What a browser saves: the pages as parts of a message, and a picture."""
    message = EmailMessage()
    message["Subject"] = "年度报告"
    message.make_related()
    for page in pages:
        message.add_related(page.encode(charset), "text", "html", params={"charset": charset})
    message.add_related(b"GIF89a", "image", "gif")
    return message.as_bytes()


def test_the_page_in_the_message_is_read() -> None:
    found = read_document("a.mht", saved("<html><body><p>甲</p>\n<p>乙</p></body></html>"))
    assert shown(found) == ["甲", "乙"]
    assert found.notices == (PLACES,)
    assert place_of(found, "乙").in_file == LineSpan(2, 4, 2, 5)


def test_the_encoding_that_the_part_names() -> None:
    assert shown(read_document("a.mht", saved("<p>政府信息</p>", charset="gb2312"))) == ["政府信息"]


def test_of_a_page_in_a_frame_and_its_frame_the_one_with_the_text_is_read() -> None:
    outer, inner = "<p>首页</p><iframe src=cid:1></iframe>", "<p>一、总体情况</p><p>正文。</p>"
    assert shown(read_document("a.mht", saved(outer, inner))) == ["一、总体情况", "正文。"]


def test_a_message_without_a_page() -> None:
    with pytest.raises(UnreadableFile) as error:
        read_document("a.mht", saved())
    assert error.value.zh == "单文件网页（.mht）里没有网页，请在浏览器中重新保存"
