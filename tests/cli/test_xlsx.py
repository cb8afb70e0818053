"""``--format xlsx``: a workbook for the office that reviews, into a file or a pipe."""

from __future__ import annotations

import subprocess
import sys

import openpyxl
import pytest


def test_a_workbook_beside_the_usual_output(run, broken, clean, tmp_path):
    ended = run("broken.txt", "clean.txt", "--select", "ARI", "-o", "xlsx=审核.xlsx")
    assert ended.code == 1
    assert "ARI001" in ended.out
    book = openpyxl.load_workbook(tmp_path / "审核.xlsx")
    assert [row[4] for row in book["概览"].iter_rows(min_row=3, values_only=True)] == [
        "发现错误",
        "未见错误",
    ]
    assert book["问题"]["E2"].value == "ARI001"
    assert book["表三 2021"]["K3"].value == 12
    assert book["表三 2021"]["K4"].value == 11


def test_to_a_terminal_it_is_refused(run_on_terminal, broken):
    shown = run_on_terminal("broken.txt", "-f", "xlsx")
    assert shown.code == 2
    assert "xlsx 不能显示在终端上：请用 --output xlsx=文件 写到文件" in shown.text
    english = run_on_terminal("broken.txt", "-f", "xlsx", "--lang", "en")
    assert "xlsx cannot be shown on a terminal: write it with --output xlsx=FILE" in english.text


def test_into_a_pipe(environment, broken, tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "lint_disclosure", "broken.txt", "-f", "xlsx"],
        cwd=tmp_path, env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout.startswith(b"PK\x03\x04")
    assert done.stderr.decode().startswith("发现错误：1 份年报，1 处错误")


def test_english(run, broken, tmp_path):
    run("broken.txt", "-o", "xlsx=a.xlsx", "--lang", "en")
    assert openpyxl.load_workbook(tmp_path / "a.xlsx").sheetnames[:3] == [
        "overview", "bodies and rules", "findings",
    ]  # fmt: skip


def test_what_could_not_be_read_is_in_the_workbook(run, broken, tmp_path):
    (tmp_path / "坏.txt").write_bytes(b"")
    ended = run("坏.txt", "broken.txt", "无.txt", "-o", "xlsx=a.xlsx")
    assert ended.code == 2
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["未能核对"]
    told = [row[:2] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert ("无法读取", "坏.txt") in told
    assert ("无法读取", "无.txt") in told


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_many_reports_in_the_order_given(run, broken, tmp_path, jobs):
    for number in range(12):
        (tmp_path / f"b{number:02}.txt").write_bytes(broken.read_bytes())
    run(".", "-j", jobs, "-o", "xlsx=a.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["表三 2021"]
    assert [row[2] for row in sheet.iter_rows(min_row=3, values_only=True)] == [
        *(f"./b{number:02}.txt" for number in range(12)),
        "./broken.txt",
    ]


def test_a_report_is_not_overwritten(run, broken):
    ended = run("broken.txt", "-o", "xlsx=broken.txt")
    assert ended.code == 2
    assert ended.err == "错误：--output xlsx=broken.txt：这正是要检查的文件\n"
