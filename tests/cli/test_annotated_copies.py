"""Copies with comments are no reports of their own: a search of a folder leaves them out, and
says so."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize(
    "name", ["年报.批注.txt", "年报.批注2.txt", "年报.annotated.txt", "年报.annotated12.txt"]
)
def test_a_search_leaves_them_out_and_says_so(run, clean, tmp_path, name):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / "年报.txt")
    (tmp_path / "a" / name).write_text("x", encoding="utf-8")
    ended = run("a", "-f", "json")
    data = json.loads(ended.out)
    assert [file["path"] for file in data["files"]] == ["a/年报.txt"]
    assert data["summary"]["left_out"] == 1
    assert f"a/{name}：annotate 加了批注的副本" in ended.err


@pytest.mark.parametrize("name", ["批注.txt", "年报批注.txt", "annotated.txt", "年报.批注稿.txt"])
def test_other_names_are_not_taken_for_them(run, clean, tmp_path, name):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / name)
    data = json.loads(run("a", "-f", "json").out)
    assert [file["path"] for file in data["files"]] == [f"a/{name}"]


def test_a_copy_that_is_named_is_checked(run, clean, tmp_path):
    clean.rename(tmp_path / "年报.批注.txt")
    data = json.loads(run("年报.批注.txt", "-f", "json").out)
    assert [file["status"] for file in data["files"]] == ["checked"]


def test_a_folder_with_nothing_else_in_it_passes_for_nothing(run, clean, tmp_path):
    (tmp_path / "a").mkdir()
    clean.rename(tmp_path / "a" / "年报.批注.txt")
    ended = run("a")
    assert ended.code == 2
    assert "文件夹里没有可以检查的文件" in ended.err
