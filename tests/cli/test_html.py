"""``--format html``: one page, in one file, for one report or many."""

from __future__ import annotations

import re


def test_a_page_beside_the_usual_output(run, broken, tmp_path):
    ended = run("broken.txt", "--select", "ARI", "-o", "html=page.html")
    assert ended.code == 1
    assert "ARI001" in ended.out
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert page.startswith('<!doctype html>\n<html lang="zh-CN">')
    assert page.endswith("</html>\n")
    assert "<title>云川县水利局 2024 – 年报检查结果</title>" in page
    assert page.count('class="note ') == 1
    assert 'data-cell="requests.received.total"' in page


def test_the_page_on_standard_output(run, broken):
    ended = run("broken.txt", "-f", "html", "--lang", "en", "-q")
    assert ended.code == 1
    assert ended.out.startswith('<!doctype html>\n<html lang="en">')
    assert ended.err == ""


def test_the_page_is_utf_8_whatever_the_locale(run, broken):
    ended = run("broken.txt", "-f", "html", "-q", PYTHONUTF8="0", PYTHONIOENCODING="gbk")
    assert "云川县水利局" in ended.out


def test_many_reports_in_one_page(run, broken, clean, tmp_path):
    for number in range(12):
        text = broken.read_text(encoding="utf-8")
        (tmp_path / f"b{number:02}.txt").write_text(text, encoding="utf-8")
    ended = run(".", "-f", "html", "-j", "2", "-q")
    rows = re.findall(r'<tr><th scope="row">(?:<a href="#r\d+">)?([^<]*)', ended.out)
    assert rows[:3] == ["./b00.txt", "./b01.txt", "./b02.txt"]
    assert rows[12:14] == ["./broken.txt", "./clean.txt"]
    assert ended.out.count('<section class="report"') == 13
    assert "14 份文件：发现错误 13，未见错误 1。" in ended.out


def test_what_cannot_be_read_is_in_the_page(run, clean, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\x00\xff\xfe\x00\x81" * 40)
    ended = run("clean.txt", "bad.txt", "-f", "html", "-q")
    assert ended.code == 2
    assert "无法读取" in ended.out


def test_a_page_takes_no_name_of_a_report(run, broken):
    ended = run("broken.txt", "-o", "html=broken.txt")
    assert ended.code == 2
    assert ended.err == "错误：--output html=broken.txt：这正是要检查的文件\n"
