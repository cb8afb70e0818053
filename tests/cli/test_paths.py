"""Folders, patterns, and paths that lead nowhere."""

from __future__ import annotations

import os
import shutil
import sys

import pytest

from lint_disclosure.cli.paths import Input, inputs


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.md",
        "c.TXT",
        "g.HTM",
        "h.wps",
        "d.jpg",
        ".hidden.txt",
        "z/y.txt",
        "z/.x/w.txt",
        "e/f.csv",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text("x", encoding="utf-8")
    return tmp_path


def found(*paths):
    return [item.path.replace(os.sep, "/") for item in inputs(paths, None, "zh")]


def test_a_folder_is_searched_for_known_types_in_order(folder):
    assert found(".") == [
        "./a.md",
        "./b.txt",
        "./c.TXT",
        "./g.HTM",
        "./h.wps",
        "./z/y.txt",
    ]


def test_a_file_that_is_named_is_taken_whatever_its_type(folder):
    assert found("d.jpg", ".hidden.txt") == ["d.jpg", ".hidden.txt"]


def test_each_file_comes_once(folder):
    assert found("b.txt", "./b.txt", ".", os.path.abspath("b.txt")) == [
        "b.txt",
        "./a.md",
        "./c.TXT",
        "./g.HTM",
        "./h.wps",
        "./z/y.txt",
    ]


def test_patterns_are_expanded(folder):
    assert found("*.txt", "**/y.txt") == ["b.txt", "z/y.txt"]
    assert found("z*") == ["z/y.txt"]


def test_a_file_whose_name_looks_like_a_pattern(folder):
    (folder / "年报[1].txt").write_text("x", encoding="utf-8")
    assert found("年报[1].txt") == ["年报[1].txt"]


def test_what_leads_nowhere_is_said(folder):
    assert list(inputs(["e", "*.xyz", "gone.txt"], None, "zh")) == [
        Input("e", "文件夹里没有可以检查的文件"),
        Input("*.xyz", "没有与之匹配的文件"),
        Input("gone.txt"),
    ]
    assert list(inputs(["e", "*.xyz"], None, "en")) == [
        Input("e", "no file in the folder that could hold a report"),
        Input("*.xyz", "no file matches"),
    ]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone.txt", "文件不存在"),
        ("empty", "文件夹里没有可以检查的文件"),
        ("*.none", "没有与之匹配的文件"),
        ("empty.txt", "文件是空的"),
    ],
)
def test_each_is_an_error_beside_what_was_checked(run, clean, tmp_path, path, reason):
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty.txt").touch()
    ended = run(path, "clean.txt", "--select", "ARI00")
    assert ended.code == 2
    assert ended.err == (
        "未能全部核对：1 份年报。\n"
        "规则 7 条：7 通过，0 不通过，0 不适用，0 无法判定。\n"
        f"无法读取（1 个文件）：\n  {path}：{reason}\n"
    )


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="permissions do not hold for root"
)
def test_a_file_and_a_folder_without_permission(run, clean, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir()
    shutil.copy(clean, tmp_path / "secret.txt")
    (tmp_path / "secret.txt").chmod(0)
    closed.chmod(0)
    try:
        ended = run("secret.txt", "closed", "clean.txt")
    finally:
        closed.chmod(0o700)
    assert ended.code == 2
    assert "  secret.txt：没有读取权限\n" in ended.err
    assert "  closed：无法打开文件夹：Permission denied\n" in ended.err


def test_a_folder_that_cannot_be_opened(folder, monkeypatch):
    real = os.scandir

    def scandir(path):
        if os.path.basename(path) == "z":
            raise PermissionError(13, "Permission denied", path)
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    assert list(inputs(["z"], None, "zh")) == [
        Input("z", "无法打开文件夹：Permission denied"),
    ]


def test_a_link_that_leads_nowhere(run, clean, tmp_path):
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert "  ./link.txt：文件不存在\n" in run(".").err
