"""``extract``: one object for one file, an array for several."""

from __future__ import annotations

import json


def test_one_file(run, clean):
    ended = run("extract", "clean.txt")
    assert (ended.code, ended.err) == (0, "")
    data = json.loads(ended.out)
    assert data["version"] == 1
    assert (data["path"], data["form"], data["year"]) == ("clean.txt", "2021", 2024)
    assert data["tables"]["requests"]["received"]["total"] == {
        "value": 11,
        "raw": "11",
        "state": "number",
        "location": {"line": 36, "column": 44, "end_line": 36, "end_column": 46, "parts": None},
        "note": None,
        "locator": "表三「一、本年新收」总计",
    }


def test_several_files(run, clean, broken):
    one = json.loads(run("extract", "clean.txt").out)
    ended = run("extract", "clean.txt", "broken.txt")
    first, second = json.loads(ended.out)
    assert first == one
    assert second["tables"]["requests"]["received"]["total"]["value"] == 12
    assert ended.out == json.dumps([first, second], ensure_ascii=False, indent=2) + "\n"


def test_files_that_cannot_be_read(run, clean, tmp_path):
    (tmp_path / "minutes.txt").write_text("会议纪要\n", encoding="utf-8")
    ended = run("extract", "gone.txt", "minutes.txt", "clean.txt")
    assert ended.code == 2
    assert [one["path"] for one in json.loads(ended.out)] == ["clean.txt"]
    assert ended.err == "gone.txt: 文件不存在\nminutes.txt: 看不出是政府信息公开工作年度报告\n"
    assert run("extract", "minutes.txt", "clean.txt").code == 0
    alone = run("extract", "gone.txt", "--lang", "en")
    assert alone == (2, "", "gone.txt: no such file\n")
    assert run("extract", "gone.txt", "gone2.txt").out == "[]\n"


def test_standard_input(run, clean):
    text = clean.read_bytes()
    assert json.loads(run("extract", "-", stdin=text).out)["path"] == "-"
    named = run("extract", "-", "--stdin-filename", "年报.txt", stdin=text)
    assert json.loads(named.out)["path"] == "年报.txt"


def test_the_format_is_json(run, clean):
    assert run("extract", "clean.txt", "-f", "json") == run("extract", "clean.txt")
    assert run("extract", "clean.txt", "-f", "xml").code == 2
