"""Several formats in one run, and files that are whole or not there."""

from __future__ import annotations

import json
import os
import stat


def test_one_more_format_into_a_file(run, broken, tmp_path):
    ended = run(
        "broken.txt", "--select", "ARI001", "-o", "json=found.json", "-o", "concise=found.txt"
    )
    assert ended.code == 1
    data = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))
    assert data["summary"]["error"] == 1
    assert (tmp_path / "found.txt").read_text(encoding="utf-8") == ended.out
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "broken.txt",
        "found.json",
        "found.txt",
    ]


def test_a_file_has_no_color_and_its_own_summary(run, broken, tmp_path):
    run("broken.txt", "--select", "ARI001", "--color", "always", "-o", "full=found.txt")
    text = (tmp_path / "found.txt").read_text(encoding="utf-8")
    assert "\x1b" not in text
    assert text.startswith("错误[ARI001]: ")
    assert "\n发现错误：1 份年报，1 处错误。\n" in text


def test_what_stood_there_keeps_its_permissions(run, clean, tmp_path):
    target = tmp_path / "found.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    run("clean.txt", "-o", "json=found.json")
    assert json.loads(target.read_text(encoding="utf-8"))["version"] == 1
    assert stat.S_IMODE(target.stat().st_mode) == 0o640


def test_a_link_is_followed(run, clean, tmp_path):
    (tmp_path / "real").mkdir()
    link = tmp_path / "found.json"
    link.symlink_to(tmp_path / "real" / "found.json")
    run("clean.txt", "-o", "json=found.json")
    assert link.is_symlink()
    assert (tmp_path / "real" / "found.json").exists()


def test_a_device_is_not_replaced(run, clean):
    assert run("clean.txt", "-o", f"json={os.devnull}").code == 0
    assert stat.S_ISCHR(os.stat(os.devnull).st_mode)


def test_a_folder_that_is_not_there(run, clean):
    ended = run("clean.txt", "-o", "json=none/found.json")
    assert ended.code == 2
    assert ended.err == "错误：无法写入 none/found.json：No such file or directory\n"


KNOWN = "full, concise, json, jsonl, sarif, github, gitlab, junit, markdown, html, csv, xlsx"


def test_unknown_formats_and_twice_the_same_file(run, clean):
    assert run("clean.txt", "-o", "jsn=a.json").err == (
        f"错误：--output jsn=a.json：没有这种格式；可以是 {KNOWN}；是不是 json、jsonl？\n"
    )
    assert run("clean.txt", "-o", "json=a", "-o", "full=./a").err == (
        "错误：--output full=./a：./a 写了两次\n"
    )
    assert run("clean.txt", "-o", "a.json").err == (
        "错误：--output a.json：文件前面要写明格式：-o json=a.json\n"
    )
    assert run("clean.txt", "-f", "yaml", "--lang", "en").err == (
        f"Error: Invalid value for '-f' / '--format': yaml; one of {KNOWN}\n"
        "Try: disclosure-lint --help\n"
    )
