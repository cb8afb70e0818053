"""The ladder of encodings, on the texts that people save."""

from __future__ import annotations

import pytest

from lint_disclosure.reading.encoding import Decoded, UnknownEncoding, decode

TEXT = "一、总体情况\r\n2024年公开信息12条。"


@pytest.mark.parametrize(
    ("encoding", "name"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16-le"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32-le"),
        ("gb18030", "gb18030"),
        ("gbk", "gb18030"),
        ("gb2312", "gb18030"),
    ],
)
def test_tells_the_encoding(encoding: str, name: str) -> None:
    assert decode(TEXT.encode(encoding)) == Decoded(TEXT, name)


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_with_a_cut_last_character_is_utf8_with_a_notice(cut: int) -> None:
    data = "公开信息12条".encode()
    assert decode(data[:-cut]) == Decoded("公开信息12", "utf-8", truncated=True)


def test_eight_characters_of_gbk_are_enough() -> None:
    assert decode("信息公开年度报告".encode("gbk")).text == "信息公开年度报告"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 20,
        b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" * 30,
        b"\xff" * 100,
        "公开".encode("utf-8-sig") + b"\xff\xfe",
    ],
    ids=["all bytes", "png", "0xff", "broken after a byte order mark"],
)
def test_anything_else_is_an_error(data: bytes) -> None:
    with pytest.raises(UnknownEncoding):
        decode(data)
