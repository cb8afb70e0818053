"""Files that are no report text at all: a clear reason for each."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from lint_disclosure.reading import read_bytes, read_document
from lint_disclosure.reading.unreadable import MAX_BYTES, MAX_TEXT, UnreadableFile


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b" \r\n\t", "文件是空的"),
        (b"\xef\xbb\xbf \r\n", "文件是空的"),
        (
            bytes(range(256)) * 8,
            "不是 UTF-8、UTF-16 或 GB18030 编码的文本（可能是二进制文件），请另存为 UTF-8 文本",
        ),
        (
            b"PK\x03\x04...",
            "这是压缩文件，或已损坏的 Word、Excel 文件；请解压或重新保存后再检查",
        ),
        (b"a" * (MAX_TEXT + 1), "文件超过 2 MB，不像一份年度报告的文本"),
        (b"a" * (MAX_BYTES + 1), "文件超过 32 MB，不像一份年度报告的文本"),
    ],
    ids=["empty", "blank", "mark and blank", "binary", "zip", "long text", "too large"],
)
def test_bytes_that_are_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_document("report.txt", data)
    assert error.value.zh == reason


def test_a_large_file_is_not_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    assert len(read_bytes(path)) == MAX_BYTES + 1


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_bytes(tmp_path / "gone.txt")
    assert error.value.zh == "文件不存在"


def test_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile) as error:
        read_bytes(tmp_path)
    assert error.value.zh == "这是文件夹，不是文件"


def test_a_device_is_no_file() -> None:
    if not Path("/dev/zero").exists():
        pytest.skip("no /dev/zero on this system")
    with pytest.raises(UnreadableFile) as error:
        read_bytes("/dev/zero")
    assert error.value.zh == "不是普通文件"


def test_a_file_without_permission(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text("年度报告", encoding="utf-8")
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    with pytest.raises(UnreadableFile) as error:
        read_bytes(path)
    assert error.value.zh == "没有读取权限"
