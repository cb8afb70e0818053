"""Files that nobody should have: each is named with its reason, the others are still checked."""

from __future__ import annotations

import json
import os
import sys
from unicodedata import category

import pytest

TOO_LARGE = "文件超过 2 MB，不像一份年度报告的文本"
NO_TEXT = "不是 UTF-8、UTF-16 或 GB18030 编码的文本（可能是二进制文件），请另存为 UTF-8 文本"
CONTROLS = "\x07\x1b[2J\x1b]0;x\x07\x7f\x9b31m\u202e\u2066\u200b\x0b\x0c\x85\u2028"
UNSEEN = {"Cc", "Cf", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (bytes(range(256)) * 400, NO_TEXT),
        ("年报".encode("gb18030") + b"\xff\xff", NO_TEXT),
        (b"\0" * 5000, NO_TEXT),
        ("年报\n".encode() + b"1 " * 2_500_000, TOO_LARGE),
        ("年报\n".encode() + b"1 " * 250_000, "第 2 行有 500000 个字，不像一份年度报告的文本"),
        ("年报\n\n规章".encode() + b" | 1" * 10_000,
            "第 3 行有 10000 个单元格，不像一份年度报告的文本"),
    ],
    ids=["empty", "binary", "two encodings", "zeros", "5 MB line", "long line",
        "10,000 columns"],
)  # fmt: skip
def test_what_is_no_report_text(run, broken, tmp_path, data, reason):
    (tmp_path / "坏.txt").write_bytes(data)
    ended = run("坏.txt", "broken.txt", "--select", "ARI001")
    assert ended.code == 2
    assert ended.out.startswith("broken.txt:36:44: error[ARI001] ")
    assert ended.err.endswith(f"\n无法读取（1 个文件）：\n  坏.txt：{reason}\n")


def test_a_file_of_200_megabytes(run, broken, tmp_path):
    with (tmp_path / "large.txt").open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)
    ended = run(".", "--select", "ARI001")
    assert ended.code == 2
    assert ended.out.startswith("./broken.txt:36:44: error[ARI001] ")
    assert ended.err.endswith(
        f"\n无法读取（1 个文件）：\n  ./large.txt：{TOO_LARGE.replace('2', '32')}\n"
    )


@pytest.mark.parametrize(
    ("event", "reason"),
    [
        ("os.unlink(path)", "文件不存在"),
        ("raise PermissionError(13, 'Permission denied')", "没有读取权限"),
        ("raise OSError(5, 'Input/output error')", "无法读取：Input/output error"),
    ],
    ids=["vanishes", "permission", "broken disk"],
)
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_file_that_cannot_be_opened_when_its_turn_comes(
    run, site, broken, tmp_path, event, reason, jobs
):
    for number in range(10):
        (tmp_path / f"{number}.txt").write_text("会议纪要\n", encoding="utf-8")
    (tmp_path / "5.txt").write_text("年度报告", encoding="utf-8")
    (tmp_path / "sitecustomize.py").write_text(
        "import builtins, os\n"
        "real = builtins.open\n"
        "def opened(path, *args, **options):\n"
        f"    if str(path).endswith('5.txt'): {event}\n"
        "    return real(path, *args, **options)\n"
        "builtins.open = opened\n",
        encoding="utf-8",
    )
    ended = run(".", "--select", "ARI001", "-j", jobs, PYTHONPATH=f"{tmp_path}{os.pathsep}{site}")
    assert ended.code == 2
    assert ended.out.startswith("./broken.txt:36:44: error[ARI001] ")
    assert f"无法读取（1 个文件）：\n  ./5.txt：{reason}\n" in ended.err
    assert "Traceback" not in ended.err


def test_half_a_report_is_not_called_clean_nor_faulty(run, clean, broken):
    text = clean.read_text(encoding="utf-8")
    clean.write_text(text[: text.index("（四）无法提供")], encoding="utf-8")
    ended = run("clean.txt", "broken.txt")
    assert ended.code == 1
    assert "clean.txt:" not in ended.out
    assert ended.err.startswith("发现错误：")
    alone = run("clean.txt")
    assert (alone.code, alone.out) == (0, "")
    assert alone.err.startswith("未能全部核对：1 份年报。\n")
    assert run("clean.txt", "--fail-on-undecided").code == 1


@pytest.mark.parametrize(
    "at", ["云川县水利局", "规章", "第一项", "一、本年新收", "| 11 |", "本年度"]
)
def test_control_characters_reach_neither_terminal_nor_file(run, clean, at):
    text = clean.read_text(encoding="utf-8").replace(at, f"{at}{CONTROLS}", 3)
    text = text.replace("| 0 | 7 |", f"| 0 | {CONTROLS}8 |").replace("34", "35")
    clean.write_text(text, encoding="utf-8")
    for name in ("full", "concise", "json"):
        ended = run("clean.txt", "-f", name, "--profile", "all", "-o", f"{name}=found")
        said = ended.out + ended.err + clean.with_name("found").read_text(encoding="utf-8")
        assert {char for char in said if category(char) in UNSEEN} == {"\n"}
        if name == "json":
            assert json.loads(ended.out)["files"][0]["status"] in ("checked", "partly_checked")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_without_a_writer_does_not_block(run, broken, tmp_path):
    os.mkfifo(tmp_path / "pipe.txt")
    ended = run(".", "--select", "ARI001")
    assert ended.code == 2
    assert ended.out.startswith("./broken.txt:36:44: ")
    assert "  ./pipe.txt：不是普通文件\n" in ended.err


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
def test_a_link_to_itself(run, broken, tmp_path):
    (tmp_path / "loop.txt").symlink_to("loop.txt")
    (tmp_path / "round").symlink_to(".", target_is_directory=True)
    ended = run(".", "--select", "ARI001")
    assert ended.code == 2
    assert ended.out.startswith("./broken.txt:36:44: ")
    assert "./loop.txt：" in ended.err
    assert "Traceback" not in ended.err
