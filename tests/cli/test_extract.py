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


def test_csv_of_several_files_with_one_that_cannot_be_read(run, clean, broken):
    ended = run("extract", "-f", "csv", "clean.txt", "gone.txt", "broken.txt")
    assert ended.code == 2
    assert ended.err == "gone.txt: 文件不存在\n"
    assert ended.out.startswith("\ufeffpath,issuer,")
    assert ended.out.count("path,issuer,") == 1
    assert ended.out.count("\r\n") == 1 + 2 * (200 + 3)
    assert {line.split(",")[0] for line in ended.out.split("\r\n")[1:-1]} == {
        "clean.txt",
        "broken.txt",
    }


def test_an_output_file_appears_only_with_something_in_it(run, clean, tmp_path):
    for form in ("json", "csv", "xlsx"):
        target = tmp_path / f"out.{form}"
        assert run("extract", "-f", form, "-o", target.name, "gone.txt").code == 2
        assert not target.exists()
        assert run("extract", "-f", form, "-o", target.name, "clean.txt") == (0, "", "")
        assert target.stat().st_size > 1000
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["path"] == "clean.txt"
    assert (tmp_path / "out.xlsx").read_bytes().startswith(b"PK")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "clean.txt",
        "out.csv",
        "out.json",
        "out.xlsx",
    ]


def test_an_output_file_that_cannot_be_written(run, clean):
    ended = run("extract", "-o", "no/such/folder.json", "clean.txt")
    assert (ended.code, ended.out) == (2, "")
    assert "no/such/folder.json" in ended.err


def test_xlsx_goes_through_a_pipe_but_not_to_a_terminal(run, run_on_terminal, clean):
    piped = run("extract", "-f", "xlsx", "-o", "-", "clean.txt", encoding="latin-1")
    assert (piped.code, piped.out[:2]) == (0, "PK")
    assert run("extract", "-f", "xlsx", "-", stdin=clean.read_bytes(), encoding="latin-1").code == 0
    shown = run_on_terminal("extract", "-f", "xlsx", "clean.txt")
    assert shown.code == 2
    assert "--output" in shown.text
    assert "PK" not in shown.text


def test_the_document_as_json_and_on_a_terminal_as_text(run, run_on_terminal, clean):
    data = json.loads(run("extract", "--document", "clean.txt").out)
    assert (data["version"], data["path"], data["kind"]) == (1, "clean.txt", "text")
    assert data["lines"][4]["text"] == "一、总体情况"
    shown = run_on_terminal("extract", "--document", "clean.txt")
    assert "[第 5 行] 一、总体情况" in shown.text
    same = run("extract", "--document", "--format", "text", "clean.txt")
    assert same.out.splitlines() == shown.text.splitlines()


def test_the_document_of_what_is_no_report(run, clean, tmp_path):
    (tmp_path / "minutes.txt").write_text("会议纪要\n", encoding="utf-8")
    ended = run("extract", "--document", "minutes.txt", "gone.txt", "clean.txt")
    assert ended.code == 2
    assert [one["path"] for one in json.loads(ended.out)] == ["minutes.txt", "clean.txt"]
    assert ended.err == "gone.txt: 文件不存在\n"
    named = run("extract", "--document", "-", "--stdin-filename", "a.md", stdin=b"# \xe7\x94\xb2")
    assert (json.loads(named.out)["path"], json.loads(named.out)["kind"]) == ("a.md", "markdown")


def test_formats_that_do_not_go_together(run, clean):
    for options in (["--document", "-f", "csv"], ["--document", "-f", "xlsx"], ["-f", "text"]):
        ended = run("extract", *options, "clean.txt")
        assert (ended.code, ended.out) == (2, "")
        assert "--document" in ended.err
