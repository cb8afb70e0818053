"""The formats for other programs: the command, what it writes, the exit code."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from io import StringIO
from xml.etree import ElementTree

import pytest

from lint_disclosure.render import FORMATS

ALL = ("jsonl", "sarif", "github", "gitlab", "junit", "markdown", "csv")
MESSAGE = "「一、本年新收」一行相加是 11，总计填的是 12"


def told(kind, text):
    """Every text that a reader of the format finds in the output, one after the other."""
    if kind == "jsonl":
        return json.dumps([json.loads(line) for line in text.splitlines()], ensure_ascii=False)
    if kind in ("json", "sarif", "gitlab"):
        return json.dumps(json.loads(text), ensure_ascii=False)
    if kind == "junit":
        root = ElementTree.fromstring(text)
        return "\n".join(
            piece for one in root.iter() for piece in (*one.attrib.values(), one.text or "")
        )
    if kind == "csv":
        return "\n".join(map("\n".join, csv.reader(StringIO(text.removeprefix("\ufeff")))))
    return text


@pytest.mark.parametrize("kind", ALL)
def test_a_finding_in_every_format(run, broken, kind):
    ended = run("broken.txt", "--select", "ARI001", "-f", kind)
    assert ended.code == 1
    text = told(kind, ended.out)
    assert MESSAGE in text
    assert "ARI001" in text
    assert "国办公开办函〔2021〕30号" in text or kind == "gitlab"
    assert ended.err.startswith("发现错误：1 份年报，1 处错误。\n")


@pytest.mark.parametrize("kind", ALL)
def test_the_equation_the_proposal_and_the_same_cause_in_every_format(run, broken, kind):
    ended = run("broken.txt", "--select", "ARI", "-f", kind)
    text = told(kind, ended.out)
    assert "7 + 3 + 0 + 0 + 1 + 0 = 11 ≠ 12" in text
    assert "ARI003" in text
    assert "最可能应为 11" in text


@pytest.mark.parametrize("kind", ALL)
def test_a_file_that_cannot_be_read_is_told_in_every_format(run, clean, tmp_path, kind):
    (tmp_path / "坏.txt").write_bytes(b"")
    ended = run("坏.txt", "clean.txt", "none.txt", "-f", kind)
    assert ended.code == 2
    text = told(kind, ended.out)
    assert "文件是空的" in text
    assert "文件不存在" in text


@pytest.mark.parametrize("kind", ALL)
def test_a_file_that_is_no_report_is_told_in_every_format(run, tmp_path, kind):
    (tmp_path / "notes.txt").write_text("会议记录\n今天开会。\n" * 9, encoding="utf-8")
    ended = run("notes.txt", "-f", kind)
    assert ended.code == 0
    assert "看不出是政府信息公开工作年度报告" in told(kind, ended.out)


@pytest.mark.parametrize("kind", ALL)
def test_a_rule_that_could_not_be_evaluated_is_told_in_every_format(run, clean, tmp_path, kind):
    text = clean.read_text(encoding="utf-8")
    row = next(line for line in text.split("\n") if line.startswith("一、本年新收"))
    clean.write_text(text.replace(row, row.replace("| 7 |", "| 待定 |", 1)), encoding="utf-8")
    ended = run("clean.txt", "--select", "ARI001", "-f", kind)
    assert ended.code == 0
    shown = told(kind, ended.out)
    assert "ARI001" in shown
    assert "表三「一、本年新收」自然人" in shown
    assert run("clean.txt", "--select", "ARI001", "-f", kind, "--fail-on-undecided").code == 1


@pytest.mark.parametrize("kind", ALL)
def test_english_in_every_format(run, tmp_path, kind):
    (tmp_path / "bad.txt").write_bytes(b"")
    ended = run("bad.txt", "-f", kind, "--lang", "en")
    text = told(kind, ended.out)
    assert "empty" in text
    assert "无法读取" not in text


def test_several_formats_in_one_run(run, broken, tmp_path):
    args = [f"-o{kind}=out.{kind}" for kind in ALL]
    ended = run("broken.txt", "--select", "ARI001", "-f", "concise", *args)
    assert ended.code == 1
    assert ended.out.count("\n") == 1
    for kind in ALL:
        text = (tmp_path / f"out.{kind}").read_text(encoding="utf-8")
        assert MESSAGE in told(kind, text)


def test_nothing_is_left_of_an_output_that_was_not_finished(run, broken, tmp_path):
    ended = run("broken.txt", "-o", "sarif=a.sarif", "-o", "junit=none/b.xml")
    assert ended.code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["broken.txt"]


@pytest.mark.parametrize("kind", ["github", "junit", "markdown", "csv"])
def test_utf_8_where_readers_expect_it_whatever_the_locale(run, broken, kind):
    ended = run("broken.txt", "--select", "ARI001", "-f", kind, PYTHONUTF8="0",
                PYTHONIOENCODING="gbk", encoding="latin-1")  # fmt: skip
    assert MESSAGE in told(kind, ended.out.encode("latin-1").decode("utf-8"))


@pytest.mark.parametrize("kind", ["jsonl", "sarif", "gitlab"])
def test_json_without_other_characters_where_the_locale_is_not_utf_8(run, broken, kind):
    ended = run("broken.txt", "--select", "ARI001", "-f", kind, PYTHONUTF8="0",
                PYTHONIOENCODING="gbk", encoding="gbk")  # fmt: skip
    assert ended.out.isascii()
    assert MESSAGE in told(kind, ended.out)


def test_sarif_names_every_rule_that_was_put_to_the_reports(run, clean):
    data = json.loads(run("clean.txt", "-f", "sarif").out)
    rules = data["runs"][0]["tool"]["driver"]["rules"]
    codes = [rule["id"] for rule in rules]
    assert codes == sorted(codes)
    assert "ARI001" in codes
    for rule in rules:
        assert rule["help"]["text"]
        assert rule["properties"]["basis"]
        assert "{" not in rule["help"]["text"]


def test_junit_has_a_case_for_every_rule_that_applies(run, clean):
    root = ElementTree.fromstring(run("clean.txt", "-f", "junit").out)
    lines = run("clean.txt", "-f", "json").out
    outcomes = json.loads(lines)["files"][0]["outcomes"]
    cases = root[0].findall("testcase")
    assert len(cases) == outcomes["pass"] > 50
    assert all(" " in str(case.get("name")) for case in cases)


def test_a_format_is_imported_only_when_it_is_chosen(environment, broken, tmp_path):
    code = (
        "import json, sys\n"
        "from lint_disclosure.cli.main import run\n"
        "run(sys.argv[1:])\n"
        "print(json.dumps([m for m in sys.modules if m.startswith('lint_disclosure.render.')"
        " or m in ('tempfile', 'csv', 'xml')]))\n"
    )

    def imported(*args):
        done = subprocess.run(
            [sys.executable, "-c", code, "broken.txt", *args],
            cwd=tmp_path, env=environment, capture_output=True, text=True, check=True,
        )  # fmt: skip
        names = json.loads(done.stdout.splitlines()[-1])
        return {name.removeprefix("lint_disclosure.render.") for name in names}

    assert imported().isdisjoint({*FORMATS} - {"concise"} | {"tempfile", "xml", "problems"})
    assert imported("-f", "gitlab") & {*FORMATS} == {"gitlab", "json"}


class TestGitHub:
    def test_the_summary_of_the_job(self, run, broken, tmp_path):
        summary = tmp_path / "summary.md"
        summary.write_text("vorher\n", encoding="utf-8")
        ended = run("broken.txt", "--select", "ARI001", "-f", "github",
                    GITHUB_STEP_SUMMARY=str(summary))  # fmt: skip
        assert ended.code == 1
        assert ended.out.startswith("::error title=ARI001 row-sum,file=broken.txt,line=36,col=")
        text = summary.read_text(encoding="utf-8")
        assert text.startswith("vorher\n# 年报检查结果\n\n## broken.txt\n\n**发现错误**：错误 1")
        assert MESSAGE in text

    def test_no_summary_for_another_format(self, run, broken, tmp_path):
        run("broken.txt", "-f", "gitlab", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
        assert not (tmp_path / "summary.md").exists()

    def test_with_annotations_in_a_file(self, run, broken, tmp_path):
        run("broken.txt", "-o", "github=log", GITHUB_STEP_SUMMARY=str(tmp_path / "summary.md"))
        assert (tmp_path / "summary.md").stat().st_size > 0

    def test_a_summary_that_cannot_be_written(self, run, broken, tmp_path):
        ended = run("broken.txt", "-f", "github", GITHUB_STEP_SUMMARY=str(tmp_path))
        assert ended.code == 2
        assert ended.err.startswith(f"错误：无法写入 GITHUB_STEP_SUMMARY {tmp_path}：")

    @pytest.mark.skipif(sys.platform == "win32", reason="no such names on Windows")
    def test_a_file_name_gives_no_command(self, run, tmp_path):
        for name in ("::add-mask::a.txt", "##[add-mask]b.txt", "c\n::error::d.txt"):
            (tmp_path / name).write_bytes(b"")
        (tmp_path / "notes.txt").write_text("会议记录\n" * 9, encoding="utf-8")
        names = [path.name for path in tmp_path.iterdir()]
        ended = run("-f", "github", *sorted(names))
        assert ended.code == 2
        for line in ended.out.splitlines():
            assert line.startswith(("::error title=unreadable,", "::notice title=not-a-report,"))
        for line in ended.err.splitlines():
            assert not line.lstrip().startswith("::")
            assert "##[" not in line
